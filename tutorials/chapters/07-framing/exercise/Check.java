import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import chatlab.tutorials.grading.Aside;
import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.HeldMonitors;
import chatlab.tutorials.grading.ScriptedInput;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.MalformedInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Checks a LineReader: the same bytes, cut in all ways, must always give the same lines. */
public final class Check implements Exercise {
    private static final int MAX_BYTES = 100;
    private static final int FEW_BYTES = 10;
    /** So many calls give all that comes out of {@link #halves}. */
    private static final int CALLS = 7;

    private static final List<Integer> LIMITS = List.of(1, 2, FEW_BYTES, 4097, 8193);

    private static final IOException TIMED_OUT = new SocketTimeoutException("Read timed out");

    /** What a call of readLine() gave that was no line. These are told from lines as objects, not by their letters. */
    private static final String TOO_LONG = new String("TooLongException");

    private static final String TIME_OUT = new String("time-out");
    private static final String END = new String("null");

    @Override
    public void check(Checks checks) {
        checks.step("pieces", this::pieces);
        checks.step("as-it-arrives", () -> checks.within("as-it-arrives", this::asItArrives));
        checks.step("line-ends", this::lineEnds);
        checks.step("empty-lines", this::emptyLines);
        checks.step("unchanged", this::unchanged);
        checks.step("end", this::end);
        checks.step("no-utf-8", this::noUtf8);
        checks.step("exceptions", this::exceptions);
        checks.step("time-outs", this::timeOuts);
        checks.step("limit", this::limit);
        checks.step("at-once", () -> checks.within("at-once", this::atOnce));
        checks.step("rest", this::rest);
        checks.step("memory", this::memory);
        checks.step("time-out-while-skipping", this::timeOutWhileSkipping);
        checks.step("two-readers", () -> checks.within("two-readers", this::twoReaders));
    }

    private void pieces() throws IOException {
        lines(ScriptedInput.of("hello\n"), "hello");
        for (ScriptedInput in : ScriptedInput.cutInAllWays("hello\n")) {
            lines(in, "hello");
        }
        String text = "G\u00fc\u20ac\ud83d\ude42"; // 1, 2, 3 and 4 bytes
        lines(ScriptedInput.of(text + "\n"), text);
        for (ScriptedInput in : ScriptedInput.cutInAllWays(text + "\n")) {
            List<String> seen = linesOf(in, MAX_BYTES);
            boolean cutCharacter = seen.toString().contains("\ufffd"); // uncut it was right
            expect(cutCharacter ? "decoded-in-pieces" : "", List.of(text, END), seen, in);
        }
    }

    private void asItArrives() throws IOException {
        String three = "a\nbc\nd\n";
        lines(ScriptedInput.of("a\n", "bc\n", "d\n"), "a", "bc", "d");
        ScriptedInput together = ScriptedInput.of(three);
        List<String> seen = linesOf(together, MAX_BYTES);
        boolean lost = seen.size() < 4 && List.of("a", "bc", "d").containsAll(seen.subList(0, seen.size() - 1));
        expect(lost ? "rest-thrown-away" : "", List.of("a", "bc", "d", END), seen, together);
        for (ScriptedInput in : ScriptedInput.cutInAllWays(three)) {
            lines(in, "a", "bc", "d");
            LineReader reader = new LineReader(in.thenSilence(), MAX_BYTES); // and never more than is there
            List<String> untilSilence = List.of(reader.readLine(), reader.readLine(), reader.readLine());
            expect("", List.of("a", "bc", "d"), untilSilence, in.thenSilence());
        }
        String line = "x".repeat(MAX_BYTES);
        InputStream many = new ByteArrayInputStream((line + "\n").repeat(30_000).getBytes(UTF_8));
        Checks.equal(line, new LineReader(many, MAX_BYTES).readLine());
        Checks.that(many.available() > 0, "the first line before 3 million bytes have been taken", "all were taken");
    }

    private void lineEnds() throws IOException {
        for (String sent : List.of("ab\r\n", "a\rb\n", "ab\r\r\n", "\rab\n", "\rab\r\r\r\n", "a\r\rb\r\n")) {
            String line = sent.replaceFirst("\r?\n$", "");
            for (ScriptedInput in : ScriptedInput.cutInAllWays(sent)) {
                lines(in, line);
            }
        }
        lines(ScriptedInput.of("a\r\u0085\n", "\u0085\r\n"), "a\r\u0085", "\u0085"); // a line end in Java's patterns
        lines(ScriptedInput.of("a\r", "\n", "b\r\n", "c\n"), "a", "b", "c");
    }

