package chatlab.swing;

import java.awt.AWTError;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.util.ArrayList;
import java.util.List;

/** The screens that there are. */
final class Screens {
    private Screens() {}

    /** Whether a window can be shown at all. */
    static boolean areThere() {
        try {
            return !GraphicsEnvironment.isHeadless()
                    && GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length > 0;
        } catch (AWTError | LinkageError e) {
            return false; // a display that does not answer; a Java without windows
        }
    }

    /** What windows may use of them, the main screen first. */
    static List<Rectangle> usable() {
        GraphicsEnvironment environment = GraphicsEnvironment.getLocalGraphicsEnvironment();
        List<Rectangle> screens = new ArrayList<>();
        screens.add(usable(environment.getDefaultScreenDevice()));
        for (GraphicsDevice screen : environment.getScreenDevices()) {
            if (!screen.equals(environment.getDefaultScreenDevice())) {
                screens.add(usable(screen));
            }
        }
        return screens;
    }

    private static Rectangle usable(GraphicsDevice screen) {
        GraphicsConfiguration configuration = screen.getDefaultConfiguration();
        Rectangle bounds = configuration.getBounds();
        Insets bars = Toolkit.getDefaultToolkit().getScreenInsets(configuration);
        return new Rectangle(
                bounds.x + bars.left,
                bounds.y + bars.top,
                bounds.width - bars.left - bars.right,
                bounds.height - bars.top - bars.bottom);
    }
}
