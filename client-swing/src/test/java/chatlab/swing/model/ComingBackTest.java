package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Event;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection is lost, and another one takes its place. */
class ComingBackTest {
    private final Story ada = Story.of("ada", "bob");

    @BeforeEach
    void someTalk() {
        ada.server("MSG room=lobby from=bob id=1 :one");
    }

    private void comesBack(String hello, String... history) {
        ada.losesAndReconnects();
        ada.hello(hello);
        ada.whoAnswers("ada", "bob");
        ada.historyAnswers(history);
    }

    @Test
    void theTokenGivesTheNameBackAndTheHistoryWhatWasMissed() {
        ada.feed.lost("Connection lost.", Story.RETRY);
        assertThat(ada.chat.status()).isEqualTo(new Status.Lost("Connection lost.", Story.RETRY));
        assertThat(ada.feed.mayComeBack()).isTrue();
        ada.feed.connecting();
        ada.feed.lost("nobody listens there", Story.RETRY);
        ada.feed.connecting();
        assertThat(ada.feed.isWelcome()).isFalse();
        ada.feed.greeted();
        ada.sends("/proto@q2 1 ada secret");
        ada.hello("you=ada");
        ada.sends("/who@s1", "/history@s2 after=1");
        ada.server("MSG room=lobby from=bob id=3 :three", "MSG room=lobby from=bob id=4 :four");
        ada.whoAnswers("ada", "cyd");
        ada.historyAnswers("MSG room=lobby from=bob id=2 old=1 :two", "MSG room=lobby from=bob id=3 old=1 :three");
        ada.server("MSG room=lobby from=bob id=5 :five");
        ada.shows(
                "<bob> one",
                "! Connection lost.",
                "* Back again. You missed 2 messages:",
                "<bob> two",
                "<bob> three",
                "<bob> four",
                "<bob> five");
        assertThat(ada.people()).containsExactly("ada", "cyd");
        assertThat(ada.chat.status()).isEqualTo(new Status.Joined());
    }

    @Test
    void nothingMissedIsToldToo() {
        comesBack("you=ada");
        assertThat(ada.shown()).endsWith("* Back again. You missed nothing.");
    }

    @Test
    void aGapIsTold() {
        ada.losesAndReconnects();
        ada.hello("you=ada");
        ada.server("MSG room=lobby from=bob id=9 old=1 :nine", "END gap=1 re=" + ada.tag("history"));
        assertThat(ada.shown())
                .endsWith("* Back again. You missed 1 message:", "* Older messages are no longer there.", "<bob> nine");
    }

    @Test
    void historyOfAnotherRunIsAskedForFromItsStart() {
        comesBack("you=ada run=r2", "MSG room=lobby from=bob id=1 old=1 :new one");
        assertThat(ada.sent()).contains("/history@s2");
        assertThat(ada.shown())
                .endsWith("* Back again, but the server began anew. 1 message was said:", "<bob> new one");
    }

    @Test
    void messageUnderWayIsLookedForInTheHistory() {
        ada.types("arrived");
        ada.types("arrived");
        ada.types("several\nlines");
        ada.types("lost");
        ada.types("/msg bob psst");
        ada.feed.lost("gone", Story.RETRY);
        assertThat(ada.shown()).contains("... arrived", "... lost");
        ada.sent();
        ada.feed.connecting();
        ada.feed.greeted();
        ada.hello("you=ada");
        ada.whoAnswers("ada", "bob");
        ada.historyAnswers(
                "MSG room=lobby from=bob id=2 old=1 :lost",
                "MSG room=lobby from=ada id=3 old=1 :arrived",
                "MSG room=lobby from=ada id=4 part=1/2 old=1 :several",
                "MSG room=lobby from=ada id=4 part=2/2 old=1 :lines");
        assertThat(ada.shown())
                .endsWith(
                        "<bob> lost",
                        "my <ada> arrived",
                        "my <ada> code: several|lines",
                        "... arrived (Not delivered.)",
                        "... lost (Not delivered.)");
        assertThat(ada.shownWith("bob")).containsExactly("... psst (Perhaps not delivered.)");
        assertThat(ada.sent()).as("nothing is repeated by itself").noneMatch(line -> line.contains("arrived"));
    }

