package chatlab.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    private static final String BOM = "\uFEFF";

    @Test
    void aLineEndsWithLfAndMayHaveACrBeforeIt() {
        assertThat(lines("unix\nwindows\r\n\n\r\ntwo\r\r\n")).containsExactly("unix", "windows", "", "", "two\r");
    }

    @Test
    void loneCrAndOtherLineSeparatorsEndNoLine() {
        assertThat(lines("one\rline\u000b\f\u001c\u0085\u2028\u2029!\n"))
                .containsExactly("one\rline\u000b\f\u001c\u0085\u2028\u2029!");
    }

    @Test
    void bytesAfterTheLastLfAreNoLine() {
        assertThat(lines("whole\ntorn")).containsExactly("whole");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void bytesAfterTheLastLfCanBeTakenAtTheEndOfTheStream() throws Exception {
        LineReader reader = reader(new ByteArrayInputStream("whole\nno end\r".getBytes(UTF_8)));
        assertThat(reader.readLine()).isEqualTo("whole");
        assertThat(reader.readLine()).isNull();
        assertThat(reader.takeRest()).isEqualTo("no end");
        assertThat(reader.takeRest()).isNull();
        assertThat(reader.readLine()).isNull();
    }

    @Test
    void restThatIsTooLongOrNotUtf8IsAnError() throws Exception {
        LineReader tooLong = reader(new ByteArrayInputStream(new byte[9000]));
        assertThat(tooLong.readLine()).isNull();
        assertThatThrownBy(tooLong::takeRest).isInstanceOf(BadLineException.class);
        assertThat(tooLong.takeRest()).isNull();
        LineReader notUtf8 = reader(new ByteArrayInputStream(new byte[] {(byte) 0xC3}));
        assertThat(notUtf8.readLine()).isNull();
        assertThatThrownBy(notUtf8::takeRest).isInstanceOf(BadLineException.class);
    }

    @Test
    void aByteOrderMarkIsDroppedAtTheStartOfAStreamOnly() {
        assertThat(lines(BOM + "first\n" + BOM + "second\n")).containsExactly("first", BOM + "second");
        assertThat(lines(BOM + "\n")).containsExactly("");
        assertThat(lines(BOM + BOM + "x\n")).containsExactly(BOM + "x");
        assertThat(lines("\n" + BOM + "x\n")).containsExactly("", BOM + "x");
    }

    @Test
    void aLineMayHave4096BytesBeforeItsLf() {
        String fits = "x".repeat(4096);
        String twoBytesEach = "é".repeat(2048);
        assertThat(lines(fits + "\n" + twoBytesEach + "\nnext\n")).containsExactly(fits, twoBytesEach, "next");
        assertThat(lines(fits + "y\nnext\n")).containsExactly("too-long", "next");
        assertThat(lines(twoBytesEach + "é\nnext\n")).containsExactly("too-long", "next");
        assertThat(lines(fits + "\r\nnext\n")).containsExactly("too-long", "next");
    }

    @Test
    void aLineThatIsTooLongIsThrownAwayToItsEnd() {
        String long60k = "x".repeat(60_000);
        assertThat(lines("before\n" + long60k + "\nafter\n" + long60k + "\nlast\n"))
                .containsExactly("before", "too-long", "after", "too-long", "last");
    }

    @Test
    void theReaderGivesUpWhenNoLineEndCameIn64KiB() {
        LineReader reader = reader(new ByteArrayInputStream(new byte[1_000_000]));
        assertThatThrownBy(reader::readLine).isInstanceOf(EndlessLineException.class);
    }

    @Test
    void anEndlessLineCostsNoMemoryAndNoTime() {
        AtomicLong given = new AtomicLong();
        AtomicLong most = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                given.addAndGet(length);
                most.set(Math.max(most.get(), target.length));
                return length; // what the array holds does not matter, as long as it is no LF
            }
        };
        assertThatThrownBy(reader(endless)::readLine).isInstanceOf(EndlessLineException.class);
        assertThat(given.get()).isBetween(64L * 1024, 80L * 1024);
        assertThat(most.get()).isLessThanOrEqualTo(16 * 1024);
    }

    @Test
    void bytesThatAreNotUtf8AreAnErrorAndNoReplacementCharacters() {
        String notUtf8 = new String(new char[] {0xC3, 0x28}); // a lead byte with nothing that follows it
        String overlong = new String(new char[] {0xC0, 0xAF}); // a slash that hides
        String surrogate = new String(new char[] {0xED, 0xA0, 0x80});
        String latin1 = "caf\u00e9";
        byte[] bytes = (notUtf8 + "\n" + overlong + "\n" + surrogate + "\n" + latin1 + "\nfine\n").getBytes(ISO_8859_1);
        assertThat(lines(reader(new ByteArrayInputStream(bytes))))
                .containsExactly("bad-utf8", "bad-utf8", "bad-utf8", "bad-utf8", "fine");
    }

    @Test
    void linesAreTheSameHoweverTheStreamIsCut() {
        String text = BOM + "one\r\n\nżółw \uD83D\uDC22\n" + "x".repeat(5000) + "\nbad \u0000 nul\n" + "y".repeat(4096)
                + "\r\n" + "z".repeat(4095) + "\r\nend\nrest";
        byte[] bytes = text.getBytes(UTF_8);
        List<String> whole = lines(text);
        assertThat(whole).hasSize(8).startsWith("one", "", "żółw \uD83D\uDC22", "too-long");
        assertThat(lines(reader(new Pieces(bytes, () -> 1)))).isEqualTo(whole);
        Hostile hostile = new Hostile(1);
        for (int i = 0; i < 200; i++) {
            assertThat(lines(reader(new Pieces(bytes, () -> 1 + hostile.number(1500)))))
                    .isEqualTo(whole);
        }
    }

    @Test
    void randomBytesGiveTheSameLinesHoweverTheyAreCut() {
        Hostile hostile = new Hostile(2);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = hostile.bytes(20_000);
            List<String> whole = lines(reader(new ByteArrayInputStream(bytes)));
            assertThat(lines(reader(new Pieces(bytes, () -> 1 + hostile.number(700)))))
                    .isEqualTo(whole);
        }
    }

    @Test
    void aReadThatTimesOutLosesNothing() throws Exception {
        List<Integer> sizes = new ArrayList<>(List.of(4, 0, 1, 0, 3, 100));
        LineReader reader = reader(new Pieces("hello ada\n".getBytes(UTF_8), () -> sizes.remove(0)));
        assertThatThrownBy(reader::readLine).isInstanceOf(SocketTimeoutException.class);
        assertThat(reader.isMidLine()).isTrue();
        assertThatThrownBy(reader::readLine).isInstanceOf(SocketTimeoutException.class);
        assertThat(reader.readLine()).isEqualTo("hello ada");
        assertThat(reader.isMidLine()).isFalse();
    }

    @Test
    void aTooLongLineIsStillOneErrorWhenReadsTimeOutWithinIt() throws Exception {
        byte[] bytes = ("x".repeat(6000) + "\nnext\n").getBytes(UTF_8);
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            sizes.addAll(List.of(100, 0));
        }
        LineReader reader = reader(new Pieces(bytes, () -> sizes.remove(0)));
        List<String> seen = new ArrayList<>();
        while (seen.size() < 2) {
            try {
                seen.add(reader.readLine());
            } catch (BadLineException e) {
                seen.add(e.code().wire());
            } catch (SocketTimeoutException e) {
                assertThat(reader.isMidLine()).isTrue();
            }
        }
        assertThat(seen).containsExactly("too-long", "next");
    }

    @Test
    void hasLineAndIsMidLineReadNothing() throws Exception {
        LineReader reader = reader(new ByteArrayInputStream("one\ntwo\nthr".getBytes(UTF_8)));
        assertThat(reader.hasLine()).isFalse();
        assertThat(reader.readLine()).isEqualTo("one");
        assertThat(reader.hasLine()).isTrue();
        assertThat(reader.isMidLine()).isFalse();
        assertThat(reader.readLine()).isEqualTo("two");
        assertThat(reader.hasLine()).isFalse();
        assertThat(reader.isMidLine()).isTrue();
        assertThat(reader.readLine()).isNull();
    }

    private static LineReader reader(InputStream in) {
        return new LineReader(in, Chat1.CLIENT_LINE);
    }

    private static List<String> lines(String text) {
        return lines(reader(new ByteArrayInputStream(text.getBytes(UTF_8))));
    }

    /** All lines to the end, and the code of the error where one could not be read. */
    private static List<String> lines(LineReader reader) {
        List<String> lines = new ArrayList<>();
        while (true) {
            try {
                String line = reader.readLine();
                if (line == null) {
                    return lines;
                }
                lines.add(line);
            } catch (BadLineException e) {
                lines.add(e.code().wire());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
