import static java.nio.charset.StandardCharsets.UTF_8;

import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.PiecewiseInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Checks a LineReader: the same bytes, cut in many ways, must always give the same lines. */
public final class Check implements Exercise {
    private static final int MAX_BYTES = 100;
    private static final int FEW_BYTES = 10;
    private static final int RANDOM_CUTS = 200;

    /** How much a reader may read ahead. */
    private static final int READ_AHEAD = 64 * 1024;

    private static final int MUCH = 10_000_000;
    private static final String TOO_LONG = "(too long)";

    private Checks checks;

    @Override
    public void check(Checks checks) {
        this.checks = checks;
        checks.step("at-once", this::atOnce);
        checks.step("several-in-one", this::severalInOne);
        checks.step("cut-anywhere", this::cutAnywhere);
        checks.step("characters", this::characters);
        checks.step("line-ends", this::lineEnds);
        checks.step("end-of-stream", this::endOfStream);
        checks.step("time-outs", this::timeOuts);
        checks.step("maximum", this::maximum);
        checks.step("endless", this::endless);
        checks.step("after-a-long-line", this::afterALongLine);
        checks.step("random", this::random);
    }

    private void atOnce() throws Exception {
        InputStream in = new ThenSilence("hello\n".getBytes(UTF_8));
        checks.within("waits-for-a-full-buffer", () -> {
            String line = new LineReader(in, MAX_BYTES).readLine();
            Checks.equal("differs", "hello", line);
        });
    }

    private void severalInOne() throws IOException {
        List<String> expected = List.of("one", "two", "three");
        List<String> seen = lines(PiecewiseInput.merged(bytes("one\ntwo\nthree\n")), MAX_BYTES);
        boolean glued = seen.stream().anyMatch(line -> line.contains("\n"));
        String key = glued ? "one-read-one-line" : seen.size() < 3 ? "rest-thrown-away" : "differs";
        compare(key, expected, seen, "3 lines arrive together");
    }

    private void cutAnywhere() throws IOException {
        for (PiecewiseInput pieces : allCuts("one\ntwo\nthree\n")) {
            compare("one-read-one-line", List.of("one", "two", "three"), pieces);
        }
    }

    private void characters() throws IOException {
        String text = "Gr\u00fc\u00dfe, 5 \u20ac \ud83d\ude42";
        for (PiecewiseInput pieces : allCuts(text + "\n")) {
            compare("decoded-in-pieces", List.of(text), pieces);
        }
    }

    private void lineEnds() throws IOException {
        compare("windows", List.of("a", "b"), PiecewiseInput.merged(bytes("a\r\nb\r\n")));
        compare("windows", List.of("a", "b"), PiecewiseInput.single(bytes("a\r\nb\r\n")));
        compare("every-cr-dropped", List.of("a\rb", "c"), PiecewiseInput.merged(bytes("a\rb\nc\r\n")));
        compare("empty-lines", List.of("", "", "a", ""), PiecewiseInput.merged(bytes("\n\r\na\n\n")));
    }

    private void endOfStream() throws IOException {
        compare("differs", List.of(), PiecewiseInput.merged(bytes("")));
        compare("half-line-as-a-line", List.of("one"), PiecewiseInput.merged(bytes("one\nhal")));
        compare("half-line-as-a-line", List.of("one"), PiecewiseInput.single(bytes("one\nhal")));
    }

    private void timeOuts() throws IOException {
        for (PiecewiseInput pieces : allCuts("one\ntwo\r\nthr\u20ace\n")) {
            compare("timeout-loses-half", List.of("one", "two", "thr\u20ace"), pieces.withTimeouts());
        }
    }

    private void maximum() throws IOException {
        few("limit-moved", "1234567890\n", "1234567890");
        few("limit-moved", "12345678901\n", TOO_LONG);
        few("counts-characters", "\u20ac\u20ac\u20ac1\n", "\u20ac\u20ac\u20ac1");
        few("counts-characters", "\u20ac\u20ac\u20ac\u20ac\n", TOO_LONG);
    }

