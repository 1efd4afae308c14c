package chatlab.swing.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.model.Entry;
import chatlab.swing.model.Entry.Manner;
import chatlab.swing.model.Entry.Notice;
import chatlab.swing.model.Entry.Said;
import chatlab.swing.model.Entry.Tone;
import chatlab.swing.model.Pending;
import chatlab.swing.transcript.Paragraph.Kind;
import chatlab.swing.transcript.Paragraph.LinkAction;
import chatlab.swing.transcript.Paragraph.Run;
import chatlab.swing.transcript.Paragraph.Style;
import chatlab.swing.transcript.Paragraph.Tint;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The paragraphs of an entry. */
class EntryFormatTest {
    private static final Instant AT = Instant.parse("2026-05-05T10:42:10Z");
    private static final Instant LATER = AT.plusSeconds(300);
    private static final String TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            .withZone(ZoneOffset.UTC)
            .format(AT);

    private final EntryFormat format = new EntryFormat(Clock.systemUTC());

    @Test
    void headHasNameAndTimeAndTextStandsBelow() {
        assertThat(lines(said("bob", "hello"), null)).containsExactly("HEAD bob  " + TIME, "BODY hello");
    }

    @Test
    void messagesOfOnePersonWithinFiveMinutesShareAHead() {
        Said first = said("bob", "one");
        assertThat(lines(said("bob", "two"), first)).containsExactly("BODY two");
        assertThat(lines(said("eve", "two"), first)).hasSize(2);
        assertThat(lines(said(LATER, "bob", Manner.TEXT, "two"), first)).hasSize(2);
        assertThat(lines(said("bob", "two"), new Notice(AT, Tone.QUIET, "eve joined")))
                .hasSize(2);
        assertThat(lines(said("bob", "two"), said(AT, "bob", Manner.CODE, "x"))).containsExactly("BODY two");
    }

    @Test
    void ownMessagesAndMentionsAreLabelled() {
        Said mine = new Said(1, AT, "ada", Manner.TEXT, true, false, false, List.of("hello"));
        Said mention = new Said(2, AT, "bob", Manner.TEXT, false, false, true, List.of("hi ada"));
        assertThat(lines(mine, null).get(0)).isEqualTo("HEAD ada (you)  " + TIME);
        assertThat(lines(mention, said("bob", "one")).get(0)).isEqualTo("HEAD bob  " + TIME + "  mentions you");
        assertThat(format.of(mention, null)).allMatch(paragraph -> paragraph.tint() == Tint.MENTION);
    }

    @Test
    void announcementHasALabel() {
        List<Paragraph> announcement = format.of(said(AT, "dan", Manner.ANNOUNCEMENT, "five minutes left"), null);
        assertThat(announcement.get(0).text()).isEqualTo("Announcement  dan  " + TIME);
        assertThat(announcement).allMatch(paragraph -> paragraph.tint() == Tint.ANNOUNCEMENT);
    }

    @Test
    void codeKeepsItsIndentationAndCanBeCopied() {
        List<Paragraph> code = format.of(said(AT, "cyd", Manner.CODE, "if (x)", "\treturn;", ""), null);
        assertThat(code)
                .extracting(Paragraph::text)
                .containsExactly("cyd  " + TIME, "3 lines\tCopy", "if (x)", "\treturn;", "");
        assertThat(code.subList(2, 5)).allMatch(paragraph -> paragraph.kind() == Kind.CODE);
        assertThat(action(code, "Copy")).contains(new LinkAction.CopyCode());
        assertThat(lines(said(AT, "cyd", Manner.CODE, "x"), said("cyd", "look:")))
                .containsExactly("CODE_HEAD 1 line\tCopy", "CODE x");
    }

    @Test
    void addressesCanBeOpenedExceptInCode() {
        List<Paragraph> text = format.of(said("bob", "see http://example.org/a."), null);
        assertThat(action(text, "http://example.org/a")).contains(new LinkAction.Open("http://example.org/a"));
        assertThat(text.get(1).text()).isEqualTo("see http://example.org/a.");
        List<Paragraph> code = format.of(said(AT, "bob", Manner.CODE, "// http://example.org/a"), null);
        assertThat(code.get(2).runs()).hasSize(1);
    }

