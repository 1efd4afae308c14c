package chatlab.cli;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.Assertions;

/** A console whose keyboard and screen are in the hands of a test. */
final class TestConsole implements UserConsole {
    private final BlockingQueue<Optional<String>> typed = new LinkedBlockingQueue<>();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final boolean interactive;

    private volatile boolean cleared;

    TestConsole(boolean interactive) {
        this.interactive = interactive;
    }

    void type(String line) {
        typed.add(Optional.of(line));
    }

    /** Ctrl-D, or the end of a pipe. */
    void endInput() {
        typed.add(Optional.empty());
    }

    List<String> shown() {
        return List.copyOf(shown);
    }

    /** Whether the half-typed line was taken from the screen when the program ended. */
    boolean isCleared() {
        return cleared;
    }

    /** Waits until this line is shown. */
    void awaitLine(String line) {
        await().untilAsserted(() -> Assertions.assertThat(shown).contains(line));
    }

    void awaitLineMatching(String regex) {
        await().untilAsserted(() -> Assertions.assertThat(shown).anyMatch(line -> line.matches(regex)));
    }

    @Override
    public String readLine() {
        try {
            return typed.take().orElse(null);
        } catch (InterruptedException e) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos()); // a terminal is in no hurry
            cleared = true;
            return null;
        }
    }

    @Override
    public void show(List<ScreenEntry> entries) {
        entries.forEach(entry -> shown.add(entry.line()));
    }

    @Override
    public void setPrompt(String prompt) {
        // no test looks at it
    }

    @Override
    public boolean isInteractive() {
        return interactive;
    }

    @Override
    public boolean showsTyping() {
        return false;
    }

    @Override
    public void close() {
        endInput();
    }
}
