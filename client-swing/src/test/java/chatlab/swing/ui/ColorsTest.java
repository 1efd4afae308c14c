package chatlab.swing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.testing.NeedsFonts;
import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.themes.FlatMacDarkLaf;
import com.formdev.flatlaf.themes.FlatMacLightLaf;
import java.awt.Color;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.swing.UIDefaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contrast of the colours. */
class ColorsTest {
    @ParameterizedTest
    @ValueSource(classes = {FlatLightLaf.class, FlatDarkLaf.class, FlatMacLightLaf.class, FlatMacDarkLaf.class})
    @ExtendWith(NeedsFonts.class)
    void namesCanBeReadInEveryTheme(Class<? extends FlatLaf> theme) throws ReflectiveOperationException {
        UIDefaults defaults = theme.getConstructor().newInstance().getDefaults();
        for (String key : new String[] {"TextArea.background", "Panel.background", "List.background"}) {
            for (int i = 0; i < 1_000; i++) {
                assertIsReadable(Colors.ofName("student" + i, defaults.getColor(key)), defaults.getColor(key));
            }
        }
    }

    @Test
    void onAnyGreyThereIsAColourForANameAnErrorAndSomethingDim() {
        for (int grey = 0; grey <= 255; grey++) {
            Color background = new Color(grey, grey, grey);
            Color foreground = grey < 128 ? Color.WHITE : Color.BLACK;
            assertIsReadable(Colors.ofName("ada", background), background);
            assertIsReadable(Colors.error(background), background);
            assertIsReadable(Colors.dim(foreground, background), background);
        }
    }

    @Test
    void namesThatCompareEqualHaveOneColour() {
        assertThat(Colors.ofName("Ada", Color.WHITE)).isEqualTo(Colors.ofName("ada", Color.WHITE));
    }

    @Test
    void aClassHasManyColours() {
        assertThat(colours(IntStream.range(0, 300).mapToObj(i -> "student" + i).toArray(String[]::new)))
                .hasSizeGreaterThanOrEqualTo(20);
        assertThat(colours("ada", "bob", "cyd", "dan", "eve")).hasSize(5);
    }

    @Test
    void readableColourIsNotChanged() {
        assertThat(Colors.readable(new Color(0x004080), Color.WHITE)).isEqualTo(new Color(0x004080));
    }

    @Test
    void contrastFollowsTheStandard() {
        assertThat(Colors.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
        assertThat(Colors.contrast(Color.GRAY, Color.GRAY)).isEqualTo(1);
    }

    private static Set<Color> colours(String... names) {
        return Set.of(names).stream()
                .map(name -> Colors.ofName(name, Color.WHITE))
                .collect(Collectors.toSet());
    }

    private static void assertIsReadable(Color text, Color background) {
        assertThat(Colors.contrast(text, background))
                .as("%s on %s", text, background)
                .isGreaterThanOrEqualTo(Colors.MIN_CONTRAST);
    }
}
