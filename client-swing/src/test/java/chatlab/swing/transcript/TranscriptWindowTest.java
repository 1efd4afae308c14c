package chatlab.swing.transcript;

import static java.awt.event.KeyEvent.VK_C;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_ESCAPE;
import static java.awt.event.KeyEvent.VK_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.swing.model.ConversationTranscript;
import chatlab.swing.testing.RobotTest;
import com.formdev.flatlaf.FlatLaf;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.UIManager;
import javax.swing.text.Position;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.fixture.FrameFixture;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

/** Reading a conversation. */
class TranscriptWindowTest extends RobotTest {
    private final Talk talk = new Talk();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private FrameFixture window;
    private TranscriptView view;

    private void showTalk() {
        window = show(() -> view = new TranscriptView(talk.room, talk.actions, talk.clock, opened::add));
        showAll();
        robot.focusAndWaitForFocusGain(view.pane());
    }

    @Test
    void readersPlaceStaysAndAButtonLeadsToTheEnd() {
        bobSays(ConversationTranscript.MAX_ENTRIES);
        showTalk();
        assertThat(endIsInSight()).isTrue();

        onEdt(() -> view.jumpTo(talk.transcript.first() + 2_000));
        String read = textAtTop();
        bobSays(300); // and as many are forgotten at the top
        assertThat(textAtTop()).isEqualTo(read);
        Position top = onEdt(() -> view.pane().getDocument().createPosition(offsetAtTop()));
        int belowEdge = pixelsBelowEdge(top);
        resize(500, 500); // every line wraps anew
        assertThat(pixelsBelowEdge(top)).isEqualTo(belowEdge);
        zoom(1.5f);
        assertThat(pixelsBelowEdge(top)).isEqualTo(belowEdge);

        window.button("newest").requireText("Jump to newest (300 new)").click();
        eventually(() -> assertThat(endIsInSight()).isTrue());
        assertThat(robot.finder().findByName(view, "newest", false).isVisible()).isFalse();
        bobSays(10);
        assertThat(endIsInSight()).isTrue();
        resize(800, 300);
        zoom(1 / 1.5f);
        assertThat(endIsInSight()).isTrue();
    }

    @Test
    void aSelectionStaysOnItsTextAndIsCopied() throws Exception {
        bobSays(ConversationTranscript.MAX_ENTRIES);
        showTalk();
        long number = talk.transcript.first() + 2_000;
        onEdt(() -> view.jumpTo(number));
        String text = onEdt(() -> view.pane().getText());
        String selected =
                text.substring(text.indexOf("text 2100 "), text.indexOf(" says bob", text.indexOf("text 2102 ")));
        onEdt(() -> view.pane().select(text.indexOf(selected), text.indexOf(selected) + selected.length()));
        scrollUp(2_000);
        assertThat(isInSight("text 2100 ")).isFalse();
        String read = textAtTop();

        bobSays(1_000);
        assertThat(onEdt(() -> view.pane().getSelectedText()))
                .isEqualTo(selected)
                .contains("text 2101 ");
        assertThat(textAtTop()).isEqualTo(read);
        robot.pressKey(VK_CONTROL);
        press(VK_C);
        robot.releaseKey(VK_CONTROL);
        robot.waitForIdle();
        eventually(() -> assertThat(clipboard()).isEqualTo(selected));
    }

    @Test
    void codeIsCopiedAsItWasWritten() throws Exception {
        talk.says("cyd", "if (x) {", "\treturn;", "}");
        talk.says("bob", "thanks");
        showTalk();
        clickOn("Copy");
        eventually(() -> assertThat(clipboard()).isEqualTo("if (x) {\n\treturn;\n}\n"));
    }

    @Test
    void aLinkIsOpenedByMouseAndByKeyboard() {
        talk.says("bob", "see http://example.org/a. There it is " + "w".repeat(4_000));
        talk.says("W".repeat(40), "hello");
        talk.says("eve", "and http://example.org/b");
        showTalk();
        clickOn("and");
        clickBeside("example.org/b");
        assertThat(opened).isEmpty();
        clickOn("example.org/b");
        eventually(() -> assertThat(opened).containsExactly("http://example.org/b"));
        press(VK_ENTER);
        eventually(() -> assertThat(opened).containsExactly("http://example.org/b", "http://example.org/b"));
        assertThat(onEdt(() -> view.pane().getWidth() - view.pane().getParent().getWidth()))
                .isZero();
        assertThat(rightmost())
                .as("long words wrap")
                .isLessThan(onEdt(() -> view.pane().getWidth()));
    }