    @Test
    void errorHasALabel() {
        assertThat(lines(new Notice(AT, Tone.ERROR, "no such room"), null))
                .containsExactly("NOTICE Error: no such room");
        assertThat(lines(new Notice(AT, Tone.QUIET, "bob left"), null)).containsExactly("NOTICE bob left");
    }

    @Test
    void pendingMessageStandsWhereItStandsOnceItIsConfirmed() {
        Said above = new Said(1, AT, "ada", Manner.TEXT, true, false, false, List.of("one"));
        for (Manner manner : Manner.values()) {
            Pending pending = new Pending(1, AT, "ada", manner, List.of("see http://example.org/"), "");
            Said confirmed = new Said(2, AT, "ada", manner, true, false, false, pending.lines());
            for (Entry before : Arrays.asList(null, above, EntryFormat.asSaid(pending))) {
                assertThat(format.of(pending, before))
                        .usingElementComparator(
                                Comparator.comparing(Paragraph::kind).thenComparing(Paragraph::tint))
                        .containsExactlyElementsOf(format.of(confirmed, before));
            }
        }
    }

    @Test
    void pendingMessageIsDimAndItsHeadSaysThatItIsUnderWay() {
        Pending pending = new Pending(1, AT, "ada", Manner.TEXT, List.of("hello"), "");
        List<Paragraph> paragraphs = format.of(pending, null);
        assertThat(paragraphs).extracting(Paragraph::text).containsExactly("ada (you)  sending\u2026", "hello");
        assertThat(paragraphs.get(1).runs()).extracting(Run::style).containsExactly(Style.FAINT);
    }

    @Test
    void firstParagraphOfAMessageSaysThatItWaits() {
        Said above = new Said(1, AT, "ada", Manner.TEXT, true, false, false, List.of("one"));
        for (Manner manner : List.of(Manner.TEXT, Manner.CODE)) {
            List<String> lines = List.of("http://example.org/ is a link");
            Pending waiting = new Pending(1, AT, "ada", manner, lines, "");
            Pending lost = new Pending(1, AT, "ada", manner, lines, "you are muted");
            assertThat(format.of(waiting, above).get(0).waits()).isTrue();
            assertThat(format.of(waiting, above).stream().skip(1)).noneMatch(Paragraph::waits);
            assertThat(format.of(lost, above)).noneMatch(Paragraph::waits);
        }
        assertThat(format.of(above, null)).noneMatch(Paragraph::waits);
    }

    @Test
    void lostMessageHasReasonAndActions() {
        Pending lost = new Pending(1, AT, "ada", Manner.TEXT, List.of("hello"), "you are muted");
        List<Paragraph> paragraphs = format.of(lost, null);
        assertThat(paragraphs.get(2).text()).isEqualTo("Not sent: you are muted  Send again  Discard");
        assertThat(action(paragraphs, "Send again")).contains(new LinkAction.SendAgain(lost));
        assertThat(action(paragraphs, "Discard")).contains(new LinkAction.Discard(lost));
    }

    private List<String> lines(Entry entry, Entry before) {
        return format.of(entry, before).stream()
                .map(paragraph -> paragraph.kind() + " " + paragraph.text())
                .toList();
    }

    private static Optional<Object> action(List<Paragraph> paragraphs, String text) {
        return paragraphs.stream()
                .flatMap(paragraph -> paragraph.runs().stream())
                .filter(run -> run.detail() instanceof LinkAction && run.text().equals(text))
                .map(Run::detail)
                .findFirst();
    }

    private static Said said(String from, String text) {
        return said(AT, from, Manner.TEXT, text);
    }

    private static Said said(Instant at, String from, Manner manner, String... lines) {
        return new Said(1, at, from, manner, false, false, false, List.of(lines));
    }
}
