package chatlab.swing.hood;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WirePageTest {
    @Test
    void bytesAreShownInHexAndAsCharactersWithTheLfAsWell() {
        assertThat(WirePage.hex("/say@k3 hé\n"))
                .isEqualTo("0000  2F 73 61 79 40 6B 33 20 68 C3 A9 0A              /say@k3 h...\n");
    }

    @Test
    void sixteenBytesStandInARow() {
        assertThat(WirePage.hex("0123456789abcdef\n")).isEqualTo("""
                        0000  30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66  0123456789abcdef
                        0010  0A                                               .
                        """);
    }

    @Test
    void emptyTextHasNoRows() {
        assertThat(WirePage.hex("")).isEmpty();
    }
}
