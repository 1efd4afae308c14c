package chatlab.server;

import java.util.ResourceBundle;

/** Which version of Chatlab this is, as the build has written it down. */
final class Version {
    private Version() {}

    static String get() {
        return ResourceBundle.getBundle("chatlab.protocol.version").getString("version");
    }
}
