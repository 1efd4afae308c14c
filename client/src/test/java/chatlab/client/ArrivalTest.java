package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.client.CatchUp.Missed;
import chatlab.protocol.Event;
import chatlab.protocol.Event.Msg;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What both clients do to enter a room; each connection is an arrival of its own. */
class ArrivalTest {
    private static final String AT = " at=2026-11-20T14:02:00Z";

    private final Member member = new Member("ada");
    private final People people = new People();
    private final List<List<String>> searched = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private Arrival arrival = connect();

    private Arrival connect() {
        return new Arrival(member, people, searched::add, new Arrival.Listener() {
            @Override
            public void send(List<String> lines) {
                steps.addAll(lines);
            }

            @Override
            public void entering(String room) {
                steps.add("entering " + room + " from " + member.room());
            }

            @Override
            public void asking() {}

            @Override
            public void listed() {
                steps.add("listed " + people.names());
            }

            @Override
            public void rightsLost() {
                steps.add("rights lost");
            }

            @Override
            public void refused(String sentence) {
                steps.add(sentence);
            }

            @Override
            public void caughtUp(Missed missed, List<String> news) {
                steps.add("told " + texts(missed.told()) + " since " + texts(missed.since()));
                steps.addAll(news);
            }
        });
    }

    @Test
    void firstEntryAsksForPeopleAndHistory() {
        hello("r1", "lobby");
        assertSteps("entering lobby from ", "/who@s1", "/history@s2");
        people.listed(Participant.of("bob"));
        end("s1");
        assertThat(live(2, "two")).isFalse();
        assertThat(arrival.old(message(1, "ada", "one", true))).isTrue();
        end("s2");
        assertSteps("listed [bob]", "told [one] since [two]");
        assertThat(live(3, "three")).isTrue();
    }

    @Test
    void returnTellsWhatWasMissedAndNothingTwice() {
        enter("lobby");
        live(1, "one");

        arrival = connect();
        hello("r1", "lobby");
        assertSteps("/who@s1", "/history@s2 after=1");
        live(3, "three");
        arrival.old(message(2, "bob", "two", true));
        arrival.old(message(3, "bob", "three", true));
        end("s1", "s2");
        assertSteps("listed []", "told [two, three] since []", "Back again. You missed 2 messages:");
    }

    @Test
    void returnToAServerThatBeganAnewSaysSo() {
        enter("lobby");
        arrival = connect();
        hello("r2", "lobby");
        end("s2");
        assertThat(steps).last().asString().startsWith("Back again, but the server began anew.");
    }

    @Test
    void gapInTheHistoryIsTold() {
        enter("lobby");
        arrival = connect();
        hello("r1", "lobby");
        arrival.isEnd((Event.End) event("END re=s2 gap=1"));
        assertThat(steps).last().isEqualTo("Older messages are no longer there.");
    }

    @Test
    void returnGoesToTheFormerRoomBeforeItAsks() {
        enter("lab");
        arrival = connect();
        hello("r1", "lobby");
        assertSteps("/join@s1 lab");
        assertThat(arrival.isOnTheWay()).isTrue();
        arrival.entered("lobby");
        assertSteps();
        arrival.entered("lab");
        assertSteps("/who@s2", "/history@s3");
        assertThat(arrival.isOk((Event.Ok) event("OK re=s1"))).isTrue();
        assertSteps();
    }

    @Test
    void returnToARoomThatNowHasALookAlikeNameEntersTheOpenOne() {
        enter("group_1");
        arrival = connect();
        hello("r1", "lobby");
        assertSteps("/join@s1 group_1");
        arrival.entered("lobby");
        arrival.entered("group-1");
        assertThat(arrival.isOk((Event.Ok) event("OK re=s1"))).isTrue();
        assertThat(member.room()).isEqualTo("group-1");
        assertSteps("/who@s2", "/history@s3");
    }