    @Test
    void theTimeStandsBesideTheLineUnderTheMouse() {
        talk.bobSays("one");
        talk.bobSays("two");
        talk.bobSays("three");
        talk.bobSays("four");
        showTalk();
        for (String text : List.of("three", "four")) {
            Rectangle place = onEdt(() -> place(view.pane().getText().indexOf(text)));
            robot.moveMouse(view.pane(), new Point(place.x + 2, place.y + place.height / 2));
            eventually(() -> assertThat(wordsStandBeside(text)).isTrue());
            assertThat(wordsStandBeside(text.equals("three") ? "four" : "three"))
                    .as(text)
                    .isFalse();
        }
        robot.moveMouse(
                view.pane().getParent().getParent(), new Point(view.pane().getWidth() + 4, 100)); // the bar
        eventually(() -> assertThat(wordsStandBeside("four")).isFalse());
    }

    /** Whether anything is drawn in the left margin, beside this text. */
    private boolean wordsStandBeside(String text) {
        return onEdt(() -> {
            Rectangle place = place(view.pane().getText().indexOf(text));
            BufferedImage image = new BufferedImage(place.x - 4, place.height, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.translate(0, -place.y);
            view.pane().print(g);
            g.dispose();
            int[] pixels = image.getRGB(0, 0, image.getWidth(), place.height, null, 0, image.getWidth());
            return Arrays.stream(pixels).distinct().count() > 1;
        });
    }

    @Test
    void theUnreadLineHasARowOfItsOwnAlsoWithinABlock() {
        onEdt(() -> talk.actions.looking(true));
        talk.hears("MSG room=lobby from=bob id=1 at=" + Talk.AT + " :one");
        showTalk();
        onEdt(() -> talk.actions.looking(false));
        talk.hears("MSG room=lobby from=bob id=2 at=" + Talk.AT + " :two");
        talk.hears("MSG room=lobby from=bob id=3 at=" + Talk.AT + " :three");
        showAll();
        int line = onEdt(() -> place(offset("three")).y - place(offset("two")).y);
        assertThat(onEdt(() -> place(offset("two")).y - place(offset("one")).y)).isGreaterThan(2 * line);
        onEdt(() -> talk.actions.looking(true)); // the line is there until the window is left again
        onEdt(() -> talk.actions.looking(false));
        talk.hears("MSG room=lobby from=bob id=4 at=" + Talk.AT + " :four");
        showAll();
        assertThat(onEdt(() -> place(offset("two")).y - place(offset("one")).y)).isEqualTo(line);
        assertThat(onEdt(() -> place(offset("four")).y - place(offset("three")).y))
                .isGreaterThan(2 * line);
    }

    @Test
    void unreadLineStandsBelowTheLineOfTheDay() {
        onEdt(() -> talk.actions.looking(false));
        talk.hears("MSG room=lobby from=bob id=1 at=" + Talk.AT + " :one");
        showTalk();
        assertThat(isUnread("Today")).isFalse();
        assertThat(isUnread("bob")).isTrue();
    }

    private boolean isUnread(String text) {
        return onEdt(() -> pane().isUnread(pane().document().getParagraphElement(offset(text))));
    }

    private TranscriptPane pane() {
        return (TranscriptPane) view.pane();
    }

    private int offset(String text) {
        return view.pane().getText().indexOf(text);
    }

    @Test
    void wordsAreFoundBeginningWithTheNewest() {
        talk.bobSays("the needle is here");
        bobSays(500);
        talk.bobSays("or is the Needle there?");
        bobSays(500);
        showTalk();
        onEdt(() -> view.openFind());
        eventually(window.textBox("find")::requireFocused);
        window.textBox("find").enterText("needle");
        eventually(() -> window.label("findCount").requireText("2 of 2"));
        assertThat(isInSight("Needle there")).isTrue();
        press(VK_ENTER);
        eventually(() -> window.label("findCount").requireText("1 of 2"));
        assertThat(isInSight("needle is here")).isTrue();
        press(VK_UP); // moves to the next place
        eventually(() -> window.label("findCount").requireText("2 of 2"));
        window.button("findOlder").focus();
        press(VK_ENTER);
        eventually(() -> window.label("findCount").requireText("1 of 2"));
        window.button("findNewer").focus();
        press(VK_ENTER);
        eventually(() -> window.label("findCount").requireText("2 of 2"));
        press(VK_ESCAPE);
        eventually(() -> window.textBox("transcript").requireFocused());
        assertThat(onEdt(() -> view.pane().getSelectedText())).isEqualTo("Needle");
    }

    @Test
    void newPlacesAreCountedAndTheViewStays() {
        talk.bobSays("the needle is here");
        bobSays(500);
        talk.bobSays("or is the Needle there?");
        showTalk();
        onEdt(() -> view.openFind());
        eventually(window.textBox("find")::requireFocused);
        window.textBox("find").enterText("needle");
        eventually(() -> window.label("findCount").requireText("2 of 2"));
        press(VK_ENTER);
        eventually(() -> window.label("findCount").requireText("1 of 2"));
        String read = textAtTop();

        talk.bobSays("no needle, and another needle");
        showAll();
        window.label("findCount").requireText("1 of 4");
        assertThat(textAtTop()).isEqualTo(read);
    }

    /** Long enough to wrap in a narrow window. */
    private void bobSays(int messages) {
        onEdt(() -> {
            for (int i = 0; i < messages; i++) {
                talk.says(i % 3 == 0 ? "eve" : "bob", "text " + i + " " + "says bob in many words ".repeat(1 + i % 5));
            }
        });
        showAll();
    }

    private void showAll() {
        if (view != null) {
            onEdt(view::refresh);
            await().until(() -> onEdt(view::isUpToDate));
            robot.waitForIdle();
        }
    }

    private void resize(int width, int height) {
        window.resizeTo(new Dimension(width, height));
        robot.waitForIdle();
    }

    private void scrollUp(int pixels) {
        onEdt(() -> view.pane().scrollRectToVisible(new Rectangle(0, view.pane().getVisibleRect().y - pixels, 1, 1)));
        robot.waitForIdle();
    }

    private void zoom(float factor) {
        onEdt(() -> {
            Font font = UIManager.getFont("defaultFont");
            UIManager.put("defaultFont", font.deriveFont(font.getSize2D() * factor));
            FlatLaf.updateUI();
        });
        robot.waitForIdle();
    }

    /** Keys and clicks may arrive late on a busy machine. */
    private static void eventually(ThrowingRunnable assertion) {
        await().untilAsserted(assertion);
    }

    private void press(int key) {
        robot.pressAndReleaseKey(key);
        robot.waitForIdle();
    }

    private void clickOn(String text) {
        Rectangle place = onEdt(() -> place(view.pane().getText().indexOf(text) + 1));
        robot.click(view.pane(), new Point(place.x + 1, place.y + place.height / 2), MouseButton.LEFT_BUTTON, 1);
        robot.waitForIdle();
    }

    /** Right of all text, on the line of this one. */
    private void clickBeside(String text) {
        int y = onEdt(() -> place(view.pane().getText().indexOf(text))).y;
        robot.click(view.pane(), new Point(view.pane().getWidth() - 5, y + 2), MouseButton.LEFT_BUTTON, 1);
        robot.waitForIdle();
    }

    private boolean endIsInSight() {
        return onEdt(() -> {
            Rectangle sight = view.pane().getVisibleRect();
            return sight.y + sight.height == view.pane().getHeight();
        });
    }

    private boolean isInSight(String text) {
        return onEdt(() -> view.pane()
                .getVisibleRect()
                .contains(place(view.pane().getText().indexOf(text)).getLocation()));
    }

    /** Where the rightmost character of the document is. */
    private int rightmost() {
        return onEdt(() -> {
            int right = 0;
            for (int offset = 0; offset < view.pane().getDocument().getLength(); offset++) {
                right = Math.max(right, place(offset).x);
            }
            return right;
        });
    }

    private Rectangle place(int offset) throws Exception {
        Rectangle2D place = view.pane().modelToView2D(offset);
        return place.getBounds();
    }

    /** What can be read at the upper edge, and how far it is from there. */
    private String textAtTop() {
        return onEdt(() -> {
            int offset = offsetAtTop();
            return view.pane().getText(offset, 40) + " at "
                    + (place(offset).y - view.pane().getVisibleRect().y);
        });
    }

    private int offsetAtTop() {
        return view.pane().viewToModel2D(view.pane().getVisibleRect().getLocation());
    }

    private int pixelsBelowEdge(Position position) {
        return onEdt(() -> place(position.getOffset()).y - view.pane().getVisibleRect().y);
    }

    private static String clipboard() throws Exception {
        return (String) Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
    }
}
