package chatlab.tutorials.grading;

import java.io.InputStream;

/** What a check has in the place of the keyboard: an answer that reads it is rejected, and would otherwise see its end. */
final class NoKeyboard extends InputStream {
    @Override
    public int read() {
        throw Checks.wrong(
                "keyboard",
                ExerciseMessages.SHARED.get("keyboard.expected"),
                ExerciseMessages.SHARED.get("keyboard.seen"));
    }
}
