package chatlab.tutorials.grading;

import java.io.IOException;

/**
 * A line was waited for, and it is proven that none will come. {@link Checks#within} rejects it with its key; out of a step it is
 * rejected with the key {@code no-line}.
 */
public final class NoLine extends IOException {
    private static final long serialVersionUID = 1;

    NoLine(String message) {
        super(message);
    }
}
