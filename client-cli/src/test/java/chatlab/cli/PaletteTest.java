package chatlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.utils.AttributedStyle;
import org.jline.utils.Colors;
import org.junit.jupiter.api.Test;

class PaletteTest {

    @Test
    void allColoursCanBeReadOnBlackAndOnWhite() {
        for (int colour : Palette.NAMES) {
            assertThat(contrast(colour, 0)).as("%d on black", colour).isGreaterThan(3.5);
            assertThat(contrast(colour, 1)).as("%d on white", colour).isGreaterThan(3.5);
        }
        assertThat(contrast(Palette.GREY, 0)).isGreaterThan(3.5);
        assertThat(contrast(Palette.GREY, 1)).isGreaterThan(3.5);
    }

    @Test
    void aNameHasOneColourHoweverItIsWritten() {
        Palette palette = new Palette(256);
        assertThat(palette.name("Ada")).isEqualTo(palette.name("ada")).isNotEqualTo(AttributedStyle.DEFAULT);
    }

    @Test
    void noColorVariableTurnsColoursOff() {
        assertThat(Palette.of(256, "1").name("ada")).isEqualTo(AttributedStyle.DEFAULT);
        assertThat(Palette.of(256, "1").aside()).isEqualTo(AttributedStyle.DEFAULT);
        assertThat(Palette.of(256, "").name("ada")).isNotEqualTo(AttributedStyle.DEFAULT);
        assertThat(Palette.of(null, null).name("ada")).isEqualTo(AttributedStyle.DEFAULT);
    }

    /** As WCAG 2 defines it; {@code background} is the luminance of black or white. */
    private static double contrast(int colour, double background) {
        int rgb = Colors.rgbColor(colour);
        double luminance =
                0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
        double lighter = Math.max(luminance, background) + 0.05;
        double darker = Math.min(luminance, background) + 0.05;
        return lighter / darker;
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
