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
import javax.swing.RepaintManager;
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
                save(windows.get(i), 1, Path.of("target", "failed", test + "-" + (i + 1) + ".png"));
            }
        } catch (RuntimeException | AssertionError e) {
            context.getExecutionException().get().addSuppressed(e); // the failure of the test matters more
        }
    }

    /** The windows on the screen. On the event dispatch thread. */
    static List<Window> showing() {
        return Arrays.stream(Window.getWindows()).filter(Window::isShowing).toList();
    }

    /** Writes a picture of the window, which has {@code scale} times as many pixels in each direction. */
    static void save(Window window, int scale, Path file) {
        BufferedImage image = Edt.call(() -> paint(window, scale));
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage paint(Window window, int scale) {
        Container inside = window instanceof RootPaneContainer root ? root.getRootPane() : window;
        BufferedImage image = new BufferedImage(
                scale * Math.max(1, inside.getWidth()),
                scale * Math.max(1, inside.getHeight()),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(scale, scale);
        RepaintManager manager = RepaintManager.currentManager(window);
        boolean buffered = manager.isDoubleBufferingEnabled();
        manager.setDoubleBufferingEnabled(false); // a buffer has the pixels of the screen: enlarged, they would blur
        inside.paint(graphics);
        manager.setDoubleBufferingEnabled(buffered);
        graphics.dispose();
        return image;
    }
}
