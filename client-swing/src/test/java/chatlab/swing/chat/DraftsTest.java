package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.model.Conversation;
import org.junit.jupiter.api.Test;

class DraftsTest {
    private final Drafts drafts = new Drafts();

    @Test
    void comeBackWithThePerson() {
        drafts.keep(typed(Conversation.with("bob"), "psst"));

        assertThat(givenBack(Conversation.with("ada"))).isEmpty();
        assertThat(givenBack(Conversation.ofRoom("bob"))).isEmpty();
        assertThat(givenBack(Conversation.with("BOB"))).isEqualTo("psst");
        assertThat(givenBack(Conversation.with("bob"))).isEmpty();
    }

    @Test
    void goAlongFromRoomToRoom() {
        drafts.keep(typed(Conversation.ofRoom("lobby"), "half a"));

        assertThat(givenBack(Conversation.ofRoom("kitchen"))).isEqualTo("half a");
    }

    @Test
    void doNotPushAsideWhatIsTyped() {
        drafts.keep(typed(Conversation.with("bob"), "old"));

        assertThat(givenBack(typed(Conversation.with("bob"), "new"))).isEqualTo("new");
    }

    @Test
    void areNotKeptForEver() {
        for (int i = 0; i <= Drafts.MAX; i++) {
            drafts.keep(typed(Conversation.with("eve" + i), "text " + i));
        }

        assertThat(givenBack(Conversation.with("eve0"))).isEmpty();
        assertThat(givenBack(Conversation.with("eve1"))).isEqualTo("text 1");
    }

    private String givenBack(Conversation conversation) {
        drafts.giveBack(conversation);
        return conversation.draft();
    }

    private static Conversation typed(Conversation conversation, String draft) {
        conversation.setDraft(draft);
        return conversation;
    }
}
