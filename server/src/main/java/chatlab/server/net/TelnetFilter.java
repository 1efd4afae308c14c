package chatlab.server.net;

import chatlab.protocol.Chat1;
import chatlab.protocol.EndlessLineException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/**
 * Takes the commands of the Telnet protocol (RFC 854) out of what a plain client sends: PuTTY and other terminals begin with
 * some. Each starts with the byte 0xFF, which never stands in UTF-8. A command may be cut anywhere between two reads. For one
 * thread.
 */
final class TelnetFilter extends InputStream {
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

    private final InputStream in;
    private final BooleanSupplier isPlain;
    private final Runnable onCommand;
    private State state = State.TEXT;
    private int taken; // since the last line end

    /**
     * @param isPlain whether the client is a plain one; the bytes of a rich client are passed on as they are
     * @param onCommand is run for each command, which only a terminal sends
     */
    TelnetFilter(InputStream in, BooleanSupplier isPlain, Runnable onCommand) {
        this.in = in;
        this.isPlain = isPlain;
        this.onCommand = onCommand;
    }

    /** Reads until there is text, or the stream ends. */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (true) {
            int count = in.read(buffer, offset, length);
            if (count < 0 || !isPlain.getAsBoolean()) {
                return count;
            }
            int text = keepText(buffer, offset, count);
            if (taken > Chat1.ENDLESS_LINE) {
                throw new EndlessLineException(taken);
            }
            if (text > 0) {
                return text;
            }
        }
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("a line reader reads as much as there is");
    }

    /** Moves the text among {@code count} bytes together, from {@code offset} on, and returns how many bytes it has. */
    private int keepText(byte[] buffer, int offset, int count) {
        int end = offset;
        for (int i = offset; i < offset + count; i++) {
            int b = Byte.toUnsignedInt(buffer[i]);
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
                onCommand.run();
                yield b == SB ? State.PARAMETERS : b >= WILL && b <= DONT ? State.OPTION : State.TEXT;
            }
            case OPTION -> State.TEXT;
            case PARAMETERS -> b == IAC ? State.COMMAND_IN_PARAMETERS : State.PARAMETERS;
            case COMMAND_IN_PARAMETERS -> b == SE ? State.TEXT : State.PARAMETERS;
        };
    }
}
