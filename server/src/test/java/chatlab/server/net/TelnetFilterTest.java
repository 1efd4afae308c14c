package chatlab.server.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes are written as the characters of ISO 8859-1: one for each. */
class TelnetFilterTest {
    /** What PuTTY begins with: WILL and DO, and a window size of 80 columns and 10 rows, in which there is a 10 as in LF. */
    private static final String PUTTY =
            "\u00ff\u00fb\u001f\u00ff\u00fb \u00ff\u00fb\u0018\u00ff\u00fb'\u00ff\u00fd\u0001\u00ff\u00fb"
                    + "\u0003\u00ff\u00fd\u0003" + "\u00ff\u00fa\u001f\0P\0\n\u00ff\u00f0";

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
    void commandsAreTakenOutHoweverTheBytesAreCut(String sent, String text) {
        assertThat(keepText(sent, sent.length())).isEqualTo(text);
        for (int size = 1; size < sent.length(); size++) {
            assertThat(keepText(sent, size)).as("in pieces of %d", size).isEqualTo(text);
        }
    }

    @Test
    void whatPuttyBeginsWithIsNoTextAndNoLineEnd() {
        for (int size = 1; size <= PUTTY.length(); size++) {
            assertThat(keepText(PUTTY + "hello\r\n", size)).isEqualTo("hello\r\n");
        }
    }

    @Test
    void countsWhatIsTakenOutSinceTheLastLineEnd() {
        TelnetFilter filter = new TelnetFilter();
        byte[] bytes = "a\n\u00ff\u00f1b\u00ff\u00f1".getBytes(ISO_8859_1);
        assertThat(filter.hasSeenCommand()).isFalse();
        filter.keepText(bytes, 0, bytes.length);
        assertThat(filter.taken()).isEqualTo(4);
        assertThat(filter.hasSeenCommand()).isTrue();
        filter.keepText(new byte[] {'\n'}, 0, 1);
        assertThat(filter.taken()).isZero();
    }

    /** All pieces go to the same place of a buffer that is larger, as reads do. */
    private static String keepText(String sent, int size) {
        TelnetFilter filter = new TelnetFilter();
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[size + 2];
        for (int i = 0; i < sent.length(); i += size) {
            byte[] piece = sent.substring(i, Math.min(i + size, sent.length())).getBytes(ISO_8859_1);
            System.arraycopy(piece, 0, buffer, 2, piece.length);
            int kept = filter.keepText(buffer, 2, piece.length);
            text.append(new String(buffer, 2, kept, ISO_8859_1));
        }
        return text.toString();
    }
}
