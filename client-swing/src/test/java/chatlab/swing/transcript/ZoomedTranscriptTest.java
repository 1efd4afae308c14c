package chatlab.swing.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatLightLaf;
import java.awt.event.InputEvent;
import java.awt.event.MouseWheelEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

/** Works without a display. */
class ZoomedTranscriptTest {
    @Test
    void withCtrlTheWheelIsLeftToTheWindow() throws Exception {
        List<Integer> heard = new ArrayList<>();
        SwingUtilities.invokeAndWait(() -> {
            FlatLightLaf.setup();
            Talk talk = new Talk();
            TranscriptView view = new TranscriptView(talk.room, talk.actions, talk.clock);
            JPanel window = new JPanel();
            window.add(view);
            window.addMouseWheelListener(e -> heard.add(e.getWheelRotation()));
            window.addNotify(); // or events would not go up to it

            turn(view, 0, 1);
            turn(view, InputEvent.CTRL_DOWN_MASK, -1);
        });
        assertThat(heard).containsExactly(-1);
    }

    private static void turn(TranscriptView view, int modifiers, int rotation) {
        view.pane()
                .dispatchEvent(new MouseWheelEvent(
                        view.pane(),
                        MouseWheelEvent.MOUSE_WHEEL,
                        0,
                        modifiers,
                        5,
                        5,
                        0,
                        false,
                        MouseWheelEvent.WHEEL_UNIT_SCROLL,
                        3,
                        rotation));
    }
}
