package chatlab.cli;

import java.util.List;

/** Where a person sits, or a program: something to read from and something to show things on. */
interface UserConsole extends AutoCloseable {
    /** The next thing that was typed, of several lines where these were pasted; null at the end. Waits for it. */
    String readLine();

    /** Any thread may call this. */
    void show(List<ScreenEntry> entries);

    /** What stands before the line that is typed, where there is such a thing. */
    void setPrompt(String prompt);

    /** Whether a person sits there, and not a program or a file. */
    boolean isInteractive();

    /** Whether what was typed stays on the screen, so that it need not be shown again. */
    boolean showsTyping();

    @Override
    void close();
}