    private void emptyLines() throws IOException {
        for (ScriptedInput in : ScriptedInput.cutInAllWays("\n\na\n\n\n")) {
            lines(in, "", "", "a", "", "");
        }
        for (ScriptedInput in : ScriptedInput.cutInAllWays("\r\na\r\n\n")) {
            lines(in, "", "a", "");
        }
    }

    private void unchanged() throws IOException {
        for (String line :
                List.of("  a  b  ", "\ta\t", " ", "\t", "\u0000", "a\u000b\f\u001c\u001fb", "\\n", "a,b;c")) {
            for (ScriptedInput in : ScriptedInput.cutOnce(line + "\n")) {
                lines(in, line);
            }
        }
        for (String line : List.of("\u00a0a\u2003", "a\u0085b", "a\u2028b\u2029", "\ufeffa", "e\u0301", "\ufffd")) {
            lines(ScriptedInput.of(line + "\n"), line);
        }
    }

    private void end() throws IOException {
        lines(ScriptedInput.of());
        for (String half : List.of("h", "hal", "hal\r", "1234567890", "x".repeat(MAX_BYTES))) {
            for (ScriptedInput in : ScriptedInput.cutOnce(half)) {
                lines(in);
            }
            lines(ScriptedInput.of("one\n", half), "one");
        }
        LineReader reader = new LineReader(ScriptedInput.of("one\n", "hal"), MAX_BYTES);
        Checks.equal("one", reader.readLine());
        for (int call = 2; call <= 4; call++) {
            String seen = reader.readLine();
            Checks.that(
                    seen == null,
                    "null from call " + call + " for \"one\\n\" | \"hal\" | the end",
                    Checks.quoted(seen));
        }
    }

    private void noUtf8() throws IOException {
        for (int b = 0x80; b <= 0xff; b++) {
            for (byte[] bytes : List.of(new byte[] {(byte) b, '\n'}, new byte[] {'a', (byte) b, (byte) b, 'c', '\n'})) {
                anyTextThenNext(bytes);
            }
        }
        for (String cutOff : List.of("\u00e2\u0082", "\u00f0\u009f", "\u00f0\u009f\u0099", "\u00ed\u00a0\u0080")) {
            anyTextThenNext((cutOff + '\n').getBytes(ISO_8859_1));
        }
    }

    private static void anyTextThenNext(byte[] line) throws IOException {
        ScriptedInput in = ScriptedInput.of(line, "next\n");
        List<String> seen = linesOf(in, MAX_BYTES);
        String any = seen.get(0) == END ? "any text" : seen.get(0);
        expect("", List.of(any, "next", END), seen, in);
    }

    private void exceptions() {
        for (String before : List.of("", "hel", "one\nhel", "this line is too long")) {
            for (IOException thrown : List.of(
                    new SocketTimeoutException("Read timed out"),
                    new SocketException("Connection reset"),
                    new EOFException("the other side has closed"),
                    new InterruptedIOException("interrupted"),
                    new MalformedInputException(1),
                    new IOException("any other"))) {
                ScriptedInput in = ScriptedInput.of(before.getBytes(UTF_8), thrown);
                String seen = "no exception";
                LineReader reader = new LineReader(in, FEW_BYTES);
                for (int call = 1; call <= 3 && seen.equals("no exception"); call++) {
                    try {
                        reader.readLine();
                    } catch (LineReader.TooLongException e) {
                        // the line before it
                    } catch (IOException e) {
                        seen = e == thrown ? "it" : e.toString();
                    }
                }
                Checks.that(seen.equals("it"), "from " + in + ": the exception " + thrown, seen);
            }
        }
    }

