package chatlab.tutorials.grading;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/**
 * Bytes that arrive in pieces, as from a network: between any pieces a read may fail with any exception, and behind the last one
 * there is the end of the stream, or silence. {@code toString} shows all of it.
 */
public final class ScriptedInput extends InputStream {
    /** Pieces of bytes, and exceptions. */
    private final List<Object> events;

    private final boolean silentThen;
    private int next;
    private int taken; // bytes of the current piece

    private ScriptedInput(List<Object> events, boolean silentThen) {
        this.events = events;
        this.silentThen = silentThen;
    }

    /**
     * These events, and then the end of the stream.
     *
     * @param events a {@code byte[]} or a {@code String} is a piece that arrives; an {@code IOException} is thrown by one read
     */
    public static ScriptedInput of(Object... events) {
        return new ScriptedInput(
                Arrays.stream(events)
                        .map(event ->
                                event instanceof String ? ((String) event).getBytes(StandardCharsets.UTF_8) : event)
                        .filter(event -> !(event instanceof byte[] && ((byte[]) event).length == 0))
                        .collect(Collectors.toList()),
                false);
    }

    /** The same, but at its end the stream is silent: a read waits for ever. */
    public ScriptedInput thenSilence() {
        return new ScriptedInput(events, true);
    }

    /** The same, but between two pieces one read fails with a SocketTimeoutException. */
    public ScriptedInput withTimeouts() {
        List<Object> all = new ArrayList<>();
        for (Object event : events) {
            if (!all.isEmpty()) {
                all.add(new SocketTimeoutException("Read timed out"));
            }
            all.add(event);
        }
        return new ScriptedInput(all, silentThen);
    }

    /** Byte by byte. */
    public static ScriptedInput byteByByte(String text) {
        return cut(text.getBytes(StandardCharsets.UTF_8), -1);
    }

    /** In one piece, and cut in two at each place where it can be cut. */
    public static List<ScriptedInput> cutOnce(String text) {
        List<ScriptedInput> all = new ArrayList<>(List.of(of(text)));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int first = 1; first < bytes.length; first++) {
            all.add(of(Arrays.copyOf(bytes, first), Arrays.copyOfRange(bytes, first, bytes.length)));
        }
        return all;
    }

    /** Cut in all ways in which it can be cut: twice as many for each byte, 1,024 for 11 bytes. */
    public static List<ScriptedInput> cutInAllWays(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<ScriptedInput> all = new ArrayList<>();
        for (long cuts = 0; cuts < 1L << Math.max(0, bytes.length - 1); cuts++) {
            all.add(cut(bytes, cuts));
        }
        return all;
    }

    /** @param cuts bit 0 is for the place behind the first byte, and so on */
    private static ScriptedInput cut(byte[] bytes, long cuts) {
        List<Object> pieces = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= bytes.length; to++) {
            boolean isCut = cuts < 0 || to <= Long.SIZE && (cuts >> (to - 1) & 1) == 1;
            if (isCut || to == bytes.length) {
                pieces.add(Arrays.copyOfRange(bytes, from, to));
                from = to;
            }
        }
        return new ScriptedInput(pieces, false);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next == events.size()) {
            return silentThen ? silence() : -1;
        }
        if (events.get(next) instanceof IOException) {
            throw (IOException) events.get(next++);
        }
        int count = Math.min(length, available());
        System.arraycopy((byte[]) events.get(next), taken, into, offset, count);
        taken += count;
        if (available() == 0) {
            next++;
            taken = 0;
        }
        return count;
    }

    /** What can be read without waiting: the rest of this piece. */
    @Override
    public int available() {
        return next < events.size() && events.get(next) instanceof byte[]
                ? ((byte[]) events.get(next)).length - taken
                : 0;
    }

    private static int silence() throws IOException {
        try {
            new CountDownLatch(1).await();
            return -1;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public String toString() {
        return events.stream().map(ScriptedInput::shown).collect(Collectors.joining(" | ", "", " | "))
                + (silentThen ? "silence" : "the end");
    }

    private static String shown(Object event) {
        if (event instanceof SocketTimeoutException) {
            return "time-out";
        } else if (event instanceof IOException) {
            return event.toString();
        }
        byte[] piece = (byte[]) event;
        String text = new String(piece, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), piece)
                ? Quoted.of(text)
                : "bytes " + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(piece);
    }
}
