package chatlab.tutorials.book;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.tutorials.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookTest {
    private static final Pattern LINK = Pattern.compile("\\s(href|src)=\"([^\"]*)\"");
    private static final Pattern LOADS =
            Pattern.compile("(?i)(src|srcset|data-src)=\"(https?:)?//|@import|url\\(\\s*['\"]?(https?:)?//"
                    + "|<link[^>]+href=\"(https?:)?//|fetch\\(|XMLHttpRequest|<iframe|<object|<embed");
    private static final Pattern IN_SCRIPT = Pattern.compile("\\[\"[^\"]*\",\"([^\"]*)\"");

    @TempDir
    static Path book;

    @BeforeAll
    static void make() throws IOException {
        new Book(Course.in(Path.of("chapters"))).write(book);
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                check(page, link.group(2), broken);
            }
        }
        Matcher hit = IN_SCRIPT.matcher(Files.readString(book.resolve("sections.js")));
        while (hit.find()) {
            check(book.resolve("index.html"), hit.group(1), broken);
        }
        assertThat(broken).isEmpty();
    }

    private static void check(Path page, String url, List<String> broken) throws IOException {
        if (url.matches("https?://.*|data:.*")) {
            return;
        }
        String path = url.replaceFirst("#.*", "");
        Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
        String anchor = url.contains("#") ? url.substring(url.indexOf('#') + 1) : "";
        if (!Files.isRegularFile(target)
                || !anchor.isEmpty() && !Files.readString(target).contains("id=\"" + anchor + '"')) {
            broken.add(book.relativize(page) + " -> " + url);
        }
    }

    @Test
    void nothingIsLoadedFromANetwork() throws IOException {
        for (Path file : files()) {
            Matcher loads = LOADS.matcher(withoutCode(Files.readString(file)));
            assertThat(loads.find()).as("%s loads %s", file, loads).isFalse();
        }
    }

    private static String withoutCode(String html) {
        return html.replaceAll("(?s)<pre.*?</pre>", "")
                .replaceAll("(?s)<code>.*?</code>", "")
                .replaceAll("(?m)^\\[\".*$", "");
    }

    @Test
    void pagesAreWholeAndLeadToTheirNeighbours() throws IOException {
        String first = Files.readString(book.resolve("01-what-a-socket-is/index.html"));
        assertThat(first)
                .contains("<h1 id=\"")
                .contains("rel=\"next\"")
                .doesNotContain("rel=\"prev\"")
                .contains("<span class=\"keyword\">try</span>")
                .contains("<b>java experiment/SamePort.java</b>")
                .contains("<table>")
                .doesNotContain("<!--")
                .doesNotContain("${");
        assertThat(book.resolve("01-what-a-socket-is/WhoAmI.java.html")).exists();
        assertThat(Files.readString(book.resolve("01-what-a-socket-is/exercise/index.html")))
                .contains("<summary>Hint: Where to begin</summary>");
    }

    @Test
    void firstPageListsTheChaptersOnceAndSaysHowToBegin() throws IOException {
        String first = Files.readString(book.resolve("index.html"));
        assertThat(first.split("href=\"01-what-a-socket-is/index.html\"", -1)).hasSize(2);
        assertThat(first).contains("How to begin").doesNotContain("For authors").doesNotContain("class=\"chapters\"");
    }

    @Test
    void optionsOfAPredictionHaveNoSecondMark() throws IOException {
        assertThat(Files.readString(book.resolve("01-what-a-socket-is/index.html")))
                .contains("<ul class=\"options\">\n<li>a) ");
    }

    /** The order of a map may differ in each virtual machine, and the book may not. */
    @Test
    void blockOfCodeHasItsAttributesInOneOrder() {
        assertThat(Prose.of("```sh\nls\n```\n")).contains("<pre class=\"code sh\" tabindex=\"0\">");
    }

    @Test
    void codeIsEscaped() {
        assertThat(JavaColours.of("List<String> s = \"<b>\\\"\"; // a < b"))
                .isEqualTo("List&lt;String&gt; s = <span class=\"string\">&quot;&lt;b&gt;\\&quot;&quot;</span>;"
                        + " <span class=\"comment\">// a &lt; b</span>");
    }

    private static List<Path> pages() throws IOException {
        return files().stream()
                .filter(file -> file.toString().endsWith(".html"))
                .collect(Collectors.toList());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(book)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".svg"))
                    .collect(Collectors.toList());
        }
    }
}