    private static void few(String key, String sent, String expected) throws IOException {
        for (PiecewiseInput pieces : allCuts(sent)) {
            List<String> seen = lines(pieces, FEW_BYTES);
            String what =
                    where(pieces) + " (" + Checks.quoted(sent) + ", with at most " + FEW_BYTES + " bytes in a line)";
            boolean goesOn = seen.size() > 1 && seen.get(0).equals(TOO_LONG);
            compare(goesOn ? "rest-as-a-line" : key, List.of(expected), seen, what);
        }
    }

    private void endless() throws IOException {
        Endless in = new Endless();
        List<String> seen = lines(in, FEW_BYTES, 1);
        Checks.that(
                "measured-too-late",
                seen.equals(List.of(TOO_LONG)) && in.taken <= READ_AHEAD,
                "a TooLongException as soon as there are more than " + FEW_BYTES + " bytes",
                "after " + in.taken + " bytes without a line end: " + shown(seen));
    }

    private void afterALongLine() throws IOException {
        for (PiecewiseInput pieces : allCuts("this line is much too long\nnext\n")) {
            List<String> seen = lines(pieces, FEW_BYTES);
            compare("rest-as-a-line", List.of(TOO_LONG, "next"), seen, where(pieces));
        }
    }

    private void random() throws IOException {
        String text = "ada: hello\n\nbob: 5 \u20ac\r\ncyd: \ud83d\ude42\nand so on\ndan: a\rb\n";
        List<String> expected =
                List.of("ada: hello", "", "bob: 5 \u20ac", "cyd: \ud83d\ude42", "and so on", "dan: a\rb");
        for (int seed = 1; seed <= RANDOM_CUTS; seed++) {
            compare("differs", expected, PiecewiseInput.random(seed, bytes(text)));
            compare(
                    "differs",
                    expected,
                    PiecewiseInput.random(seed, bytes(text)).withTimeouts());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static List<PiecewiseInput> allCuts(String text) {
        List<PiecewiseInput> all = new ArrayList<>(PiecewiseInput.everyCut(bytes(text)));
        all.add(PiecewiseInput.merged(bytes(text)));
        all.add(PiecewiseInput.single(bytes(text)));
        return all;
    }

    private static void compare(String key, List<String> expected, PiecewiseInput pieces) throws IOException {
        compare(key, expected, lines(pieces, MAX_BYTES), where(pieces));
    }

    /** Where the bytes are cut, like "12 bytes, cut after byte 1, 5". */
    private static String where(PiecewiseInput pieces) {
        return pieces.toString().replace("{", "byte ").replace("}", "");
    }

    private static void compare(String key, List<String> expected, List<String> seen, String what) {
        Checks.that(key, expected.equals(seen), shown(expected) + " from " + what, shown(seen));
    }

    private static String shown(List<String> lines) {
        return lines.isEmpty() ? "no line" : lines.stream().map(Checks::quoted).collect(Collectors.joining(", "));
    }

    private static List<String> lines(InputStream in, int maxBytes) throws IOException {
        return lines(in, maxBytes, 20);
    }

    /** What comes out until the end of the stream, at most so much of it. */
    private static List<String> lines(InputStream in, int maxBytes, int most) throws IOException {
        LineReader reader = new LineReader(in, maxBytes);
        List<String> lines = new ArrayList<>();
        while (lines.size() < most) {
            try {
                String line = reader.readLine();
                if (line == null) {
                    return lines;
                }
                lines.add(line);
            } catch (LineReader.TooLongException e) {
                lines.add(TOO_LONG);
            } catch (SocketTimeoutException e) {
                continue; // once more: it should go on where it has stopped
            }
        }
        return lines;
    }

    /** After these bytes nothing more comes, and no end. */
    private static final class ThenSilence extends InputStream {
        private final InputStream bytes;

        ThenSilence(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = bytes.read(into, offset, length);
            if (count < 0) {
                waitForEver();
            }
            return count;
        }

        @Override
        public int available() throws IOException {
            return bytes.available();
        }

        private static void waitForEver() throws IOException {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    /** Very many bytes, and not one line end among them. */
    private static final class Endless extends InputStream {
        private int taken;

        @Override
        public int read() {
            return taken++ < MUCH ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (taken >= MUCH) {
                return -1;
            }
            Arrays.fill(into, offset, offset + length, (byte) 'x');
            taken += length;
            return length;
        }
    }
}
