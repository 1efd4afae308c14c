package chatlab.tutorials;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The marks in a source file of the course: a region {@code accept} stands between the lines {@code // begin accept} and
 * {@code // end accept}. Chapters quote regions; students never see the marks.
 */
public final class RegionMarks {
    private static final Pattern MARK = Pattern.compile("\\s*// (begin|end) (\\S+)\\s*");

    private RegionMarks() {}

    /** Matches a line that is a mark; group 1 is {@code begin} or {@code end}, group 2 the region's name. */
    public static Matcher in(String line) {
        return MARK.matcher(line);
    }

    /** The lines of a source file without its marks. */
    public static List<String> removed(List<String> lines) {
        return lines.stream().filter(line -> !in(line).matches()).collect(Collectors.toList());
    }
}
