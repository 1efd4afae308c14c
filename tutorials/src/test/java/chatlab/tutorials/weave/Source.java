package chatlab.tutorials.weave;

import chatlab.tutorials.RegionMarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** A source file with marked regions, which may lie within each other. */
final class Source {
    private final Path file;
    private final List<String> lines;
    /** For each region its first and last line, counted from 0, without the marks. */
    private final Map<String, int[]> regions = new LinkedHashMap<>();

    private final List<Problem> problems = new ArrayList<>();

    private Source(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    static Source read(Path file) throws IOException {
        Source source = new Source(file, Files.readAllLines(file));
        source.findRegions();
        return source;
    }

    private void findRegions() {
        Map<String, Integer> open = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = RegionMarks.in(lines.get(i));
            if (!mark.matches()) {
                continue;
            }
            String name = mark.group(2);
            if (mark.group(1).equals("begin")) {
                if (regions.containsKey(name) || open.putIfAbsent(name, i + 1) != null) {
                    problems.add(new Problem(file, i + 1, "a second region \"" + name + "\" begins here"));
                }
            } else if (open.containsKey(name)) {
                regions.put(name, new int[] {open.remove(name), i});
            } else {
                problems.add(new Problem(file, i + 1, "region \"" + name + "\" ends here and begins nowhere"));
            }
        }
        open.forEach((name, begin) ->
                problems.add(new Problem(file, begin, "region \"" + name + "\" begins here and ends nowhere")));
    }

    List<Problem> problems() {
        return problems;
    }

    /** The regions' names, each with the line of its mark, from 1. */
    Map<String, Integer> regions() {
        Map<String, Integer> begins = new LinkedHashMap<>();
        regions.forEach((name, lines) -> begins.put(name, lines[0]));
        return begins;
    }

    /** What is shown of a region, or of the whole file where the name is empty; moved to the left margin. */
    Optional<List<String>> shown(String region) {
        if (region.isEmpty()) {
            return Optional.of(RegionMarks.removed(lines));
        }
        int[] range = regions.get(region);
        return Optional.ofNullable(range).map(r -> dedented(RegionMarks.removed(lines.subList(r[0], r[1]))));
    }

    private static List<String> dedented(List<String> lines) {
        int margin = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return lines.stream()
                .map(line -> line.isBlank() ? "" : line.substring(margin))
                .collect(Collectors.toList());
    }
}
