package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.swing.testing.RobotTest;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.RoundPanel;
import java.awt.Component;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.InputMethodEvent;
import java.awt.event.KeyEvent;
import java.text.AttributedString;
import java.time.Instant;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPopupMenu;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JButtonFixture;
import org.assertj.swing.fixture.JLabelFixture;
import org.assertj.swing.fixture.JPopupMenuFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Typing and sending messages. */
class ComposerWindowTest extends RobotTest {
    private Story story;
    private FrameFixture window;
    private JTextComponentFixture composer;

    @BeforeEach
    void open() {
        window = show(() -> {
            story = new Story().joined("bob", "bert", "cyd");
            return story.page;
        });
        composer = window.textBox("composer");
        onEdt(() -> story.page.focusComposer());
        await().untilAsserted(composer::requireFocused);
    }

    @Test
    void anotherThemeKeepsThePlaceholder() {
        onEdt(() -> SwingUtilities.updateComponentTreeUI(window.target()));

        window.label("placeholder").requireText("Message # lobby");
        assertThat(onEdt(() -> window.label("placeholder").target().isShowing()))
                .isTrue();
    }

    @Test
    void enterSendsAndShiftEnterBreaksTheLine() {
        composer.enterText("hello");
        composerShows("hello");
        composer.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        composerShows("");
        composer.enterText("one");
        press(KeyEvent.VK_SHIFT, KeyEvent.VK_ENTER);
        composer.enterText("two");
        composerShows("one\ntwo");
        composer.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        composerShows("");

        assertThat(onEdt(story::said)).containsExactly("/say hello", "/paste", "one", "two", ".");

        composer.pressAndReleaseKeys(KeyEvent.VK_UP);
        composerShows("one\ntwo");
        composer.pressAndReleaseKeys(KeyEvent.VK_UP, KeyEvent.VK_UP); // the first one goes up within the text
        composerShows("hello");
        composer.pressAndReleaseKeys(KeyEvent.VK_DOWN);
        composerShows("one\ntwo");
        composer.pressAndReleaseKeys(KeyEvent.VK_DOWN);
        composerShows("");
    }

    @Test
    void tabCompletesANameAndNeverMovesTheFocus() {
        composer.enterText("hi b").pressAndReleaseKeys(KeyEvent.VK_TAB);
        composerShows("hi bert ");
        composer.pressAndReleaseKeys(KeyEvent.VK_TAB);
        composerShows("hi bob ");

        composer.enterText("and ").pressAndReleaseKeys(KeyEvent.VK_TAB, KeyEvent.VK_SPACE);

        composerShows("hi bob and  ");
        await().untilAsserted(composer::requireFocused);
        assertThat(onEdt(story::said)).isEmpty();
    }

    @Test
    void tabCompletesANameBehindABracketAndBehindAnAt() {
        composer.enterText("(be").pressAndReleaseKeys(KeyEvent.VK_TAB);
        composerShows("(bert ");
        composer.enterText("@cy").pressAndReleaseKeys(KeyEvent.VK_TAB);
        composerShows("(bert @cyd ");
    }

    @Test
    void tabIndentsWhereThereAreSeveralLines() {
        composer.enterText("if x:");
        press(KeyEvent.VK_SHIFT, KeyEvent.VK_ENTER);
        composer.pressAndReleaseKeys(KeyEvent.VK_TAB);
        composerShows("if x:\n    ");
        composer.enterText("1 ").pressAndReleaseKeys(KeyEvent.VK_TAB);
        composerShows("if x:\n    1   ");
        await().untilAsserted(composer::requireFocused);
    }

