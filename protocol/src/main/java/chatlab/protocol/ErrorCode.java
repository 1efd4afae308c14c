package chatlab.protocol;

import java.util.Locale;

/** The codes of {@code ERR}. Programs go by the code; the text beside it is for people. */
public enum ErrorCode {
    BAD_NAME,
    NAME_TAKEN,
    BAD_ROOM,
    BAD_ARGS,
    BAD_KEY,
    BAD_UTF8,
    TOO_LONG,
    UNKNOWN_COMMAND,
    NO_SUCH_NAME,
    NOT_ALLOWED,
    MUTED,
    FULL,
    SHARED;

    private final String wire = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As it stands in a line, like {@code name-taken}. */
    public String wire() {
        return wire;
    }
}
