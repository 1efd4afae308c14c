package chatlab.swing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.testing.NeedsFonts;
import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Color;
import java.awt.Insets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.UIDefaults;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of both themes, from their properties files. */
@ExtendWith(NeedsFonts.class)
class ThemeColorTest {
    /** WCAG 2.1, 1.4.3, for text of normal size. */
    private static final double MIN_CONTRAST = 4.5;

    private static final List<String> PLACES = List.of("surface", "side", "code", "selection");

    /** The colours of text, with the surfaces that each of them stands on. */
    private static final Map<String, List<String>> TEXTS = Map.ofEntries(
            Map.entry("text", List.of("surface", "side", "code", "selection", "notice", "found")),
            Map.entry("dim", List.of("surface", "side", "code", "selection", "notice", "found")),
            Map.entry("link", List.of("surface", "code", "selection", "notice", "found")),
            Map.entry("keyword", List.of("code", "selection", "found")),
            Map.entry("literal", List.of("code", "selection", "found")),
            Map.entry("red", List.of("surface", "selection", "found")),
            Map.entry("noticeText", List.of("notice")),
            Map.entry("onAccent", List.of("accent")),
            Map.entry("onDisc", discs()));

    /** What stands beside text, and not below it. */
    private static final Set<String> LINES = Set.of("hairline", "mentionBar", "online");

    @BeforeAll
    static void findTheProperties() {
        FlatLaf.registerCustomDefaultsSource("chatlab.swing.theme");
    }

    @ParameterizedTest
    @ValueSource(classes = {FlatLightLaf.class, FlatDarkLaf.class})
    void eachTextCanBeReadOnEachSurfaceThatItStandsOn(Class<? extends FlatLaf> theme)
            throws ReflectiveOperationException {
        UIDefaults defaults = theme.getConstructor().newInstance().getDefaults();
        TEXTS.forEach((text, surfaces) -> surfaces.forEach(
                surface -> assertThat(contrast(defaults.getColor("Chat." + text), defaults.getColor("Chat." + surface)))
                        .as("%s on %s", text, surface)
                        .isGreaterThanOrEqualTo(MIN_CONTRAST)));
    }

    @ParameterizedTest
    @ValueSource(classes = {FlatLightLaf.class, FlatDarkLaf.class})
    void textCanBeReadUnderTheMouse(Class<? extends FlatLaf> theme) throws ReflectiveOperationException {
        UIDefaults defaults = theme.getConstructor().newInstance().getDefaults();
        for (String text : List.of("text", "dim", "link")) {
            assertThat(contrast(defaults.getColor("Chat." + text), defaults.getColor("TabbedPane.hoverColor")))
                    .as(text)
                    .isGreaterThanOrEqualTo(MIN_CONTRAST);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {FlatLightLaf.class, FlatDarkLaf.class})
    void defaultButtonCanBeReadInEachState(Class<? extends FlatLaf> theme) throws ReflectiveOperationException {
        UIDefaults defaults = theme.getConstructor().newInstance().getDefaults();
        for (String state : List.of("background", "focusedBackground", "hoverBackground", "pressedBackground")) {
            assertThat(contrast(
                            defaults.getColor("Button.default.foreground"),
                            defaults.getColor("Button.default." + state)))
                    .as(state)
                    .isGreaterThanOrEqualTo(MIN_CONTRAST);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {FlatLightLaf.class, FlatDarkLaf.class})
    void eachColourIsATextASurfaceOrALine(Class<? extends FlatLaf> theme) throws ReflectiveOperationException {
        Set<String> known = new TreeSet<>(LINES);
        known.addAll(TEXTS.keySet());
        TEXTS.values().forEach(known::addAll);
        known.addAll(PLACES);
        Set<String> ours = theme.getConstructor().newInstance().getDefaults().keySet().stream()
                .map(String::valueOf)
                .filter(key -> key.startsWith("Chat."))
                .map(key -> key.substring("Chat.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ours).isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(classes = {FlatLightLaf.class, FlatDarkLaf.class})
    void eachToneHasAColour(Class<? extends FlatLaf> theme) throws ReflectiveOperationException {
        UIDefaults defaults = theme.getConstructor().newInstance().getDefaults();
        for (ThemeColor tone : ThemeColor.values()) {
            assertThat(defaults.getColor(tone.key)).as(tone.key).isNotNull();
        }
    }

    @Test
    void scrollPaneHasNoBoxAfterAChangeOfTheTheme() {
        for (String border : List.of("ScrollPane.border", "Table.scrollPaneBorder")) {
            assertThat(new FlatLightLaf().getDefaults().getBorder(border).getBorderInsets(null))
                    .as(border)
                    .isEqualTo(new Insets(0, 0, 0, 0));
        }
    }

    @Test
    void namesThatCompareEqualHaveOneColour() {
        assertThat(Disc.number("Ada")).isEqualTo(Disc.number("ada"));
    }

    @Test
    void aClassUsesAllColours() {
        Set<Integer> numbers = new LinkedHashSet<>();
        IntStream.range(0, 100).forEach(i -> numbers.add(Disc.number("student" + i)));
        assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    private static List<String> discs() {
        // and the disc of a person that is away
        return Stream.concat(IntStream.rangeClosed(1, 8).mapToObj(number -> "disc" + number), Stream.of("discAway"))
                .toList();
    }

    /** The contrast ratio of two colours, 1 to 21, after WCAG 2.1. */
    private static double contrast(Color a, Color b) {
        double one = luminance(a) + 0.05;
        double other = luminance(b) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int component) {
        double c = component / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
