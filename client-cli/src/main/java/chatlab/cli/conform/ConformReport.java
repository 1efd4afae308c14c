package chatlab.cli.conform;

import chatlab.protocol.Words;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;

/** Prints findings below their headings, and counts them. One thread uses it. */
final class ConformReport {
    private static final Words WORDS = new Words(ConformReport.class);

    private final PrintWriter out;
    private final Map<Finding.Outcome, Integer> counts = new EnumMap<>(Finding.Outcome.class);
    private String group = "";

    ConformReport(PrintWriter out) {
        this.out = out;
    }

    void add(Finding finding) {
        counts.merge(finding.outcome(), 1, Integer::sum);
        if (!finding.group().equals(group)) {
            group = finding.group();
            out.println(WORDS.get("group", group));
        }
        out.println("  " + WORDS.get("outcome." + finding.outcome(), finding.title()));
        finding.details().forEach(line -> out.println("      " + line));
        out.flush();
    }

    void note(String sentence) {
        out.println(sentence);
        out.flush();
    }

    /** The last line. */
    void summary() {
        note(WORDS.get(
                "summary",
                count(Finding.Outcome.MET),
                count(Finding.Outcome.NOT_MET),
                count(Finding.Outcome.NOT_TRIED)));
    }

    int count(Finding.Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