    @Test
    void messageAfterTheReturnIsNotMistakenForALostOne() {
        ada.types("hi");
        ada.losesAndReconnects();
        ada.hello("you=ada");
        ada.types("hi");
        ada.whoAnswers("ada");
        ada.server("MSG room=lobby from=ada id=2 re=k2 :hi");
        ada.historyAnswers();
        assertThat(ada.shown()).endsWith("my <ada> hi", "... hi (Not delivered.)");
    }

    @Test
    void messageInTheHistoryBeforeItsReceiptIsDeliveredOnce() {
        ada.losesAndReconnects();
        ada.hello("you=ada");
        ada.types("hi");
        ada.server("MSG room=lobby from=ada id=2 re=k1 :hi");
        ada.historyAnswers("MSG room=lobby from=ada id=2 old=1 :hi");
        assertThat(ada.shown()).endsWith("* Back again. You missed 1 message:", "my <ada> hi");
    }

    @Test
    void returnLeadsToTheFormerRoom() {
        ada.types("/join kitchen");
        ada.server("JOIN room=kitchen name=ada", "OK re=q2 :You are in kitchen now.");
        ada.historyAnswers("MSG room=kitchen from=bob id=2 old=1 :soup");
        ada.losesAndReconnects();
        ada.sent();
        ada.hello("you=ada");
        ada.sends("/join@s1 kitchen");
        ada.server(
                "JOIN room=lobby name=ada",
                "MSG room=lobby from=bob id=7 :on the way",
                "MSG room=* from=bob id=8 :all");
        ada.server("JOIN room=kitchen name=ada", "OK re=s1");
        ada.sends("/who@s2", "/history@s3 after=2");
        ada.historyAnswers("MSG room=kitchen from=bob id=6 old=1 :more soup", "MSG room=* from=bob id=8 old=1 :all");
        ada.shows(
                "-- Earlier",
                "old <bob> soup",
                "-- From now on",
                "! Connection lost.",
                "* Back again. You missed 2 messages:",
                "<bob> more soup",
                "<bob to all> all");
    }

    @Test
    void returnToARefusedRoomEndsInTheLobby() {
        ada.types("/join kitchen");
        ada.server("JOIN room=kitchen name=ada", "OK re=q2");
        ada.chat.open().setDraft("half a sen");
        ada.types("lost soup");
        ada.losesAndReconnects();
        ada.hello("you=ada");
        ada.server("ERR re=s1 code=full :There are 64 rooms already.");
        ada.historyAnswers();
        assertThat(ada.room()).isEqualTo("lobby");
        assertThat(ada.shown())
                .contains("! You could not go back to the room kitchen, and are in lobby. There are 64 rooms already.")
                .endsWith("... lost soup (Not delivered. It was for the room kitchen.)");
        assertThat(ada.chat.open().draft()).isEqualTo("half a sen");
    }

    @Test
    void messageThatWasNotDeliveredInAnotherRoomNamesThatRoom() {
        ada.types("lost");
        ada.types("/msg bob psst");
        ada.losesAndReconnects();
        ada.hello("you=ada");
        ada.historyAnswers();
        ada.actions.typed(ada.chat.conversations().get(0), "waits");
        ada.server("JOIN room=kitchen name=ada", "ERR re=" + ada.tag("say") + " code=muted :Not now.");
        assertThat(ada.shown())
                .endsWith(
                        "... lost (Not delivered. It was for the room lobby.)",
                        "... waits (Not now. It was for the room lobby.)");
        assertThat(ada.shownWith("bob")).containsExactly("... psst (Perhaps not delivered.)");
        ada.server("JOIN room=lobby name=ada");
        assertThat(ada.shown()).endsWith("... lost (Not delivered.)", "... waits (Not now.)");
        Conversation lobby = ada.chat.conversations().get(0);
        ada.actions.sendAgain(lobby, lobby.pending().get(0));
        assertThat(ada.sent()).last().asString().endsWith(" lost");
    }

