package chatlab.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KitFilesTest {
    @TempDir
    Path folder;

    @Test
    void filesBesideTheProgramAreFound() throws Exception {
        KitFiles kit = new KitFiles(folder);
        assertThat(kit.haveClient()).isFalse();
        TestPage.put(folder, KitFiles.TERMINAL, 1);
        TestPage.put(folder, "client-swing/target/" + KitFiles.WINDOW, 1);
        assertThat(kit.haveClient()).isTrue();
        assertThat(kit.find(KitFiles.TERMINAL)).contains(folder.resolve(KitFiles.TERMINAL));
        assertThat(kit.find(KitFiles.WINDOW)).isEmpty();
        assertThat(kit.book()).isEmpty();
    }

    @Test
    void filesInTheTargetsOfACloneAreFound() throws Exception {
        KitFiles kit = new KitFiles(Files.createDirectories(folder.resolve("server/target")));
        assertThat(kit.haveClient()).isFalse();
        for (String file : new String[] {
            "client-swing/target/chat-client.jar",
            "client-cli/target/chat-cli.jar",
            "server/target/chat-server.jar",
            "kit/target/" + KitFiles.ZIP,
            "tutorials/target/book/index.html"
        }) {
            TestPage.put(folder, file, 1);
        }
        assertThat(kit.find(KitFiles.WINDOW)).contains(folder.resolve("client-swing/target/chat-client.jar"));
        assertThat(kit.find(KitFiles.TERMINAL)).contains(folder.resolve("client-cli/target/chat-cli.jar"));
        assertThat(kit.find(KitFiles.SERVER)).contains(folder.resolve("server/target/chat-server.jar"));
        assertThat(kit.find(KitFiles.ZIP)).contains(folder.resolve("kit/target/" + KitFiles.ZIP));
        assertThat(kit.book()).containsOnlyKeys("index.html");
    }

    @Test
    void bookHasItsFilesAndNothingThatALinkLeadsTo() throws Exception {
        TestPage.put(folder, "book/index.html", 1);
        TestPage.put(folder, "book/01/a.b-c_d.svg", 1);
        TestPage.put(folder, "book/with blank.html", 1);
        TestPage.put(folder, "secret/secret.txt", 1);
        Path book = folder.resolve("book");
        assumeThatCode(() -> {
                    Files.createSymbolicLink(book.resolve("file.txt"), folder.resolve("secret/secret.txt"));
                    Files.createSymbolicLink(book.resolve("folder"), folder.resolve("secret"));
                })
                .as("this system has symbolic links")
                .doesNotThrowAnyException();
        assertThat(new KitFiles(folder).book()).containsOnlyKeys("index.html", "01/a.b-c_d.svg");
    }

    @Test
    void programWhoseFolderIsNotKnownHasNoKit() {
        KitFiles kit = new KitFiles(null);
        assertThat(kit.haveClient()).isFalse();
        assertThat(kit.book()).isEmpty();
    }

    @Test
    void runningProgramIsInAFolder() {
        assertThat(KitFiles.ofThisProgram().folder()).isDirectory();
    }
}
