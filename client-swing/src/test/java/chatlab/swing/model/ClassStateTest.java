package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.ClassroomEvent.Poll;
import chatlab.protocol.ClassroomEvent.Undo;
import chatlab.protocol.InstructorCommand.Lock.Kind;
import chatlab.swing.model.ClassState.Countdown;
import chatlab.swing.model.ClassState.RaisedHand;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hands, the poll, the timer and the locks, as a client of ada's is told of them. */
class ClassStateTest {
    private final Story ada = Story.of("ada", "bob op", "cyd");
    private final ClassState state = ada.chat.classState();

    @Test
    void handsAreInTheOrderInWhichTheyAreCalledAndPlacesMoveUp() {
        ada.server("HAND name=cyd place=7 :why?", "HAND name=ada place=12", "HAND name=dan place=3");
        assertThat(state.hands()).extracting(RaisedHand::name).containsExactly("dan", "cyd", "ada");
        assertThat(state.hands()).extracting(RaisedHand::text).containsExactly("", "why?", "");
        assertThat(state.placeOf("ADA")).isEqualTo(3);
        ada.server("HAND name=dan place=0");
        assertThat(state.placeOf("ada")).isEqualTo(2);
        assertThat(state.placeOf("dan")).isZero();
    }

    @Test
    void handGoesOnUnderTheNewNameOfItsPerson() {
        ada.server("HAND name=cyd place=1", "HAND name=ada place=2");
        ada.server("HAND name=sid place=1");
        assertThat(state.hands()).extracting(RaisedHand::name).containsExactly("sid", "ada");
        ada.server("HAND name=cyd place=0", "NICK old=cyd new=sid");
        ada.server("HAND name=eva place=2", "HAND name=ada place=0", "NICK old=ada new=eva");
        assertThat(state.hands()).extracting(RaisedHand::name).containsExactly("sid", "eva");
        assertThat(state.placeOf(ada.chat.me())).isEqualTo(2);
        assertThat(state.caller()).isEmpty();
    }

    @Test
    void ownHandIsToldInTheTranscriptOnlyWhereTheUserAsksForHands() {
        ada.server("HAND name=ada place=1 :why?");
        ada.shows();
        ada.types("/hands");
        ada.server("HAND name=ada place=1 :why?", "END re=" + ada.tag("hands"));
        ada.shows("* Your hand is up. No hand is up before yours. About: why?");
    }

    @Test
    void handsAreAskedForAfterEventsWereLostAndHandsThatTheServerDoesNotTellAreDown() {
        ada.server("HAND name=cyd place=1", "HAND name=ada place=2", "HAND name=dan place=3", "HAND name=eve place=4");
        ada.feed.overflowed(9);
        assertThat(state.hands()).as("not empty while the answer is on its way").hasSize(4);
        ada.server("HAND name=sid place=3", "HAND name=dan place=0"); // a new name
        ada.server(
                "HAND name=ada place=2",
                "HAND name=sid place=3",
                "HAND name=pat place=9",
                "END re=" + ada.tag("hands"));
        assertThat(state.hands()).extracting(RaisedHand::name).containsExactly("ada", "sid", "pat");
        assertThat(state.placeOf("ada")).isEqualTo(1);

        ada.types("/hands");
        ada.server("END re=" + ada.tag("hands"));
        assertThat(state.hands())
                .as("the answer of a usual day changes nothing")
                .hasSize(3);
    }

    @Test
    void pollIsAskedForAfterEventsWereLostAndThatThereWasNoneIsNotTold() {
        ada.server("POLL state=open options=yes,no voted=0 :Clear?");
        ada.feed.overflowed(9);
        ada.server("POLL state=void options=yes,no voted=0 :Clear?", "OK re=" + ada.tag("poll"));
        assertThat(state.poll()).isEmpty();
        ada.feed.overflowed(9);
        ada.server("ERR re=" + ada.tag("poll") + " code=not-allowed :There is no poll.");
        assertThat(ada.shown()).noneMatch(line -> line.contains("There is no poll."));
    }

    @Test
    void handsAndTheirTextsHaveALimit() {
        IntStream.rangeClosed(1, 2 * ClassState.MAX_HANDS)
                .forEach(i -> ada.server("HAND name=p" + i + " place=" + i + " :" + "x".repeat(4000)));
        assertThat(state.hands()).hasSize(ClassState.MAX_HANDS);
        assertThat(state.hands().get(0).text()).hasSizeLessThan(300);
    }

    @Test
    void personCalledUnderAHushMaySpeakUntilTheNextOneIsCalled() {
        ada.server("NOTE code=hush-on :Silence.", "HAND name=ada place=1");
        assertThat(ada.chat.whyNot(ada.chat.open())).isPresent();
        ada.server(
                "HAND name=ada place=0 by=bob", "NOTE code=next :bob calls ada.", "NOTE code=called :It is your turn.");
        assertThat(state.caller()).contains("bob");
        assertThat(ada.chat.whyNot(ada.chat.open())).isEmpty();
        assertThat(ada.types("because of the lock")).isTrue();

        ada.server("HAND name=cyd place=0 by=bob", "NOTE code=next :bob calls cyd.", "NOTE code=hush-on :Silence.");
        assertThat(state.caller()).isEmpty();
        assertThat(ada.types("and")).isFalse();
    }

