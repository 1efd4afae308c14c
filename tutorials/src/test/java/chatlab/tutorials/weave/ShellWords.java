package chatlab.tutorials.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a command line apart as a shell does, as far as the course needs it: spaces, and double quotes around them. */
final class ShellWords {
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

    private ShellWords() {}

    static List<String> of(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group().replace("\"", ""));
        }
        return words;
    }
}
