package chatlab.tutorials.book;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Marks, in a transcript, what was typed and what a program printed. */
final class ConsoleColours {
    private static final Pattern TYPED = Pattern.compile("(\\w*(?:\\$|>)) (.*)");

    private ConsoleColours() {}

    /** As HTML. */
    static String of(String transcript) {
        return transcript.lines().map(ConsoleColours::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String line) {
        Matcher typed = TYPED.matcher(line);
        return typed.matches()
                ? Html.escaped(typed.group(1)) + " <b>" + Html.escaped(typed.group(2)) + "</b>"
                : Html.escaped(line);
    }
}
