/** Finds out why there is no way to a chat server, or that there is one. */
public final class Diagnosis {
    /** What can be the matter. */
    public enum Finding {
        UNKNOWN_HOST,
        NO_ANSWER,
        REFUSED,
        NO_GREETING,
        OTHER_SERVICE,
        CHAT_SERVER
    }

    private Diagnosis() {}

    /** Takes at most so many milliseconds for connecting and reading together, and leaves nothing open. */
    public static Finding of(String host, int port, int millis) {
        return Finding.NO_ANSWER; // Here is something to do.
    }
}
