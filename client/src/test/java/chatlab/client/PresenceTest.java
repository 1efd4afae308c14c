package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.client.CatchUp.Missed;
import chatlab.protocol.Command;
import chatlab.protocol.Event;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What both clients learn of people that come, go, and change. */
class PresenceTest {
    private static final String AT = " at=2026-11-20T14:02:00Z";

    private final Member member = new Member("ada");
    private final People people = new People();
    private final Partners partners = new Partners();
    private final List<String> told = new ArrayList<>();
    private final List<List<String>> searched = new ArrayList<>();
    private final Arrival arrival = new Arrival(member, people, searched::add, new Silent());
    private final Presence presence = new Presence(Clock.systemUTC(), member, people, partners, arrival, new Teller());

    @BeforeEach
    void enterTheLobby() {
        arrival.hello((Event.Hello) event("HELLO proto=1 run=r1 you=ada token=t room=lobby ping=60 :x"));
        who("ada", "-");
        who("bob", "-");
        arrival.isEnd((Event.End) event("END re=s1"));
    }

    @Test
    void peopleComeAndGoOnceEach() {
        join("lobby", "cyd");
        join("lobby", "CYD");
        leave("cyd", "quit");
        leave("cyd", "quit");
        assertThat(told).containsExactly("joined cyd", "left cyd");
        assertThat(people.names()).containsExactlyInAnyOrder("ada", "bob");
    }

    @Test
    void peopleOfOtherRoomsAreNotHere() {
        join("lab", "cyd");
        assertThat(told).isEmpty();
        assertThat(people.names()).containsExactlyInAnyOrder("ada", "bob");
    }

    @Test
    void ownJoinEntersTheRoom() {
        join("lab", "ada");
        assertThat(member.room()).isEqualTo("lab");
        assertThat(people.names()).isEmpty();
    }

    @Test
    void ownNewNameIsKept() {
        nick("ada", "eve");
        nick("ada", "eve");
        assertThat(told).containsExactly("you are eve");
        assertThat(member.isMe("Eve")).isTrue();
        assertThat(people.find("eve").orElseThrow().me()).isTrue();
    }

    @Test
    void ownMessagesAreLookedForUnderAllNamesOfTheConnection() {
        nick("ada", "eve");
        nick("eve", "liz");
        arrival.again();
        List<String> names = List.of("ada", "eve", "liz", "bob");
        for (int id = 0; id < names.size(); id++) {
            String from = names.get(id);
            arrival.old((Event.Msg) event("MSG room=lobby from=" + from + " id=" + id + AT + " old=1 :by " + from));
        }
        assertThat(searched).containsExactly(List.of("by ada"), List.of("by eve"), List.of("by liz"));
    }

    @Test
    void answeredNickChangesTheName() {
        assertThat(presence.done(new Command.Nick("eve"))).isTrue();
        assertThat(told).containsExactly("you are eve");
        assertThat(presence.done(new Command.Who())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answeredJoinStaysInTheRoomThatTheServerNames(boolean hereAlready) {
        join("group-1", "ada");
        if (!hereAlready) {
            join("lab", "ada");
            join("group-1", "ada");
        }
        assertThat(presence.done(new Command.Join("group_1"))).isTrue();
        assertThat(member.room()).isEqualTo("group-1");
        join("lobby", "ada");
        assertThat(presence.done(new Command.Leave())).isTrue();
        assertThat(member.room()).isEqualTo("lobby");
    }

    @Test
    void changesOfOthersAreToldAndOnesOwnAreKept() {
        who("bob", "op,muted");
        who("bob", "op,muted");
        who("ada", "op,lost");
        assertThat(told).containsExactly("changed bob");
        assertThat(people.find("bob").orElseThrow()).isEqualTo(new Participant("bob", true, true, false, false));
        assertThat(member.isInstructor()).isTrue();
        assertThat(people.find("ada").orElseThrow().lost())
                .as("a connection before this one")
                .isFalse();
    }

    @Test
    void partnerThatLeavesAndComesMayBeAnotherPerson() {
        partners.add("bob");
        leave("bob", "moved");
        assertThat(told).containsExactly("left bob");
        join("lobby", "bob");
        leave("bob", "quit");
        join("lobby", "bob");
        assertThat(told).contains("partner left bob", "partner changed bob");
        assertThat(partners.change("bob")).isPresent();
    }

    @Test
    void partnerOfAnotherRoomLeavesTheServer() {
        partners.add("cyd");
        presence.leave((Event.Leave) event("LEAVE room=lab name=cyd code=quit" + AT));
        assertThat(told).containsExactly("partner left cyd");
    }

    @Test
    void nameOfAPartnerThatIsTakenByAnotherPersonIsTold() {
        partners.add("cyd");
        nick("bob", "cyd");
        assertThat(told).containsExactly("partner renamed bob cyd true", "renamed bob cyd");
    }

    @Test
    void personThatLeftWhileTheListIsToldIsNotListed() {
        arrival.again();
        leave("bob", "quit");
        who("bob", "-");
        join("lobby", "cyd");
        arrival.isEnd((Event.End) event("END re=s3"));
        assertThat(people.names()).as("ada is not in this list").containsExactly("cyd");
    }

    private void join(String room, String name) {
        presence.join((Event.Join) event("JOIN room=" + room + " name=" + name + AT));
    }

    private void leave(String name, String code) {
        presence.leave((Event.Leave) event("LEAVE room=lobby name=" + name + " code=" + code + AT));
    }

    private void nick(String old, String now) {
        presence.nick((Event.Nick) event("NICK old=" + old + " new=" + now + AT));
    }

    private void who(String name, String state) {
        presence.who((Event.Who) event("WHO name=" + name + " room=lobby state=" + state));
    }

    private static Event event(String line) {
        return Event.parse(line).orElseThrow();
    }

    private final class Teller implements Presence.Listener {
        @Override
        public void youAre(String name) {
            told.add("you are " + name);
        }

        @Override
        public void joined(String name, Event.Join e) {
            told.add("joined " + name);
        }

        @Override
        public void left(String name, Event.Leave e) {
            told.add("left " + name);
        }

        @Override
        public void renamed(String old, String now, Event.Nick e) {
            told.add("renamed " + old + " " + now);
        }

        @Override
        public void changed(Participant before, Participant now) {
            told.add("changed " + now.name());
        }

        @Override
        public void partnerLeft(String name) {
            told.add("partner left " + name);
        }

        @Override
        public void partnerChanged(String name) {
            told.add("partner changed " + name);
        }

        @Override
        public void partnerRenamed(String old, String now, boolean taken) {
            told.add("partner renamed " + old + " " + now + " " + taken);
        }
    }

    private static final class Silent implements Arrival.Listener {
        @Override
        public void send(List<String> lines) {}

        @Override
        public void entering(String room) {}

        @Override
        public void asking() {}

        @Override
        public void listed() {}

        @Override
        public void rightsLost() {}

        @Override
        public void refused(String sentence) {}

        @Override
        public void caughtUp(Missed missed, List<String> news) {}
    }
}
