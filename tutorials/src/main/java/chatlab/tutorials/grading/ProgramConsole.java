package chatlab.tutorials.grading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Keyboard and screen of the student's program: System.in and System.out are replaced until this is closed. */
public final class ProgramConsole implements Closeable {
    private final InputStream formerIn = System.in;
    private final PrintStream formerOut = System.out;
    private final TypedInput keyboard = new TypedInput();
    private final PrintedLines screen = new PrintedLines();

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

    /** Ends the input, as Ctrl-D does. */
    public void endInput() {
        keyboard.end();
    }

    /**
     * The next line that the program has printed.
     *
     * @throws NoLine when it is proven that none will come: nothing moves any more
     */
    public String line() throws IOException {
        return screen.next();
    }

    @Override
    public void close() {
        keyboard.end();
        System.setIn(formerIn);
        System.setOut(formerOut);
    }
}
