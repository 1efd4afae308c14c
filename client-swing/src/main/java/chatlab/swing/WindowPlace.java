package chatlab.swing;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.Rectangle;
import java.util.List;
import javax.swing.JFrame;

/** Finds a place for the window: where it was the last time, if that is still on a screen. */
final class WindowPlace {
    private static final Dimension FIRST_SIZE = new Dimension(1000, 700);
    private static final Dimension MIN_SIZE = new Dimension(640, 480);

    /** So much of a window must be on a screen that it can be taken hold of. */
    private static final int MIN_VISIBLE = 100;

    private WindowPlace() {}

    static void restore(JFrame window, Settings settings) {
        List<Rectangle> screens = Screens.usable();
        window.setMinimumSize(smaller(MIN_SIZE, screens.get(0).getSize()));
        window.setBounds(settings.bounds()
                .map(last -> restored(last, screens))
                .orElseGet(() -> centred(UIScale.scale(FIRST_SIZE), screens.get(0))));
        if (settings.isMaximized()) {
            window.setExtendedState(Frame.MAXIMIZED_BOTH);
        }
    }

    static void keep(JFrame window, Settings settings) {
        settings.setMaximized((window.getExtendedState() & Frame.MAXIMIZED_BOTH) != 0);
        if (!settings.isMaximized()) {
            settings.setBounds(window.getBounds());
        }
    }

    /** Where the window was, if enough of it can be seen there to take hold of it, and never larger than that screen. */
    static Rectangle restored(Rectangle last, List<Rectangle> screens) {
        for (Rectangle screen : screens) {
            Rectangle visible = screen.intersection(last);
            if (visible.width >= MIN_VISIBLE && visible.height >= MIN_VISIBLE && last.y >= screen.y) {
                return new Rectangle(last.getLocation(), smaller(last.getSize(), screen.getSize()));
            }
        }
        return centred(last.getSize(), screens.get(0));
    }

    /** In the middle of the screen, and not larger. */
    static Rectangle centred(Dimension wish, Rectangle screen) {
        Dimension size = smaller(wish, screen.getSize());
        return new Rectangle(
                screen.x + (screen.width - size.width) / 2,
                screen.y + (screen.height - size.height) / 2,
                size.width,
                size.height);
    }

    static Dimension smaller(Dimension a, Dimension b) {
        return new Dimension(Math.min(a.width, b.width), Math.min(a.height, b.height));
    }
}
