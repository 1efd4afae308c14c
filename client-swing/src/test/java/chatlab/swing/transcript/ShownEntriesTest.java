package chatlab.swing.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.model.ConversationTranscript;
import chatlab.swing.model.Conversing;
import chatlab.swing.model.Entry.Manner;
import chatlab.swing.model.Entry.Notice;
import chatlab.swing.model.Entry.Said;
import chatlab.swing.model.Entry.Tone;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.text.Element;
import org.junit.jupiter.api.Test;

/** The content of the document while the conversation goes on. */
class ShownEntriesTest {
    private static final int ALL = Integer.MAX_VALUE;

    private final Talk talk = new Talk();
    private final TranscriptDocument document = new TranscriptDocument();
    private final ShownEntries shown = new ShownEntries(talk.room, document, Clock.systemUTC());
    private final long start = talk.transcript.end();

    @Test
    void newEntryIsAdded() {
        talk.bobSays("one");
        assertThat(shown.step(ALL)).isTrue();
        talk.bobSays("two");
        assertThat(texts()).containsExactly("one");
        shown.step(ALL);
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void manyEntriesAreAddedInParts() {
        for (int i = 0; i < 10; i++) {
            talk.bobSays("0123456789");
        }
        assertThat(shown.step(50)).isFalse();
        assertThat(texts()).hasSizeBetween(1, 5);
        while (!shown.step(50)) {
            assertThat(texts()).hasSizeLessThan(10);
        }
        assertThat(texts()).hasSize(10);
    }

    @Test
    void theNewestEntryMayBeReplaced() {
        talk.bobSays("one");
        Conversing.add(talk.room, new Notice(Talk.AT, Tone.QUIET, "cyd joined"));
        shown.step(ALL);
        talk.replaceLast(new Notice(Talk.AT, Tone.QUIET, "cyd and eve joined"));
        talk.bobSays("two");
        shown.step(ALL);
        assertThat(text()).contains("one", "cyd and eve joined", "two").doesNotContain("cyd joined");
        assertThat(shown.offsetOf(start + 2)).contains(text().indexOf("bob", text().indexOf("eve joined")));
    }

    @Test
    void removedMessageLosesItsTextAndTheOthersStayAsTheyAre() {
        for (int removed = 0; removed < 4; removed++) {
            Talk other = new Talk();
            TranscriptDocument page = new TranscriptDocument();
            ShownEntries entries = new ShownEntries(other.room, page, other.clock);
            long begin = other.transcript.end();
            other.bobSays("aaa http://example.org/ aaa");
            other.says("bob", "bbb", "bbb", "bbb");
            other.bobSays("ccc");
            other.says("cyd", "ddd");
            other.types("pending");
            entries.step(ALL);
            String before = page.all();
            Conversing.remove(other.room, begin + removed);
            assertThat(entries.step(ALL)).isTrue();
            String letter = "abcd".substring(removed, removed + 1).repeat(3);
            assertThat(page.all()).doesNotContain(letter).containsOnlyOnce("Message removed");
            assertThat(page.all()).startsWith(before.substring(0, before.indexOf(removed == 1 ? "3 lines" : letter)));
            assertThat(page.all()).endsWith(before.substring(before.lastIndexOf(letter) + 3));
            assertThat(entries.offsetOf(begin + 3).orElseThrow())
                    .isEqualTo(page.all().indexOf("cyd"));
            assertThat(entries.messageAt(page.all().indexOf("Message removed"))).contains("Message removed");
            assertThatEachLineIsAParagraph(page);
        }
    }

    @Test
    void pendingMessageStaysAtTheEndUntilDelivered() {
        talk.bobSays("one");
        shown.step(ALL);
        talk.types("hello");
        shown.step(ALL);
        assertThat(texts()).containsExactly("one", "hello");
        talk.bobSays("two");
        shown.step(ALL);
        assertThat(texts()).containsExactly("one", "two", "hello");
        talk.hears("MSG room=lobby from=ada id=1 at=2026-05-05T10:42:10Z re=k1 :hello");
        shown.step(ALL);
        assertThat(texts()).containsExactly("one", "two", "hello");
    }

    @Test
    void onlyAMessageThatIsOnItsWayWaits() {
        talk.types("one");
        talk.types("http://example.org/");
        shown.step(ALL);
        assertThat(waiting()).containsExactly("ada (you)  sending\u2026", "http://example.org/");
        talk.hears("MSG room=lobby from=ada id=1 at=2026-05-05T10:42:10Z re=k1 :one");
        shown.step(ALL);
        assertThat(waiting()).containsExactly("http://example.org/");
        talk.hears("ERR re=k2 code=muted :You are muted.");
        shown.step(ALL);
        assertThat(text()).contains("Not sent:");
        assertThat(waiting()).isEmpty();
    }

    private List<String> waiting() {
        Element root = document.getDefaultRootElement();
        return IntStream.range(0, root.getElementCount())
                .mapToObj(root::getElement)
                .filter(TranscriptDocument::waits)
                .map(line -> text().substring(line.getStartOffset(), line.getEndOffset() - 1))
                .toList();
    }

    @Test
    void pendingMessagesInARowShareAHead() {
        talk.types("one");
        talk.types("two");
        shown.step(ALL);
        assertThat(text()).containsOnlyOnce("ada (you)").endsWith("sending\u2026\none\ntwo\n");
    }

    @Test
    void entriesForgottenByTheTranscriptAreRemoved() {
        for (int i = 0; i < ConversationTranscript.MAX_ENTRIES + 10; i++) {
            talk.says(i % 2 == 0 ? "bob" : "eve", "text " + i);
            if (i == 100) {
                shown.step(ALL);
            }
        }
        shown.step(ALL);
        assertThat(texts()).hasSize(ConversationTranscript.MAX_ENTRIES).startsWith("text 10", "text 11");
        talk.bobSays("the last one");
        shown.step(ALL);
        assertThat(texts())
                .hasSize(ConversationTranscript.MAX_ENTRIES)
                .startsWith("text 11")
                .endsWith("the last one");
        assertThatEachLineIsAParagraph();
    }

    @Test
    void viewFarBehindBeginsWithTheOldestEntryLeft() {
        talk.bobSays("one");
        shown.step(ALL);
        for (int i = 0; i < 2 * ConversationTranscript.MAX_ENTRIES; i++) {
            talk.says("bob", "text " + i);
        }
        while (!shown.step(10_000)) {
            assertThat(texts()).startsWith("text " + ConversationTranscript.MAX_ENTRIES);
        }
        assertThat(texts())
                .hasSize(ConversationTranscript.MAX_ENTRIES)
                .startsWith("text " + ConversationTranscript.MAX_ENTRIES);
    }

    @Test
    void veryLongLinesAreShownUpToALimit() {
        for (int i = 0; i < 1_000; i++) {
            talk.says("bob", i + "x".repeat(4_000));
        }
        int steps = 0;
        while (!shown.step(20_000)) {
            steps++;
        }
        assertThat(document.getLength()).isBetween(400_000, 600_000);
        assertThat(steps).as("nothing that will not stay is added").isLessThan(40);
        assertThat(texts().get(texts().size() - 1)).startsWith("999x");
    }

    @Test
    void thePlaceOfAnEntryIsKnown() {
        long code = talk.says("cyd", "if (x)", "\treturn;");
        long last = talk.bobSays("hello");
        shown.step(ALL);
        assertThat(shown.offsetOf(code)).contains(text().indexOf("cyd"));
        assertThat(shown.offsetOf(last)).contains(text().indexOf("bob"));
        assertThat(shown.offsetOf(last + 1)).isEmpty();
        assertThat(shown.entryAt(text().indexOf("return"))).contains(talk.transcript.get(code));
        assertThat(shown.entryAt(text().indexOf("hello"))).contains(talk.transcript.get(last));
        assertThat(shown.entryAt(document.getLength())).isEmpty();
    }

    @Test
    void messagesOfOtherPeopleAreCounted() {
        talk.bobSays("one");
        Conversing.add(talk.room, new Notice(Talk.AT, Tone.QUIET, "cyd joined"));
        Conversing.add(talk.room, new Said(1, Talk.AT, "ada", Manner.TEXT, true, false, false, List.of("mine")));
        shown.step(ALL);
        assertThat(shown.takeMessages()).isEqualTo(1);
        assertThat(shown.takeMessages()).isZero();
    }

    @Test
    void aLineSaysThatTheFirstEntryIsOfToday() {
        ShownEntries onThatDay = new ShownEntries(talk.room, document, talk.clock);
        talk.types("one");
        onThatDay.step(ALL);
        assertThat(text()).startsWith("Today, ").endsWith("one\n");
        talk.hears("MSG room=lobby from=ada id=1 at=2026-05-05T10:42:10Z re=k1 :one");
        onThatDay.step(ALL);
        talk.replaceLast(talk.transcript.get(start));
        onThatDay.step(ALL);
        talk.bobSays("two");
        onThatDay.step(ALL);
        assertThat(text()).startsWith("Today, ").containsOnlyOnce("Today").endsWith("two\n");
        assertThat(onThatDay.offsetOf(start + 1)).contains(text().indexOf("bob"));
        assertThatEachLineIsAParagraph();
    }

    @Test
    void aConversationOfAnotherDayHasNoSuchLine() {
        talk.bobSays("one");
        new ShownEntries(talk.room, document, Clock.offset(talk.clock, Duration.ofDays(1))).step(ALL);
        assertThat(text()).startsWith("bob");
    }

    private void assertThatEachLineIsAParagraph() {
        assertThatEachLineIsAParagraph(document);
    }

    private static void assertThatEachLineIsAParagraph(TranscriptDocument document) {
        Element root = document.getDefaultRootElement();
        String text = document.all();
        int start = 0;
        for (int i = 0; i < root.getElementCount(); i++) {
            int end = text.indexOf('\n', start) + 1;
            assertThat(root.getElement(i).getStartOffset()).isEqualTo(start);
            assertThat(root.getElement(i).getEndOffset()).isEqualTo(end == 0 ? document.getLength() + 1 : end);
            start = end;
        }
    }

    /** The lines without heads and notices. */
    private List<String> texts() {
        return text().lines()
                .filter(line -> !line.matches("(bob|eve|You|ada \\(you\\))  .*|.*joined.*"))
                .toList();
    }

    private String text() {
        return document.all();
    }
}
