package chatlab.server.support;

import chatlab.protocol.BadNameException;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Name;

/** What was asked for is not done; the message says why to whoever asked. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;

    public Refused(ErrorCode code, String words) {
        super(words, null, false, false); // no stack trace: it is an answer
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    public static Refused noSuchName(String name) {
        return new Refused(ErrorCode.NO_SUCH_NAME, Words.get("no-such-name", name));
    }

    /** The name of a person that {@code typed} stands for. */
    public static Name orPerson(String typed) throws Refused {
        try {
            return Name.ofPerson(typed);
        } catch (BadNameException e) {
            throw new Refused(ErrorCode.BAD_NAME, e.getMessage());
        }
    }

    /** The name of a room that {@code typed} stands for. */
    public static Name orRoom(String typed) throws Refused {
        try {
            return Name.ofRoom(typed);
        } catch (BadNameException e) {
            throw new Refused(ErrorCode.BAD_ROOM, e.getMessage());
        }
    }
}
