package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowPlaceTest {
    private static final Rectangle MAIN = new Rectangle(0, 30, 1280, 770);
    private static final Rectangle SECOND = new Rectangle(1280, 0, 1920, 1080);

    @Test
    void firstWindowIsInTheMiddle() {
        assertThat(WindowPlace.centred(new Dimension(1000, 700), MAIN)).isEqualTo(new Rectangle(140, 65, 1000, 700));
    }

    @Test
    void windowIsNeverLargerThanItsScreen() {
        assertThat(WindowPlace.centred(new Dimension(2000, 1400), MAIN)).isEqualTo(MAIN);
        assertThat(restored(new Rectangle(100, 100, 3000, 3000)).getSize()).isEqualTo(MAIN.getSize());
    }

    @Test
    void windowComesBackToItsPlace() {
        Rectangle onMain = new Rectangle(20, 40, 900, 600);
        Rectangle onSecond = new Rectangle(1400, 50, 900, 600);
        assertThat(restored(onMain)).isEqualTo(onMain);
        assertThat(restored(onSecond)).isEqualTo(onSecond);
    }

    @Test
    void windowOfAMissingScreenComesToTheMainScreen() {
        Rectangle middle = new Rectangle(190, 115, 900, 600);
        assertThat(restored(new Rectangle(5000, 50, 900, 600))).isEqualTo(middle);
        assertThat(restored(new Rectangle(-890, 50, 900, 600))).isEqualTo(middle);
        assertThat(restored(new Rectangle(100, -20, 900, 600))).isEqualTo(middle);
    }

    @Test
    void aWindowOverTwoScreensStaysThere() {
        Rectangle overBoth = new Rectangle(1000, 40, 900, 600);
        assertThat(restored(overBoth)).isEqualTo(overBoth);
    }

    @Test
    void aWindowOfWhichAPartCanBeSeenIsMovedOnToThatScreen() {
        Rectangle overBoth = new Rectangle(1100, 250, 900, 600);
        assertThat(WindowPlace.restored(overBoth, List.of(MAIN))).isEqualTo(new Rectangle(380, 200, 900, 600));
    }

    @Test
    void aWindowOfASecondScreenThatIsGoneComesToTheMainScreen() {
        Rectangle onSecond = new Rectangle(1400, 50, 1800, 1000);
        assertThat(WindowPlace.restored(onSecond, List.of(MAIN))).isEqualTo(MAIN);
    }

    @ParameterizedTest
    @CsvSource({"-32000, -32000, 160, 28", "300, 300, 1, 1", "1270, 790, 200, 100"})
    void tinyWindowIsEnlarged(int x, int y, int width, int height) {
        Rectangle place = WindowPlace.restored(new Rectangle(x, y, width, height), List.of(MAIN));
        assertThat(place.getSize()).isEqualTo(new Dimension(640, 480));
        assertThat(MAIN.contains(place)).isTrue();
    }

    private static Rectangle restored(Rectangle last) {
        return WindowPlace.restored(last, List.of(MAIN, SECOND));
    }
}
