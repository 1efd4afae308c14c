package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;

import javax.swing.plaf.basic.BasicHTML;
import org.junit.jupiter.api.Test;

class AttentionTest {
    @Test
    void titleHasUnreadCountConversationAndServer() {
        assertThat(Attention.title(3, "lobby", "Room 12")).isEqualTo("(3) lobby – Room 12 – Chatlab");
        assertThat(Attention.title(0, "lobby", "Room 12")).isEqualTo("lobby – Room 12 – Chatlab");
        assertThat(Attention.title(0, "lobby", "")).isEqualTo("lobby – Chatlab");
        assertThat(Attention.title(0, "", "")).isEqualTo("Chatlab");
    }

    @Test
    void aLongPartIsCutSoThatTheOthersAreSeen() {
        String title = Attention.title(1, "lobby", "😀".repeat(1000));
        assertThat(title).isEqualTo("(1) lobby – " + "😀".repeat(39) + "… – Chatlab");
    }

    @Test
    void noTextInTheWindowIsRenderedAsHtml() {
        assertThat(BasicHTML.isHTMLString(Attention.title(0, "<html><img src=x>", "")))
                .isFalse();
    }
}
