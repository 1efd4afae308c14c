package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void partOfAnArrayIsDecoded() throws Exception {
        byte[] bytes = Utf8.encode("x\u017c\u00f3\u0142w \uD83D\uDC22y");
        assertThat(Utf8.decode(bytes, 1, bytes.length - 2)).isEqualTo("\u017c\u00f3\u0142w \uD83D\uDC22");
        assertThat(Utf8.decode(bytes, 0, 1)).isEqualTo("x");
        assertThat(Utf8.decode(bytes, 0, 0)).isEmpty();
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        int[][] wrong = {
            {0xFF},
            {0x80},
            {0xC3},
            {0xC0, 0x80},
            {0xE0, 0x80, 0xAF},
            {0xED, 0xA0, 0x80},
            {0xF4, 0x90, 0x80, 0x80},
            {'a', 0xE9}
        };
        for (int[] numbers : wrong) {
            byte[] bytes = new byte[numbers.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) numbers[i];
            }
            assertThatThrownBy(() -> Utf8.decode(bytes, 0, bytes.length)).isInstanceOf(CharacterCodingException.class);
        }
    }

    @Test
    void replacementCharacterInTheInputIsAccepted() throws Exception {
        byte[] bytes = Utf8.encode("a\uFFFDb");
        assertThat(Utf8.decode(bytes, 0, bytes.length)).isEqualTo("a\uFFFDb");
    }

    @Test
    void lengthCountsBytesAndNotCharacters() {
        assertThat(Utf8.length("a\u00e9\u20ac\uD83D\uDC22")).isEqualTo(1 + 2 + 3 + 4);
    }
}