    @Test
    void takenNameIsToldAfterTheReturn() {
        ada.losesAndReconnects();
        ada.server(
                "HELLO proto=1 server=s run=r2 you=guest5 token=t room=lobby :Room 12",
                "ERR re=q2 code=name-taken :Taken.");
        ada.historyAnswers();
        assertThat(ada.chat.status()).isEqualTo(new Status.Joined());
        assertThat(ada.chat.me()).isEqualTo("guest5");
        assertThat(ada.shown()).contains("! You could not get the name ada back, and are guest5. Taken.");
    }

    @Test
    void guestIsNotToldThatItsNameIsGone() {
        Story guest = Story.of("guest1");
        guest.losesAndReconnects();
        guest.server(
                "HELLO proto=1 server=s run=r2 you=guest5 token=t room=lobby :x", "ERR re=q2 code=bad-name :Reserved.");
        guest.historyAnswers();
        guest.shows("! Connection lost.", "* Back again, but the server began anew. Nothing was said yet.");
    }

    @Test
    void theServersGoodbyeSaysWhy() {
        ada.server("BYE code=shutdown :The class is over.");
        ada.feed.lost("Connection lost.", Story.RETRY);
        assertThat(ada.shown()).endsWith("* The class is over. Connection lost.");
        assertThat(ada.feed.mayComeBack()).isTrue();
    }

    @Test
    void kickedPersonDoesNotComeBack() {
        ada.types("hi");
        ada.server("BYE code=kicked :The instructor has sent you away. Reason: noise");
        assertThat(ada.feed.mayComeBack()).isFalse();
        ada.feed.ended("the server has closed it");
        assertThat(ada.chat.status()).isEqualTo(new Status.Ended("The instructor has sent you away. Reason: noise"));
        assertThat(ada.shown())
                .endsWith("* The instructor has sent you away. Reason: noise", "... hi (Not delivered.)");
        assertThat(ada.chat.whyNot(ada.chat.open())).contains("The connection has ended.");
    }

    @Test
    void kickedPersonJoinsAgainUnderTheCurrentNameAndKeepsAll() {
        ada.types("/nick countess");
        ada.server("OK re=" + ada.tag("nick"), "MSG to=countess from=bob id=2 :psst");
        Conversation bob = ada.actions.talkTo("bob");
        bob.setDraft("half a sen");
        ada.server("BYE code=kicked :The instructor has sent you away.");
        ada.feed.ended("the server has closed it");
        ada.sent();
        assertThat(ada.feed.isFor("countess")).isTrue();
        ada.feed.again();
        ada.feed.connecting();
        ada.feed.greeted();
        ada.sends("/proto@q3 1 countess secret");
        ada.hello("you=countess");
        ada.whoAnswers("countess", "bob");
        ada.historyAnswers("MSG room=lobby from=bob id=3 old=1 :three");
        ada.shows(
                "<bob> one",
                "* You are countess now.",
                "* The instructor has sent you away.",
                "* Back again. You missed 1 message:",
                "<bob> three");
        assertThat(ada.chat.open()).isSameAs(bob);
        assertThat(bob.draft()).isEqualTo("half a sen");
        assertThat(Story.shown(bob)).containsExactly("<bob> psst");
        assertThat(ada.chat.status()).isEqualTo(new Status.Joined());
        assertThat(ada.feed.mayComeBack()).isTrue();
    }

    @Test
    void attemptToJoinAgainIsASingleOne() {
        ada.server("BYE code=kicked :The instructor refuses connections from your address.");
        ada.feed.ended("closed");
        ada.feed.again();
        ada.feed.connecting();
        assertThat(ada.feed.mayComeBack())
                .as("as long as the server has not let it in")
                .isFalse();
        ada.feed.greeted();
        ada.hello("you=ada");
        assertThat(ada.feed.mayComeBack()).isTrue();
    }

    @Test
    void lossOfAnInstructorsRightsIsTold() {
        ada.server("NOTE code=op :You are an instructor now.");
        comesBack("you=ada run=r2");
        assertThat(ada.chat.isInstructor()).isFalse();
        assertThat(ada.shown())
                .endsWith(
                        "* You are no longer an instructor. Enter the key again: menu Class, Enter the instructor's key. Without a key, ask the person at the server's keyboard.");
        comesBack("you=ada run=r2");
        assertThat(ada.shown())
                .filteredOn(line -> line.contains("no longer an instructor"))
                .hasSize(1);
    }

