package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.Appearance.Theme;
import chatlab.swing.Menus.Commands;
import chatlab.swing.ui.ChatLook;
import java.awt.event.InputEvent;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Works without a display. Menus are touched on the event dispatch thread nevertheless. */
class MenusTest {
    private final List<String> done = new ArrayList<>();

    private final UserSettings settings = new UserSettings(new MemoryPreferences());

    private JMenuBar bar;

    @BeforeEach
    void make() throws Exception {
        Commands window = (Commands) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Commands.class}, (proxy, method, arguments) -> {
                    done.add(method.getName() + (arguments == null ? "" : arguments[0]));
                    return null;
                });
        SwingUtilities.invokeAndWait(
                () -> bar = new Menus(window, new Appearance(settings), InputEvent.CTRL_DOWN_MASK).bar());
    }

    @Test
    void noTwoItemsHaveTheSameKey() {
        assertThat(items())
                .extracting(JMenuItem::getAccelerator)
                .filteredOn(Objects::nonNull)
                .doesNotHaveDuplicates();
    }

    @Test
    void everythingHasAMnemonicOfItsOwnWithinItsMenu() {
        List<JMenu> menus = new ArrayList<>();
        for (int i = 0; i < bar.getMenuCount(); i++) {
            menus.add(bar.getMenu(i));
        }
        assertThat(menus).extracting(JMenu::getMnemonic).doesNotContain(0).doesNotHaveDuplicates();
        menus.addAll(menus.stream()
                .flatMap(menu -> itemsOf(menu).stream())
                .filter(JMenu.class::isInstance)
                .map(JMenu.class::cast)
                .toList());
        for (JMenu menu : menus) {
            assertThat(itemsOf(menu))
                    .as(menu.getText())
                    .extracting(JMenuItem::getMnemonic)
                    .doesNotContain(0)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat.another joinAnother",
                "view.hood setHoodOpentrue",
                "help.shortcuts showShortcuts",
                "chat.quit quit"
            })
    void anItemDoesWhatItSays(String itemAndAction) throws Exception {
        String[] words = itemAndAction.split(" ");
        click(words[0]);
        assertThat(done).containsExactly(words[1]);
    }

    @Test
    void itemsOfTheViewChangeThemeAndZoom() throws Exception {
        SwingUtilities.invokeAndWait(() -> ChatLook.set(false));
        click("view.theme.dark");
        assertThat(settings.theme()).isEqualTo(Theme.DARK);
        click("view.larger");
        assertThat(settings.zoom()).isEqualTo(110);
        click("view.normal");
        assertThat(settings.zoom()).isEqualTo(100);
    }

    private void click(String name) throws Exception {
        JMenuItem item = items().stream()
                .filter(each -> name.equals(each.getName()))
                .findAny()
                .orElseThrow();
        SwingUtilities.invokeAndWait(() -> item.doClick(0));
    }

    @Test
    void listOfKeysHasMenuKeysAndKeysOfTheMessageField() {
        List<ShortcutsDialog.Shortcut> shortcuts = ShortcutsDialog.shortcuts(bar);
        assertThat(shortcuts)
                .contains(
                        new ShortcutsDialog.Shortcut("F12", "View: Under the hood"),
                        new ShortcutsDialog.Shortcut("Ctrl+F", "Edit: Find"),
                        new ShortcutsDialog.Shortcut("Ctrl+L", "Class: Class page"),
                        new ShortcutsDialog.Shortcut("Shift+Enter", "Begin a new line"));
        assertThat(shortcuts).hasSizeGreaterThan((int)
                items().stream().filter(item -> item.getAccelerator() != null).count());
    }

    private List<JMenuItem> items() {
        List<JMenuItem> items = new ArrayList<>();
        for (int i = 0; i < bar.getMenuCount(); i++) {
            for (JMenuItem item : itemsOf(bar.getMenu(i))) {
                items.add(item);
                items.addAll(item instanceof JMenu inner ? itemsOf(inner) : List.of());
            }
        }
        return items;
    }

    private static List<JMenuItem> itemsOf(JMenu menu) {
        List<JMenuItem> items = new ArrayList<>();
        for (int i = 0; i < menu.getItemCount(); i++) {
            if (menu.getItem(i) != null) {
                items.add(menu.getItem(i));
            }
        }
        return items;
    }
}
