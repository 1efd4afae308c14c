package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A name changes hands: the next person must not get messages that were for the person before. */
class AnotherPersonTest {
    private static final String LEFT = "LEAVE room=lobby name=bertha at=2026-11-20T10:44:00Z code=";
    private static final String CAME = "JOIN room=lobby name=bertha at=2026-11-20T10:45:00Z";

    private final Story ada = Story.of("ada", "bertha", "eve");
    private final Conversation bertha = ada.actions.talkTo("bertha");

    @Test
    void nothingIsSentToAnotherPersonOfTheNameBeforeTheUserAgrees() {
        ada.server(LEFT + "quit", CAME);
        assertThat(ada.chat.whyNot(bertha))
                .hasValueSatisfying(words ->
                        assertThat(words).startsWith("bertha left at 10:44").contains("another bertha came at 10:45"));
        assertThat(ada.chat.needsAgreement(bertha)).isTrue();
        assertThat(ada.actions.typed(bertha, "a secret")).isFalse();
        assertThat(ada.actions.typed(bertha, "two\nlines")).isFalse();
        ada.sends();

        ada.actions.agree(bertha);
        assertThat(ada.chat.whyNot(bertha)).isEmpty();
        assertThat(ada.chat.needsAgreement(bertha)).isFalse();
        assertThat(ada.actions.typed(bertha, "hello")).isTrue();
        ada.sends("/msg@k1 bertha hello");
    }

    @Test
    void conversationShowsABreakBeforeTheNewPersonsMessages() {
        ada.server("MSG to=ada from=bertha id=1 :psst", LEFT + "kicked", CAME, "MSG to=ada from=bertha id=2 :what?");
        assertThat(ada.shownWith("bertha")).hasSize(4);
        assertThat(ada.shownWith("bertha").get(1)).isEqualTo("* bertha left.");
        assertThat(ada.shownWith("bertha").get(2))
                .matches("\\* bertha left at 10:44.*; another bertha came at 10:45.*");
    }

    @Test
    void aCommandFromTheRoomIsHeldBackTooAndSaysWhy() {
        ada.actions.show(ada.chat.conversations().get(0));
        ada.server(LEFT + "lost", CAME);
        ada.shows("~ bertha left and came back.");
        assertThat(ada.actions.typed(ada.chat.open(), "/msg bertha a secret")).isFalse();
        ada.sends();
        assertThat(ada.shown())
                .last()
                .asString()
                .startsWith("* bertha left at 10:44")
                .contains("another bertha came at 10:45");
    }

    @Test
    void messageGivenBackIsHeldBackToo() {
        ada.types("a secret");
        ada.sends("/msg@k1 bertha a secret");
        ada.server("ERR code=no-such-name re=k1 :Nobody.", LEFT + "quit", CAME);
        ada.actions.sendAgain(bertha, bertha.pending().get(0));
        ada.sends();
        assertThat(bertha.pending()).hasSize(1);
    }

    @Test
    void aPersonOutOfSightMayBeAnotherOneAsSoonAsTheOneBeforeHasLeft() {
        ada.server(LEFT + "quit");
        assertThat(ada.actions.typed(bertha, "a secret")).isFalse();
        assertThat(ada.chat.whyNot(bertha))
                .hasValueSatisfying(words ->
                        assertThat(words).startsWith("bertha left at 10:44").contains("may be another"));
        ada.actions.agree(bertha);
        assertThat(ada.chat.whyNot(bertha)).isEmpty();
        ada.server("MSG to=ada from=bertha id=2 at=2026-11-20T10:46:00Z :who are you?");
        assertThat(ada.actions.typed(bertha, "a secret")).isFalse();
        ada.sends();
    }

    @Test
    void aNewNameThatWasTheNameOfAPartnerChangesHands() {
        ada.server(LEFT + "quit", "NICK old=eve new=bertha at=2026-11-20T10:50:00Z");
        assertThat(ada.chat.whyNot(bertha))
                .hasValueSatisfying(words -> assertThat(words).contains("came at 10:50"));
    }

    @Test
    void partnerIsTheSameAfterAShortLoss() {
        ada.server("WHO name=bertha room=lobby state=lost", "WHO name=bertha room=lobby state=-");
        assertThat(ada.chat.whyNot(bertha)).isEmpty();
    }

    @Test
    void aPartnerBackFromAnotherRoomIsTheSame() {
        ada.server(LEFT + "moved", CAME);
        assertThat(ada.chat.whyNot(bertha)).isEmpty();
    }

    @Test
    void aPartnerWithANewNameIsTheSameAndTheNextBerthaIsAnotherConversation() {
        ada.server("NICK old=bertha new=berta", CAME);
        assertThat(ada.chat.whyNot(bertha)).isEmpty();
        assertThat(bertha.name()).isEqualTo("berta");
        assertThat(ada.actions.talkTo("bertha")).isNotSameAs(bertha);
    }

    @Test
    void aMutedPersonIsNotAskedToAgree() {
        ada.server(LEFT + "quit", CAME, "NOTE code=muted");
        assertThat(ada.chat.needsAgreement(bertha)).isFalse();
    }

    @Test
    void aConversationThatWasClosedBeginsAnew() {
        ada.server(LEFT + "quit");
        ada.actions.close(bertha);
        ada.server(CAME);
        assertThat(ada.chat.whyNot(ada.actions.talkTo("bertha"))).isEmpty();
    }
}
