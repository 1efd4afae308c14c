package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jars that students get have the course, and nothing that only its authors use. */
class JarContentsTest {
    private static final String CHAPTER = "chatlab/tutorials/chapters/04-the-shared-list/";

    @ParameterizedTest
    @ValueSource(strings = {"chat-cli.jar", "chat-client.jar"})
    void studentsJarHasTheCourseWithoutTheToolsOfItsAuthors(String jar) throws IOException {
        List<String> entries = entries(jar);
        assertThat(entries)
                .contains(
                        "chatlab/tutorials/Learn.class",
                        CHAPTER + "README.md",
                        CHAPTER + "exercise/check/Check.class",
                        CHAPTER + "exercise/solution/Members.java",
                        CHAPTER + "exercise/stub/Members.java");
        assertThat(entries)
                .noneMatch(entry -> entry.startsWith("chatlab/tutorials/weave/")
                        || entry.contains("ClassArchive")
                        || entry.matches(".*/exercise/(right|wrong)/.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat-cli.jar", "chat-client.jar", "chat-server.jar"})
    void programsJarHasNoTests(String jar) throws IOException {
        assertThat(entries(jar)).noneMatch(entry -> entry.matches("chatlab/.*Test\\.class|org/junit/.*"));
    }

    private static List<String> entries(String jar) throws IOException {
        try (JarFile file = new JarFile(Path.of(System.getProperty(jar)).toFile())) {
            return file.stream().map(entry -> entry.getName()).collect(Collectors.toList());
        }
    }
}
