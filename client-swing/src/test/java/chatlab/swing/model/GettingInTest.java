package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Joining a server: the name, the room, and what was said there before. */
class GettingInTest {
    private final Story ada = new Story();

    @Test
    void asksForTheNameThenForPeopleAndHistory() {
        ada.connects("ada");
        ada.sends("/proto@q1 1 ada");
        assertThat(ada.chat.status()).isEqualTo(new Status.Connecting("Room 12"));

        ada.server("HELLO proto=1 server=s run=r1 you=ada token=t room=lobby ping=30 recorded=1 re=q1 :Room 12");
        ada.sends("/who@s1", "/history@s2");
        assertThat(ada.chat.status()).isEqualTo(new Status.Joined());
        assertThat(ada.chat.me()).isEqualTo("ada");
        assertThat(ada.chat.title()).isEqualTo("Room 12");
        assertThat(ada.chat.isRecorded()).isTrue();
        assertThat(ada.feed.isWelcome()).isTrue();

        ada.server("JOIN room=lobby name=ada", "WHO name=ada room=lobby state=-", "WHO name=bob room=lobby state=op");
        ada.server("END re=s1");
        ada.server("MSG room=lobby from=bob id=1 old=1 :hi", "MSG room=lobby from=eve id=2 old=1 :hi ada", "END re=s2");
        ada.server("MSG room=lobby from=bob id=3 :here you are");

        assertThat(ada.people()).containsExactly("bob", "ada");
        ada.shows("-- Earlier", "old <bob> hi", "old <eve> hi ada", "-- From now on", "<bob> here you are");
        assertThat(ada.chat.unread()).isZero();
    }

    @Test
    void nothingIsSaidOfAHistoryThatIsEmpty() {
        ada.joins("ada");
        ada.shows();
    }

    @Test
    void eventsDuringTheHistoryAreShownOnceAfterIt() {
        ada.connects("ada");
        ada.hello("you=ada");
        ada.whoAnswers("ada");
        ada.server("NOTE code=hush-off :All people can speak again.");
        ada.server("MSG room=lobby from=bob id=5 :twice", "MSG room=lobby from=bob id=6 :once");
        ada.server("JOIN room=lobby name=cyd", "MSG room=lobby from=cyd id=7 :me too");
        ada.historyAnswers("MSG room=lobby from=bob id=4 old=1 :before", "MSG room=lobby from=bob id=5 old=1 :twice");
        ada.shows(
                "-- Earlier",
                "old <bob> before",
                "old <bob> twice",
                "-- From now on",
                "* All people can speak again.",
                "<bob> once",
                "~ cyd joined.",
                "<cyd> me too");
    }

    @Test
    void aHistoryThatIsRefusedHoldsNothingBack() {
        ada.connects("ada");
        ada.hello("you=ada");
        ada.server("MSG room=lobby from=bob id=5 :hi", "ERR re=s1 code=x", "ERR re=s2 code=x");
        ada.shows("<bob> hi");
    }

    @Test
    void aTakenNameIsExchangedForAnotherOneWithoutLeaving() {
        ada.connects("ada");
        ada.server("HELLO proto=1 server=s run=r1 you=guest2 token=t room=lobby ping=60 :Room 12");
        assertThat(ada.chat.status()).isEqualTo(new Status.Connecting("Room 12"));
        ada.server("ERR re=q1 code=name-taken :Another person here is called ada.");
        assertThat(ada.chat.status()).isEqualTo(new Status.NameRefused("Another person here is called ada.", "ada2"));
        assertThat(ada.chat.whyNot(ada.chat.open())).contains("Choose a name first.");
        ada.server("JOIN room=lobby name=guest2");
        ada.sent();

        ada.actions.rename("ada2");
        ada.sends("/proto@q2 1 ada2");
        ada.server("ERR re=q2 code=name-taken :Again.");
        assertThat(ada.chat.status()).isEqualTo(new Status.NameRefused("Again.", "ada3"));

        ada.actions.rename("ada lovelace");
        assertThat(ada.chat.status()).isInstanceOf(Status.NameRefused.class);
        ada.sends();

        ada.actions.rename("countess");
        ada.server("HELLO proto=1 server=s run=r1 you=countess token=t2 room=lobby ping=60 re=q3 :Room 12");
        assertThat(ada.chat.status()).isEqualTo(new Status.Joined());
        assertThat(ada.chat.me()).isEqualTo("countess");
        ada.shows("* You are countess now.");
    }

    @Test
    void personWithARefusedNameMayStayAGuest() {
        ada.connects("ada");
        ada.server(
                "HELLO proto=1 server=s run=r1 you=guest2 token=t room=lobby :Room 12", "ERR re=q1 code=bad-name :No.");
        ada.actions.stayGuest();
        assertThat(ada.chat.status()).isEqualTo(new Status.Joined());
        assertThat(ada.chat.me()).isEqualTo("guest2");
        assertThat(ada.chat.chosenName()).isEmpty();
    }

