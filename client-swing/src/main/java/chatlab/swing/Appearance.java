package chatlab.swing;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.themes.FlatMacDarkLaf;
import com.formdev.flatlaf.themes.FlatMacLightLaf;
import com.formdev.flatlaf.util.SystemInfo;
import com.formdev.flatlaf.util.UIScale;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import javax.swing.InputMap;
import javax.swing.KeyStroke;
import javax.swing.SwingWorker;
import javax.swing.UIManager;

/** The colours and the size of everything in the window. For the event dispatch thread only. */
final class Appearance {
    private final UserSettings settings;
    private final BooleanSupplier systemIsDark;

    private Theme theme;
    private int zoom;

    Appearance(UserSettings settings) {
        this(settings, SystemTheme::isDark);
    }

    /** {@code systemIsDark} may take a while; it is asked on a thread of its own. */
    Appearance(UserSettings settings, BooleanSupplier systemIsDark) {
        this.settings = settings;
        this.systemIsDark = systemIsDark;
        this.theme = settings.theme();
        this.zoom = settings.zoom();
    }

    /** Sets up the look, before there is a window. {@code dark}: what the system's theme is now. */
    void begin(Theme theme, int zoom, boolean dark) {
        this.theme = theme;
        this.zoom = zoom;
        UIScale.setZoomFactor(zoom / 100f);
        wear(theme == Theme.DARK || theme == Theme.SYSTEM && dark);
    }

    Theme theme() {
        return theme;
    }

    /** In percent. */
    int zoom() {
        return zoom;
    }

    /** Changes the theme of all windows, and keeps it. */
    void choose(Theme chosen) {
        theme = chosen;
        settings.setTheme(chosen);
        if (chosen == Theme.SYSTEM) {
            new Question().execute();
        } else {
            wear(chosen == Theme.DARK);
        }
    }

    /** Changes the size of all windows' content, and keeps it. */
    void zoom(int percent) {
        if (percent == zoom) {
            return;
        }
        zoom = percent;
        settings.setZoom(percent);
        UIScale.setZoomFactor(percent / 100f);
        update();
    }

    private void wear(boolean dark) {
        FlatLaf look = look(dark);
        if (!FlatLaf.setup(look)) {
            FlatLightLaf.setup();
        }
        update();
    }

    private static FlatLaf look(boolean dark) {
        if (SystemInfo.isMacOS) {
            return dark ? new FlatMacDarkLaf() : new FlatMacLightLaf();
        }
        return dark ? new FlatDarkLaf() : new FlatLightLaf();
    }

    private static void update() {
        UIManager.put("Component.hideMnemonics", false);
        leaveToTheMenus("ctrl PAGE_UP", "ctrl PAGE_DOWN");
        FlatLaf.updateUI();
    }

    /** Scroll panes would eat these keys, to scroll sideways. */
    private static void leaveToTheMenus(String... keys) {
        InputMap map = (InputMap) UIManager.get("ScrollPane.ancestorInputMap");
        for (String key : keys) {
            map.put(KeyStroke.getKeyStroke(key), "none");
        }
    }

    /** Asks the system, which may take its time. */
    private final class Question extends SwingWorker<Boolean, Void> {
        @Override
        protected Boolean doInBackground() {
            return systemIsDark.getAsBoolean();
        }

        @Override
        protected void done() {
            if (theme != Theme.SYSTEM) {
                return; // the user has chosen another one meanwhile
            }
            try {
                wear(get());
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e); // it neither is interrupted nor throws
            }
        }
    }
}