    @Test
    void shiftTabAndCtrlTabLeaveTheText() {
        press(KeyEvent.VK_SHIFT, KeyEvent.VK_TAB);
        await().until(() -> !onEdt(() -> composer.target().isFocusOwner()));
        onEdt(() -> story.page.focusComposer());
        await().untilAsserted(composer::requireFocused);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_TAB);
        await().untilAsserted(window.button("send")::requireFocused);
    }

    @Test
    void theTextDescribesItsKeysAlsoAfterCommandsWereOffered() {
        composer.enterText("/m").pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        await().until(() -> !offers());
        assertThat(onEdt(() -> composer.target().getAccessibleContext().getAccessibleDescription()))
                .contains("Shift+Tab");
    }

    @Test
    void undoRemovesAWordAndRestoresReplacedText() {
        composer.enterText("one two");
        control(KeyEvent.VK_Z);
        composerShows("one ");
        control(KeyEvent.VK_Y);
        composerShows("one two");
        control(KeyEvent.VK_A);
        composer.enterText("no");
        composerShows("no");
        control(KeyEvent.VK_Z);
        composerShows("one two");
        robot.pressKey(KeyEvent.VK_SHIFT);
        control(KeyEvent.VK_Z);
        robot.releaseKey(KeyEvent.VK_SHIFT);
        composerShows("no");
    }

    @Test
    void undoDoesNotRestoreASentMessage() {
        composer.enterText("hello").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        composerShows("");
        control(KeyEvent.VK_Z);
        composerShows("");
    }

    @Test
    void theMouseOpensAMenuToEditTheText() {
        composer.enterText("one two");
        JPopupMenuFixture menu = composer.showPopupMenu();
        assertThat(menu.menuLabels()).containsExactly("Undo", "Redo", "Cut", "Copy", "Paste", "Select all");
        menu.menuItemWithPath("Redo").requireDisabled();
        menu.menuItemWithPath("Cut").requireDisabled();
        menu.menuItemWithPath("Undo").click();
        composerShows("one ");
        composer.showPopupMenu().menuItemWithPath("Redo").click();
        composerShows("one two");
        composer.showPopupMenu().menuItemWithPath("Select all").click();
        composer.showPopupMenu().menuItemWithPath("Cut").click();
        composerShows("");
        composer.showPopupMenu().menuItemWithPath("Paste").click();
        composerShows("one two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shift F10", "CONTEXT_MENU"})
    void theKeyboardOpensTheMenuToo(String key) {
        composer.enterText("one two");
        composerShows("one two");
        KeyStroke stroke = KeyStroke.getKeyStroke(key);
        onEdt(() -> press(stroke));
        JPopupMenu menu = robot.findActivePopupMenu();
        assertThat(menu.getName()).isEqualTo("textMenu");
    }

    @Test
    void enterThatEndsWhatAnInputMethodComposesSendsNothing() {
        onEdt(() -> compose("\u304B\u306A", 0));
        composer.pressAndReleaseKeys(KeyEvent.VK_ENTER, KeyEvent.VK_TAB, KeyEvent.VK_UP);
        assertThat(onEdt(story::said)).isEmpty();
        composerShows("\u304B\u306A");
        onEdt(() -> compose("\u4EEE\u540D", 2));
        composerShows("\u4EEE\u540D");
        assertThat(onEdt(story::said)).isEmpty();
        composer.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        await().untilAsserted(() -> assertThat(onEdt(story::said)).containsExactly("/say \u4EEE\u540D"));
    }

    @Test
    void composedTextIsUndoneInOneStep() {
        onEdt(() -> compose("\u304B\u306A", 0));
        onEdt(() -> compose("\u4EEE\u540D", 2));
        composerShows("\u4EEE\u540D");
        control(KeyEvent.VK_Z);
        composerShows("");
    }

    /** An event of an input method with this text, of which this many characters are committed. */
    private void compose(String text, int committed) {
        composer.target()
                .dispatchEvent(new InputMethodEvent(
                        composer.target(),
                        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                        new AttributedString(text).getIterator(),
                        committed,
                        null,
                        null));
    }

    /** The robot off screen has no such keys. */
    private void press(KeyStroke stroke) {
        for (int id : new int[] {KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED}) {
            composer.target()
                    .dispatchEvent(new KeyEvent(
                            composer.target(),
                            id,
                            System.currentTimeMillis(),
                            stroke.getModifiers(),
                            stroke.getKeyCode(),
                            KeyEvent.CHAR_UNDEFINED));
        }
    }

    /** A key with Ctrl, or with the modifier of shortcuts on this system. */
    private void control(int key) {
        int mask = Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
        press(mask == InputEvent.META_DOWN_MASK ? KeyEvent.VK_META : KeyEvent.VK_CONTROL, key);
    }

    @Test
    void commandsAreOfferedWhileTheFirstWordIsTyped() {
        composer.enterText("/m");
        composerShows("/m");
        assertThat(window.list("commands").contents()).hasSize(1);
        composer.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        composerShows("/msg ");

        composer.enterText("b").pressAndReleaseKeys(KeyEvent.VK_TAB);
        composerShows("/msg bert ");
        composer.enterText("psst").pressAndReleaseKeys(KeyEvent.VK_ENTER);

        composerShows("");
        assertThat(onEdt(story::said)).containsExactly("/msg bert psst");
        assertThat(onEdt(() -> story.chat.open().name())).isEqualTo("bert");
    }

    @Test
    void closedCommandPopupStaysClosed() {
        composer.enterText("/m");
        composerShows("/m");
        assertThat(offers()).isTrue();

        composer.pressAndReleaseKeys(KeyEvent.VK_ESCAPE, KeyEvent.VK_ESCAPE);
        composer.enterText("s");
        composerShows("/ms");
        assertThat(offers()).isFalse();

        composer.deleteText().enterText("/m");
        await().until(this::offers);
    }

    @Test
    void textFarTooLongIsRefusedAndTheOldTextStays() {
        composer.enterText("my program: ");
        composerShows("my program: ");
        onEdt(() -> ((JTextArea) composer.target()).replaceSelection("x".repeat(5_000_000)));

        JLabelFixture hint = window.label("hint");
        assertThat(hint.text()).contains("5,000,012").contains("65,536");
        composerShows("my program: ");
        composer.enterText("no");
        await().untilAsserted(() -> hint.requireText(""));
    }

    @Test
    void messageThatCannotBeSentStaysWithTheReason() {
        onEdt(() -> story.hears("NOTE code=muted :You are muted."));
        assertThat(window.label("placeholder").text()).contains("muted");
        composer.enterText("but I").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        composerShows("but I");
        assertThat(window.label("hint").text()).contains("muted");
        assertThat(onEdt(story::said)).isEmpty();

        onEdt(() -> story.hears("NOTE code=unmuted :You may speak."));
        onEdt(() -> story.isLost(Instant.now().plusSeconds(600)));
        composer.enterText(" did").pressAndReleaseKeys(KeyEvent.VK_ENTER);

        composerShows("but I did");
        assertThat(window.label("banner").text()).contains("broken pipe").containsPattern("[0-9]{3} s");
        window.button("connectNow").click();
        await().until(() -> onEdt(() -> story.wishes.contains("connect now")));
        composerShows("but I did");
    }

    @Test
    void sendIsOffWhileThePersonMayNotSpeak() {
        JButtonFixture send = window.button("send").requireEnabled();
        onEdt(() -> story.hears("NOTE code=muted :You are muted."));
        send.requireDisabled();
        composer.enterText("/who");
        await().untilAsserted(send::requireEnabled); // a command is no message
        composer.deleteText().enterText("but");
        await().untilAsserted(send::requireDisabled);
        onEdt(() -> story.hears("NOTE code=unmuted :You may speak."));
        send.requireEnabled();
        onEdt(() -> story.hears("NOTE code=hush-on :Silence."));
        send.requireDisabled();
        onEdt(() -> story.actions.talkTo("eve")); // perhaps an instructor in another room
        send.requireEnabled();
    }

    @Test
    void commandsStandAboveTheFieldAndBeginWhereItBegins() {
        composer.enterText("/");
        await().until(this::offers);
        JComponent list = window.list("commands").target();
        Rectangle popup = onEdt(() -> onScreen(SwingUtilities.getAncestorOfClass(RoundPanel.class, list)));
        Rectangle field = onEdt(() -> onScreen(window.button("send").target().getParent()));
        assertThat(popup.x).isEqualTo(field.x);
        assertThat(popup.y + popup.height).isEqualTo(field.y - Grid.px(1));
        assertThat(popup.width).isLessThanOrEqualTo(field.width);
    }

    private static Rectangle onScreen(Component part) {
        return new Rectangle(part.getLocationOnScreen(), part.getSize());
    }

    @Test
    void messageToAnotherPersonOfTheNameWaitsForAgreement() {
        onEdt(() -> {
            story.actions.talkTo("bert");
            story.page.focusComposer();
            story.hears("LEAVE room=lobby name=bert code=quit at=" + Instant.now());
            story.hears("JOIN room=lobby name=bert at=" + Instant.now());
        });
        composer.enterText("a secret").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        composerShows("a secret");
        assertThat(onEdt(story::said)).isEmpty();
        assertThat(window.label("hint").text()).contains("another bert came");
        screenshot("another-person");

        JButtonFixture agree = window.button("agree").click();
        await().untilAsserted(composer::requireFocused);
        composerShows("a secret");
        agree.requireNotVisible();
        composer.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        await().untilAsserted(() -> assertThat(onEdt(story::said)).containsExactly("/msg bert a secret"));
    }

    @Test
    void nothingMovesWhenAPersonIsMutedAndMaySpeakAgain() {
        resize(1120); // the reason fits into a line
        for (String draft : List.of("", "but I")) {
            onEdt(() -> composer.target().setText(draft));
            robot.waitForIdle();
            Rectangle place = onEdt(() -> window.textBox("transcript").target().getVisibleRect());
            onEdt(() -> story.hears("NOTE code=muted :You are muted."));
            robot.waitForIdle();
            assertThat(onEdt(() -> window.textBox("transcript").target().getVisibleRect()))
                    .as("draft %s", draft)
                    .isEqualTo(place);
            onEdt(() -> story.hears("NOTE code=unmuted :You may speak."));
        }
    }

    @Test
    void reasonIsReadableInANarrowWindow() {
        resize(280);
        onEdt(() -> story.hears("NOTE code=muted :You are muted."));
        JLabel whyNot = window.label("placeholder").target();
        await().until(() -> lines(whyNot) > 1);
        onEdt(() -> story.isLost(Instant.now().plusSeconds(600)));
        JLabel banner = window.label("banner").target();
        resize(280); // leaves room beside the banner's button
        await().until(() -> lines(banner) > 1);

        resize(1_600);
        await().until(() -> lines(banner) == 1 && lines(whyNot) == 1);
        resize(280);
        await().until(() -> lines(banner) > 1);
    }

    private void resize(int width) {
        onEdt(() -> {
            window.target().setSize(width, 650);
            window.target().validate(); // which a real display asks for
        });
    }

    private static int lines(JLabel label) {
        return onEdt(
                () -> label.getHeight() / label.getFontMetrics(label.getFont()).getHeight());
    }

    private boolean offers() {
        return !robot.finder()
                .findAll(window.target(), component -> "commands".equals(component.getName()))
                .isEmpty();
    }

    /** Waits, since keys arrive late on a display. */
    private void composerShows(String text) {
        await().untilAsserted(() -> composer.requireText(text));
    }

    /** A key while another key is held down. */
    private void press(int held, int key) {
        robot.pressKey(held);
        robot.pressAndReleaseKeys(key);
        robot.releaseKey(held);
    }
}
