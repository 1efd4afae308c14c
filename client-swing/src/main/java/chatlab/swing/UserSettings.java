package chatlab.swing;

import chatlab.swing.Appearance.Theme;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.prefs.Preferences;

/**
 * The settings that last from one run to the next. A stored value that is not valid counts as absent. Where the system
 * cannot store them, as without a writable home, they last until the program ends. For one thread at a time.
 */
final class UserSettings {
    static final int MAX_SERVERS = 8;

    private static final String NAME = "name";
    private static final String SERVERS = "servers";
    private static final String THEME = "theme";
    private static final String ZOOM = "zoom";
    private static final String BOUNDS = "bounds";
    private static final String MAXIMIZED = "maximized";
    private static final String HOOD = "hood";

    private final Preferences node;

    /** The values set during this run, for a store that fails. */
    private final Map<String, String> current = new HashMap<>();

    UserSettings(Preferences node) {
        this.node = node;
    }

    /** The name with which the user last joined; empty for none. */
    String name() {
        return get(NAME).orElse("");
    }

    void setName(String name) {
        put(NAME, name);
    }

    /** The addresses of the servers that the user joined, the latest first. */
    List<String> servers() {
        return get(SERVERS).stream()
                .flatMap(lines -> Arrays.stream(lines.split("\n")))
                .filter(server -> !server.isBlank())
                .limit(MAX_SERVERS)
                .toList();
    }

    void addServer(String address) {
        List<String> servers = new ArrayList<>(servers());
        servers.remove(address);
        servers.add(0, address);
        put(SERVERS, String.join("\n", servers.subList(0, Math.min(servers.size(), MAX_SERVERS))));
    }

    Theme theme() {
        return get(THEME).flatMap(Theme::of).orElse(Theme.SYSTEM);
    }

    void setTheme(Theme theme) {
        put(THEME, theme.toString());
    }

    /** In percent. */
    int zoom() {
        return numbers(ZOOM, 1)
                .map(list -> list.get(0))
                .filter(Appearance::isZoom)
                .orElse(Appearance.NORMAL_ZOOM);
    }

    void setZoom(int percent) {
        put(ZOOM, String.valueOf(percent));
    }

    /** Where the window was; that may be on a screen that is no longer connected. */
    Optional<Rectangle> bounds() {
        return numbers(BOUNDS, 4)
                .map(list -> new Rectangle(list.get(0), list.get(1), list.get(2), list.get(3)))
                .filter(bounds -> !bounds.isEmpty());
    }

    void setBounds(Rectangle bounds) {
        put(BOUNDS, bounds.x + " " + bounds.y + " " + bounds.width + " " + bounds.height);
    }

    boolean isMaximized() {
        return is(MAXIMIZED);
    }

    void setMaximized(boolean maximized) {
        put(MAXIMIZED, String.valueOf(maximized));
    }

    /** Whether the panel "under the hood" is open. */
    boolean isHoodOpen() {
        return is(HOOD);
    }

    void setHoodOpen(boolean open) {
        put(HOOD, String.valueOf(open));
    }

    /** The file with the announcements that the user has prepared: a text file, so that it can be copied and shared. */
    Path announcements() {
        return Path.of(System.getProperty("user.home"), ".chatlab", "announcements.txt");
    }

    private boolean is(String key) {
        return get(key).map(Boolean::parseBoolean).orElse(false);
    }

    private Optional<List<Integer>> numbers(String key, int count) {
        try {
            return get(key).map(words -> Arrays.stream(words.split(" "))
                            .map(Integer::valueOf)
                            .toList())
                    .filter(numbers -> numbers.size() == count);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<String> get(String key) {
        if (current.containsKey(key)) {
            return Optional.of(current.get(key));
        }
        try {
            return Optional.ofNullable(node.get(key, null));
        } catch (RuntimeException e) {
            return Optional.empty(); // the documentation does not say what a store may throw
        }
    }

    private void put(String key, String value) {
        current.put(key, value);
        try {
            node.put(key, value);
        } catch (RuntimeException e) {
            // too long, or no store: the value lasts for this run
        }
    }
}