    @Test
    void aRefusedNameIsStillRefusedAfterALoss() {
        ada.connects("ada");
        ada.server(
                "HELLO proto=1 server=s run=r1 you=guest2 token=t room=lobby :Room 12",
                "ERR re=q1 code=name-taken :No.");
        ada.losesAndReconnects();
        ada.hello("you=guest2");
        assertThat(ada.chat.status()).isEqualTo(new Status.NameRefused("No.", "ada2"));
    }

    @Test
    void aServerThatGivesAnotherNameAndSaysNothingMoreIsTakenAtItsWord() {
        ada.connects("ada");
        ada.server(
                "HELLO proto=1 server=s run=r1 you=guest2 token=t room=lobby :Room 12", "JOIN room=lobby name=guest2");
        assertThat(ada.chat.status()).isEqualTo(new Status.Joined());
    }

    @Test
    void impossibleNameIsNotSent() {
        ada.connects("ada bob");
        ada.sends("/proto@q1 1");
        ada.server("HELLO proto=1 server=s run=r1 you=guest2 token=t room=lobby re=q1 :Room 12");
        assertThat(ada.chat.status()).isInstanceOf(Status.NameRefused.class);
        assertThat(((Status.NameRefused) ada.chat.status()).suggestion()).isEqualTo("adabob2");
    }

    @Test
    void guestsNeedNoName() {
        ada.connects("");
        ada.sends("/proto@q1 1");
        ada.hello("you=guest7");
        assertThat(ada.chat.status()).isEqualTo(new Status.Joined());
    }

    @Test
    void eventsBeforeTheFirstHelloAreIgnored() {
        ada.connects("ada");
        ada.server("MSG room=lobby from=bob id=1 :hi", "JOIN room=lobby name=bob", "END", "ERR code=x :oops");
        ada.shows();
        assertThat(ada.feed.isWelcome()).isFalse();
    }

    @Test
    void newServerIsToldNothingOfTheFormerOne() {
        ada.joins("ada");
        ada.server("JOIN room=lobby name=bob", "MSG to=ada from=bob id=1 :psst", "NOTE code=op");

        ada.connects("eve");
        ada.shows();
        assertThat(ada.people()).isEmpty();
        assertThat(ada.chat.conversations()).hasSize(1);
        assertThat(ada.chat.me()).isEmpty();
        assertThat(ada.chat.isInstructor()).isFalse();
        assertThat(ada.chat.alert()).isEmpty();
        assertThat(ada.feed.mayComeBack()).isFalse();
    }

    @Test
    void undeliveredMessagesAndDraftStayOnAnotherServer() {
        ada.joins("ada");
        ada.server("MSG to=ada from=bob id=1 :psst", "MSG to=ada from=cyd id=2 :hi");
        ada.chat.open().setDraft("half a sen");
        ada.types("unanswered");
        ada.actions.typed(ada.with("cyd"), "one\ntwo");
        ada.actions.typed(ada.with("cyd"), "refused");
        ada.server("ERR re=k3 code=no-such-name :No person here is called cyd.");

        ada.feed.begin("Room 13", "eve");
        ada.shows("... unanswered (Not delivered.)");
        assertThat(ada.chat.open().draft()).isEqualTo("half a sen");
        assertThat(ada.chat.conversations()).extracting(Conversation::name).containsExactly("lobby", "cyd");
        assertThat(ada.shownWith("cyd"))
                .containsExactly(
                        "* The messages below were for the person called cyd on another server.",
                        "... one|two (Perhaps not delivered.)",
                        "... refused (No person here is called cyd.)");

        ada.feed.connecting();
        ada.feed.greeted();
        ada.hello("you=eve");
        ada.historyAnswers();
        ada.sent();
        Conversation cyd = ada.with("cyd");
        ada.actions.sendAgain(cyd, cyd.pending().get(0));
        ada.sends("/paste@k4 cyd", "one", "two", ".");
        ada.actions.discard(cyd.pending().get(0));
        assertThat(cyd.pending()).extracting(Pending::lines).containsExactly(List.of("one", "two"));
    }

    @Test
    void secondHelloDoesNotEnterAgain() {
        ada.joins("ada");
        ada.server("HELLO proto=1 server=s run=r1 you=ada token=t room=lobby ping=60 :Room 12");
        ada.sends();
        ada.shows();
    }

    @Test
    void aPingIsAnsweredAtOnce() {
        ada.joins("ada");
        ada.server("PING :q7Xy");
        ada.sends("/pong q7Xy");
    }

    @Test
    void personWithoutANameIsNotInYet() {
        ada.connects("ada");
        ada.server("HELLO proto=1 server=s run=r1 you=guest2 token=t room=lobby ping=60 :Room 12");
        assertThat(ada.feed.mayComeBack()).isFalse();
        ada.server("ERR re=q1 code=name-taken :Taken.");
        assertThat(ada.feed.mayComeBack()).isFalse();
        ada.actions.stayGuest();
        assertThat(ada.feed.mayComeBack()).isTrue();
        assertThat(ada.feed.isEnding()).isFalse();
    }
}
