package chatlab.swing.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.model.Conversation;
import chatlab.swing.model.Conversing;
import chatlab.swing.model.Entry;
import chatlab.swing.model.Entry.Manner;
import chatlab.swing.model.Entry.Notice;
import chatlab.swing.model.Entry.Said;
import chatlab.swing.model.Entry.Tone;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A saved conversation. */
class SavedTextTest {
    @Test
    void eachLineHasTimeAndName() {
        Conversation room = Conversing.inRoom("lobby");
        Conversing.add(room, new Entry.Divider("earlier"));
        Conversing.add(room, said("bob", Manner.TEXT, "hello"));
        Conversing.add(room, said("cyd", Manner.CODE, "if (x)", "\treturn;"));
        Conversing.add(room, said("dan", Manner.ANNOUNCEMENT, "five minutes left"));
        Conversing.add(room, new Notice(Talk.AT, Tone.QUIET, "eve joined"));

        assertThat(SavedText.of(room, ZoneId.of("Europe/Berlin"))).isEqualTo("""
                --- earlier ---
                2026-05-05 12:42:10  bob: hello
                2026-05-05 12:42:10  cyd: 2 lines of code
                    if (x)
                    \treturn;
                2026-05-05 12:42:10  dan (announcement): five minutes left
                2026-05-05 12:42:10  * eve joined
                """);
    }

    @Test
    void unsentMessageIsSavedWithALabel() {
        Talk talk = new Talk();
        talk.types("hello");
        assertThat(SavedText.of(talk.room, ZoneId.of("UTC"))).endsWith("2026-05-05 10:42:10  you (not sent): hello\n");
    }

    private static Said said(String from, Manner manner, String... lines) {
        return new Said(1, Talk.AT, from, manner, false, false, false, List.of(lines));
    }
}
