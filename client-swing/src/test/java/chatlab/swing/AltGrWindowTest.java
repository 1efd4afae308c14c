package chatlab.swing;

import static java.awt.event.InputEvent.ALT_DOWN_MASK;
import static java.awt.event.InputEvent.ALT_GRAPH_DOWN_MASK;
import static java.awt.event.InputEvent.CTRL_DOWN_MASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.swing.Menus.Commands;
import chatlab.swing.testing.RobotTest;
import chatlab.swing.ui.TextEditing;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JFrame;
import javax.swing.JTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters typed with AltGr, such as the at sign on a German keyboard and the accents on a Polish keyboard. */
class AltGrWindowTest extends RobotTest {
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Menus.Letters menuLetters = new Menus.Letters();
    private JTextArea text;

    @AfterEach
    void removeDispatcher() {
        onEdt(() -> KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(menuLetters));
    }

    /**
     * On Windows, AltGr comes with Ctrl and Alt. A key that a menu takes would also swallow the letter. (When a letter
     * counts as typed depends on the system: here it is always as on Linux.)
     */
    @ParameterizedTest
    @ValueSource(
            ints = {
                CTRL_DOWN_MASK | ALT_DOWN_MASK | ALT_GRAPH_DOWN_MASK,
                CTRL_DOWN_MASK | ALT_DOWN_MASK,
                ALT_GRAPH_DOWN_MASK
            })
    void aLetterBehindAltGrIsTypedAndNoKeyOfAMenu(int altGr) {
        Commands window = (Commands) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Commands.class}, (proxy, method, arguments) -> {
                    done.add(method.getName());
                    return null;
                });
        showFrame(() -> {
            JFrame frame = new JFrame();
            frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
            text = TextEditing.install(new JTextArea());
            frame.setContentPane(text);
            new Menus(window, new Appearance(new UserSettings(new MemoryPreferences())), CTRL_DOWN_MASK).install(frame);
            KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(menuLetters);
            return frame;
        });
        onEdt(() -> text.requestFocus());
        await().until(() -> onEdt(() -> text.isFocusOwner()));

        StringBuilder typed = new StringBuilder();
        for (int key = KeyEvent.VK_0; key <= KeyEvent.VK_Z; key++) {
            char character = (char) ('\u0100' + key); // a different character for each key
            type(key, altGr, character);
            typed.append(character);
        }
        type(KeyEvent.VK_PLUS, altGr, '~');
        type(KeyEvent.VK_MINUS, altGr, '\\');

        assertThat(onEdt(() -> text.getText())).isEqualTo(typed + "~\\");
        assertThat(done).isEmpty();
    }

    private void type(int key, int modifiers, char character) {
        send(KeyEvent.KEY_PRESSED, key, modifiers, character);
        send(KeyEvent.KEY_TYPED, KeyEvent.VK_UNDEFINED, ALT_GRAPH_DOWN_MASK, character);
        send(KeyEvent.KEY_RELEASED, key, modifiers, character);
    }

    private void send(int id, int key, int modifiers, char character) {
        onEdt(() -> KeyboardFocusManager.getCurrentKeyboardFocusManager()
                .dispatchEvent(new KeyEvent(text, id, System.currentTimeMillis(), modifiers, key, character)));
    }
}
