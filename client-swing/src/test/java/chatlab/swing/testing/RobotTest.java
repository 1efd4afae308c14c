package chatlab.swing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.HangLimit;
import chatlab.swing.ui.ChatLook;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JFrame;
import org.assertj.swing.core.Robot;
import org.assertj.swing.core.Settings;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JFileChooserFixture;
import org.assertj.swing.timing.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that clicks and types in a window as a user does. It is named {@code ...WindowTest}, and is skipped, with the
 * reason, where no window can be shown.
 *
 * <p>It also fails when a component is touched on a thread other than the event dispatch thread, and when any thread
 * ends in an uncaught exception. A test that fails leaves pictures of its windows in {@code target/failed}.
 */
@ExtendWith({NeedsScreen.class, Pictures.class})
@Tag("window")
public abstract class RobotTest {
    private static final Dimension SIZE = new Dimension(900, 650);

    /** Looks for components in the windows that this test has opened, and moves the mouse and types. */
    protected Robot robot;

    private final WholeKeyboard keyboard = new WholeKeyboard();
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private Thread.UncaughtExceptionHandler before;

    @BeforeAll
    static void watchThreads() {
        FailOnThreadViolationRepaintManager.install();
    }

    @BeforeEach
    final void startRobot() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> uncaught.add(e));
        robot = PatientRobot.create();
        Settings settings = robot.settings();
        settings.delayBetweenEvents(0);
        settings.eventPostingDelay(0);
        settings.idleTimeout(HangLimit.MILLIS);
        settings.timeoutToBeVisible(HangLimit.MILLIS);
        settings.timeoutToFindPopup(HangLimit.MILLIS);
        settings.timeoutToFindSubMenu(HangLimit.MILLIS);
        onEdt(() -> {
            ChatLook.set(false);
            KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(keyboard);
        });
    }

    @AfterEach
    final void stopRobot() {
        try {
            if (robot != null) {
                robot.cleanUp(); // closes the windows, too
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
            onEdt(() -> KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(keyboard));
        }
        assertThat(uncaught).as("uncaught exceptions").isEmpty();
    }

    /** Shows the component that is made here, on the event dispatch thread, in a window of 900 x 650. */
    protected final FrameFixture show(Supplier<? extends JComponent> content) {
        return showFrame(() -> {
            JFrame frame = new JFrame(getClass().getSimpleName());
            frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
            frame.setContentPane(content.get());
            return frame;
        });
    }

    /** Shows the window that is made here, on the event dispatch thread, in a size of 900 x 650. */
    protected final FrameFixture showFrame(Callable<? extends JFrame> maker) {
        FrameFixture window = new PatientFrame(robot, onEdt(() -> maker.call()));
        window.show(SIZE);
        return window;
    }

    /** Waits for a dialog until {@link HangLimit}; the default is half a minute. */
    private static final class PatientFrame extends FrameFixture {
        PatientFrame(Robot robot, JFrame frame) {
            super(robot, frame);
        }

        @Override
        public Timeout defaultDialogLookupTimeout() {
            return Timeout.timeout(HangLimit.MILLIS);
        }

        @Override
        public JFileChooserFixture fileChooser(String name) {
            return fileChooser(name, defaultDialogLookupTimeout()); // by itself it does not wait at all
        }
    }

    /** What the action returns or throws on the event dispatch thread. */
    protected static <T> T onEdt(Callable<T> action) {
        return Edt.call(action);
    }

    /** Runs the action on the event dispatch thread. */
    protected static void onEdt(Runnable action) {
        Edt.call(() -> {
            action.run();
            return null;
        });
    }

    /** Writes a picture of the window that was shown first, at double scale, to {@code target/pictures}. */
    protected final void screenshot(String name) {
        robot.waitForIdle();
        Window window = onEdt(() -> Pictures.showing().get(0));
        Pictures.save(window, 2, Path.of("target", "pictures", name + ".png"));
    }
}
