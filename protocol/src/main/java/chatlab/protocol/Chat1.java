package chatlab.protocol;

/** The numbers that CHAT/1 fixes; protocol/README.md explains each of them. */
public final class Chat1 {
    /** The version of the protocol that this library speaks. */
    public static final int VERSION = 1;

    /** TCP port of a server and UDP port of its discovery, where nothing else is said. */
    public static final int DEFAULT_PORT = 8081;

    /** Bytes that a client's line may have before its LF. */
    public static final int CLIENT_LINE = 4096;

    /** Bytes that a server's line may have before its LF. */
    public static final int SERVER_LINE = 8192;

    /** Columns that a row of a plain line may have: terminals have 80. */
    public static final int PLAIN_ROW = 76;

    /** Bytes without any LF after which a reader gives up on its peer. */
    public static final int ENDLESS_LINE = 64 * 1024;

    /** Lines that a paste may have. */
    public static final int PASTE_LINES = 500;

    /** Bytes that the lines of a paste may have together, line ends included. */
    public static final int PASTE_BYTES = 64 * 1024;

    /** The room that everybody starts in. */
    public static final String LOBBY = "lobby";

    /** Stands in place of a room where a message is for all rooms. */
    public static final String ALL_ROOMS = "*";

    private Chat1() {}
}
