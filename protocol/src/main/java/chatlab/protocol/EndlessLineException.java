package chatlab.protocol;

import java.io.IOException;

/** The peer has sent {@link Chat1#ENDLESS_LINE} bytes without a line end: it speaks another protocol. */
public final class EndlessLineException extends IOException {
    private static final long serialVersionUID = 1;

    public EndlessLineException(int bytes) {
        super("no line end in " + bytes + " bytes");
    }
}
