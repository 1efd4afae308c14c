package chatlab.server.support;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.BadNameException;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Name;

/** A command is refused. The message tells the person why. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;

    public RefusedException(ErrorCode code, String words) {
        super(words, null, false, false); // no stack trace: it is an answer
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    public static RefusedException noSuchName(String name) {
        return new RefusedException(ErrorCode.NO_SUCH_NAME, WORDS.get("no-such-name", name));
    }

    /** The name of a person that {@code typed} stands for. */
    public static Name orPerson(String typed) throws RefusedException {
        try {
            return Name.ofPerson(typed);
        } catch (BadNameException e) {
            throw new RefusedException(ErrorCode.BAD_NAME, e.getMessage());
        }
    }

    /** The name of a room that {@code typed} stands for. */
    public static Name orRoom(String typed) throws RefusedException {
        try {
            return Name.ofRoom(typed);
        } catch (BadNameException e) {
            throw new RefusedException(ErrorCode.BAD_ROOM, e.getMessage());
        }
    }
}
