package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Event;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Feed;
import chatlab.swing.testing.NeedsFonts;
import chatlab.swing.transcript.TranscriptView;
import chatlab.swing.ui.ChatLook;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Works without a display. */
@ExtendWith(NeedsFonts.class)
class TranscriptViewsTest {
    private final Chat chat = new Chat(Clock.systemUTC());
    private final Feed feed = new Feed(chat, lines -> {});
    private final Actions actions = new Actions(chat, lines -> {}, () -> {});

    /** The partners in the conversations with a renewed look. */
    private final List<String> renewed = new ArrayList<>();

    @Test
    void anotherLookIsGivenToAViewWhenItIsShown() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            ChatLook.set(false);
            TranscriptViews views = new TranscriptViews(chat, actions, () -> {});
            join("lab-3");
            actions.talkTo("bob");
            watch("bob", views.open());
            actions.talkTo("cyd");
            TranscriptView shown = views.open();
            watch("cyd", shown);
            new JPanel().add(shown);

            views.updateUI();
            assertThat(renewed).isEmpty(); // the update of the window renews cyd's view

            actions.talkTo("bob");
            views.open();
            views.open();
            assertThat(renewed).containsExactly("bob");
        });
    }

    @Test
    void draftIsKeptForPersonAndServer() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            ChatLook.set(false);
            TranscriptViews views = new TranscriptViews(chat, actions, () -> {});
            join("lab-3");
            views.refresh();
            actions.talkTo("bob").setDraft("the answer is");
            views.open();

            join("lab-4");
            views.refresh();
            actions.talkTo("bob");
            views.open();
            assertThat(chat.open().draft()).isEmpty();

            join("lab-3");
            views.refresh();
            actions.talkTo("bob");
            views.open();
            assertThat(chat.open().draft()).isEqualTo("the answer is");
        });
    }

    private void join(String server) {
        feed.begin(server, "ada");
        feed.connecting();
        feed.greeted();
        feed.received(Event.parse(
                        "HELLO proto=1 server=1 run=r you=ada token=t room=lobby ping=60 line=4096 paste=500 :Room 12")
                .orElseThrow());
    }

    private void watch(String name, TranscriptView view) {
        view.pane().addPropertyChangeListener("UI", e -> renewed.add(name));
    }
}
