package chatlab.swing.transcript;

import chatlab.protocol.Words;
import chatlab.swing.model.Entry;
import chatlab.swing.model.Entry.Manner;
import chatlab.swing.model.Entry.Said;
import chatlab.swing.model.Pending;
import chatlab.swing.transcript.Paragraph.Kind;
import chatlab.swing.transcript.Paragraph.LinkAction;
import chatlab.swing.transcript.Paragraph.Run;
import chatlab.swing.transcript.Paragraph.Style;
import chatlab.swing.transcript.Paragraph.Tint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;

/** Turns entries into paragraphs: a head with name and time, and below it the message, indented. */
final class EntryFormat {
    private static final Words WORDS = new Words(EntryFormat.class);
    private static final Run GAP = new Run(Style.DETAIL, "  ");

    /** Messages of one person stand in one block until this much time has gone by between two of them. */
    private static final Duration BLOCK = Duration.ofMinutes(5);

    private final DateTimeFormatter time;
    private final DateTimeFormatter date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL);

    EntryFormat(ZoneId zone) {
        time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withZone(zone);
    }

    /** {@code before} is the entry above, or null. */
    List<Paragraph> of(Entry entry, Entry before) {
        if (entry instanceof Said said) {
            return said(said, before);
        } else if (entry instanceof Entry.Notice notice) {
            return notice(notice);
        } else if (entry instanceof Entry.Day day) {
            return List.of(rule(date.format(day.date())));
        } else if (entry instanceof Entry.Divider divider) {
            return List.of(rule(divider.text()));
        }
        throw new IllegalArgumentException(entry.toString());
    }

    /** A message that the server has not confirmed; {@code before} is the newest entry, or null. */
    List<Paragraph> of(Pending pending, Entry before) {
        boolean isCode = pending.manner() == Manner.CODE;
        List<Paragraph> paragraphs = new ArrayList<>();
        Run state = new Run(Style.DETAIL, pending.isLost() ? "" : "  " + WORDS.get("sending"));
        if (!(before instanceof Said said && said.mine() && follows(said, pending.at()))) {
            paragraphs.add(head(you(), GAP, time(pending.at())));
        }
        if (isCode) {
            paragraphs.add(codeHead(pending.lines(), state));
        }
        for (String line : pending.lines()) {
            paragraphs.add(
                    isCode ? code(line, true) : new Paragraph(Kind.BODY, Tint.NONE, new Run(Style.FAINT, line), state));
        }
        if (pending.isLost()) {
            paragraphs.add(trouble(pending));
        }
        return paragraphs;
    }

    private List<Paragraph> said(Said said, Entry before) {
        Tint tint =
                said.manner() == Manner.ANNOUNCEMENT ? Tint.ANNOUNCEMENT : said.mentionsMe() ? Tint.MENTION : Tint.NONE;
        List<Paragraph> paragraphs = new ArrayList<>();
        if (!continues(said, before)) {
            paragraphs.add(new Paragraph(Kind.HEAD, tint, head(said)));
        }
        if (said.manner() == Manner.CODE) {
            Run copy = new Run(Style.LINK, WORDS.get("copy-code"), new LinkAction.CopyCode());
            paragraphs.add(codeHead(said.lines(), new Run(Style.DETAIL, "\t"), copy));
        }
        for (String line : said.lines()) {
            paragraphs.add(
                    said.manner() == Manner.CODE
                            ? code(line, false)
                            : new Paragraph(Kind.BODY, tint, withLinks(line, Style.TEXT)));
        }
        return paragraphs;
    }

    /** Whether the head above is also right for this message. */
    private static boolean continues(Said said, Entry before) {
        return said.manner() != Manner.ANNOUNCEMENT
                && !said.mentionsMe()
                && before instanceof Said other
                && other.from().equals(said.from())
                && other.mine() == said.mine()
                && other.old() == said.old()
                && follows(other, said.at());
    }

    private static boolean follows(Said before, Instant at) {
        return before.manner() != Manner.ANNOUNCEMENT
                && !before.mentionsMe()
                && Duration.between(before.at(), at).compareTo(BLOCK) < 0;
    }

    private List<Run> head(Said said) {
        List<Run> head = new ArrayList<>();
        if (said.manner() == Manner.ANNOUNCEMENT) {
            head.add(new Run(Style.LABEL, WORDS.get("announcement")));
            head.add(GAP);
        }
        head.add(new Run(Style.NAME, said.from(), said.from()));
        if (said.mine()) {
            head.add(new Run(Style.LABEL, " " + WORDS.get("mine")));
        }
        head.add(GAP);
        head.add(time(said.at()));
        if (said.mentionsMe()) {
            head.add(GAP);
            head.add(new Run(Style.LABEL, WORDS.get("mention")));
        }
        return head;
    }

    private List<Paragraph> notice(Entry.Notice notice) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (String line : notice.text().split("\n")) {
            List<Run> runs = new ArrayList<>();
            if (paragraphs.isEmpty()) {
                runs.add(time(notice.at()));
                runs.add(GAP);
            }
            switch (notice.tone()) {
                case QUIET -> runs.add(new Run(Style.QUIET, line));
                case INFO -> runs.addAll(withLinks(line, Style.TEXT));
                case ERROR -> {
                    if (paragraphs.isEmpty()) {
                        runs.add(new Run(Style.ERROR_LABEL, WORDS.get("error") + " "));
                    }
                    runs.add(new Run(Style.ERROR, line));
                }
            }
            paragraphs.add(new Paragraph(Kind.NOTICE, Tint.NONE, runs));
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
        for (LinkFinder.Span link : LinkFinder.find(line)) {
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

    private static Paragraph code(String line, boolean faint) {
        return new Paragraph(Kind.CODE, Tint.NONE, new Run(faint ? Style.FAINT_CODE : Style.CODE, line));
    }

    private static Paragraph codeHead(List<String> lines, Run... more) {
        List<Run> runs = new ArrayList<>(List.of(more));
        runs.add(0, new Run(Style.DETAIL, WORDS.get("code", lines.size())));
        return new Paragraph(Kind.CODE_HEAD, Tint.NONE, runs);
    }

    private static Paragraph rule(String words) {
        return new Paragraph(Kind.RULE, Tint.NONE, new Run(Style.HEADING, words.replace('\n', ' ')));
    }

    private static Paragraph head(Run... runs) {
        return new Paragraph(Kind.HEAD, Tint.NONE, runs);
    }

    private static Run you() {
        return new Run(Style.LABEL, WORDS.get("you"));
    }

    private Run time(Instant at) {
        return new Run(Style.DETAIL, time.format(at));
    }
}
