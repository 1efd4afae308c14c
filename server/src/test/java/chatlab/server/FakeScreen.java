package chatlab.server;

import static org.awaitility.Awaitility.await;

import chatlab.server.log.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** A screen and a keyboard in the hands of a test. */
public final class FakeScreen implements Screen {
    private final List<String> shown = new ArrayList<>();
    private final BlockingQueue<Optional<String>> typed = new LinkedBlockingQueue<>();
    private volatile CountDownLatch halt = new CountDownLatch(0);
    private volatile boolean terminal;

    @Override
    public void print(List<String> lines) {
        try {
            halt.await();
        } catch (InterruptedException e) {
            halt = new CountDownLatch(0); // an interrupt ends a halt
        }
        synchronized (shown) {
            shown.addAll(lines);
        }
    }

    /** From now on a person types, and no program. */
    void becomeTerminal() {
        terminal = true;
    }

    @Override
    public boolean isTerminal() {
        return terminal;
    }

    @Override
    public String readLine(Function<String, List<String>> completions) {
        try {
            return typed.take().orElse(null);
        } catch (InterruptedException e) {
            return null;
        }
    }

    void type(String line) {
        typed.add(Optional.of(line));
    }

    /** There is no keyboard any more. */
    void unplug() {
        typed.add(Optional.empty());
    }

    /** From now on nothing is printed, as after Ctrl-S; returns what makes it go on. */
    public Runnable halt() {
        CountDownLatch goOn = new CountDownLatch(1);
        halt = goOn;
        return goOn::countDown;
    }

    public List<String> shown() {
        synchronized (shown) {
            return List.copyOf(shown);
        }
    }

    /** Waits for a line that matches as a whole, and returns it. */
    public String awaitLine(String regex) {
        return await("a line like " + regex)
                .until(
                        () -> shown().stream()
                                .filter(line -> line.matches(regex))
                                .findFirst()
                                .orElse(""),
                        line -> !line.isEmpty());
    }
}
