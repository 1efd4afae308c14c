package chatlab.tutorials.weave;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fills blocks of Java from the regions of sources that their marks name; or says where they differ. */
final class Weaver {
    private final Path repository;
    private final Map<Path, Source> sources = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /** @param repository the folder that a path beginning with "/" starts from */
    Weaver(Path repository) {
        this.repository = repository;
    }

    /** What is wrong with the page's blocks of code. Paths in its marks start from the chapter's folder. */
    List<Problem> check(Page page, Path chapter) throws IOException {
        List<Problem> problems = new ArrayList<>(page.problems);
        for (Mark mark : page.marks("code")) {
            List<String> shown = mark.block().orElseThrow().lines();
            Optional<List<String>> woven = woven(page, chapter, mark, problems);
            woven.filter(lines -> !lines.equals(shown)).ifPresent(lines -> problems.add(difference(page, mark, lines)));
        }
        return problems;
    }

    /** Writes the page anew with its blocks filled, if they were not. Returns whether they were not. */
    boolean write(Page page, Path chapter) throws IOException {
        List<String> lines = new ArrayList<>(page.lines);
        List<Mark> marks = page.marks("code");
        for (int i = marks.size() - 1; i >= 0; i--) { // from the end, so that the lines before keep their numbers
            Mark.Block block = marks.get(i).block().orElseThrow();
            Optional<List<String>> woven = woven(page, chapter, marks.get(i), new ArrayList<>());
            if (woven.isPresent()) {
                int first = block.first() - 1;
                lines.subList(first, first + block.lines().size()).clear();
                lines.addAll(
                        first,
                        woven.get().stream()
                                .map(line -> line.isEmpty() ? "" : block.indent() + line)
                                .collect(Collectors.toList()));
            }
        }
        if (lines.equals(page.lines)) {
            return false;
        }
        Files.writeString(page.file, String.join("\n", lines) + "\n");
        return true;
    }

    private Optional<List<String>> woven(Page page, Path chapter, Mark mark, List<Problem> problems)
            throws IOException {
        String[] words = mark.argument().split("\\s+");
        String region = words.length < 2 ? "" : words[1];
        Path file = (words[0].startsWith("/") ? repository.resolve(words[0].substring(1)) : chapter.resolve(words[0]))
                .normalize();
        if (!Files.isRegularFile(file)) {
            problems.add(new Problem(page.file, mark.line(), "there is no file " + words[0]));
            return Optional.empty();
        }
        used.add(file + " " + region);
        Optional<List<String>> shown = source(file).shown(region);
        if (shown.isEmpty()) {
            problems.add(new Problem(page.file, mark.line(), words[0] + " has no region \"" + region + '"'));
        }
        return shown;
    }

    private Problem difference(Page page, Mark mark, List<String> woven) {
        Mark.Block block = mark.block().orElseThrow();
        List<String> shown = block.lines();
        int i = 0;
        while (i < shown.size() && i < woven.size() && shown.get(i).equals(woven.get(i))) {
            i++;
        }
        String is = i < shown.size() ? shown.get(i) : "the end of the block";
        String source = i < woven.size() ? woven.get(i) : "the end of the region";
        return new Problem(
                page.file,
                block.first() + i,
                "differs from " + mark.argument() + "\n    page:   " + is + "\n    source: " + source);
    }

    /** Regions in the sources below this folder that no page uses, and marks that are no pair. Pages come first. */
    List<Problem> checkSources(Path folder) throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (Path file : javaFilesBelow(folder)) {
            Source source = source(file);
            problems.addAll(source.problems());
            source.regions().forEach((name, line) -> {
                if (!used.contains(file + " " + name)) {
                    problems.add(new Problem(file, line, "region \"" + name + "\" is shown nowhere"));
                }
            });
        }
        return problems;
    }

    private Source source(Path file) throws IOException {
        Source source = sources.get(file);
        if (source == null) {
            source = Source.read(file);
            sources.put(file, source);
        }
        return source;
    }

    private static List<Path> javaFilesBelow(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::normalize)
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
