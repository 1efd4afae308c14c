package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.model.Conversation;
import chatlab.swing.model.Conversing;
import org.junit.jupiter.api.Test;

class DraftsTest {
    private static final String SERVER = "lab-3:8081";

    private final TranscriptViews.Drafts drafts = new TranscriptViews.Drafts();

    @Test
    void draftComesBackWithThePerson() {
        drafts.keep(SERVER, typed(Conversing.with("bob"), "psst"));

        assertThat(givenBack(Conversing.with("ada"))).isEmpty();
        assertThat(givenBack(Conversing.inRoom("bob"))).isEmpty();
        assertThat(givenBack(Conversing.with("BOB"))).isEqualTo("psst");
        assertThat(givenBack(Conversing.with("bob"))).isEmpty();
    }

    @Test
    void draftStaysOnItsServer() {
        drafts.keep("lab-4:8081", typed(Conversing.with("bob"), "psst"));

        assertThat(givenBack(Conversing.with("bob"))).isEmpty();
    }

    @Test
    void draftDoesNotReplaceTypedText() {
        drafts.keep(SERVER, typed(Conversing.with("bob"), "old"));

        assertThat(givenBack(typed(Conversing.with("bob"), "new"))).isEqualTo("new");
    }

    @Test
    void oldestDraftIsForgotten() {
        for (int i = 0; i <= TranscriptViews.Drafts.MAX; i++) {
            drafts.keep(SERVER, typed(Conversing.with("eve" + i), "text " + i));
        }

        assertThat(givenBack(Conversing.with("eve0"))).isEmpty();
        assertThat(givenBack(Conversing.with("eve1"))).isEqualTo("text 1");
    }

    private String givenBack(Conversation conversation) {
        drafts.giveBack(SERVER, conversation);
        return conversation.draft();
    }

    private static Conversation typed(Conversation conversation, String draft) {
        conversation.setDraft(draft);
        return conversation;
    }
}
