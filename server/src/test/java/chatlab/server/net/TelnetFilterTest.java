package chatlab.server.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import chatlab.protocol.Chat1;
import chatlab.protocol.EndlessLineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes are written as the characters of ISO 8859-1: one for each. */
class TelnetFilterTest {
    /** What PuTTY begins with: WILL and DO, and a window size of 80 columns and 10 rows, in which there is a 10 as in LF. */
    private static final String PUTTY =
            "\u00ff\u00fb\u001f\u00ff\u00fb \u00ff\u00fb\u0018\u00ff\u00fb'\u00ff\u00fd\u0001\u00ff\u00fb"
                    + "\u0003\u00ff\u00fd\u0003" + "\u00ff\u00fa\u001f\0P\0\n\u00ff\u00f0";

    private final AtomicInteger commands = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({
        "hello, hello",
        "\u00ff\u00fb\u001fhello, hello",
        "he\u00ff\u00f1llo, hello",
        "he\u00ff\u00fa\u0018\u0000XTERM\u00ff\u00ff\u00ff\u00f0llo, hello",
        "helx\u00ff\u00f7lo, 'helx\blo'",
        "a\u00ff\u00ffb, a\u00ffb",
        "a\u00ffb, ab",
        "a\u00ff\u00fb, a",
        "a\u00ff, a",
        "a\u00ff\u00fa\u0018 never ended, a"
    })
    void commandsAreTakenOutHoweverTheBytesAreCut(String sent, String text) throws Exception {
        assertThat(keepText(sent, sent.length())).isEqualTo(text);
        for (int size = 1; size < sent.length(); size++) {
            assertThat(keepText(sent, size)).as("in pieces of %d", size).isEqualTo(text);
        }
    }

    @Test
    void negotiationOfPuttyIsNoTextAndNoLineEnd() throws Exception {
        for (int size = 1; size <= PUTTY.length(); size++) {
            assertThat(keepText(PUTTY + "hello\r\n", size)).isEqualTo("hello\r\n");
        }
    }

    @Test
    void commandWithoutEndIsAnEndlessLine() throws Exception {
        TelnetFilter filter = plain("hello\u00ff\u00fa" + "\n".repeat(Chat1.ENDLESS_LINE), 100);
        assertThat(filter.read(new byte[100], 0, 100)).isEqualTo(5);
        assertThatThrownBy(() -> filter.read(new byte[100], 0, 100)).isInstanceOf(EndlessLineException.class);
    }

    /** The reader may wait for text for a long time after a command. */
    @Test
    void commandIsToldBeforeTheNextTextArrives() throws Exception {
        InputStream onlyCommands = new InputStream() {
            private final byte[] bytes = "\u00ff\u00f1".getBytes(ISO_8859_1);
            private int read;

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (read == bytes.length) {
                    assertThat(commands).hasValue(1);
                    return -1;
                }
                buffer[offset] = bytes[read++];
                return 1;
            }

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }
        };
        TelnetFilter filter = new TelnetFilter(onlyCommands, () -> true, commands::incrementAndGet);
        assertThat(filter.read(new byte[100], 0, 100)).isEqualTo(-1);
    }

    @Test
    void manyCommandsInManyLinesAreTakenOut() throws Exception {
        String sent = "a\u00ff\u00f1\n".repeat(Chat1.ENDLESS_LINE);
        assertThat(text(plain(sent, 1000), 1000)).isEqualTo("a\n".repeat(Chat1.ENDLESS_LINE));
    }

    @Test
    void bytesOfRichClientAreLeftAsTheyAre() throws Exception {
        String sent = "a\u00ff\u00f1b";
        TelnetFilter filter = new TelnetFilter(pieces(sent, 4), () -> false, () -> fail("a command of a rich client"));
        assertThat(text(filter, 4)).isEqualTo(sent);
    }

    private String keepText(String sent, int size) throws IOException {
        return text(plain(sent, size), size);
    }

    private TelnetFilter plain(String sent, int size) {
        return new TelnetFilter(pieces(sent, size), () -> true, commands::incrementAndGet);
    }

    /** A stream of which each read gets {@code size} bytes. */
    private static InputStream pieces(String sent, int size) {
        return new ByteArrayInputStream(sent.getBytes(ISO_8859_1)) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(size, length));
            }
        };
    }

    /** All reads go to the same place of a buffer that is larger. */
    private static String text(TelnetFilter filter, int size) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[size + 2];
        for (int kept = filter.read(buffer, 2, size); kept > 0; kept = filter.read(buffer, 2, size)) {
            text.append(new String(buffer, 2, kept, ISO_8859_1));
        }
        return text.toString();
    }
}
