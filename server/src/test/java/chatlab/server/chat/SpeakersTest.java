package chatlab.server.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Name;
import chatlab.server.chat.Speakers.Said;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakersTest {
    private final Person ada = person("ada");
    private final Person bob = person("bob");

    @Test
    void speakersOfTheLastMessagesAreKnownAndNoOthers() {
        Speakers speakers = new Speakers();
        add(speakers, 1, bob);
        for (int id = 2; id <= 1 + Speakers.MAX; id++) {
            add(speakers, id, ada);
        }
        assertThat(speakers.find("#1")).isEmpty();
        assertThat(speakers.find("#2")).contains(ada);
        assertThat(speakers.find("#" + (1 + Speakers.MAX))).contains(ada);
        assertThat(speakers.find("#" + (2 + Speakers.MAX))).isEmpty();
    }

    @Test
    void serverIsNoPersonThatSaidAMessage() {
        Speakers speakers = new Speakers();
        add(speakers, 1, Person.server());
        assertThat(speakers.find("#1")).isEmpty();
        assertThat(speakers.find(1)).isPresent();
    }

    @Test
    void lastMessageIsTheLastOneToARoomThatIsStillThere() {
        Speakers speakers = new Speakers();
        add(speakers, 1, ada);
        add(speakers, 2, ada);
        speakers.add(new Said(3, ada, "ada", "")); // in private
        add(speakers, 4, bob);
        assertThat(speakers.lastOf(ada)).map(Said::id).contains(2L);
        speakers.remove(2);
        assertThat(speakers.lastOf(ada)).map(Said::id).contains(1L);
        assertThat(speakers.find("#2")).contains(ada);
    }

    @Test
    void removedMessageIsKnownAlsoWhereItsSpeakerIsNot() {
        Speakers speakers = new Speakers();
        add(speakers, 1 + Speakers.MAX, ada);
        speakers.remove(1); // its place is taken
        assertThat(speakers.isGone(1)).isTrue();
        assertThat(speakers.isGone(1 + Speakers.MAX)).isFalse();
        assertThat(speakers.find("#" + (1 + Speakers.MAX))).contains(ada);
    }

    private static void add(Speakers speakers, long id, Person speaker) {
        speakers.add(new Said(id, speaker, speaker.name.shown(), "lobby"));
    }

    private static Person person(String name) {
        return new Person(Name.lobby(), name + "s token", Instant.now(), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "#", "#-1", "#1x", "#1234567890123456789", "ada", ""})
    void nothingElseIsTakenForTheNumberOfAMessage(String typed) {
        assertThat(Speakers.isId(typed)).isFalse();
    }
}