    @Test
    void rightsThatAreKeptAreNoNews() {
        ada.server("NOTE code=op :You are an instructor now.");
        ada.losesAndReconnects();
        ada.hello("you=ada");
        ada.server("WHO name=ada room=lobby state=op", "END re=" + ada.tag("who"));
        ada.historyAnswers();
        assertThat(ada.shown()).noneMatch(line -> line.contains("no longer an instructor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow", "error"})
    void goodbyeBecauseOfTroubleIsAnError(String code) {
        ada.server("BYE code=" + code + " :You do not read.");
        ada.feed.lost("Connection lost.", Story.RETRY);
        assertThat(ada.shown()).endsWith("! You do not read. Connection lost.");
    }

    @Test
    void replacedConnectionDoesNotComeBack() {
        ada.server("BYE code=replaced :?");
        assertThat(ada.feed.mayComeBack()).isFalse();
        ada.feed.ended("");
        assertThat(((Status.Ended) ada.chat.status()).words()).startsWith("You have joined again with the same name");
    }

    @Test
    void personThatHasSaidGoodbyeDoesNotComeBack() {
        ada.types("/quit lunch");
        ada.sends("/quit@quit lunch");
        assertThat(ada.feed.mayComeBack()).isFalse();
        ada.server("BYE re=quit code=quit :Goodbye.");
        ada.feed.ended("You have left.");
        assertThat(ada.chat.status()).isEqualTo(new Status.Ended("You have left."));
        ada.shows("<bob> one", "* You have left.");
    }

    @Test
    void personThatWasNeverLetInDoesNotComeBack() {
        Story eve = new Story();
        eve.connects("eve");
        assertThat(eve.feed.mayComeBack()).isFalse();
        eve.feed.ended("No program listens there.");
        assertThat(eve.chat.status()).isEqualTo(new Status.Ended("No program listens there."));
        eve.shows();
    }

    @Test
    void messagesHeldBackAreShownAtTheEnd() {
        ada.losesAndReconnects();
        ada.hello("you=ada");
        ada.server("MSG room=lobby from=bob id=9 :last words");
        ada.feed.ended("gone");
        assertThat(ada.shown()).endsWith("<bob> last words", "! gone");
    }

    @Test
    void aPasteTornByTheLossIsCompletedByTheHistory() {
        ada.server("MSG room=lobby from=bob id=2 part=1/3 :a");
        comesBack(
                "you=ada",
                "MSG room=lobby from=bob id=2 part=1/3 old=1 :a",
                "MSG room=lobby from=bob id=2 part=2/3 old=1 :b",
                "MSG room=lobby from=bob id=2 part=3/3 old=1 :c");
        assertThat(ada.shown())
                .filteredOn(line -> line.startsWith("<bob>"))
                .containsExactly("<bob> one", "<bob> code: a", "<bob> code: b|c");
    }

    @Test
    void droppedEventsMakeTheClientAskForPeopleAndHistory() {
        ada.types("seen by the server");
        ada.types("never heard of");
        ada.sent();
        ada.feed.overflowed(5000);
        ada.sends("/who@s3", "/history@s4 after=1", "/hands@" + ada.tag("hands"), "/poll@" + ada.tag("poll"));
        ada.whoAnswers("ada", "cyd");
        ada.historyAnswers(
                "MSG room=lobby from=ada id=2 old=1 :seen by the server", "MSG room=lobby from=bob id=3 old=1 :x");
        ada.server("MSG room=lobby from=bob id=4 :y");
        ada.shows(
                "<bob> one",
                "! More came than this window could take: 5,000 lines were left out. Asking for what is missing.",
                "* 2 messages were missing:",
                "my <ada> seen by the server",
                "<bob> x",
                "<bob> y",
                "... never heard of (Not delivered.)");
        assertThat(ada.people()).containsExactly("ada", "cyd");
    }

    @Test
    void moveToAnotherRoomBeforeTheHistoryEndsTheReturn() {
        ada.losesAndReconnects();
        ada.hello("you=ada");
        ada.server("JOIN room=kitchen name=ada");
        ada.historyAnswers("MSG room=kitchen from=bob id=2 old=1 :soup");
        ada.shows("-- Earlier", "old <bob> soup", "-- From now on");
    }

    @Test
    void moveAmongDroppedEventsIsFoundOut() {
        ada.feed.overflowed(1);
        ada.server("WHO name=ada room=kitchen state=-");
        assertThat(ada.room()).isEqualTo("kitchen");
    }

    @Test
    void linesThatCannotBeReadAreToldOnceInARow() {
        ada.feed.unreadable();
        ada.feed.unreadable();
        ada.server("MSG room=lobby from=bob id=2 :two");
        ada.feed.unreadable();
        assertThat(ada.shown()).filteredOn(line -> line.startsWith("! ")).hasSize(2);
    }

    @Test
    void aHistoryThatIsAskedForTwiceIsToldOnce() {
        Story eve = Story.of("eve");
        eve.server("JOIN room=kitchen name=eve", "JOIN room=lobby name=eve");
        eve.whoAnswers("eve");
        List<String> history =
                List.of("MSG room=lobby from=bob id=1 old=1 :one", "MSG room=lobby from=bob id=2 old=1 :two");
        history.forEach(eve::server);
        eve.server("END re=s4"); // of the kitchen's history
        eve.historyAnswers(history.toArray(new String[0]));
        eve.shows("-- Earlier", "old <bob> one", "old <bob> two", "-- From now on");
    }

    @Test
    void messageInTwoHistoriesIsDeliveredOnce() {
        ada.types("again");
        ada.types("again");
        ada.losesAndReconnects();
        ada.hello("you=ada");
        String first = ada.tag("history");
        ada.server("MSG room=lobby from=ada id=2 old=1 :again");
        ada.feed.overflowed(1);
        ada.server("END re=" + first);
        ada.historyAnswers("MSG room=lobby from=ada id=2 old=1 :again");
        assertThat(ada.shown()).endsWith("my <ada> again", "... again (Not delivered.)");
        assertThat(ada.shown()).filteredOn("my <ada> again"::equals).hasSize(1);
    }

    @Test
    void manyMissedMessagesAreShownInSlices() {
        ada.losesAndReconnects();
        ada.hello("you=ada");
        for (int id = 2; id <= 1001; id++) {
            ada.server("MSG room=lobby from=bob id=" + id + " old=1 :missed");
        }
        ada.server("MSG room=lobby from=bob id=1002 :meanwhile");
        ada.feed.received(new Event.End(ada.tag("history"), false));
        assertThat(ada.shown()).hasSizeBetween(10, 200);
        assertThat(ada.feed.tellMore()).isTrue();
        ada.server("MSG room=lobby from=bob id=1003 :now");
        assertThat(ada.shown()).hasSize(1005).endsWith("<bob> missed", "<bob> meanwhile", "<bob> now");
        assertThat(ada.feed.tellMore()).isFalse();
    }

    @Test
    void missedMessagesAreShownBeforeTheNextLoss() {
        ada.losesAndReconnects();
        ada.hello("you=ada");
        for (int id = 2; id <= 1001; id++) {
            ada.server("MSG room=lobby from=bob id=" + id + " old=1 :missed");
        }
        ada.feed.received(new Event.End(ada.tag("history"), false));
        ada.feed.lost("Lost again.", Story.RETRY);
        assertThat(ada.shown()).hasSize(1004).endsWith("<bob> missed", "! Lost again.");
    }

    @Test
    void anUnfinishedListOfPeopleEndsWithTheConnection() {
        ada.losesAndReconnects();
        ada.hello("you=ada");
        ada.server("WHO name=ada room=lobby state=-", "ERR code=x re=" + ada.tag("who"));
        ada.historyAnswers();
        ada.server("WHO name=bob room=lobby state=muted");
        assertThat(ada.shown()).endsWith("* bob may not speak for now.");

        ada.losesAndReconnects();
        ada.hello("you=ada");
        ada.feed.lost("Lost again.", Story.RETRY);
        assertThat(ada.chat.people.isListing()).isFalse();
    }
}
