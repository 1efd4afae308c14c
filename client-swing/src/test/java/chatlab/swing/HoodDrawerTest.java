package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.hood.HoodPanel;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.net.ChatSession;
import chatlab.swing.testing.NeedsFonts;
import chatlab.swing.ui.ChatLook;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NeedsFonts.class)
class HoodDrawerTest {
    private final List<HoodPanel> made = new ArrayList<>();

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

    private HoodPanel make() {
        Chat chat = new Chat(Clock.systemUTC());
        ChatSession session = new ChatSession(chat, () -> {});
        made.add(new HoodPanel(session, chat, new Actions(chat, session, () -> {})));
        return made.get(0);
    }
}
