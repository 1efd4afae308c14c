package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import chatlab.swing.testing.RobotTest;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.Rectangle;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JFrame;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saving the place of a window. */
class WindowPlaceWindowTest extends RobotTest {
    private static final Dimension SIZE = new Dimension(800, 600);

    private final UserSettings settings = new UserSettings(new MemoryPreferences());
    private final AtomicReference<WindowPlace> place = new AtomicReference<>();

    @ParameterizedTest
    @ValueSource(ints = {Frame.ICONIFIED, Frame.MAXIMIZED_BOTH})
    void placeBeforeIconOrMaximizedIsSaved(int state) {
        assumeFalse(System.getProperty("awt.toolkit", "").contains("cacio"), "off screen, no window becomes an icon");
        FrameFixture window = showFrame(() -> {
            JFrame frame = new JFrame();
            place.set(new WindowPlace(frame));
            place.get().restore(settings);
            return frame;
        });
        Frame frame = window.target();
        onEdt(() -> frame.setBounds(60, 70, SIZE.width, SIZE.height));
        await().until(() -> onEdt(() -> kept().getSize()).equals(SIZE));
        onEdt(() -> frame.setExtendedState(state));
        await().until(() -> onEdt(frame::getExtendedState) == state);
        onEdt(() -> frame.setBounds(-32000, -32000, 160, 28)); // the place that Windows reports for an icon
        robot.waitForIdle();
        assertThat(onEdt(this::kept).getSize()).isEqualTo(SIZE);
        assertThat(onEdt(this::kept).x).isNotNegative();
        assertThat(settings.isMaximized()).isEqualTo(state == Frame.MAXIMIZED_BOTH);
    }

    private Rectangle kept() {
        place.get().keep(settings);
        return settings.bounds().orElseThrow();
    }
}
