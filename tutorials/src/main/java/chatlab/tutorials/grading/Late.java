package chatlab.tutorials.grading;

import java.time.Duration;
import java.util.List;

/** A body did not come back in time. Knows what each thread did at that moment. */
final class Late extends Exception {
    private static final long serialVersionUID = 1;

    final Duration limit;
    final transient List<String> threads;

    Late(Duration limit, List<String> threads) {
        super("not back within " + limit);
        this.limit = limit;
        this.threads = List.copyOf(threads);
    }
}
