package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.Appearance.Theme;
import java.awt.Rectangle;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.Test;

class UserSettingsTest {
    private final Preferences node = new MemoryPreferences();
    private final UserSettings settings = new UserSettings(node);

    @Test
    void newSettingsAreEmpty() {
        assertThat(settings.name()).isEmpty();
        assertThat(settings.servers()).isEmpty();
        assertThat(settings.theme()).isEqualTo(Theme.SYSTEM);
        assertThat(settings.zoom()).isEqualTo(100);
        assertThat(settings.bounds()).isEmpty();
        assertThat(settings.isMaximized()).isFalse();
        assertThat(settings.isHoodOpen()).isFalse();
    }

    @Test
    void savedSettingsAreThereNextTime() {
        settings.setName("ada");
        settings.addServer("192.168.1.12:8081");
        settings.setTheme(Theme.DARK);
        settings.setZoom(150);
        settings.setBounds(new Rectangle(-5, 10, 800, 600));
        settings.setMaximized(true);
        settings.setHoodOpen(true);

        UserSettings nextTime = new UserSettings(node);
        assertThat(nextTime.name()).isEqualTo("ada");
        assertThat(nextTime.servers()).containsExactly("192.168.1.12:8081");
        assertThat(nextTime.theme()).isEqualTo(Theme.DARK);
        assertThat(nextTime.zoom()).isEqualTo(150);
        assertThat(nextTime.bounds()).contains(new Rectangle(-5, 10, 800, 600));
        assertThat(nextTime.isMaximized()).isTrue();
        assertThat(nextTime.isHoodOpen()).isTrue();
    }

    @Test
    void theLatestServersComeFirstAndOnce() {
        for (int i = 1; i <= 10; i++) {
            settings.addServer("host" + i);
        }
        settings.addServer("host5");
        assertThat(settings.servers())
                .containsExactly("host5", "host10", "host9", "host8", "host7", "host6", "host4", "host3");
    }

    @Test
    void badValuesCountAsAbsent() {
        node.put("theme", "pink");
        node.put("zoom", "40");
        node.put("bounds", "1 2 three 4");
        node.put("servers", "\n\n  \n");
        assertThat(settings.theme()).isEqualTo(Theme.SYSTEM);
        assertThat(settings.zoom()).isEqualTo(100);
        assertThat(settings.bounds()).isEmpty();
        assertThat(settings.servers()).isEmpty();
        node.put("zoom", "a lot");
        node.put("bounds", "1 2 0 4");
        assertThat(settings.zoom()).isEqualTo(100);
        assertThat(settings.bounds()).isEmpty();
    }

    @Test
    void settingsWithoutAStoreLastForThisRun() throws BackingStoreException {
        Preferences gone = node.node("gone");
        gone.removeNode(); // from now on each of its methods throws
        UserSettings homeless = new UserSettings(gone);
        assertThat(homeless.name()).isEmpty();
        homeless.setName("ada");
        homeless.addServer("host");
        assertThat(homeless.name()).isEqualTo("ada");
        assertThat(homeless.servers()).containsExactly("host");
    }
}
