package chatlab.tutorials.grading;

import java.time.Duration;
import java.util.List;

/** A body did not come back. Knows what each thread did at that moment. */
final class Late extends Exception {
    private static final long serialVersionUID = 1;

    final String seen;
    final boolean runs;
    final transient List<String> threads;

    /** @param proof why it never will, or null where it is only later than it may be */
    Late(Wait.Proof proof, Duration limit, List<String> threads) {
        this(
                proof == null
                        ? ExerciseMessages.SHARED.get("late.slow", limit.toMillis() / 1000.0)
                        : ExerciseMessages.SHARED.get("late.seen", proof.inWords()),
                proof == Wait.Proof.ENDLESS_RUNNING,
                threads);
    }

    private Late(String seen, boolean runs, List<String> threads) {
        super(seen);
        this.seen = seen;
        this.runs = runs;
        this.threads = List.copyOf(threads);
    }
}
