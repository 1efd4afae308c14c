package chatlab.server.support;

import java.util.ResourceBundle;

/** The version of Chatlab, which the build writes into a file. */
public final class Version {
    private Version() {}

    public static String get() {
        return ResourceBundle.getBundle("chatlab.protocol.version").getString("version");
    }
}
