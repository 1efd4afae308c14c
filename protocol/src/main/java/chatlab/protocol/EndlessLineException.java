package chatlab.protocol;

import java.io.IOException;

/** The peer has sent {@link Chat1#ENDLESS_LINE} bytes without a line end: it does not speak this protocol. */
public final class EndlessLineException extends IOException {
    private static final long serialVersionUID = 1;

    public EndlessLineException(int bytes) {
        super("no line end in " + bytes + " bytes");
    }
}
