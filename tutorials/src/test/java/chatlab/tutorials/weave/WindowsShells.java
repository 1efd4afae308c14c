package chatlab.tutorials.weave;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a command line apart as PowerShell and cmd do, as far as their documents describe it and the commands of this
 * project need it. See about_Parsing of PowerShell 7 and "Parsing C command-line arguments" of Microsoft's C runtime,
 * which the arguments go through on their way to a program.
 */
final class WindowsShells {
    private WindowsShells() {}

    /**
     * The words that PowerShell passes to a program.
     *
     * @throws IllegalArgumentException where a character has a meaning there that the command does not count on
     */
    static List<String> powerShell(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (c == '`' || c == '$' || !quoted && "'(){};&|<>,".indexOf(c) >= 0 || !begun && "@#".indexOf(c) >= 0) {
                throw new IllegalArgumentException("PowerShell takes " + c + " in: " + command);
            } else if (c == '"') {
                quoted = !quoted;
                if (quoted && begun) {
                    throw new IllegalArgumentException("PowerShell takes the quotes inside a word in: " + command);
                }
                begun = true;
                word.append(quoted ? OPENED : "");
            } else if (c == ' ' && !quoted) {
                add(words, word, begun);
                begun = false;
            } else if (c == '.' && !quoted && isParameter(word)) {
                add(words, word, true); // the name of a parameter ends here
                word.append(c);
            } else {
                begun = true;
                word.append(c);
            }
        }
        add(words, word, begun);
        return words;
    }

    /** Marks a word that was quoted, so that it is no parameter. */
    private static final String OPENED = "\0";

    private static boolean isParameter(StringBuilder word) {
        return word.toString().matches("-[A-Za-z_][^.:]*");
    }

    private static void add(List<String> words, StringBuilder word, boolean begun) {
        if (begun) {
            words.add(word.toString().replace(OPENED, ""));
        }
        word.setLength(0);
    }

    /**
     * The words that cmd passes to a program, also by way of a batch file with {@code %*}.
     *
     * @throws IllegalArgumentException where a character has a meaning there that the command does not count on
     */
    static List<String> cmd(String command) {
        boolean quoted = false;
        for (char c : command.toCharArray()) {
            quoted ^= c == '"';
            if (c == '%' || c == '!' || !quoted && "'^&|<>()".indexOf(c) >= 0) {
                throw new IllegalArgumentException("cmd takes " + c + " in: " + command);
            }
        }
        return ShellWords.of(command);
    }
}