    private void timeOuts() throws IOException {
        for (String sent : List.of("hello\n", "a b\r\nc\n")) {
            List<String> lines = sent.replace("\r", "").lines().collect(Collectors.toList());
            for (ScriptedInput in : ScriptedInput.cutInAllWays(sent)) {
                lines(in.withTimeouts(), lines);
            }
        }
        for (ScriptedInput in :
                ScriptedInput.cutInAllWays("a\rb\r\r\n\u00fc\n")) { // what it should be is another question
            List<String> expected = linesOf(in, MAX_BYTES);
            expect("", expected, withoutTimeOuts(in.withTimeouts(), MAX_BYTES), in.withTimeouts());
        }
        lines(ScriptedInput.of(TIMED_OUT, "on", TIMED_OUT, TIMED_OUT, "e\n", TIMED_OUT), List.of("one"));
        ScriptedInput halves = ScriptedInput.of("12345678", TIMED_OUT, "12345678\n");
        expect("", List.of(TOO_LONG), withoutTimeOuts(halves, FEW_BYTES).subList(0, 1), halves);
    }

    private void limit() throws IOException {
        for (int maxBytes : LIMITS) {
            for (int bytes :
                    List.of(Math.max(1, maxBytes - 1), maxBytes, maxBytes + 1, maxBytes + 2, 2 * maxBytes + 3)) {
                String line = "x".repeat(bytes);
                ScriptedInput in = ScriptedInput.of(line + "\n");
                first("", bytes, maxBytes, line, linesOf(in, maxBytes));
            }
        }
        for (int bytes = FEW_BYTES - 1; bytes <= FEW_BYTES + 1; bytes++) {
            String line = "1234567890x".substring(0, bytes);
            for (ScriptedInput in : ScriptedInput.cutOnce(line + "\n")) {
                first("", bytes, FEW_BYTES, line, linesOf(in, FEW_BYTES));
            }
        }
        for (String line : List.of(
                "\u20ac\u20ac\u20ac1",
                "\u20ac\u20ac\u20ac\u20ac",
                "\u00fc".repeat(5),
                "\u00fc".repeat(6),
                "\ud83d\ude4212\ud83d\ude42",
                "\ud83d\ude42123\ud83d\ude42")) {
            first(
                    "counts-characters",
                    line.getBytes(UTF_8).length,
                    FEW_BYTES,
                    line,
                    linesOf(ScriptedInput.of(line + "\n"), FEW_BYTES));
        }
    }

    /** Looks at what comes out first. A line without ASCII is only looked at when the limit is right for ASCII. */
    private static void first(String key, int bytes, int maxBytes, String line, List<String> seen) {
        String expected = bytes <= maxBytes ? line : TOO_LONG;
        Checks.that(
                key,
                same(expected, seen.get(0)),
                shown(List.of(expected)) + " for a line of " + bytes + " bytes, where " + maxBytes + " are allowed",
                shown(seen.subList(0, 1)));
    }

    private void atOnce() throws IOException {
        List<ScriptedInput> all = new ArrayList<>();
        for (int bytes = FEW_BYTES + 1; bytes <= 3 * FEW_BYTES; bytes++) {
            all.addAll(ScriptedInput.cutOnce("x".repeat(bytes)));
            all.addAll(ScriptedInput.cutOnce("\r".repeat(bytes + 1))); // the last one may belong to a line end
        }
        for (int others = 1; others <= FEW_BYTES; others++) {
            all.addAll(ScriptedInput.cutOnce("x".repeat(others) + "\r".repeat(FEW_BYTES + 2 - others)));
        }
        for (ScriptedInput in : all) {
            LineReader reader = new LineReader(in.thenSilence(), FEW_BYTES);
            expect("", List.of(TOO_LONG), List.of(call(reader)), in.thenSilence());
            expect("", List.of(TOO_LONG), linesOf(in, FEW_BYTES).subList(0, 1), in);
        }
        for (ScriptedInput in : ScriptedInput.cutOnce("x".repeat(2 * FEW_BYTES))) {
            expect("", List.of(TOO_LONG, END), linesOf(in, FEW_BYTES), in);
        }
    }

    private void rest() throws IOException {
        for (int bytes = FEW_BYTES + 1; bytes <= 4 * FEW_BYTES; bytes++) {
            String sent = "x".repeat(bytes) + "\nnext\n";
            for (ScriptedInput in : ScriptedInput.cutOnce(sent)) {
                expect("", List.of(TOO_LONG, "next", END), linesOf(in, FEW_BYTES), in);
            }
            ScriptedInput single = ScriptedInput.byteByByte(sent);
            expect("", List.of(TOO_LONG, "next", END), linesOf(single, FEW_BYTES), single);
        }
        List<String> after =
                new ArrayList<>(linesOf(ScriptedInput.of("\nnext\n"), FEW_BYTES)); // as it takes empty lines
        after.add(0, TOO_LONG);
        for (ScriptedInput in : ScriptedInput.cutOnce("this line is too long\n\nnext\n")) {
            expect("", after, linesOf(in, FEW_BYTES), in);
        }
        for (ScriptedInput in : ScriptedInput.cutOnce("this line is too long\r\nand this one, too\nnext\n")) {
            expect("", List.of(TOO_LONG, TOO_LONG, "next", END), linesOf(in, FEW_BYTES), in);
        }
    }

