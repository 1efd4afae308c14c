package chatlab.swing.testing;

import chatlab.protocol.testing.HangLimit;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds out whether a window can be shown: off screen, drawn by Cacio, if the JVM was started for that, otherwise on the
 * display.
 */
final class Screen {
    private static final String OFF_SCREEN = "com.github.caciocavallosilano.cacio.ctc.junit.CacioExtension";
    private static final Pattern FONT = Pattern.compile("(?i).*\\.(ttf|ttc|otf|otc|pfa|pfb|pcf(\\.gz)?)");

    static final String NO_FONTS = "there are no fonts. Install some, such as the package fonts-dejavu-core.";

    private Screen() {}

    /** Whether Java can measure text; without fonts, every component with a text fails. */
    static boolean hasFonts() {
        return !System.getProperty("os.name").equals("Linux") || fontFolders().anyMatch(Screen::hasFont);
    }

    /** Why no window can be shown, and what to do; empty if one can. The first call may take some seconds. */
    static Optional<String> problem() {
        return Once.PROBLEM;
    }

    private static final class Once {
        static final Optional<String> PROBLEM = find();
    }

    /** Whether this JVM was started so that windows are drawn off screen. */
    static boolean isOff() {
        return System.getProperty("awt.toolkit", "").contains("cacio");
    }

    private static Optional<String> find() {
        Optional<String> problem = reason();
        problem.ifPresent(words -> System.err.println("Tests of windows are skipped: " + words));
        return problem;
    }

    private static Optional<String> reason() {
        if (Boolean.getBoolean("java.awt.headless")) {
            return Optional.of("this JVM is headless. JDK 17 to 21 draw them off screen; on a display, -Dscreen=real.");
        }
        // Before any class of AWT: without fonts its start fails, or hangs for minutes.
        if (!hasFonts()) {
            return Optional.of(NO_FONTS);
        }
        FutureTask<Optional<String>> attempt = new FutureTask<>(Screen::start);
        Thread thread = new Thread(attempt, "trying the screen");
        thread.setDaemon(true);
        thread.start();
        try {
            return attempt.get(HangLimit.SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return Optional.of("the screen did not start within " + HangLimit.SECONDS + " s. " + advice());
        } catch (ExecutionException e) {
            return Optional.of("the screen does not start (" + e.getCause() + "). " + advice());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the start was interrupted.");
        }
    }

    private static Optional<String> start() throws ClassNotFoundException {
        if (isOff()) {
            Class.forName(OFF_SCREEN); // its initializer replaces the display
        }
        if (GraphicsEnvironment.isHeadless()) {
            return Optional.of("there is no display. Run them where DISPLAY names one, such as under xvfb-run.");
        }
        GraphicsEnvironment screen = GraphicsEnvironment.getLocalGraphicsEnvironment();
        screen.getDefaultScreenDevice().getDefaultConfiguration().getBounds();
        return screen.getAvailableFontFamilyNames().length == 0
                ? Optional.of("Java finds no fonts. Install some, such as the package fonts-dejavu-core.")
                : Optional.empty();
    }

    private static String advice() {
        return "It needs a JDK that is not \"headless\", libfontconfig and libfreetype"
                + (isOff() ? "." : ", and a display that answers.");
    }

    private static Stream<Path> fontFolders() {
        String home = System.getProperty("user.home");
        return Stream.of(
                Path.of("/usr/share/fonts"),
                Path.of("/usr/local/share/fonts"),
                Path.of("/usr/share/X11/fonts"),
                Path.of("/run/current-system/sw/share/X11/fonts"),
                Path.of(System.getProperty("java.home"), "lib", "fonts"),
                Path.of(home, ".fonts"),
                Path.of(home, ".local", "share", "fonts"));
    }

    private static boolean hasFont(Path folder) {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.anyMatch(file -> FONT.matcher(file.toString()).matches());
        } catch (IOException | UncheckedIOException e) {
            return false; // there is no such folder, or it belongs to another user
        }
    }
}
