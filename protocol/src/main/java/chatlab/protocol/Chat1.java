package chatlab.protocol;

/** The numbers that CHAT/1 fixes; protocol/README.md explains each of them. */
public final class Chat1 {
    /** The version of the protocol that this library speaks. */
    public static final int VERSION = 1;

    /** The default TCP port of a server, and the UDP port of discovery. */
    public static final int DEFAULT_PORT = 8081;

    /** The most bytes of a client's line before its LF. */
    public static final int CLIENT_LINE = 4096;

    /** The most bytes of a server's line before its LF. */
    public static final int SERVER_LINE = 8192;

    /** The most columns of a row of a plain line. Terminals have 80. */
    public static final int PLAIN_ROW = 76;

    /** After so many bytes without an LF, a reader gives up its peer. */
    public static final int ENDLESS_LINE = 64 * 1024;

    /** The most lines of a paste. */
    public static final int PASTE_LINES = 500;

    /** The most bytes of all lines of a paste together, line ends included. */
    public static final int PASTE_BYTES = 64 * 1024;

    /** The room that each person enters first. */
    public static final String LOBBY = "lobby";

    /** The value of {@code room} in a message to all rooms. */
    public static final String ALL_ROOMS = "*";

    /** Answers of a poll, at the most. */
    public static final int POLL_OPTIONS = 8;

    /** Predictions of the course are the letters from {@code a} to this one. */
    public static final char LAST_PREDICTION = 'h';

    private Chat1() {}
}
