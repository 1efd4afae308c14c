package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;

import javax.swing.plaf.basic.BasicHTML;
import org.junit.jupiter.api.Test;

class WindowTitleTest {
    @Test
    void titleHasUnreadCountConversationAndServer() {
        assertThat(WindowTitle.of(3, "lobby", "Room 12")).isEqualTo("(3) lobby – Room 12 – Chatlab");
        assertThat(WindowTitle.of(0, "lobby", "Room 12")).isEqualTo("lobby – Room 12 – Chatlab");
        assertThat(WindowTitle.of(0, "lobby", "")).isEqualTo("lobby – Chatlab");
        assertThat(WindowTitle.of(0, "", "")).isEqualTo("Chatlab");
    }

    @Test
    void aLongPartIsCutSoThatTheOthersAreSeen() {
        String title = WindowTitle.of(1, "lobby", "😀".repeat(1000));
        assertThat(title).isEqualTo("(1) lobby – " + "😀".repeat(39) + "… – Chatlab");
    }

    @Test
    void noTextInTheWindowIsRenderedAsHtml() {
        assertThat(BasicHTML.isHTMLString(WindowTitle.of(0, "<html><img src=x>", "")))
                .isFalse();
    }
}
