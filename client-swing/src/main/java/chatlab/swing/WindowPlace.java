package chatlab.swing;

import com.formdev.flatlaf.util.UIScale;
import java.awt.AWTError;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.geom.Area;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JFrame;

/**
 * Restores the place that the window had last time, if that is still on a screen. For the event dispatch thread only.
 */
final class WindowPlace {
    private static final Dimension FIRST_SIZE = new Dimension(1120, 720);
    private static final Dimension MIN_SIZE = new Dimension(640, 480);

    /** Pixels of a window that must be on a screen, so that the mouse can take hold of it. */
    private static final int MIN_VISIBLE = 100;

    private final JFrame window;

    /** Where the window was when it was last neither maximized nor an icon; null before it was shown. */
    private Rectangle normal;

    WindowPlace(JFrame window) {
        this.window = window;
        window.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentMoved(ComponentEvent event) {
                note();
            }

            @Override
            public void componentResized(ComponentEvent event) {
                note();
            }
        });
    }

    /** Ignores the place of an icon: Windows reports a place far off all screens. */
    private void note() {
        if (window.getExtendedState() == Frame.NORMAL) {
            normal = window.getBounds();
        }
    }

    void restore(UserSettings settings) {
        List<Rectangle> screens = usableScreens();
        window.setMinimumSize(smaller(MIN_SIZE, screens.get(0).getSize()));
        window.setBounds(settings.bounds()
                .map(last -> restored(last, screens))
                .orElseGet(() -> centred(UIScale.scale(FIRST_SIZE), screens.get(0))));
        normal = window.getBounds();
        if (settings.isMaximized()) {
            window.setExtendedState(Frame.MAXIMIZED_BOTH);
        }
    }

    void keep(UserSettings settings) {
        note();
        settings.setMaximized((window.getExtendedState() & Frame.MAXIMIZED_BOTH) != 0);
        settings.setBounds(normal);
    }

    /**
     * Where the window was, if all of that is on screens. If only a part is, and the part is large enough for the
     * mouse, the window moves on to that screen; otherwise it comes to the main screen. It is never larger than its
     * screen.
     */
    static Rectangle restored(Rectangle last, List<Rectangle> screens) {
        Rectangle wanted = new Rectangle(last.getLocation(), larger(last.getSize(), MIN_SIZE));
        Area hidden = new Area(wanted);
        screens.forEach(screen -> hidden.subtract(new Area(screen)));
        if (hidden.isEmpty()) {
            return wanted;
        }
        for (Rectangle screen : screens) {
            Rectangle visible = screen.intersection(wanted);
            if (visible.width >= MIN_VISIBLE && visible.height >= MIN_VISIBLE && wanted.y >= screen.y) {
                return moved(wanted, screen);
            }
        }
        return centred(wanted.getSize(), screens.get(0));
    }

    /** The place nearest to {@code window} with all of it on the screen. */
    private static Rectangle moved(Rectangle window, Rectangle screen) {
        Dimension size = smaller(window.getSize(), screen.getSize());
        return new Rectangle(
                Math.max(screen.x, Math.min(window.x, screen.x + screen.width - size.width)),
                Math.max(screen.y, Math.min(window.y, screen.y + screen.height - size.height)),
                size.width,
                size.height);
    }

    /** In the middle of the screen, and no larger than the screen. */
    static Rectangle centred(Dimension wish, Rectangle screen) {
        Dimension size = smaller(wish, screen.getSize());
        return new Rectangle(
                screen.x + (screen.width - size.width) / 2,
                screen.y + (screen.height - size.height) / 2,
                size.width,
                size.height);
    }

    private static Dimension larger(Dimension a, Dimension b) {
        return new Dimension(Math.max(a.width, b.width), Math.max(a.height, b.height));
    }

    static Dimension smaller(Dimension a, Dimension b) {
        return new Dimension(Math.min(a.width, b.width), Math.min(a.height, b.height));
    }

    /** Whether a window can be shown at all. */
    static boolean isAnyScreen() {
        try {
            return !GraphicsEnvironment.isHeadless()
                    && GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length > 0;
        } catch (AWTError | LinkageError e) {
            return false; // a display that does not answer, or a Java without windows
        }
    }

    /** The area of each screen that windows may use, the main screen first. */
    private static List<Rectangle> usableScreens() {
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
