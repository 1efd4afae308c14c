package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the user has not seen, and what the user should see. */
class UnreadTest {
    private final Story ada = Story.of("ada", "bob", "cyd");

    private Conversation room() {
        return ada.chat.conversations().get(0);
    }

    @Test
    void messageInViewIsRead() {
        ada.server("MSG room=lobby from=bob id=1 :hi ada");
        assertThat(room().unread()).isZero();
        assertThat(room().unreadFrom()).isEmpty();
        assertThat(ada.chat.alert()).isEmpty();
    }

    @Test
    void unreadLineStandsWhereTheUserLookedAway() {
        ada.server("MSG room=lobby from=bob id=1 :seen");
        ada.actions.looking(false);
        ada.server("JOIN room=lobby name=eve");
        assertThat(room().unreadFrom()).as("nobody has said anything").isEmpty();
        ada.server("MSG room=lobby from=bob id=2 :one", "MSG room=lobby from=ada id=3 :my other window");
        ada.server("MSG room=lobby from=bob id=4 :two");
        assertThat(room().unread()).isEqualTo(2);
        assertThat(ada.chat.unread()).isEqualTo(2);
        assertThat(room().unreadFrom()).hasValue(1);

        ada.actions.looking(true);
        assertThat(room().unread()).isZero();
        assertThat(room().unreadFrom()).as("it shows where to read on").hasValue(1);
        ada.server("MSG room=lobby from=bob id=5 :three");
        assertThat(room().unreadFrom()).hasValue(1);

        ada.actions.looking(false);
        assertThat(room().unreadFrom()).isEmpty();
        ada.server("MSG room=lobby from=bob id=6 :four");
        assertThat(room().unreadFrom()).hasValue(6);
    }

    @Test
    void ownMessageRemovesTheUnreadLine() {
        ada.actions.looking(false);
        ada.server("MSG room=lobby from=bob id=2 :one");
        ada.actions.looking(true);
        ada.types("hi");
        assertThat(room().unreadFrom()).isEmpty();
    }

    @Test
    void messageInAnotherConversationIsUnread() {
        ada.actions.talkTo("bob");
        ada.server(
                "MSG room=lobby from=bob id=1 :one", "MSG to=ada from=bob id=2 :psst", "MSG to=ada from=cyd id=3 :hey");
        assertThat(room().unread()).isEqualTo(1);
        assertThat(ada.with("bob").unread()).isZero();
        assertThat(ada.with("cyd").unread()).isEqualTo(1);
        assertThat(ada.with("cyd").unreadFrom()).hasValue(0);
        assertThat(ada.chat.unread()).isEqualTo(2);
        ada.actions.show(room());
        assertThat(ada.chat.unread()).isEqualTo(1);
        ada.server("MSG to=ada from=bob id=4 :and?");
        assertThat(ada.with("bob").unread()).isEqualTo(1);
    }

    @Test
    void conversationShownInAHiddenWindowStaysUnread() {
        ada.actions.looking(false);
        ada.server("MSG to=ada from=bob id=2 :psst");
        ada.actions.show(ada.with("bob"));
        assertThat(ada.chat.unread()).isEqualTo(1);
        ada.actions.looking(true);
        assertThat(ada.chat.unread()).isZero();
        assertThat(ada.chat.alert()).isEmpty();
    }

    @Test
    void theLineIsNeverAboveWhatIsKept() {
        ada.actions.looking(false);
        for (int i = 0; i < 6000; i++) {
            ada.server("MSG room=lobby from=bob id=" + (i + 1) + " :x");
        }
        assertThat(room().unread()).isEqualTo(6000);
        assertThat(room().unreadFrom()).hasValue(1000);
    }

    @Test
    void aHistoryIsNotUnread() {
        Story eve = new Story();
        eve.actions.looking(false);
        eve.connects("eve");
        eve.hello("you=eve");
        eve.whoAnswers("eve");
        eve.historyAnswers("MSG room=lobby from=bob id=1 old=1 :hi eve");
        assertThat(eve.chat.unread()).isZero();
        assertThat(eve.chat.alert()).isEmpty();
        eve.server("MSG room=lobby from=bob id=2 :now");
        assertThat(eve.chat.open().unreadFrom()).hasValue(3);
        eve.shows("-- Earlier", "old <bob> hi eve", "-- From now on", "<bob> now");
    }

    @Test
    void aNameOrAPrivateMessageCallsTheUser() {
        ada.actions.looking(false);
        ada.server("MSG room=lobby from=bob id=1 :nothing", "MSG room=lobby from=bob id=2 :Ada, look!");
        assertThat(ada.chat.alert()).contains(new Alert(room(), 1, "bob", "Ada, look!"));
        ada.server("MSG to=ada from=cyd id=3 :psst", "MSG room=lobby from=bob id=4 :nothing");
        assertThat(ada.chat.alert()).contains(new Alert(ada.with("cyd"), 0, "cyd", "psst"));
        ada.actions.looking(true);
        assertThat(ada.chat.alert()).as("that was elsewhere").isPresent();
        ada.actions.show(ada.with("cyd"));
        assertThat(ada.chat.alert()).isEmpty();
    }

    @Test
    void anAlertCanBeDismissed() {
        ada.actions.looking(false);
        ada.server("MSG to=ada from=cyd id=3 :psst");
        ada.actions.dismissAlert();
        assertThat(ada.chat.alert()).isEmpty();
        ada.server("MSG to=ada from=cyd id=3 :psst");
        ada.actions.close(ada.with("cyd"));
        assertThat(ada.chat.alert()).isEmpty();
    }

    @Test
    void messagesMissedWhileDisconnectedAreUnread() {
        ada.actions.looking(false);
        ada.losesAndReconnects();
        ada.hello("you=ada");
        ada.whoAnswers("ada", "bob");
        ada.historyAnswers("MSG room=lobby from=bob id=1 old=1 :ada?", "MSG room=lobby from=bob id=2 old=1 :hm");
        assertThat(ada.chat.unread()).isEqualTo(2);
        assertThat(ada.chat.alert()).isPresent();
    }
}
