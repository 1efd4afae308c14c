package chatlab.kit;

import chatlab.protocol.testing.HangLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Lines that arrive while a test runs, and the place up to which the test has looked at them. One thread adds lines, any
 * thread waits for them. A test that waits longer than {@link HangLimit} fails and shows the lines that came instead.
 */
final class SeenLines {
    private static final int SHOWN = 20;

    private final String source;

    /** All fields are guarded by this. */
    private final List<String> lines = new ArrayList<>();

    private int next;
    private boolean ended;

    SeenLines(String source) {
        this.source = source;
    }

    synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    /** No line will follow. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized boolean isEnded() {
        return ended;
    }

    /** All lines until now. */
    synchronized List<String> all() {
        return List.copyOf(lines);
    }

    synchronized boolean has(String regex) {
        return lines.stream().anyMatch(Pattern.compile(regex).asMatchPredicate());
    }

    /** Skips to the next line that matches as a whole; returns that one. */
    String expect(String regex) throws InterruptedException {
        return expect(1, regex);
    }

    /** Skips to behind so many lines that match as a whole; returns the last of them. */
    synchronized String expect(int count, String regex) throws InterruptedException {
        next = await(next, count, regex);
        return lines.get(next - 1);
    }

    /** Waits until so many of all lines match as a whole, and skips nothing. */
    synchronized void await(int count, String regex) throws InterruptedException {
        await(0, count, regex);
    }

    /** Returns the place after the last of these lines. */
    private int await(int from, int count, String regex) throws InterruptedException {
        Predicate<String> wanted = Pattern.compile(regex).asMatchPredicate();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(HangLimit.SECONDS);
        int found = 0;
        int place = from;
        while (found < count) {
            if (place < lines.size()) {
                found += wanted.test(lines.get(place)) ? 1 : 0;
                place++;
            } else if (ended || !waitUntil(deadline)) {
                throw new AssertionError(source + ": " + found + " of " + count + " lines like " + regex + " in "
                        + (ended ? "all" : HangLimit.SECONDS + " s") + "; there were " + last(from));
            }
        }
        return place;
    }

    /** Waits until no line can follow. */
    synchronized void expectEnd() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(HangLimit.SECONDS);
        while (!ended) {
            if (!waitUntil(deadline)) {
                throw new AssertionError(source + ": no end in " + HangLimit.SECONDS + " s; there were " + last(0));
            }
        }
    }

    /** False when it is too late. */
    private boolean waitUntil(long deadline) throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            return false;
        }
        wait(left);
        return true;
    }

    private String last(int from) {
        int start = Math.max(from, lines.size() - SHOWN);
        return (start > from ? (start - from) + " and then " : "") + lines.subList(start, lines.size());
    }
}
