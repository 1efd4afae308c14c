package chatlab.tutorials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WatchTest {
    private static final Path SOLUTION = Path.of("chapters/01-what-a-socket-is/exercise/solution/Endpoints.java");

    @TempDir
    Path temp;

    private final PipedInputStream keyboard = new PipedInputStream();
    private Student ada;
    private OutputStream keys;

    @BeforeEach
    void begin() throws Exception {
        ada = new Student(temp);
        keys = new PipedOutputStream(keyboard);
        ada.learn("start", "1");
        Files.writeString(ada.answer(), Files.readString(ada.answer()) + " ".repeat(5_000));
    }

    @Test
    void savedAnswerIsChecked() throws Exception {
        CompletableFuture<Integer> watch = watch();
        awaitChecks(1);
        ada.writes("wrong/java-slash");
        awaitChecks(2);
        assertThat(ada.sees()).contains("The slash is how Java prints");
        ada.writes("solution");
        assertThat(watch.get(5, TimeUnit.MINUTES)).isZero();
        assertThat(ada.sees()).contains("All 11 steps have passed");
    }

    @ParameterizedTest
    @EnumSource
    void everyWayOfSavingIsSeen(Save save) throws Exception {
        CompletableFuture<Integer> watch = watch();
        awaitChecks(1);
        save.write(ada.answer(), Files.readString(SOLUTION));
        assertThat(watch.get(5, TimeUnit.MINUTES)).isZero();
    }

    /** As editors do it. */
    enum Save {
        IN_PLACE {
            @Override
            void write(Path file, String text) throws IOException {
                Files.writeString(file, text);
            }
        },
        NEW_FILE_RENAMED_OVER_THE_OLD_ONE {
            @Override
            void write(Path file, String text) throws IOException {
                Path other = Files.writeString(file.resolveSibling(".Endpoints.java.swp"), text);
                Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
            }
        },
        NEW_FILE_FROM_ANOTHER_FOLDER {
            @Override
            void write(Path file, String text) throws IOException {
                Path folder = Files.createDirectories(file.resolveSibling("tmp"));
                Path other = Files.writeString(folder.resolve("Endpoints.java"), text);
                Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            }
        },
        OLD_FILE_KEPT_AS_BACKUP {
            @Override
            void write(Path file, String text) throws IOException {
                Files.move(file, file.resolveSibling("Endpoints.java~"));
                Files.writeString(file, text);
            }
        },
        SAME_LENGTH_AND_SAME_TIME {
            /** As a rename brings it, of a file that was written in the same tick of the file system's clock. */
            @Override
            void write(Path file, String text) throws IOException {
                FileTime time = Files.getLastModifiedTime(file);
                int longer = (int) Files.size(file) - text.getBytes(StandardCharsets.UTF_8).length;
                Path other = Files.writeString(file.resolveSibling("new"), text + " ".repeat(longer));
                Files.setLastModifiedTime(other, time);
                Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
            }
        };

        abstract void write(Path file, String text) throws IOException;
    }

    @Test
    void fileMayBeMissingWhileAnEditorSaves() throws Exception {
        CompletableFuture<Integer> watch = watch();
        awaitChecks(1);
        Files.delete(ada.answer());
        type("\n");
        await().during(1, TimeUnit.SECONDS)
                .atMost(5, TimeUnit.MINUTES)
                .until(() -> ada.sees().split("Waiting for you to save", -1).length == 2
                        && !ada.sees().contains("------------"));
        ada.writes("solution");
        assertThat(watch.get(5, TimeUnit.MINUTES)).isZero();
    }

    @Test
    void enterChecksAndQLeaves() throws Exception {
        CompletableFuture<Integer> watch = watch();
        awaitChecks(1);
        type("\n");
        awaitChecks(2);
        type("q\n");
        assertThat(watch.get(5, TimeUnit.MINUTES)).isEqualTo(1);
    }

    private CompletableFuture<Integer> watch() {
        return CompletableFuture.supplyAsync(() -> ada.typing(keyboard, "check", "1", "--watch"));
    }

    private void awaitChecks(int count) {
        await().atMost(5, TimeUnit.MINUTES)
                .until(() -> ada.sees().split("Waiting for you to save", -1).length - 1 == count);
    }

    private void type(String text) throws Exception {
        keys.write(text.getBytes());
        keys.flush();
    }
}
