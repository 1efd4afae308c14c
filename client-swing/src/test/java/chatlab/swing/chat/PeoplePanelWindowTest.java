package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.swing.testing.RobotTest;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees that is alone in the room. */
class PeoplePanelWindowTest extends RobotTest {
    private static final String HELLO = "HELLO proto=1 server=1 run=r you=ada token=t room=lobby ping=60%s :Room 12";

    private final List<String> opened = new CopyOnWriteArrayList<>();

    private FrameFixture showAlone(String web) {
        return show(() -> {
            Story story = new Story().joined();
            story.hears(String.format(HELLO, web));
            return new PeoplePanel(story.chat, story.actions, name -> {}, name -> {}, opened::add);
        });
    }

    @Test
    void pageOfTheServerIsShownBesideTheCommandToOpenAndToCopy() {
        FrameFixture window = showAlone(" web=8080");
        window.label("aloneCommand").requireVisible();
        window.button("alonePage").requireText("http://192.168.55.13:8080").click();
        await().untilAsserted(() -> assertThat(opened).containsExactly("http://192.168.55.13:8080"));
        window.button("aloneCopyPage").click();
        await().untilAsserted(() -> assertThat(onEdt(
                        () -> Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor)))
                .isEqualTo("http://192.168.55.13:8080"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " web=99999", " web=0", " web=x"})
    void serverWithoutPageHasNoLink(String web) {
        FrameFixture window = showAlone(web);
        window.label("aloneCommand").requireVisible();
        for (String link : List.of("alonePage", "aloneCopyPage")) {
            assertThat(onEdt(() -> robot.finder().findByName(link, false).isVisible()))
                    .isFalse();
        }
    }
}
