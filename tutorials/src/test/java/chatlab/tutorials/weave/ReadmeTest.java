package chatlab.tutorials.weave;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.tutorials.Chapter;
import chatlab.tutorials.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The course's first page leads to all chapters. */
class ReadmeTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| \\[([^]]+)\\]");

    private final String readme = Files.readString(Path.of("README.md"));

    ReadmeTest() throws IOException {}

    @Test
    void readmeListsTheChaptersInTheirOrder() throws IOException {
        List<String> chapters = new ArrayList<>();
        for (Chapter chapter : Course.in(Path.of("chapters")).chapters()) {
            chapters.add(chapter.number() + " " + chapter.title());
        }
        assertThat(ROW.matcher(readme).results().map(row -> row.group(1) + " " + row.group(2)))
                .isEqualTo(chapters);
    }
}
