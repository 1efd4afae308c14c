package chatlab.tutorials.weave;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.tutorials.Chapter;
import chatlab.tutorials.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The course's first page leads to all chapters, and each of its links to something that is there. */
class ReadmeTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)#?([^)]*)\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| \\[([^]]+)\\]");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    private final String readme = Files.readString(Path.of("README.md"));

    ReadmeTest() throws IOException {}

    @Test
    void listsTheChaptersInTheirOrder() throws IOException {
        List<String> chapters = new ArrayList<>();
        for (Chapter chapter : Course.in(Path.of("chapters")).chapters()) {
            chapters.add(chapter.number() + " " + chapter.title());
        }
        assertThat(ROW.matcher(readme).results().map(row -> row.group(1) + " " + row.group(2)))
                .isEqualTo(chapters);
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (MatchResult link : LINK.matcher(readme).results().collect(Collectors.toList())) {
            Path page = Path.of(link.group(1));
            if (!Files.isRegularFile(page)
                    || !link.group(2).isEmpty() && !anchors(page).contains(link.group(2))) {
                broken.add(link.group());
            }
        }
        assertThat(broken).isEmpty();
    }

    /** As code hosts make them of headings. */
    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\w\\s-]", "").replace(' ', '-'))
                .collect(Collectors.toList());
    }
}
