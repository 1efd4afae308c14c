package chatlab.tutorials.grading;

import java.time.Duration;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The steps of a check: one for each of the {@link Requirements}. The first step that throws ends the check. */
public final class Checks {
    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final Duration USED_FOR_NOTHING = Duration.ofMillis(500);

    private final CheckReport report;
    private final String last;
    private Step postponed = () -> {}; // for the thread of the child only
    /** The key of the innermost {@link #within} that runs now, or null: it names a hang better than "hang" does. */
    private volatile String withinKey;

    private volatile String current;

    /** @param last the step that is to run after all others, or empty: it can only be reached when each other one passes */
    Checks(CheckReport report, String last) {
        this.report = report;
        this.last = last;
    }

    /**
     * One thing that is checked, in a thread of its own that is called "check". It may take any time. When it is proven that it
     * will never come back, the answer is rejected: with the key of the {@link #within} that it is in, or with {@code hang} or
     * {@code endless}.
     */
    public void step(String key, Step body) {
        if (key.equals(last)) {
            postponed = body;
        } else {
            run(key, body);
        }
    }

    /** All steps are known now. */
    void end() {
        if (!last.isEmpty()) {
            run(last, postponed);
        }
    }

    private void run(String key, Step body) {
        report.begin(key);
        current = key;
        withinKey = null;
        try {
            Limited.run(FOR_EVER, body);
        } catch (Wrong e) {
            throw report.wrong(e.key.isEmpty() ? key : e.key, e.expected, e.seen, List.of());
        } catch (Late e) {
            throw late(withinKey != null ? withinKey : e.runs ? "endless" : "hang", e);
        } catch (NoLine e) {
            throw noLine("no-line", e);
        } catch (Throwable e) {
            throw report.wrong(
                    e instanceof ConcurrentModificationException ? "changed-in-a-loop" : "exception",
                    ExerciseMessages.SHARED.get("exception.expected"),
                    Thrown.inWords(e),
                    List.of());
        }
        report.passed(key);
    }

    /**
     * Within a step: a body that will never come back, or in which a {@link Client} waits in vain for a
     * line, is rejected with this key, together with what each thread does.
     */
    public void within(String key, Step body) throws Exception {
        within(key, FOR_EVER, body);
    }

    /**
     * The same for a body that has to come back in time.
     *
     * @param fairTime a time that is counted in sleeps of a thread of the check. On a busy machine each of them takes longer,
     *     as all does that the student's threads do
     */
    public void within(String key, Duration fairTime, Step body) throws Exception {
        String outer = withinKey;
        withinKey = key;
        try {
            Limited.run(fairTime, body);
        } catch (NoLine e) {
            throw noLine(key, e);
        } catch (Late e) {
            throw late(key, e);
        } finally {
            withinKey = outer;
        }
    }

    private Wrong late(String key, Late e) {
        return report.wrong(key, ExerciseMessages.SHARED.get("late.expected"), e.seen, e.threads);
    }

    private Wrong noLine(String key, NoLine e) {
        return report.wrong(key, ExerciseMessages.SHARED.get("no-line.expected"), e.getMessage(), ThreadDump.inWords());
    }

    /** Waits until this holds. False when it is proven that it never will: no thread does anything that could change it. */
    public static boolean comesTrue(BooleanSupplier condition) throws InterruptedException {
        return comesTrue(FOR_EVER, condition);
    }

    /** The same; also false when it does not hold after this time, which is counted as for {@link #within}. */
    public static boolean comesTrue(Duration fairTime, BooleanSupplier condition) throws InterruptedException {
        return Wait.until(fairTime, condition);
    }

    /**
     * Waits until this holds. When it is proven that it never will, the answer is rejected with what each thread does, and nothing
     * is said about the cause.
     *
     * @param expected in words, or a value
     * @param seen in words or a value, asked for at the end
     */
    public void becomes(BooleanSupplier condition, Object expected, Supplier<?> seen) throws InterruptedException {
        if (!comesTrue(condition)) {
            throw report.wrong(current, String.valueOf(expected), String.valueOf(seen.get()), ThreadDump.inWords());
        }
    }

    /**
     * Waits until no thread does anything any more, except for threads that sleep and look again from time to time.
     *
     * @return false when they do not stop: half a second of processor time is used for nothing
     */
    public static boolean comesToRest() throws InterruptedException {
        try (Wait wait = Wait.begin(USED_FOR_NOTHING)) {
            while (!wait.isInVain()) {
                Thread.sleep(Wait.NAP_MS);
            }
            return wait.proof() != Wait.Proof.ENDLESS_RUNNING;
        }
    }

    /**
     * Whether no other thread is running or was woken and waits for a processor, as far as the system tells. Java alone does not
     * show that a thread was woken.
     */
    public static boolean noOtherIsReady() {
        String own = ReadyThreads.current();
        if (own.isEmpty()) {
            Wait.takeTurns(); // where the system does not tell: each thread that is ready has its turn meanwhile
            return true;
        }
        return !ReadyThreads.any(Set.of(own));
    }

    /**
     * The answer is rejected, and nothing is said about the cause: throw it.
     *
     * @param expected in words, or a value; {@link #quoted} shows a line as it is
     * @param seen in words, or a value
     */
    public static Wrong wrong(Object expected, Object seen) {
        return wrong("", expected, seen);
    }

    /**
     * The answer is rejected for a cause that the check has proved: throw it.
     *
     * @param key the name of the cause; its words are {@code key.cause}
     * @param expected in words, or a value; {@link #quoted} shows a line as it is
     * @param seen in words, or a value
     */
    public static Wrong wrong(String key, Object expected, Object seen) {
        return new Wrong(key, String.valueOf(expected), String.valueOf(seen));
    }

    /** Rejects the answer unless both are equal, with no word about the cause. Strings are shown in quotes. */
    public static void equal(Object expected, Object seen) {
        equal("", expected, seen);
    }

    /** Rejects the answer unless both are equal. Strings are shown in quotes. */
    public static void equal(String key, Object expected, Object seen) {
        if (!Objects.equals(expected, seen)) {
            throw wrong(key, shown(expected), shown(seen));
        }
    }

    /** Rejects the answer unless it is ok, with no word about the cause. */
    public static void that(boolean ok, Object expected, Object seen) {
        that("", ok, expected, seen);
    }

    /** Rejects the answer unless it is ok. */
    public static void that(String key, boolean ok, Object expected, Object seen) {
        if (!ok) {
            throw wrong(key, expected, seen);
        }
    }

    /** A line in quotes, where what cannot be seen is written as in Java. Null is nothing. */
    public static String quoted(String line) {
        return Quoted.of(line);
    }

    private static Object shown(Object value) {
        return value == null || value instanceof String ? quoted((String) value) : value;
    }
}
