package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.hood.HoodPanel;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.net.ChatSession;
import chatlab.swing.testing.NeedsFonts;
import chatlab.swing.ui.ChatLook;
import com.formdev.flatlaf.util.UIScale;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(NeedsFonts.class)
class HoodDrawerTest {
    private final List<HoodPanel> made = new ArrayList<>();

    /** Ends the threads of the panels. */
    @AfterEach
    void closePanels() throws Exception {
        SwingUtilities.invokeAndWait(() -> made.forEach(HoodPanel::close));
    }

    @Test
    void panelThatIsOpenedAgainIsTheSame() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            ChatLook.set(false);
            HoodDrawer drawer = new HoodDrawer(new JPanel(), this::make);
            drawer.setOpen(true);
            drawer.setOpen(false);
            assertThat(SwingUtilities.isDescendingFrom(made.get(0), drawer)).isFalse();
            drawer.setOpen(true);

            assertThat(made).hasSize(1);
            assertThat(SwingUtilities.isDescendingFrom(made.get(0), drawer)).isTrue();
        });
    }

    @Test
    void panelGetsANewLookAtItsNextOpening() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            ChatLook.set(false);
            HoodDrawer drawer = new HoodDrawer(new JPanel(), this::make);
            List<Object> looks = new ArrayList<>();
            drawer.setOpen(true);
            made.get(0).getComponent(0).addPropertyChangeListener("UI", e -> looks.add(e.getNewValue()));
            drawer.setOpen(false);
            drawer.setOpen(true);
            assertThat(looks).isEmpty();

            drawer.setOpen(false);
            SwingUtilities.updateComponentTreeUI(drawer);
            drawer.setOpen(true);
            assertThat(looks).hasSize(1);
            drawer.setOpen(false);
            drawer.setOpen(true);
            assertThat(looks).hasSize(1);
        });
    }

    /** 33 and 60 steps of the grid: what the chat cannot do without, and what it has with five lines. */
    @ParameterizedTest
    @CsvSource({"1, 430, 240", "2, 640, 464", "3, 620, 396"})
    void chatKeepsItsRoomInALowWindow(int zoom, int height, int least) throws Exception {
        JPanel chat = new JPanel();
        SwingUtilities.invokeAndWait(() -> {
            UIScale.setZoomFactor(zoom);
            ChatLook.set(false);
            HoodDrawer drawer = new HoodDrawer(chat, this::make);
            drawer.addNotify(); // or it would not be laid out
            drawer.setSize(1000, height);
            drawer.validate();
            drawer.setOpen(true);
            drawer.validate();
        });
        SwingUtilities.invokeAndWait(() -> {
            chat.getParent().validate();
            UIScale.setZoomFactor(1);
            assertThat(chat.getHeight()).isBetween(least, height - zoom * 36); // the tabs of the panel
        });
    }

    private HoodPanel make() {
        Chat chat = new Chat(Clock.systemUTC());
        ChatSession session = new ChatSession(chat, () -> {});
        made.add(new HoodPanel(session, chat, new Actions(chat, session, () -> {})));
        return made.get(0);
    }
}
