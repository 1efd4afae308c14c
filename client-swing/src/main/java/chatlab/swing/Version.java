package chatlab.swing;

import java.util.ResourceBundle;
import picocli.CommandLine;

/** The version of the kit. */
final class Version implements CommandLine.IVersionProvider {
    static String number() {
        return ResourceBundle.getBundle("chatlab.protocol.version").getString("version");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"chat-client " + number()};
    }
}
