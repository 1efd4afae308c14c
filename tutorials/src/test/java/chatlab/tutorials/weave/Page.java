package chatlab.tutorials.weave;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page of Markdown, its marks and its blocks of code. */
final class Page {
    private static final Pattern MARK = Pattern.compile("\\s*<!--\\s*([a-z]+)\\b:?\\s*(.*?)\\s*-->\\s*");
    private static final Pattern COMMENT = Pattern.compile(".*<!--.*");
    /** Of {@link chatlab.tutorials.grading.Requirements}. */
    private static final Pattern BEHIND_A_SENTENCE = Pattern.compile(".*<!--\\s*(step|not checked):.*");

    private static final Pattern FENCE = Pattern.compile("(\\s*)```\\s*(\\S*)\\s*");
    private static final Map<String, String> BLOCK_OF_KIND =
            Map.of("code", "java", "transcript", "console", "command", "sh", "predict", "", "answer", "", "source", "");

    final Path file;
    final List<String> lines;
    final List<Mark> marks = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();

    private Page(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    static Page read(Path file) throws IOException {
        Page page = new Page(file, Files.readAllLines(file));
        page.parse();
        return page;
    }

    List<Mark> marks(String kind) {
        return marks.stream().filter(mark -> mark.kind().equals(kind)).collect(Collectors.toList());
    }

    private void parse() {
        Mark last = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher mark = MARK.matcher(line);
            Matcher fence = FENCE.matcher(line);
            if (fence.matches()) {
                Mark.Block block = block(i, fence.group(1), fence.group(2));
                add(last, Optional.of(block));
                checkHasMark(last, block);
                last = null;
                i += block.lines().size() + 1;
            } else if (BEHIND_A_SENTENCE.matcher(line).matches()) {
                add(last, Optional.empty());
                last = null;
            } else if (mark.matches()) {
                add(last, Optional.empty());
                last = new Mark(mark.group(1), mark.group(2), i + 1, Optional.empty());
            } else if (COMMENT.matcher(line).matches()) {
                problem(i + 1, "this comment is no mark; a mark stands on a line of its own");
            } else if (!line.isBlank()) {
                add(last, Optional.empty());
                last = null;
            }
        }
        add(last, Optional.empty());
    }

    private Mark.Block block(int fence, String indent, String language) {
        List<String> content = new ArrayList<>();
        int i = fence + 1;
        while (i < lines.size() && !lines.get(i).strip().equals("```")) {
            String line = lines.get(i);
            content.add(line.startsWith(indent) ? line.substring(indent.length()) : line.stripLeading());
            i++;
        }
        if (i == lines.size()) {
            problem(fence + 1, "this block does not end");
        }
        return new Mark.Block(language, fence + 2, indent, content);
    }

    /** A mark is complete once it is known what follows it. */
    private void add(Mark mark, Optional<Mark.Block> follows) {
        if (mark == null) {
            return;
        }
        String wanted = BLOCK_OF_KIND.get(mark.kind());
        if (wanted == null) {
            problem(mark.line(), "unknown mark \"" + mark.kind() + '"');
            return;
        }
        boolean fits = wanted.isEmpty()
                || follows.map(block -> block.language().equals(wanted)).orElse(false);
        if (!fits) {
            problem(mark.line(), "mark \"" + mark.kind() + "\" without a block ```" + wanted + " below it");
            return;
        }
        marks.add(new Mark(mark.kind(), mark.argument(), mark.line(), follows));
    }

    private void checkHasMark(Mark mark, Mark.Block block) {
        BLOCK_OF_KIND.forEach((kind, language) -> {
            boolean needed = !language.isEmpty() && block.language().equals(language);
            if (needed && (mark == null || !mark.kind().equals(kind))) {
                problem(block.first() - 1, "a block ```" + language + " without a mark \"" + kind + "\" above it");
            }
        });
    }

    private void problem(int line, String text) {
        problems.add(new Problem(file, line, text));
    }
}
