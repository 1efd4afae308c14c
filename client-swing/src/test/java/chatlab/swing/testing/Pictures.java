package chatlab.swing.testing;

import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.swing.RootPaneContainer;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Pictures of windows, without the frame that the desktop draws around them. */
final class Pictures implements AfterTestExecutionCallback {
    /** Saves pictures of the windows of a failed test, before they are closed. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            return;
        }
        String test = context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName();
        try {
            List<Window> windows = Edt.call(Pictures::showing);
            for (int i = 0; i < windows.size(); i++) {
                save(windows.get(i), Path.of("target", "failed", test + "-" + (i + 1) + ".png"));
            }
        } catch (RuntimeException | AssertionError e) {
            context.getExecutionException().get().addSuppressed(e); // the failure of the test matters more
        }
    }

    /** The windows on the screen. On the event dispatch thread. */
    static List<Window> showing() {
        return Arrays.stream(Window.getWindows()).filter(Window::isShowing).toList();
    }

    /** Writes a picture of the window, one pixel of the file for one of its units. */
    static void save(Window window, Path file) {
        BufferedImage image = Edt.call(() -> paint(window));
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage paint(Window window) {
        Container inside = window instanceof RootPaneContainer root ? root.getRootPane() : window;
        BufferedImage image = new BufferedImage(
                Math.max(1, inside.getWidth()), Math.max(1, inside.getHeight()), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        inside.paint(graphics);
        graphics.dispose();
        return image;
    }
}