    @Test
    void refusedReturnToTheFormerRoomStaysInTheLobbyAndSaysSo() {
        enter("lab");
        arrival = connect();
        hello("r1", "lobby");
        assertSteps("/join@s1 lab");
        assertThat(arrival.isRefusal((Event.Err) event("ERR re=s1 code=muted :Not now.")))
                .isTrue();
        assertSteps(
                "entering lobby from lab",
                "/who@s2",
                "/history@s3",
                "You could not go back to the room lab, and are in lobby. Not now.");
        assertThat(member.isIn("lobby")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void lostRightsAreToldOnceTheListShowsIt(boolean stillInstructor) {
        enter("lobby");
        member.note((Event.Note) event("NOTE code=op :x"));
        arrival = connect();
        hello("r1", "lobby");
        steps.clear();
        member.who(new Participant("ada", stillInstructor, false, false, true));
        end("s1");
        assertThat(steps.contains("rights lost")).isEqualTo(!stillInstructor);
    }

    @Test
    void ownMessagesAreLookedForUnderTheFormerNameAndEachOnce() {
        enter("lobby");
        arrival = connect();
        arrival.hello((Event.Hello) event("HELLO proto=1 run=r1 you=guest2 token=t room=lobby ping=60 :x"));
        arrival.old(message(1, "ada", "mine", true));
        arrival.old(message(2, "guest2", "another guest's", true));
        arrival.old((Msg) event("MSG room=lobby from=ADA id=3" + AT + " part=1/2 old=1 :two"));
        arrival.old((Msg) event("MSG room=lobby from=ADA id=3" + AT + " part=2/2 old=1 :li\u202enes"));
        arrival.again(); // tells the same history once more, and looks for what the guest has said
        arrival.old(message(2, "guest2", "another guest's", true));
        assertThat(searched).containsExactly(List.of("mine"), List.of("two", "li nes"), List.of("another guest's"));
        arrival.old(message(2, "guest2", "another guest's", true));
        assertThat(searched).hasSize(3);
    }

    @Test
    void answerToAnOlderQuestionIsNotTheHistory() {
        hello("r1", "lobby");
        arrival.old(message(1, "bob", "asked for before", true));
        assertThat(arrival.isEnd((Event.End) event("END re=k1"))).isFalse();
        steps.clear();
        end("s2");
        assertSteps("told [] since []");
    }

    @Test
    void historyThatNeverEndsIsNotWaitedFor() {
        hello("r1", "lobby");
        steps.clear();
        for (int i = 1; i <= CatchUp.MAX_LINES; i++) {
            live(i, "x");
        }
        assertThat(steps).hasSize(1);
        assertThat(arrival.isWaiting()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void historyThatIsNotWaitedForIsDroppedUntilItsAnswerEnds(boolean refused) {
        enter("lobby");
        arrival = connect();
        hello("r1", "lobby");
        for (int i = 1; i <= CatchUp.MAX_LINES; i++) {
            live(i, "x");
        }
        steps.clear();
        assertThat(arrival.old(message(1, "bob", "x", true))).isTrue();
        assertThat(
                        refused
                                ? arrival.isRefusal((Event.Err) event("ERR re=s2 code=x"))
                                : arrival.isEnd((Event.End) event("END re=s2")))
                .isTrue();
        assertThat(arrival.old(message(1, "bob", "x", true)))
                .as("the user has asked for this one")
                .isFalse();
        assertSteps();
    }

    @Test
    void newQuestionEndsTheDropOfAnOlderHistory() {
        hello("r1", "lobby");
        arrival.waitNoLonger();
        arrival.again();
        end("s4");
        assertThat(arrival.old(message(1, "bob", "x", true))).isFalse();
    }

    @Test
    void refusedQuestionsAreNotWaitedFor() {
        hello("r1", "lobby");
        steps.clear();
        assertThat(arrival.isRefusal((Event.Err) event("ERR re=s1 code=x"))).isTrue();
        assertThat(people.isListing()).isFalse();
        assertThat(arrival.isRefusal((Event.Err) event("ERR re=s2 code=x"))).isTrue();
        assertSteps("told [] since []");
        assertThat(arrival.isRefusal((Event.Err) event("ERR re=k1 code=x"))).isFalse();
    }

    @Test
    void closedArrivalGivesBackWhatItHeldBack() {
        hello("r1", "lobby");
        live(1, "one");
        assertThat(texts(arrival.close())).containsExactly("one");
        assertThat(arrival.close()).isEmpty();
    }

    private void hello(String run, String room) {
        arrival.hello((Event.Hello)
                event("HELLO proto=1 run=" + run + " you=ada token=t room=" + room + " ping=60 :Room 12"));
    }

    private void enter(String room) {
        hello("r1", "lobby");
        if (!room.equals("lobby")) {
            arrival.entered(room);
            end("s3", "s4");
        }
        end("s1", "s2");
        steps.clear();
    }

    private void end(String... tags) {
        for (String tag : tags) {
            arrival.isEnd((Event.End) event("END re=" + tag));
        }
    }

    private boolean live(long id, String text) {
        return arrival.live(message(id, "bob", text, false));
    }

    private static Msg message(long id, String from, String text, boolean old) {
        return (Msg) event("MSG room=lobby from=" + from + " id=" + id + AT + (old ? " old=1" : "") + " :" + text);
    }

    private static Event event(String line) {
        return Event.parse(line).orElseThrow();
    }

    private static List<String> texts(List<Msg> messages) {
        return messages.stream().map(Msg::text).toList();
    }

    private void assertSteps(String... expected) {
        assertThat(steps).containsExactly(expected);
        steps.clear();
    }
}
