package chatlab.tutorials.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What happened in one or several terminals, as a chapter shows it. */
final class Transcript {
    private static final Pattern NAMED = Pattern.compile("(\\w+)(\\$ |\\| ?|> |\\^[DC]$)(.*)");
    private static final Pattern SINGLE = Pattern.compile("(\\$ |> |\\^[DC]$)(.*)");

    final List<Step> steps = new ArrayList<>();

    /** What a line stands for. */
    enum Kind {
        START,
        SHOWS,
        TYPES,
        END_INPUT,
        INTERRUPT
    }

    /**
     * A line of it.
     *
     * @param line where it stands in the page, from 1
     * @param terminal whose it is; nothing where there is only one
     */
    record Step(int line, String terminal, Kind kind, String text) {}

    /** @throws IllegalArgumentException with a sentence, where a line cannot be understood */
    static Transcript of(Mark.Block block) {
        Transcript transcript = new Transcript();
        boolean named = block.lines().stream().anyMatch(line -> line.matches("\\w+\\$ .*"));
        for (int i = 0; i < block.lines().size(); i++) {
            String line = block.lines().get(i);
            if (!line.startsWith("# ")) {
                transcript.steps.add(named ? named(block.first() + i, line) : single(block.first() + i, line));
            }
        }
        return transcript;
    }

    private static Step named(int number, String line) {
        Matcher parts = NAMED.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "line " + number + " of a transcript does not name its terminal: " + line);
        }
        return new Step(number, parts.group(1), kind(parts.group(2)), parts.group(3));
    }

    private static Step single(int number, String line) {
        Matcher parts = SINGLE.matcher(line);
        return parts.matches()
                ? new Step(number, "", kind(parts.group(1)), parts.group(2))
                : new Step(number, "", Kind.SHOWS, line);
    }

    private static Kind kind(String sign) {
        switch (sign) {
            case "$ ":
                return Kind.START;
            case "> ":
                return Kind.TYPES;
            case "^D":
                return Kind.END_INPUT;
            case "^C":
                return Kind.INTERRUPT;
            default:
                return Kind.SHOWS;
        }
    }

    /** The commands in it. */
    List<Step> starts() {
        List<Step> starts = new ArrayList<>(steps);
        starts.removeIf(step -> step.kind() != Kind.START);
        return starts;
    }
}
