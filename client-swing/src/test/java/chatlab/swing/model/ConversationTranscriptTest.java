package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlab.swing.model.Entry.Manner;
import chatlab.swing.model.Entry.Notice;
import chatlab.swing.model.Entry.Said;
import chatlab.swing.model.Entry.Tone;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ConversationTranscriptTest {
    private static final Instant AT = Instant.parse(Story.NOW);

    private final ConversationTranscript transcript = new ConversationTranscript(1_000);

    private static Entry notice(int chars) {
        return new Notice(AT, Tone.INFO, "x".repeat(chars));
    }

    private static Entry said(String... lines) {
        return new Said(1, AT, "bob", Manner.CODE, false, false, false, List.of(lines));
    }

    @Test
    void keepsTheNewestEntries() {
        for (int i = 0; i < 3 * ConversationTranscript.MAX_ENTRIES; i++) {
            transcript.add(new Entry.Divider("" + i));
        }
        assertThat(transcript.end() - transcript.first()).isEqualTo(ConversationTranscript.MAX_ENTRIES);
        for (long number = transcript.first(); number < transcript.end(); number++) {
            assertThat(transcript.get(number)).isEqualTo(new Entry.Divider("" + number));
        }
    }

    @Test
    void keepsOnlySoManyCharacters() {
        transcript.add(notice(400));
        transcript.add(said("x".repeat(300), "y".repeat(300)));
        assertThat(transcript.first()).isZero();
        transcript.add(notice(1));
        assertThat(transcript.first()).isEqualTo(1);
        assertThatThrownBy(() -> transcript.get(0)).isInstanceOf(NoSuchElementException.class);
        transcript.add(notice(399));
        assertThat(transcript.first()).isEqualTo(1);
        transcript.replace(transcript.end() - 1, notice(400));
        transcript.add(notice(0));
        assertThat(transcript.first()).isEqualTo(2);
    }

    @Test
    void keepsTheNewestOneHoweverLongItIs() {
        transcript.add(notice(10));
        transcript.add(notice(2_000));
        assertThat(transcript.first()).isEqualTo(1);
        assertThat(transcript.get(1)).isEqualTo(notice(2_000));
    }

    @Test
    void growsInTheMiddle() {
        for (int i = 0; i < 50; i++) {
            transcript.add(notice(20)); // all that there is room for
        }
        for (int i = 50; i < 2_000; i++) {
            transcript.add(new Entry.Divider("" + i));
            if (i == 60) {
                transcript.add(notice(500));
                transcript.add(notice(500));
            }
        }
        transcript.add(notice(1_000));
        assertThat(transcript.first()).isGreaterThan(50);
        assertThat(transcript.get(transcript.end() - 2)).isEqualTo(new Entry.Divider("1999"));
        assertThat(transcript.get(transcript.end() - 1_000)).isEqualTo(new Entry.Divider("1001"));
    }
}
