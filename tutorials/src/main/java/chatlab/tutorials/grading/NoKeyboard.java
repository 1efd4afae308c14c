package chatlab.tutorials.grading;

import java.io.InputStream;

/**
 * What a check has in the place of the keyboard. An answer that reads it in a thread of the check is rejected; in a thread of its
 * own, the words of the exception are among what it has printed.
 */
final class NoKeyboard extends InputStream {
    @Override
    public int read() {
        throw Checks.wrong(
                "keyboard",
                ExerciseMessages.SHARED.get("keyboard.expected"),
                ExerciseMessages.SHARED.get("keyboard.seen"));
    }
}