    private void memory() throws IOException {
        Endless in = new Endless();
        LineReader reader = new LineReader(in, FEW_BYTES);
        while (!in.isOver()) {
            call(reader);
        }
        Checks.that(
                in.kept() < Endless.BYTES / 2,
                "after " + Endless.BYTES + " bytes without a line end: next to nothing of them in memory",
                in.kept() + " bytes more in memory than before");
    }

    /** With time-outs comes what comes without them; whether that is right is not looked at here. */
    private void timeOutWhileSkipping() throws IOException {
        String rest = "x".repeat(4 * FEW_BYTES);
        for (int cut = 0; cut <= rest.length(); cut++) {
            Object[] pieces = {"x".repeat(FEW_BYTES + 1), rest.substring(0, cut), rest.substring(cut), "\n", "next\n"};
            List<String> expected = linesOf(ScriptedInput.of(pieces), FEW_BYTES);
            ScriptedInput in =
                    ScriptedInput.of(pieces[0], pieces[1], TIMED_OUT, TIMED_OUT, pieces[2], pieces[3], pieces[4]);
            expect("", expected, withoutTimeOuts(in, FEW_BYTES), in);
            ScriptedInput late =
                    ScriptedInput.of(pieces[0], TIMED_OUT, pieces[1], pieces[2], TIMED_OUT, pieces[3], pieces[4]);
            expect("", expected, withoutTimeOuts(late, FEW_BYTES), late);
        }
    }

    private void twoReaders() throws Exception {
        ExecutorService bobsThread = Executors.newSingleThreadExecutor();
        try {
            for (int ahead = 0; ahead < CALLS; ahead++) {
                twoReaders(ahead, null);
                twoReaders(ahead, bobsThread);
            }
        } finally {
            bobsThread.shutdownNow();
        }
        sharedDecoder();
    }

