package chatlab.client;

import java.util.ResourceBundle;

/** Which version of Chatlab this is, as the build has written it down. */
public final class Version {
    private Version() {}

    /** As in {@code 0.1}. */
    public static String get() {
        return ResourceBundle.getBundle("chatlab.protocol.version").getString("version");
    }
}
