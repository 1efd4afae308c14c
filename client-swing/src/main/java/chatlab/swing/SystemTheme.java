package chatlab.swing;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Whether the desktop is dark. Java does not tell; a command of each system mostly does. For any thread but the event
 * dispatch thread.
 */
final class SystemTheme {
    private static final int LIMIT_MILLIS = 1_000;
    private static final int MAX_BYTES = 1_000;

    private static final String KEY_OF_WINDOWS =
            "HKCU\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";

    private SystemTheme() {}

    /** Asks this desktop, for a second at most. Without an answer the desktop counts as light. */
    static boolean isDark() {
        String system = System.getProperty("os.name");
        return output(command(system)).map(words -> saysDark(system, words)).orElse(false);
    }

    /** The command that asks on this system. */
    static List<String> command(String system) {
        if (system.startsWith("Windows")) {
            return List.of("reg", "query", KEY_OF_WINDOWS, "/v", "AppsUseLightTheme");
        } else if (system.startsWith("Mac")) {
            return List.of("defaults", "read", "-g", "AppleInterfaceStyle");
        }
        return List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme");
    }

    /** Whether this output of the command says that the desktop is dark. */
    static boolean saysDark(String system, String output) {
        String words = output.strip().toLowerCase(Locale.ROOT);
        return system.startsWith("Windows") ? words.endsWith("0x0") : words.contains("dark");
    }

    private static Optional<String> output(List<String> command) {
        Process process = null;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_MILLIS, TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                return Optional.empty(); // on macOS a light desktop answers so, too
            }
            return Optional.of(new String(process.getInputStream().readNBytes(MAX_BYTES)));
        } catch (IOException e) {
            return Optional.empty(); // another desktop, without this command
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }
}
