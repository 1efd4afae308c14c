package chatlab.swing.transcript;

import chatlab.protocol.Words;
import chatlab.swing.model.Entry;
import chatlab.swing.model.Entry.Manner;
import chatlab.swing.model.Entry.Said;
import chatlab.swing.model.Entry.Tone;
import chatlab.swing.model.Pending;
import chatlab.swing.transcript.Paragraph.Kind;
import chatlab.swing.transcript.Paragraph.LinkAction;
import chatlab.swing.transcript.Paragraph.Run;
import chatlab.swing.transcript.Paragraph.Style;
import chatlab.swing.transcript.Paragraph.Tint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns entries into paragraphs: a head with name and time, and below it the message, indented. */
final class EntryFormat {
    private static final Words WORDS = new Words(EntryFormat.class);
    private static final Run GAP = new Run(Style.DETAIL, "  ");

    /** Messages of one person stand in one block until this much time has gone by between two of them. */
    private static final Duration BLOCK = Duration.ofMinutes(5);

    private final Clock clock;
    private final DateTimeFormatter time;
    private final DateTimeFormatter date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL);
    private final DateTimeFormatter longDate = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);

    EntryFormat(Clock clock) {
        this.clock = clock;
        time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withZone(clock.getZone());
    }

    /** {@code before} is the entry above, or null. */
    List<Paragraph> of(Entry entry, Entry before) {
        if (entry instanceof Said said) {
            return said(said, before, time(said), said.manner() == Manner.GONE ? Style.QUIET : Style.TEXT);
        } else if (entry instanceof Entry.Notice notice) {
            return notice(notice);
        } else if (entry instanceof Entry.Day day) {
            return List.of(rule(date.format(day.date())));
        } else if (entry instanceof Entry.Divider divider) {
            return List.of(rule(divider.text()));
        }
        throw new IllegalArgumentException(entry.toString());
    }

    /** The line above the first entry, if that is of today: for other days the transcript has lines. */
    Optional<Paragraph> today(Entry first) {
        LocalDate today = LocalDate.now(clock);
        return at(first)
                .filter(at -> LocalDate.ofInstant(at, clock.getZone()).equals(today))
                .map(at -> rule(WORDS.get("today", longDate.format(today))));
    }

    /** A message that the server has not confirmed. It stands where it will stand afterwards, so that nothing moves then. */
    List<Paragraph> of(Pending pending, Entry before) {
        Said said = asSaid(pending);
        if (!pending.isLost()) {
            List<Paragraph> waiting = said(said, before, WORDS.get("sending"), Style.FAINT);
            Paragraph first = waiting.get(0);
            waiting.set(0, new Paragraph(first.kind(), first.tint(), true, first.runs()));
            return waiting;
        }
        List<Paragraph> paragraphs = said(said, before, time(said), Style.FAINT);
        paragraphs.add(trouble(pending));
        return paragraphs;
    }

    /** What the pending message will be, as far as the client knows. */
    static Said asSaid(Pending pending) {
        return new Said(0, pending.at(), pending.from(), pending.manner(), true, false, false, pending.lines());
    }

    /** The time of day of a message or a notice; empty for other entries. */
    String time(Entry entry) {
        return at(entry).map(time::format).orElse("");
    }

    private static Optional<Instant> at(Entry entry) {
        if (entry instanceof Said said) {
            return Optional.of(said.at());
        }
        return entry instanceof Entry.Notice notice ? Optional.of(notice.at()) : Optional.empty();
    }

    private static List<Paragraph> said(Said said, Entry before, String time, Style style) {
        Tint tint =
                said.manner() == Manner.ANNOUNCEMENT ? Tint.ANNOUNCEMENT : said.mentionsMe() ? Tint.MENTION : Tint.NONE;
        boolean isFaint = style == Style.FAINT;
        List<Paragraph> paragraphs = new ArrayList<>();
        if (!continues(said, before)) {
            paragraphs.add(new Paragraph(Kind.HEAD, tint, false, head(said, time)));
        }
        if (said.manner() == Manner.CODE) {
            paragraphs.add(codeHead(said.lines(), isFaint));
            List<List<Run>> code = isFaint
                    ? said.lines().stream()
                            .map(line -> List.of(new Run(Style.FAINT_CODE, line)))
                            .toList()
                    : CodeColors.of(said.lines());
            code.forEach(line -> paragraphs.add(new Paragraph(Kind.CODE, Tint.NONE, false, line)));
        } else {
            said.lines().forEach(line -> paragraphs.add(new Paragraph(Kind.BODY, tint, false, withLinks(line, style))));
        }
        return paragraphs;
    }

    /** Whether the head above is also right for this message. */
    private static boolean continues(Said said, Entry before) {
        return before instanceof Said other
                && isPlain(said)
                && isPlain(other)
                && other.from().equals(said.from())
                && other.mine() == said.mine()
                && other.old() == said.old()
                && Duration.between(other.at(), said.at()).compareTo(BLOCK) < 0;
    }

    private static boolean isPlain(Said said) {
        return said.manner() != Manner.ANNOUNCEMENT && !said.mentionsMe();
    }

    private static List<Run> head(Said said, String time) {
        List<Run> head = new ArrayList<>();
        if (said.manner() == Manner.ANNOUNCEMENT) {
            head.add(new Run(Style.LABEL, WORDS.get("announcement")));
            head.add(GAP);
        }
        head.add(new Run(Style.NAME, said.from(), said.from()));
        if (said.mine()) {
            head.add(new Run(Style.QUIET, " " + WORDS.get("mine")));
        }
        head.add(GAP);
        head.add(new Run(Style.DETAIL, time));
        if (said.mentionsMe()) {
            head.add(GAP);
            head.add(new Run(Style.LABEL, WORDS.get("mention")));
        }
        return head;
    }

    private static List<Paragraph> notice(Entry.Notice notice) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (String line : notice.text().split("\n")) {
            List<Run> runs = new ArrayList<>();
            if (notice.tone() == Tone.ERROR && paragraphs.isEmpty()) {
                runs.add(new Run(Style.ERROR_LABEL, WORDS.get("error") + " "));
            }
            switch (notice.tone()) {
                case QUIET -> runs.add(new Run(Style.QUIET, line));
                case INFO -> runs.addAll(withLinks(line, Style.QUIET));
                case ERROR -> runs.add(new Run(Style.ERROR, line));
            }
            paragraphs.add(new Paragraph(Kind.NOTICE, Tint.NONE, false, runs));
        }
        return paragraphs;
    }

    private static Paragraph trouble(Pending lost) {
        return new Paragraph(
                Kind.BODY,
                Tint.NONE,
                new Run(Style.ERROR_LABEL, WORDS.get("not-sent") + " "),
                new Run(Style.ERROR, lost.trouble().replace('\n', ' ')),
                GAP,
                new Run(Style.LINK, WORDS.get("send-again"), new LinkAction.SendAgain(lost)),
                GAP,
                new Run(Style.LINK, WORDS.get("discard"), new LinkAction.Discard(lost)));
    }

    private static List<Run> withLinks(String line, Style style) {
        List<Run> runs = new ArrayList<>();
        int done = 0;
        for (WebLinks.Span link : WebLinks.find(line)) {
            if (link.start() > done) {
                runs.add(new Run(style, line.substring(done, link.start())));
            }
            String address = line.substring(link.start(), link.end());
            runs.add(new Run(Style.LINK, address, new LinkAction.Open(address)));
            done = link.end();
        }
        if (done < line.length() || runs.isEmpty()) {
            runs.add(new Run(style, line.substring(done)));
        }
        return runs;
    }

    private static Paragraph codeHead(List<String> lines, boolean isFaint) {
        Run count = new Run(Style.DETAIL, WORDS.get("code", lines.size()) + "\t");
        Run copy = new Run(Style.SMALL_LINK, WORDS.get("copy-code"), new LinkAction.CopyCode());
        return new Paragraph(Kind.CODE_HEAD, Tint.NONE, false, isFaint ? List.of(count) : List.of(count, copy));
    }

    private static Paragraph rule(String words) {
        return new Paragraph(Kind.RULE, Tint.NONE, new Run(Style.HEADING, words.replace('\n', ' ')));
    }
}
