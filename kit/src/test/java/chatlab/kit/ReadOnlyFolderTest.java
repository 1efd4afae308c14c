package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is started in a folder where it cannot write keeps the transcript in the user's home folder. */
class ReadOnlyFolderTest {
    private static final String NAME = "chatlab-transcript.txt";

    @TempDir
    Path folder;

    private Path stick;

    private Path home;

    /** A folder has the name of the transcript: so even an administrator cannot write that file. */
    @BeforeEach
    void makeFolders() throws IOException {
        stick = Files.createDirectory(folder.resolve("stick"));
        home = Files.createDirectory(folder.resolve("home"));
        Files.createDirectory(stick.resolve(NAME));
    }

    @Test
    void transcriptIsInTheHomeFolderAndTheServerSaysSo() throws Exception {
        Path file = home.resolve(NAME);
        try (RunningProgram server = startServer()) {
            server.expect("Listening on .*");
            assertThat(server.expect(".* is kept in .*"))
                    .isEqualTo("This folder cannot be written, so what is said is kept in " + file
                            + ", private messages are not.");
            server.type("say hello");
            server.type("quit");
            assertThat(server.expectExit()).isZero();
        }
        assertThat(Files.readString(file)).contains(":hello\n");
    }

    @Test
    void serverThatCannotWriteInTheHomeFolderEitherNamesThatFile() throws Exception {
        Path file = Files.createDirectory(home.resolve(NAME));
        try (RunningProgram server = startServer()) {
            assertThat(server.expectExit()).isEqualTo(1);
            assertThat(server.err().all())
                    .singleElement()
                    .asString()
                    .startsWith("Cannot write the transcript " + file + " (")
                    .endsWith("Choose another file with --transcript FILE, or none with --transcript none.");
        }
    }

    private RunningProgram startServer() throws IOException {
        List<String> command = RunningProgram.java("chat-server.jar", "-Duser.home=" + home);
        command.addAll(List.of("127.0.0.1", "0", "--discovery", "off", "--web", "off"));
        return new RunningProgram("server", stick, new ProcessBuilder(command));
    }
}
