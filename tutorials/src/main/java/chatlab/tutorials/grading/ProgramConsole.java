package chatlab.tutorials.grading;

import java.io.Closeable;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Keyboard and screen of the student's program: System.in and System.out are replaced until this is closed. */
public final class ProgramConsole implements Closeable {
    private final InputStream formerIn = System.in;
    private final PrintStream formerOut = System.out;
    private final TypedInput keyboard = new TypedInput();
    private final PlayedScreen screen = new PlayedScreen();

    private ProgramConsole() {
        System.setIn(keyboard);
        System.setOut(new PrintStream(screen, true, StandardCharsets.UTF_8));
    }

    public static ProgramConsole open() {
        return new ProgramConsole();
    }

    /** Types a line and presses Enter. */
    public void type(String line) {
        keyboard.type(line + "\n");
    }

    /** Types exactly this, and it can be read at once: lines, or a part of one. */
    public void typePiece(String text) {
        keyboard.type(text);
    }

    /** Ends the input, as Ctrl-D does. */
    public void endInput() {
        keyboard.end();
    }

    /** Waits until what was typed has been read, and a thread wants more; false if it is proven that neither will happen. */
    public boolean awaitTaken() throws InterruptedException {
        return Wait.until(() -> keyboard.available() == 0 && reader().isPresent());
    }

    /** Whether something was typed that no thread has read. */
    public boolean hasTyped() {
        return keyboard.available() > 0;
    }

    /** The thread that waits for the keyboard. */
    public static Optional<Thread> reader() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().equals(TypedInput.class.getName())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What the program has printed. */
    public PlayedScreen screen() {
        return screen;
    }

    @Override
    public void close() {
        keyboard.end();
        System.setIn(formerIn);
        System.setOut(formerOut);
    }
}
