package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.tutorials.Chapter;
import chatlab.tutorials.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The zip has all that a class needs, whole, with permissions and licences. */
class KitZipTest {
    /** The libraries in the jars, by their packages, and the line of LICENSE that begins with the library's name. */
    private static final Map<String, String> LIBRARIES = Map.ofEntries(
            Map.entry("picocli/", "picocli"),
            Map.entry("org/jline/", "JLine"),
            Map.entry("com/formdev/flatlaf/", "FlatLaf"),
            Map.entry("com/formdev/flatlaf/fonts/inter/", "Inter"),
            Map.entry("com/formdev/flatlaf/fonts/jetbrains_mono/", "JetBrains Mono"),
            Map.entry("com/github/weisj/jsvg/", "JSVG"),
            Map.entry("net/miginfocom/", "MigLayout"),
            Map.entry("com/samskivert/mustache/", "jmustache"),
            Map.entry("io/nayuki/qrcodegen/", "QR Code generator"),
            Map.entry("org/fife/", "RSyntaxTextArea"),
            Map.entry("de/siegmar/fastcsv/", "FastCSV"),
            Map.entry("org/commonmark/", "commonmark-java"),
            Map.entry("com/github/difflib/", "java-diff-utils"));

    private UnpackedKit kit;

    @BeforeEach
    void open() throws IOException {
        kit = new UnpackedKit();
    }

    @AfterEach
    void close() throws IOException {
        kit.close();
    }

    @Test
    void zipHasTheProgramsTheirScriptsAndTheBook() throws IOException {
        assertThat(kit.top().toString()).matches("/chatlab-kit-[0-9.]+");
        Set<String> expected = new TreeSet<>(List.of("SHA256SUMS", "LICENSE", "START-HERE.html", "LESSON.html"));
        expected.addAll(List.of("chat-server.jar", "chat-client.jar", "chat-cli.jar"));
        for (String program : List.of("server", "client", "learn")) {
            expected.addAll(List.of(program + ".sh", program + ".command", program + ".cmd"));
        }
        Set<String> names = kit.files().keySet();
        assertThat(names.stream().filter(name -> !name.contains("/"))).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(names).contains("book/index.html", "book/book.css");
        for (Chapter chapter : Course.builtIn().chapters()) {
            assertThat(names).contains("book/" + chapter.folderName() + "/index.html");
        }
    }

    @Test
    void scriptsOfUnixMayRunAndOtherFilesMayNot() throws IOException {
        for (String name : kit.files().keySet()) {
            String expected = name.matches("[a-z]+\\.(sh|command)") ? "rwxr-xr-x" : "rw-r--r--";
            assertThat(PosixFilePermissions.toString(kit.permissions(name)))
                    .as(name)
                    .isEqualTo(expected);
        }
    }

    @Test
    void linesEndAsEachSystemWantsThem() throws IOException {
        for (String program : List.of("server", "client", "learn")) {
            assertThat(text(program + ".cmd").replace("\r\n", "")).doesNotContain("\n");
            assertThat(text(program + ".sh")).doesNotContain("\r").isEqualTo(text(program + ".command"));
        }
    }

    @Test
    void checksumsAreThoseOfAllOtherFiles() throws IOException, GeneralSecurityException {
        List<String> expected = new ArrayList<>();
        for (Map.Entry<String, Path> file : kit.files().entrySet()) {
            if (!file.getKey().equals("SHA256SUMS")) {
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file.getValue()));
                expected.add(HexFormat.of().formatHex(sum) + "  " + file.getKey());
            }
        }
        assertThat(text("SHA256SUMS").lines()).containsExactlyElementsOf(expected);
    }

    /** The other half is in .ci/run: two clones make the same bytes. */
    @Test
    void allFilesHaveTheTimeOfTheBuild() throws IOException {
        Set<Object> times = new TreeSet<>();
        for (Path file : kit.files().values()) {
            times.add(Files.getLastModifiedTime(file));
        }
        assertThat(times).hasSize(1);
    }

    @Test
    void linksOfTheFirstPageLeadToFilesOfTheKit() throws IOException {
        expectLinksWithinTheKit(text("START-HERE.html"));
    }

    @Test
    void lessonHasTheLinksAndTheCommandsOfTheKit() throws IOException {
        String lesson = text("LESSON.html");
        expectLinksWithinTheKit(lesson);
        assertThat(lesson).contains("href=\"book/05-broadcast/index.html\"", "href=\"START-HERE.html#instructor\"");
        assertThat(lesson)
                .contains("java -jar chat-cli.jar 192.168.55.13 8081 --name ada")
                .doesNotContain("target/");
    }

    private void expectLinksWithinTheKit(String page) throws IOException {
        Set<String> names = kit.files().keySet();
        for (String[] parts : Stream.of(page.split("href=\""))
                .skip(1)
                .map(rest -> rest.split("\"", 2))
                .collect(Collectors.toList())) {
            if (parts[0].startsWith("#")) {
                assertThat(page).contains("id=\"" + parts[0].substring(1) + "\"");
            } else if (!parts[0].startsWith("https://")) {
                assertThat(names).contains(parts[0].replaceFirst("#.*", ""));
            }
        }
    }

    @Test
    void licenceNamesEachLibraryInTheJars() throws IOException {
        String licence = text("LICENSE");
        Set<String> unknown = new TreeSet<>();
        Set<String> missing = new TreeSet<>();
        for (String jar : List.of("chat-server.jar", "chat-client.jar", "chat-cli.jar")) {
            try (JarFile file = new JarFile(Path.of(System.getProperty(jar)).toFile())) {
                file.stream()
                        .map(entry -> entry.getName().replaceFirst("^META-INF/versions/\\d+/", ""))
                        .filter(name -> name.endsWith(".class") && !name.startsWith("chatlab/"))
                        .filter(name -> !name.contains("/exercise/"))
                        .filter(name -> LIBRARIES.keySet().stream().noneMatch(name::startsWith))
                        .forEach(unknown::add);
            }
        }
        LIBRARIES.values().stream()
                .filter(name -> !licence.contains("\n" + name + " ("))
                .forEach(missing::add);
        assertThat(unknown)
                .as("classes of libraries that this test does not know")
                .isEmpty();
        assertThat(missing).as("libraries that LICENSE does not name").isEmpty();
    }

    private String text(String name) throws IOException {
        return Files.readString(kit.top().resolve(name));
    }
}