    @Test
    void mutedPersonThatIsCalledStaysMuted() {
        ada.server("NOTE code=hush-on", "NOTE code=muted", "NOTE code=called");
        assertThat(ada.types("hi")).isFalse();
    }

    @Test
    void handThatWasTakenDownIsNoCall() {
        ada.server("HAND name=ada place=1", "HAND name=ada place=0 by=bob", "NOTE code=lowered :Down.");
        assertThat(state.caller()).isEmpty();
        ada.server("HAND name=cyd place=0 by=bob", "NOTE code=next :bob calls cyd.");
        assertThat(state.caller()).isEmpty();
    }

    @Test
    void callThatIsUndoneIsOverAndTheHandIsUpInItsOldPlace() {
        ada.server("HAND name=ada place=1", "HAND name=cyd place=2", "HAND name=ada place=0 by=bob");
        ada.server("NOTE code=next :bob calls ada.");
        ada.server("HAND name=ada place=1", "NOTE code=undone :bob takes back the call of ada.");
        assertThat(state.caller()).isEmpty();
        assertThat(state.placeOf("ada")).isEqualTo(1);
    }

    @Test
    void whatCanBeUndoneIsKnownUntilTheServerTellsAnythingElse() {
        ada.server("NOTE code=op", "UNDO of=next name=cyd");
        assertThat(state.undo()).isEqualTo(new Undo(true, "cyd"));
        ada.server("UNDO of=lower name=bob");
        assertThat(state.undo()).isEqualTo(new Undo(false, "bob"));
        ada.server("UNDO of=-");
        assertThat(state.undo()).isEqualTo(Undo.NOTHING);
        ada.server("UNDO of=next name=cyd", "NOTE code=deop", "NOTE code=op");
        assertThat(state.undo()).isEqualTo(Undo.NOTHING);
        ada.server("UNDO of=next name=cyd");
        ada.losesAndReconnects();
        ada.hello("you=ada");
        assertThat(state.undo()).isEqualTo(Undo.NOTHING);
    }

    @Test
    void callEndsWithTheNextOneAndWhenTheUserHasSeenIt() {
        ada.server("HAND name=ada place=1", "HAND name=ada place=0 by=bob", "NOTE code=next :bob calls ada.");
        assertThat(state.caller()).contains("bob");
        ada.actions.dismissCall();
        assertThat(state.caller()).isEmpty();
    }

    @Test
    void voteIsKnownOnceTheServerHasTakenItAndUntilAnotherPoll() {
        ada.server("POLL state=open options=yes,no voted=0 :Clear?");
        ada.types("/vote YES");
        assertThat(state.vote()).isEmpty();
        ada.server("OK re=" + ada.tag("vote") + " :Your vote is yes.");
        assertThat(state.vote()).isEqualTo("yes");
        ada.actions.command(new ClassroomCommand.Vote("no"));
        ada.server("OK re=" + ada.tag("vote"));
        assertThat(state.vote()).isEqualTo("no");
        ada.server(
                "POLL state=open options=yes,no voted=9 :Clear?", "POLL state=closed options=yes,no voted=9 :Clear?");
        ada.server("POLL state=shown options=yes,no voted=9 counts=4,5 :Clear?");
        assertThat(state.vote()).isEqualTo("no");
        assertThat(state.poll().orElseThrow().counts()).containsExactly(4, 5);

        ada.server("POLL state=open options=yes,no voted=0 :Clear?");
        assertThat(state.vote()).isEmpty();
    }

    @Test
    void pollThatHasEndedWithoutCountsIsGone() {
        ada.server("POLL state=open options=yes,no voted=1 :Clear?", "POLL state=void options=yes,no voted=1 :Clear?");
        assertThat(state.poll()).isEmpty();
    }

    @Test
    void voteAndPollAreKeptWhileTheConnectionIsLost() {
        ada.server("POLL state=open options=yes,no voted=0 :Clear?");
        ada.types("/vote yes");
        ada.server(
                "OK re=" + ada.tag("vote"), "TIMER ends=" + Story.NOW + " left=90 :exercise", "HAND name=ada place=1");
        ada.server("NOTE code=lock-rooms-on");
        ada.losesAndReconnects();
        ada.hello("you=ada");
        assertThat(state.countdown()).isEmpty();
        assertThat(state.hands()).isEmpty();
        assertThat(state.isLocked(Kind.ROOMS)).isFalse();
        ada.server("POLL state=open options=yes,no voted=4 :Clear?");
        assertThat(state.vote()).isEqualTo("yes");
    }

