package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real terminal with a shell in it, from the program tmux: the test types in it and reads its screen. */
final class Tmux implements Closeable {
    private final Path folder;

    /** Starts a shell in this folder, which finds the {@code java} of this test first. */
    Tmux(Path folder, int columns, int rows) {
        this.folder = folder;
        String size = "-x " + columns + " -y " + rows;
        run(("-f /dev/null new-session -d " + size + " sh").split(" "));
        run("set", "-g", "default-terminal", "screen-256color");
        run("respawn-pane", "-k", "env", "PS1=$ ", "sh"); // with the terminal of the line above
    }

    /** Whether the program is installed. */
    static boolean isInstalled() {
        try {
            return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void type(String text) {
        run("send-keys", "-l", text);
    }

    void typeLine(String line) {
        type(line);
        run("send-keys", "Enter");
    }

    /** Waits until the screen shows this text. */
    void expect(String text) {
        await().untilAsserted(() -> assertThat(run("capture-pane", "-p")).contains(text));
    }

    /** The rows of the screen, with the escape sequences for their colours, and without empty rows at the end. */
    List<String> screen() {
        return run("capture-pane", "-p", "-e").stripTrailing().lines().toList();
    }

    /** The column of the cursor, from 0. */
    int cursorColumn() {
        return Integer.parseInt(run("display", "-p", "#{cursor_x}").strip());
    }

    /** The row of the cursor, from 0. */
    int cursorRow() {
        return Integer.parseInt(run("display", "-p", "#{cursor_y}").strip());
    }

    private String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", "tmux.socket"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment()
                .merge("PATH", System.getProperty("java.home") + "/bin", (path, java) -> java + ":" + path);
        builder.environment().keySet().removeAll(List.of("TMUX", "NO_COLOR", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        try {
            Process process = builder.redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("%s: %s", command, printed).isZero();
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        run("kill-server");
    }
}
