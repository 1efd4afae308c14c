package chatlab.server.net;

/**
 * Takes the commands of the Telnet protocol (RFC 854) out of what a plain client sends: PuTTY and the like begin with some.
 * Each starts with the byte 0xFF, which never stands in UTF-8. A command may be cut anywhere between two reads. For one
 * thread.
 */
final class TelnetFilter {
    private static final int SE = 240;
    private static final int ERASE_CHARACTER = 247;
    private static final int SB = 250;
    private static final int WILL = 251;
    private static final int DONT = 254;
    private static final int IAC = 255;

    private enum State {
        TEXT,
        /** Behind IAC. */
        COMMAND,
        /** Behind WILL, WONT, DO or DONT. */
        OPTION,
        /** Between SB and IAC SE; a line end in it is a number. */
        PARAMETERS,
        /** Behind an IAC among the parameters. */
        COMMAND_IN_PARAMETERS
    }

    private State state = State.TEXT;
    private boolean seen;
    private int taken;

    /** Whether this client has sent a command: then it is a terminal. */
    boolean hasSeenCommand() {
        return seen;
    }

    /** How many bytes were taken out since the last line end. */
    int taken() {
        return taken;
    }

    /**
     * Moves together what is text among {@code count} bytes from {@code offset} on, and returns how many bytes of it there
     * are; perhaps none.
     */
    int keepText(byte[] buffer, int offset, int count) {
        int end = offset;
        for (int i = offset; i < offset + count; i++) {
            int b = buffer[i] & 0xFF;
            if (isText(b)) {
                buffer[end++] = (byte) b;
                taken = b == '\n' ? 0 : taken;
                state = State.TEXT;
            } else {
                if (state == State.COMMAND && b == ERASE_CHARACTER) {
                    buffer[end++] = '\b';
                }
                state = next(b);
                taken++;
            }
        }
        return end - offset;
    }

    /** After a 0xFF that begins no command, text goes on; two of them are one, which is not UTF-8, as the client is told. */
    private boolean isText(int b) {
        return state == State.TEXT ? b != IAC : state == State.COMMAND && (b < SE || b == IAC);
    }

    private State next(int b) {
        return switch (state) {
            case TEXT -> State.COMMAND;
            case COMMAND -> {
                seen = true;
                yield b == SB ? State.PARAMETERS : b >= WILL && b <= DONT ? State.OPTION : State.TEXT;
            }
            case OPTION -> State.TEXT;
            case PARAMETERS -> b == IAC ? State.COMMAND_IN_PARAMETERS : State.PARAMETERS;
            case COMMAND_IN_PARAMETERS -> b == SE ? State.TEXT : State.PARAMETERS;
        };
    }
}