    @Test
    void pollEndsWithItsServer() {
        ada.server("POLL state=open options=yes,no voted=0 :Clear?");
        ada.types("/vote yes");
        ada.server("OK re=" + ada.tag("vote"));
        ada.losesAndReconnects();
        assertThat(state.poll()).isPresent();
        ada.hello("you=ada");
        assertThat(state.poll()).isEmpty();
        ada.server("NOTE code=restarted :The server was started again.");
        ada.server("POLL state=open options=yes,no voted=4 :Clear?");
        assertThat(state.vote()).isEmpty();
    }

    @Test
    void textsOfAPollAreClean() {
        ada.server("POLL state=open options=" + "y".repeat(3000) + ",no,a,b,c,d,e,f voted=0 :a\u0000b");
        Poll poll = state.poll().orElseThrow();
        assertThat(poll.options()).hasSize(8).allMatch(option -> option.length() < 50);
        assertThat(poll.question()).isEqualTo("a b");
    }

    @Test
    void timerCountsFromTheSecondsThatAreLeft() {
        ada.server("TIMER ends=2031-01-01T00:00:00.000Z left=90 :exercise 3");
        Countdown timer = state.countdown().orElseThrow();
        Instant now = Instant.parse(Story.NOW);
        assertThat(timer.text()).isEqualTo("exercise 3");
        assertThat(timer.left(now)).isEqualTo(90);
        assertThat(timer.left(now.plusMillis(89_001))).isEqualTo(1);
        assertThat(timer.left(now.plusSeconds(500))).isZero();
        ada.server("NOTE code=timer :Time is up.");
        assertThat(state.countdown()).isEmpty();
        ada.server("TIMER ends=" + Story.NOW + " left=90", "TIMER ends=" + Story.NOW + " left=0");
        assertThat(state.countdown()).isEmpty();
    }

    @Test
    void lockedPrivateMessagesGoToInstructorsAlone() {
        ada.server("NOTE code=lock-private-on :Locked.");
        assertThat(ada.types("/msg cyd psst")).isFalse();
        assertThat(ada.types("/msg bob may I?")).isTrue();
        ada.actions.talkTo("cyd");
        assertThat(ada.chat.whyNot(ada.chat.open()))
                .hasValueSatisfying(why -> assertThat(why).contains("locked"));
        assertThat(ada.chat.whyNot(ada.chat.conversations().get(0))).isEmpty();
        ada.server("NOTE code=lock-private-off");
        assertThat(ada.types("psst")).isTrue();
    }

    @Test
    void instructorIsUnderNoLock() {
        ada.server("NOTE code=lock-rooms-on", "NOTE code=lock-names-on", "NOTE code=lock-private-on");
        assertThat(ada.chat.whyLocked(Kind.ROOMS)).isPresent();
        assertThat(ada.chat.whyLocked(Kind.NAMES)).isPresent();
        ada.server("NOTE code=op");
        assertThat(ada.chat.whyLocked(Kind.ROOMS)).isEmpty();
        assertThat(ada.types("/msg cyd psst")).isTrue();
    }

    @Test
    void guestMayStillChooseAName() {
        Story guest = new Story();
        guest.connects("");
        guest.server(
                "HELLO proto=1 server=s run=r1 you=guest1 token=t room=lobby ping=60 re=" + guest.tag("proto") + " :R");
        guest.server("NOTE code=lock-names-on");
        assertThat(guest.chat.whyLocked(Kind.NAMES)).isEmpty();
    }

    @Test
    void anotherServerKnowsNothingOfTheClass() {
        ada.server(
                "POLL state=open options=yes,no voted=0 :Clear?", "HAND name=cyd place=1", "NOTE code=lock-names-on");
        ada.feed.begin("other", "ada");
        assertThat(state.poll()).isEmpty();
        assertThat(state.hands()).isEmpty();
        assertThat(state.isLocked(Kind.NAMES)).isFalse();
        assertThat(ada.chat.seenPeople().people()).isEmpty();
    }

    @Test
    void peopleThatWereSeenStayWithTheirMessages() {
        ada.server("JOIN room=lobby name=dan at=2026-11-20T10:10:00.000Z");
        ada.server(
                "MSG room=lobby from=dan id=1 :one",
                "MSG room=lobby from=dan id=2 :two",
                "MSG to=ada from=dan id=3 :x");
        ada.server("NICK old=dan new=dana", "LEAVE room=lobby name=dana code=quit");
        assertThat(ada.chat.seenPeople().people())
                .contains(new SeenPeople.Seen("dana", Instant.parse("2026-11-20T10:10:00Z"), 2))
                .extracting(SeenPeople.Seen::name)
                .containsExactly("ada", "bob", "cyd", "dana");
        IntStream.range(0, 2 * SeenPeople.MAX).forEach(i -> ada.server("JOIN room=lobby name=p" + i));
        assertThat(ada.chat.seenPeople().people()).hasSize(SeenPeople.MAX);
    }
}
