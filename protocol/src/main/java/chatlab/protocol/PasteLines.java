package chatlab.protocol;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines between {@code /paste} and the dot that ends it. A line of dots alone is sent with one dot
 * more, so that it is not taken for the end (RFC 5321, 4.5.2, is similar).
 */
public final class PasteLines {
    /** The line that ends a paste. */
    public static final String END = ".";

    private PasteLines() {}

    /** A line of a paste as it is sent. */
    public static String print(String line) {
        return isDots(line) ? line + "." : line;
    }

    /** A line of a paste as it was typed, from {@code sent}, which must not be {@link #END}. */
    public static String parse(String sent) {
        return isDots(sent) ? sent.substring(1) : sent;
    }

    /** All lines of one paste, the command first and the end last. */
    public static List<String> print(ClientLine command, List<String> lines) {
        return Stream.of(Stream.of(command.print()), lines.stream().map(PasteLines::print), Stream.of(END))
                .flatMap(s -> s)
                .collect(Collectors.toUnmodifiableList());
    }

    private static boolean isDots(String line) {
        return !line.isEmpty() && line.chars().allMatch(c -> c == '.');
    }
}
