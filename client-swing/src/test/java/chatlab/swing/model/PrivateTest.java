package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Conversations with one person. */
class PrivateTest {
    private final Story ada = Story.of("ada", "bob");

    private Conversation room() {
        return ada.chat.conversations().get(0);
    }

    @Test
    void privateMessageBeginsAConversation() {
        ada.server("MSG to=ada from=bob id=1 :psst");
        ada.shows();
        assertThat(ada.shownWith("bob")).containsExactly("<bob> psst");
        assertThat(ada.chat.open()).isSameAs(room());
    }

    @Test
    void textTypedInAPrivateConversationIsPrivate() {
        Conversation bob = ada.actions.talkTo("bob");
        assertThat(ada.chat.open()).isSameAs(bob);
        ada.types("psst");
        ada.sends("/msg@k1 bob psst");
        ada.server("MSG to=bob from=ada id=1 re=k1 :psst", "MSG to=ada from=bob id=2 :what?");
        assertThat(ada.shownWith("bob")).containsExactly("my <ada> psst", "<bob> what?");
        assertThat(ada.actions.talkTo("BOB")).isSameAs(bob);
    }

    @Test
    void msgShowsThePrivateConversationAndSayTheRoom() {
        ada.types("/msg bob   psst");
        ada.sends("/msg@k1 bob   psst");
        assertThat(ada.chat.open()).isSameAs(ada.with("bob"));
        assertThat(ada.shownWith("bob")).containsExactly("...   psst");
        ada.types("/say hi");
        ada.sends("/say@k2 hi");
        assertThat(ada.chat.open()).isSameAs(room());
        ada.shows("... hi");
    }

    @Test
    void conversationFollowsANewName() {
        ada.server("MSG to=ada from=bob id=1 :psst", "MSG to=ada from=eve id=2 :hi");
        Conversation bob = ada.with("bob");
        ada.server("NICK old=bob new=robert", "MSG to=ada from=robert id=3 :it is me");
        assertThat(bob.name()).isEqualTo("robert");
        assertThat(Story.shown(bob)).containsExactly("<bob> psst", "<robert> it is me");
        assertThat(ada.chat.conversations()).extracting(Conversation::name).containsExactly("lobby", "robert", "eve");

        ada.server("NICK old=robert new=eve");
        assertThat(ada.chat.conversations()).extracting(Conversation::name).containsExactly("lobby", "robert", "eve");
        ada.server("NICK old=eve new=EVE");
        assertThat(ada.chat.conversations()).extracting(Conversation::name).containsExactly("lobby", "robert", "EVE");
    }

    @Test
    void undeliveredMessageGoesToTheNewName() {
        ada.types("/msg bob psst");
        ada.server("NICK old=bob new=robert", "ERR re=k1 code=no-such-name :No person here is called bob.");
        ada.sent();
        Conversation robert = ada.with("robert");
        ada.actions.sendAgain(robert, robert.pending().get(0));
        ada.sends("/msg@k2 robert psst");
    }

    @Test
    void conversationCanBeClosed() {
        Conversation bob = ada.actions.talkTo("bob");
        ada.types("psst");
        ada.actions.close(bob);
        assertThat(ada.chat.open()).isSameAs(room());
        assertThat(ada.chat.conversations()).containsExactly(room());
        ada.actions.close(room());
        ada.actions.show(bob);
        assertThat(ada.chat.open())
                .as("the room cannot, and what is closed cannot be shown")
                .isSameAs(room());

        ada.server("ERR re=k1 code=no-such-name :No person here is called bob.");
        ada.shows("! Your message /msg bob psst: No person here is called bob.");
    }

    @Test
    void numberOfConversationsIsBounded() {
        ada.server("MSG to=ada from=bob id=1 :unread");
        Conversation cyd = ada.actions.talkTo("cyd");
        for (int i = 0; i < 300; i++) {
            ada.actions.talkTo("p" + i);
        }
        assertThat(ada.chat.conversations()).hasSize(1 + Conversations.MAX_PRIVATE);
        assertThat(ada.chat.conversations())
                .contains(ada.with("bob"), ada.with("p299"))
                .doesNotContain(cyd);
        for (int i = 0; i < 300; i++) {
            ada.server("MSG to=ada from=q" + i + " id=1 :unread");
        }
        assertThat(ada.chat.conversations()).hasSize(1 + Conversations.MAX_PRIVATE);
        assertThat(ada.chat.open()).isSameAs(ada.with("p299"));
    }

    @Test
    void eachConversationHasItsOwnDraft() {
        Conversation bob = ada.actions.talkTo("bob");
        bob.setDraft("to bob");
        room().setDraft("to all");
        assertThat(bob.draft()).isEqualTo("to bob");
        assertThat(room().draft()).isEqualTo("to all");
    }
}
