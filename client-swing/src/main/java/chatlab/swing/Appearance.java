package chatlab.swing;

import chatlab.swing.ui.ChatLook;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.util.UIScale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import javax.swing.InputMap;
import javax.swing.KeyStroke;
import javax.swing.SwingWorker;
import javax.swing.UIManager;

/** The colours and the size of everything in the window. For the event dispatch thread only. */
final class Appearance {
    static final int MIN_ZOOM = 50;
    static final int NORMAL_ZOOM = 100;
    static final int MAX_ZOOM = 300;

    private static final int[] ZOOM_STEPS = {
        MIN_ZOOM, 60, 70, 80, 90, NORMAL_ZOOM, 110, 125, 150, 175, 200, 250, MAX_ZOOM
    };

    private final UserSettings settings;
    private final BooleanSupplier systemIsDark;

    private Theme theme;
    private int zoom;

    enum Theme {
        LIGHT,
        DARK,
        /** As on the desktop, where the program can find that out. */
        SYSTEM;

        /** The theme of this word, if it is one of {@link #toString}. */
        static Optional<Theme> of(String word) {
            return Arrays.stream(values())
                    .filter(theme -> theme.toString().equals(word))
                    .findAny();
        }

        /** The theme as the user types it and as it is stored. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Appearance(UserSettings settings) {
        this(settings, SystemTheme::isDark);
    }

    /** {@code systemIsDark} may take a second; a background thread calls it. */
    Appearance(UserSettings settings, BooleanSupplier systemIsDark) {
        this.settings = settings;
        this.systemIsDark = systemIsDark;
        this.theme = settings.theme();
        this.zoom = settings.zoom();
    }

    /** Changes the look that is set, before there is a window. {@code dark}: whether the desktop is dark now. */
    void begin(Theme theme, int zoom, boolean dark) {
        this.theme = theme;
        this.zoom = zoom;
        UIScale.setZoomFactor(zoom / 100f);
        apply(theme == Theme.DARK || theme == Theme.SYSTEM && dark);
    }

    Theme theme() {
        return theme;
    }

    /** Changes the theme of all windows, and saves it. */
    void choose(Theme chosen) {
        theme = chosen;
        settings.setTheme(chosen);
        if (chosen == Theme.SYSTEM) {
            new DesktopQuery().execute();
        } else {
            apply(chosen == Theme.DARK);
        }
    }

    static boolean isZoom(int percent) {
        return percent >= MIN_ZOOM && percent <= MAX_ZOOM;
    }

    void zoomIn() {
        zoom(larger(zoom));
    }

    void zoomOut() {
        zoom(smaller(zoom));
    }

    void zoomNormal() {
        zoom(NORMAL_ZOOM);
    }

    /** The next larger size, or the same where there is none. */
    static int larger(int percent) {
        return Arrays.stream(ZOOM_STEPS).filter(step -> step > percent).min().orElse(percent);
    }

    /** The next smaller size, or the same where there is none. */
    static int smaller(int percent) {
        return Arrays.stream(ZOOM_STEPS).filter(step -> step < percent).max().orElse(percent);
    }

    /** Changes the size of all that windows contain, and saves it. */
    private void zoom(int percent) {
        if (percent == zoom) {
            return;
        }
        zoom = percent;
        settings.setZoom(percent);
        UIScale.setZoomFactor(percent / 100f);
        update();
    }

    private void apply(boolean dark) {
        if (dark != FlatLaf.isLafDark()) {
            ChatLook.set(dark);
        }
        update();
    }

    private static void update() {
        unbindFromScrollPanes("ctrl PAGE_UP", "ctrl PAGE_DOWN");
        FlatLaf.updateUI();
    }

    /** Takes from scroll panes the keys that menus use; a scroll pane would scroll sideways. */
    private static void unbindFromScrollPanes(String... keys) {
        InputMap map = (InputMap) UIManager.get("ScrollPane.ancestorInputMap");
        for (String key : keys) {
            map.put(KeyStroke.getKeyStroke(key), "none");
        }
    }

    /** Asks the desktop in the background. */
    private final class DesktopQuery extends SwingWorker<Boolean, Void> {
        @Override
        protected Boolean doInBackground() {
            return systemIsDark.getAsBoolean();
        }

        @Override
        protected void done() {
            if (theme != Theme.SYSTEM) {
                return; // the user has chosen another theme meanwhile
            }
            try {
                apply(get());
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e); // it is done, and systemIsDark does not throw
            }
        }
    }
}