    /** Two threads that use one decoder disturb each other only now and then. So the check looks whether they can. */
    private static void sharedDecoder() throws Exception {
        for (Field field : LineReader.class.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && CharsetDecoder.class.isAssignableFrom(field.getType())) {
                LineReader ada = new LineReader(ScriptedInput.of("ada\n"), MAX_BYTES);
                LineReader bob = new LineReader(ScriptedInput.of("bob\n"), MAX_BYTES);
                HeldMonitors.during(
                        ada,
                        () -> Checks.that(
                                "shared-decoder",
                                !Aside.run("bob", bob::readLine).ends(),
                                "while one thread has all locks of LineReader, no other one uses " + field.getName(),
                                "the other one reads a line with it"));
            }
        }
    }

    /** Calls bob between ada's calls and, in his own thread, during her reads. Each must see what is seen alone. */
    private static void twoReaders(int ahead, ExecutorService bobsThread) throws Exception {
        LineReader bob = new LineReader(halves("bob, bob, bob", 2 * FEW_BYTES), 2 * FEW_BYTES);
        List<String> bobSees = new ArrayList<>();
        Callable<?> call = () -> bobSees.add(call(bob));
        Callable<?> bobsTurn =
                bobsThread == null ? call : () -> bobsThread.submit(call).get();
        InputStream in = halves("ada", FEW_BYTES);
        LineReader ada = new LineReader(bobsThread == null ? in : new Meanwhile(in, bobsTurn), FEW_BYTES);
        List<String> adaSees = new ArrayList<>();
        for (int turn = 0; turn < ahead + CALLS; turn++) {
            bobsTurn.call();
            if (turn >= ahead) {
                adaSees.add(call(ada));
            }
        }
        seesAsAlone(adaSees, "ada", FEW_BYTES);
        seesAsAlone(bobSees, "bob, bob, bob", 2 * FEW_BYTES);
    }

    private static void seesAsAlone(List<String> seen, String name, int maxBytes) throws IOException {
        ScriptedInput in = halves(name, maxBytes);
        LineReader alone = new LineReader(in, maxBytes);
        List<String> expected = new ArrayList<>();
        while (expected.size() < seen.size()) {
            expected.add(call(alone));
        }
        expect("", expected, seen, in);
    }

    /** With half a line between two calls, and with half the rest of a line that is too long. */
    private static ScriptedInput halves(String name, int maxBytes) {
        String tooLong = "x".repeat(maxBytes + 1);
        return ScriptedInput.of(name + " 1\n" + name, TIMED_OUT, " 2\n" + tooLong, TIMED_OUT, "x\n" + name + " 3\n");
    }

    private static List<String> withoutTimeOuts(ScriptedInput in, int maxBytes) throws IOException {
        List<String> seen = linesOf(in, maxBytes);
        seen.removeIf(one -> one == TIME_OUT);
        return seen;
    }

    private static void lines(ScriptedInput in, List<String> expected) throws IOException {
        List<String> all = new ArrayList<>(expected);
        all.add(END);
        expect("", all, withoutTimeOuts(in, MAX_BYTES), in);
    }

    private static void lines(ScriptedInput in, String... expected) throws IOException {
        lines(in, List.of(expected));
    }

    /** What comes out until the end of the stream; more calls than there are bytes are not needed. */
    private static List<String> linesOf(InputStream in, int maxBytes) throws IOException {
        LineReader reader = new LineReader(in, maxBytes);
        List<String> seen = new ArrayList<>();
        do {
            seen.add(call(reader));
        } while (seen.get(seen.size() - 1) != END && seen.size() < 100);
        return seen;
    }

    private static String call(LineReader reader) throws IOException {
        try {
            String line = reader.readLine();
            return line == null ? END : line;
        } catch (LineReader.TooLongException e) {
            return TOO_LONG;
        } catch (SocketTimeoutException e) {
            return TIME_OUT;
        }
    }

    private static void expect(String key, List<String> expected, List<String> seen, ScriptedInput in) {
        boolean ok = expected.size() == seen.size();
        for (int i = 0; ok && i < seen.size(); i++) {
            ok = same(expected.get(i), seen.get(i));
        }
        Checks.that(key, ok, "from " + in + ": " + shown(expected), shown(seen));
    }

    private static boolean same(String expected, String seen) {
        return isLine(expected) && isLine(seen) ? expected.equals(seen) : expected == seen;
    }

    private static boolean isLine(String seen) {
        return seen != TOO_LONG && seen != TIME_OUT && seen != END;
    }

    private static String shown(List<String> seen) {
        return seen.stream().map(one -> isLine(one) ? Checks.quoted(one) : one).collect(Collectors.joining(", "));
    }

    /** When a read has taken its bytes, and before it returns, something else is done. */
    private static final class Meanwhile extends FilterInputStream {
        private final Callable<?> other;

        Meanwhile(InputStream in, Callable<?> other) {
            super(in);
            this.other = other;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            try {
                other.call();
            } catch (Exception e) {
                throw new IOException(e);
            }
            return count;
        }
    }

    /** A line that is too long, and after it very many bytes of its rest. It measures how much memory these take. */
    private static final class Endless extends InputStream {
        static final int BYTES = 3_000_000;

        private final byte[] begin = "x".repeat(FEW_BYTES + 1).getBytes(ISO_8859_1);
        private int taken;
        private long before;
        private long after;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (taken == begin.length) {
                before = usedMemory();
            }
            if (available() == 0) {
                after = after == 0 ? usedMemory() : after;
                return -1;
            }
            int count = Math.min(length, available());
            Arrays.fill(into, offset, offset + count, (byte) 'x');
            taken += count;
            return count;
        }

        /** The line begins with a piece of its own. */
        @Override
        public int available() {
            return taken < begin.length ? begin.length - taken : BYTES - taken;
        }

        boolean isOver() {
            return after != 0;
        }

        long kept() {
            return after - before;
        }

        /** The least of several looks: one collection does not find all garbage. */
        private static long usedMemory() {
            long least = Long.MAX_VALUE;
            for (int look = 0; look < 5; look++) {
                System.gc();
                least = Math.min(
                        least,
                        Runtime.getRuntime().totalMemory()
                                - Runtime.getRuntime().freeMemory());
            }
            return least;
        }
    }
}
