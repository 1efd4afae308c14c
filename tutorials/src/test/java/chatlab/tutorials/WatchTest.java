package chatlab.tutorials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WatchTest {
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
    }

    @Test
    void whoSavesIsAnswered() throws Exception {
        CompletableFuture<Integer> watch = watch();
        awaitChecks(1);
        ada.writes("wrong/java-slash");
        awaitChecks(2);
        assertThat(ada.sees()).contains("The slash is how Java prints");
        ada.writes("solution");
        assertThat(watch.get(30, TimeUnit.SECONDS)).isZero();
        assertThat(ada.sees()).contains("All 6 steps have passed");
    }

    @Test
    void anEditorMayTakeTheFileAwayBeforeItSaves() throws Exception {
        CompletableFuture<Integer> watch = watch();
        awaitChecks(1);
        Files.delete(ada.answer());
        type("\n");
        await().during(1, TimeUnit.SECONDS)
                .until(() -> ada.sees().split("Waiting for you to save", -1).length == 2
                        && !ada.sees().contains("------------"));
        ada.writes("solution");
        assertThat(watch.get(30, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void enterChecksAndQLeaves() throws Exception {
        CompletableFuture<Integer> watch = watch();
        awaitChecks(1);
        type("\n");
        awaitChecks(2);
        type("q\n");
        assertThat(watch.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }

    private CompletableFuture<Integer> watch() {
        return CompletableFuture.supplyAsync(() -> ada.typing(keyboard, "check", "1", "--watch"));
    }

    private void awaitChecks(int count) {
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> ada.sees().split("Waiting for you to save", -1).length - 1 == count);
    }

    private void type(String text) throws Exception {
        keys.write(text.getBytes());
        keys.flush();
    }
}
