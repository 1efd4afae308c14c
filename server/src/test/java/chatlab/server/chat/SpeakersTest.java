package chatlab.server.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakersTest {
    private final Person ada = Person.server();
    private final Person bob = Person.server();

    @Test
    void speakersOfTheLastMessagesAreKnownAndNoOthers() {
        Speakers speakers = new Speakers();
        speakers.add(1, bob);
        for (int id = 2; id <= 1 + Speakers.MAX; id++) {
            speakers.add(id, ada);
        }
        assertThat(speakers.find("#1")).isEmpty();
        assertThat(speakers.find("#2")).contains(ada);
        assertThat(speakers.find("#" + (1 + Speakers.MAX))).contains(ada);
        assertThat(speakers.find("#" + (2 + Speakers.MAX))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "#", "#-1", "#1x", "#1234567890123456789", "ada", ""})
    void nothingElseIsTakenForTheNumberOfAMessage(String typed) {
        assertThat(Speakers.isId(typed)).isFalse();
    }
}
