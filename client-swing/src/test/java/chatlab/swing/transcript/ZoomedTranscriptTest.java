package chatlab.swing.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chatlab.swing.testing.NeedsFonts;
import chatlab.swing.ui.ChatLook;
import com.formdev.flatlaf.util.UIScale;
import java.awt.event.InputEvent;
import java.awt.event.MouseWheelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.swing.JLayeredPane;
import javax.swing.JPanel;
import javax.swing.JTextPane;
import javax.swing.SwingUtilities;
import javax.swing.text.BadLocationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Works without a display. */
@ExtendWith(NeedsFonts.class)
class ZoomedTranscriptTest {
    @Test
    void withCtrlTheWheelIsLeftToTheWindow() throws Exception {
        List<Integer> heard = new ArrayList<>();
        SwingUtilities.invokeAndWait(() -> {
            ChatLook.set(false);
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

    @Test
    void indentsFollowTheZoomAndSurviveATheme() throws Exception {
        Talk talk = new Talk();
        talk.bobSays("hi");
        List<TranscriptView> views = new ArrayList<>();
        SwingUtilities.invokeAndWait(() -> {
            ChatLook.set(true);
            views.add(new TranscriptView(talk.room, talk.actions, talk.clock));
            views.get(0).refresh();
        });
        double text = indent(views.get(0), "hi");
        assertThat(text).isEqualTo(indent(views.get(0), "bob"));

        zoom(views.get(0), 2);
        assertThat(indent(views.get(0), "hi")).isCloseTo(2 * text, within(2.0));

        SwingUtilities.invokeAndWait(() -> ChatLook.set(false));
        zoom(views.get(0), 1);
        assertThat(indent(views.get(0), "hi")).isEqualTo(text);
    }

    @Test
    void wordsOfTheEmptyTranscriptComeBackWhenTheOnlyMessageIsDiscarded() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            ChatLook.set(false);
            Talk talk = new Talk();
            TranscriptView view = new TranscriptView(talk.room, talk.actions, talk.clock);
            assertThat(hasWordsOfEmpty(view)).isTrue();
            talk.types("hello");
            talk.hears("ERR re=k1 code=muted :You are muted.");
            view.refresh();
            assertThat(hasWordsOfEmpty(view)).isFalse();
            talk.actions.discard(talk.room.pending().get(0));
            view.refresh();
            assertThat(hasWordsOfEmpty(view)).isTrue();
        });
    }

    private static boolean hasWordsOfEmpty(TranscriptView view) {
        JLayeredPane layers = (JLayeredPane) view.getComponent(1);
        return Stream.of(layers.getComponents())
                .anyMatch(layer -> "empty".equals(layer.getName()) && layer.isVisible());
    }

    private static void zoom(TranscriptView view, float factor) throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            UIScale.setZoomFactor(factor);
            SwingUtilities.updateComponentTreeUI(view);
        });
    }

    /** The pixels from the left edge to this text, after all events of the change of the look. */
    private static double indent(TranscriptView view, String text) throws Exception {
        SwingUtilities.invokeAndWait(() -> {});
        AtomicReference<Double> left = new AtomicReference<>();
        SwingUtilities.invokeAndWait(() -> {
            JTextPane pane = view.pane();
            pane.setSize(500, 500);
            try {
                left.set(pane.modelToView2D(pane.getText().indexOf(text)).getX());
            } catch (BadLocationException e) {
                throw new IllegalStateException(e);
            }
        });
        return left.get();
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
