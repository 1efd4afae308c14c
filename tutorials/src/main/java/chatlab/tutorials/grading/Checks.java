package chatlab.tutorials.grading;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The steps of a check. Each has a title in {@code messages.properties}, under {@code key.title}. The first step that fails
 * ends the check, by what it throws.
 */
public final class Checks {
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(5);

    private final Report report;
    /** The key of the innermost {@link #within} that runs now, or null: it names a hang better than "hang" does. */
    private volatile String withinKey;

    Checks(Report report) {
        this.report = report;
    }

    /** One thing that is checked. It has five seconds. */
    public void step(String key, Step body) {
        step(key, USUAL_LIMIT, body);
    }

    /**
     * One thing that is checked, in a thread of its own that is called "check".
     *
     * @param limit when it has not come back by then, the answer is rejected: with the key of the {@link #within} that it
     *     is in, or with {@code hang}
     */
    public void step(String key, Duration limit, Step body) {
        report.begin(key);
        try {
            Limited.run(limit, body);
        } catch (Wrong e) {
            throw report.wrong(e.key, e.expected, e.seen, List.of());
        } catch (Late e) {
            throw late(withinKey == null ? "hang" : withinKey, e);
        } catch (NoLine e) {
            throw report.wrong("no-line", Words.get("no-line.expected"), e.getMessage(), Threads.inWords());
        } catch (Throwable e) {
            throw report.wrong("exception", Words.get("exception.expected"), Thrown.inWords(e), List.of());
        }
        report.passed(key);
    }

    /**
     * Within a step: a body that does not come back in time, or in which a {@link Client} or {@link Console} waits in vain
     * for a line, is rejected with this key, together with what each thread does.
     */
    public void within(String key, Duration limit, Step body) throws Exception {
        String outer = withinKey;
        withinKey = key;
        try {
            Limited.run(limit, body);
        } catch (NoLine e) {
            throw report.wrong(key, Words.get("no-line.expected"), e.getMessage(), Threads.inWords());
        } catch (Late e) {
            throw late(key, e);
        } finally {
            withinKey = outer;
        }
    }

    private Wrong late(String key, Late e) {
        return report.wrong(
                key, Words.get("late.expected", seconds(e.limit)), Words.get("late.seen", seconds(e.limit)), e.threads);
    }

    private static double seconds(Duration limit) {
        return limit.toMillis() / 1000.0;
    }

    /**
     * The answer is rejected: throw it.
     *
     * @param key the name of the cause; its words are {@code key.cause}
     * @param expected in words, or a value; {@link #quoted} shows a line as it is
     * @param seen in words, or a value
     */
    public static Wrong wrong(String key, Object expected, Object seen) {
        return new Wrong(key, String.valueOf(expected), String.valueOf(seen));
    }

    /** Rejects the answer unless both are equal. Strings are shown in quotes. */
    public static void equal(String key, Object expected, Object seen) {
        if (!Objects.equals(expected, seen)) {
            throw wrong(key, shown(expected), shown(seen));
        }
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
