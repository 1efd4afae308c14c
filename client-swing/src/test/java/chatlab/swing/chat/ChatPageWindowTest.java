package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import chatlab.swing.testing.RobotTest;
import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.KeyEvent;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.matcher.JButtonMatcher;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JFileChooserFixture;
import org.assertj.swing.fixture.JLabelFixture;
import org.assertj.swing.fixture.JListFixture;
import org.assertj.swing.fixture.JPopupMenuFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People and conversations. */
class ChatPageWindowTest extends RobotTest {
    private Story story;
    private FrameFixture window;

    @BeforeEach
    void open() {
        window = show(() -> {
            story = new Story().joined("bob", "cyd");
            return story.page;
        });
    }

    @Test
    void aPrivateConversationWithTheKeyboardAlone() {
        JTextComponentFixture composer = window.textBox("composer");
        composer.enterText("half a thought");
        robot.pressKey(KeyEvent.VK_CONTROL);
        composer.pressAndReleaseKeys(KeyEvent.VK_TAB);
        robot.releaseKey(KeyEvent.VK_CONTROL);
        await().untilAsserted(window.button("send")::requireFocused);
        window.button("send").pressAndReleaseKeys(KeyEvent.VK_TAB);
        JListFixture people = window.list("people");
        await().untilAsserted(people::requireFocused);
        people.pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_DOWN);
        await().untilAsserted(() -> people.requireSelection(1));
        onEdt(() -> story.hears("JOIN room=lobby name=abe at=" + Instant.now()));
        people.requireSelection(2); // still bob, behind abe and ada
        people.pressAndReleaseKeys(KeyEvent.VK_ENTER);

        await().until(() -> onEdt(() -> story.chat.open().name()).equals("bob"));
        await().untilAsserted(() -> composer.requireText("").requireFocused());
        composer.enterText("psst").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        await().untilAsserted(() -> assertThat(onEdt(story::said)).containsExactly("/msg bob psst"));

        onEdt(() -> story.page.nextConversation(1));
        composer.requireText("half a thought");
    }

    @Test
    void escapeEmptiesTheFilterOfPeopleAndThenLeavesIt() {
        onEdt(() -> IntStream.range(0, PeoplePanel.MANY)
                .forEach(i -> story.hears("JOIN room=lobby name=eve" + i + " at=" + Instant.now())));
        JTextComponentFixture filter = window.textBox("peopleFilter");
        JListFixture people = window.list("people");
        filter.enterText("eve1");
        await().until(() -> people.contents().length == 11); // and 10 to 19
        filter.deleteText().enterText("zoe");
        await().until(() -> people.contents().length == 0);
        assertThat(window.label("peopleHint").text()).startsWith("No name like that here.");
        filter.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        await().untilAsserted(filter::requireFocused);
        filter.requireEmpty();
        filter.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        await().untilAsserted(people::requireFocused);
    }

    @Test
    void foldedPeopleOpenAndCloseWithTheKeyboardAlone() {
        JList<?> people = listOf("people");
        JButton open = robot.finder().findByName("openPeople", JButton.class, false);
        assertThat(onEdt(people::isShowing)).isTrue();
        assertThat(onEdt(open::isShowing)).isFalse();
        resize(640, 480);
        await().until(() -> onEdt(open::isShowing));
        assertThat(open.getText()).isEqualTo("3 people");
        assertThat(onEdt(people::isShowing)).isFalse();

        window.button("search").focus();
        robot.pressKey(KeyEvent.VK_SHIFT);
        robot.pressAndReleaseKeys(KeyEvent.VK_TAB);
        robot.releaseKey(KeyEvent.VK_SHIFT);
        await().until(() -> onEdt(open::isFocusOwner));
        robot.pressAndReleaseKeys(KeyEvent.VK_SPACE);
        await().until(() -> onEdt(people::isFocusOwner));
        robot.waitForIdle();
        assertThat(onEdt(() -> people.getVisibleRect().width)).isGreaterThan(100);
        robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        await().untilAsserted(window.textBox("composer")::requireFocused);
        assertThat(onEdt(people::isShowing)).isFalse();

        onEdt(story.page::focusPeople); // as the shortcut does
        await().until(() -> onEdt(people::isFocusOwner));
        window.textBox("transcript").focus();
        await().until(() -> !onEdt(people::isShowing));

        resize(900, 650);
        await().until(() -> onEdt(people::isShowing));
        assertThat(onEdt(open::isShowing)).isFalse();
    }

    @Test
    void foldedConversationsTellWhatIsUnreadAndCloseWhenOneIsChosen() {
        JList<?> conversations = listOf("conversations");
        JButton open = robot.finder().findByName("openConversations", JButton.class, false);
        resize(560, 480);
        await().until(() -> onEdt(open::isShowing));
        assertThat(onEdt(conversations::isShowing)).isFalse();
        assertThat(onEdt(open::getText)).isEmpty();
        onEdt(() -> story.hearsInPrivate("cyd", "are you there?"));
        await().until(() -> onEdt(open::getText).equals("1"));
        assertThat(onEdt(() -> open.getAccessibleContext().getAccessibleName()))
                .isEqualTo("Conversations, 1 unread message");

        onEdt(() -> open.doClick());
        await().until(() -> onEdt(conversations::isFocusOwner));
        robot.pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_ENTER);
        await().untilAsserted(window.textBox("composer")::requireFocused);
        assertThat(onEdt(() -> story.chat.open().name())).isEqualTo("cyd");
        assertThat(onEdt(conversations::isShowing)).isFalse();
    }

    @Test
    void clickBesideAnOpenSideClosesItAndAClickOnItDoesNot() {
        JList<?> people = listOf("people");
        Component side = SwingUtilities.getAncestorOfClass(PeoplePanel.class, people);
        resize(640, 480);
        for (String bare : List.of("place", "states")) {
            onEdt(story.page::focusPeople);
            await().until(() -> onEdt(people::isFocusOwner));
            robot.click(side, new Point(2, side.getHeight() - 2)); // below it is the composer
            robot.waitForIdle();
            assertThat(onEdt(people::isFocusOwner)).isTrue();
            robot.click(window.label(bare).target(), new Point(2, 2));
            await().until(() -> !onEdt(people::isShowing));
            await().untilAsserted(window.textBox("composer")::requireFocused);
        }
        onEdt(story.page::focusPeople);
        await().until(() -> onEdt(people::isFocusOwner));
        robot.click(onEdt(() -> window.label("place").target().getParent()), new Point(2, 2));
        await().until(() -> !onEdt(people::isShowing));
    }

    @Test
    void shiftAndTabReachTheButtonsThatOpenTheSides() {
        resize(560, 480);
        window.textBox("composer").focus();
        for (String next : List.of("transcript", "search", "openPeople", "openConversations")) {
            robot.pressKey(KeyEvent.VK_SHIFT);
            robot.pressAndReleaseKeys(KeyEvent.VK_TAB);
            robot.releaseKey(KeyEvent.VK_SHIFT);
            await().until(() -> isFocusIn(next));
        }
    }

    private void resize(int width, int height) {
        onEdt(() -> {
            window.target().setSize(width, height);
            window.target().validate();
        });
    }

    private JList<?> listOf(String name) {
        return robot.finder().findByName(name, JList.class, false);
    }

    @Test
    void whatTheUserSendsComesIntoView() {
        onEdt(() -> {
            for (int i = 0; i < 200; i++) {
                story.hears("bob", "line " + i);
            }
        });
        JComponent transcript = (JComponent) window.textBox("transcript").target();
        Component newest = robot.finder().findByName("newest", false);
        onEdt(() -> transcript.scrollRectToVisible(new Rectangle(1, 1)));
        await().until(() -> onEdt(newest::isVisible));

        window.textBox("composer").enterText("hello").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        await().until(() -> !onEdt(newest::isVisible));
    }

    @Test
    void personAloneInTheRoomIsToldHowOthersJoin() {
        assertThat(isVisible("aloneCommand")).isFalse();
        onEdt(() -> List.of("bob", "cyd")
                .forEach(name ->
                        story.hears("LEAVE room=lobby name=" + name + " at=" + Instant.now() + " code=left :")));
        window.label("aloneCommand").requireText("java -jar chat-client.jar 192.168.55.13:8081");
        JComponent copy = window.button("aloneCopy").target();
        await().until(() -> onEdt(() -> copy.getVisibleRect().height == copy.getHeight()));
        window.button("aloneCopy").click();
        await().untilAsserted(() -> assertThat(onEdt(ChatPageWindowTest::copied))
                .isEqualTo("java -jar chat-client.jar 192.168.55.13:8081"));
        onEdt(() -> story.hears("JOIN room=lobby name=eve at=" + Instant.now()));
        assertThat(isVisible("aloneCommand")).isFalse();
    }

    private static Object copied() throws UnsupportedFlavorException, IOException {
        return Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
    }

    private boolean isVisible(String name) {
        Component component = robot.finder().findByName(name, false);
        return onEdt(component::isVisible);
    }

    @Test
    void hintOfPrivateConversationsGoesWithTheFirstOne() {
        assertThat(window.label("conversationsHint").text()).startsWith("Double-click a person");
        onEdt(() -> story.hearsInPrivate("cyd", "are you there?"));
        window.label("conversationsHint").requireText("");
    }

    @Test
    void footOfTheLeftSideHasTheActionsOfTheUser() {
        window.button("hoodButton").click();
        window.button("meButton").click();
        window.menuItem("me.another").click();
        assertThat(story.wishes).containsExactly("under the hood", "another server");
        window.button("meButton").click();
        window.menuItem("me.leave").click();
        await().untilAsserted(() -> assertThat(onEdt(story::said)).containsExactly("/quit"));
    }

    @Test
    void mentionRaisesAnAlertThatLeadsToIt() {
        onEdt(() -> story.hearsInPrivate("cyd", "are you there?"));

        window.label("banner").requireVisible();
        assertThat(window.label("banner").text()).contains("cyd").contains("are you there?");
        window.button("showAlert").click();

        await().until(() -> onEdt(() -> story.chat.open().name()).equals("cyd"));
        assertThat(onEdt(() -> story.chat.alert())).isEmpty();
        window.list("conversations").requireSelection(1);
        await().untilAsserted(window.textBox("composer")::requireFocused);
    }

    @Test
    void menuOfAMessageOffersAnInstructorToActOnItsPerson() {
        JTextComponentFixture transcript = window.textBox("transcript");
        onEdt(() -> story.hears("bob", "insult"));
        await().until(() -> transcript.text().contains("insult"));
        assertThat(itemsOf(popupOnMessage(transcript))).doesNotContain("Mute the person");
        robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);

        onEdt(() -> {
            story.hears("NOTE code=op :You are an instructor now.");
            story.hears("NICK old=bob new=rob at=" + Instant.now());
        });
        popupOnMessage(transcript).menuItemWithPath("Mute the person").click();
        await().untilAsserted(() -> assertThat(onEdt(story::said)).containsExactly("/mute #1"));
        popupOnMessage(transcript).menuItemWithPath("Kick the person...").click();
        DialogFixture question = window.dialog("question");
        question.textBox("reason").enterText("enough");
        question.button("ok").click();
        await().untilAsserted(() -> assertThat(onEdt(story::said)).containsExactly("/mute #1", "/kick #1 enough"));
    }

    @Test
    void messageIsRemovedAndItsAuthorRenamedFromItsMenu() {
        JTextComponentFixture transcript = window.textBox("transcript");
        onEdt(() -> {
            story.hears("bob", "insult");
            story.hears("NOTE code=op :You are an instructor now.");
        });
        await().until(() -> transcript.text().contains("insult"));
        popupOnMessage(transcript).menuItemWithPath("Remove message").click();
        await().untilAsserted(() -> assertThat(onEdt(story::said)).containsExactly("/drop #1"));
        popupOnMessage(transcript).menuItemWithPath("Rename author...").click();
        DialogFixture question = window.dialog("question");
        question.textBox("newName").enterText("rob");
        question.button("ok").click();
        await().untilAsserted(() -> assertThat(onEdt(story::said)).containsExactly("/drop #1", "/rename #1 rob"));
        onEdt(() -> story.hears("GONE id=2 room=lobby of=1 from=bob by=ada at=" + Instant.now()));
        await().until(() -> transcript.text().contains("Message removed by ada"));
        assertThat(transcript.text()).doesNotContain("insult");
    }

    @Test
    void studentRemovesOwnMessagesAndNoOthers() {
        JTextComponentFixture transcript = window.textBox("transcript");
        onEdt(() -> story.hears("bob", "insult"));
        await().until(() -> transcript.text().contains("insult"));
        assertThat(itemsOf(popupOnMessage(transcript))).doesNotContain("Remove message", "Rename author...");
        robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        onEdt(() -> story.hears("GONE id=2 room=lobby of=1 from=bob by=teach at=" + Instant.now()));
        onEdt(() -> story.hears("ada", "my insult"));
        await().until(() -> transcript.text().contains("insult"));
        popupOnMessage(transcript).menuItemWithPath("Remove message").click();
        await().untilAsserted(() ->
                assertThat(onEdt(story::said)).singleElement().asString().startsWith("/drop #"));
    }

    private JPopupMenuFixture popupOnMessage(JTextComponentFixture transcript) {
        Point point = onEdt(() -> {
            JTextComponent pane = transcript.target();
            Rectangle2D place = pane.modelToView2D(pane.getText().indexOf("insult") + 1);
            return new Point((int) place.getX(), (int) place.getCenterY());
        });
        return transcript.showPopupMenuAt(point);
    }

    private static List<String> itemsOf(JPopupMenuFixture menu) {
        return onEdt(() -> Arrays.stream(menu.target().getComponents())
                .filter(Component::isVisible)
                .map(item -> ((JMenuItem) item).getText())
                .toList());
    }

    @Test
    void emptyConversationSaysWhatToDo() {
        onEdt(() -> story.actions.talkTo("bob"));
        JLabelFixture empty = window.label("empty");
        assertThat(empty.text()).contains("Enter sends");
        onEdt(() -> story.hearsInPrivate("bob", "hello"));
        empty.requireNotVisible();
    }

    @Test
    void clickOnAConversationMovesTheFocusToTheComposer() {
        onEdt(() -> story.hearsInPrivate("cyd", "are you there?"));
        window.list("conversations").clickItem(1);
        await().untilAsserted(window.textBox("composer")::requireFocused);
        assertThat(onEdt(() -> story.chat.open().name())).isEqualTo("cyd");
    }

    @Test
    void theListsStayWhereTheyAreWhenAMessageForMeIsAnnounced() {
        JListFixture conversations = window.list("conversations");
        JListFixture people = window.list("people");
        Point before = onEdt(() -> conversations.target().getLocationOnScreen());
        Point peopleBefore = onEdt(() -> people.target().getLocationOnScreen());
        onEdt(() -> story.hearsInPrivate("cyd", "are you there?"));
        window.label("banner").requireVisible();
        robot.waitForIdle();
        assertThat(onEdt(() -> conversations.target().getLocationOnScreen())).isEqualTo(before);
        assertThat(onEdt(() -> people.target().getLocationOnScreen())).isEqualTo(peopleBefore);
    }

    @ParameterizedTest
    @CsvSource({"Mute,/mute bob", "Kick...,/kick bob too loud", "Ban...,/ban bob too loud"})
    void instructorMutesKicksAndBans(String item, String command) {
        onEdt(() -> story.hears("WHO name=ada room=lobby state=op"));
        window.list("people").showPopupMenuAt(1).menuItemWithPath(item).click();
        if (command.endsWith("too loud")) {
            window.dialog("question").textBox("reason").enterText("too loud").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        }
        await().untilAsserted(() -> assertThat(onEdt(story::said)).containsExactly(command));
    }

    @Test
    void studentHasNoCommandsOfInstructors() {
        assertThat(window.list("people").showPopupMenuAt(1).menuLabels())
                .containsExactly("bob", "Talk in private", "Mention in the message", "Copy the name");
    }

    @Test
    void enterAnnounces() {
        SwingUtilities.invokeLater(story.page::announce); // returns when the dialog is closed
        window.dialog("question")
                .textBox("announcement")
                .enterText("five minutes")
                .pressAndReleaseKeys(KeyEvent.VK_ENTER);
        await().untilAsserted(() -> assertThat(onEdt(story::said)).containsExactly("/announce five minutes"));
    }

    @Test
    void everyTextFieldHasAContextMenu() {
        onEdt(() -> {
            story.page.find();
            story.page.showRooms();
        });
        SwingUtilities.invokeLater(story.page::announce); // returns when the dialog is closed
        window.dialog("question").textBox("announcement");
        Collection<JTextComponent> fields = robot.finder()
                .findAll(new GenericTypeMatcher<JTextComponent>(JTextComponent.class, false) {
                    @Override
                    protected boolean isMatching(JTextComponent text) {
                        return text.isEditable();
                    }
                });
        assertThat(fields).extracting(JTextComponent::getName).contains("composer", "roomName", "announcement", "find");
        for (JTextComponent field : fields) {
            assertThat(onEdt(() -> field.getComponentPopupMenu().getName()))
                    .as(field.getName())
                    .isEqualTo("textMenu");
        }
    }

    @Test
    void aConversationIsSavedAsATextFileAndOverwritesNothingUnasked(@TempDir Path folder) throws IOException {
        onEdt(() -> story.hears("bob", "hello"));
        Path saved = folder.resolve("notes.txt");
        save(folder, "notes");
        await().untilAsserted(() -> assertThat(saved).content().contains("hello"));
        await().until(() ->
                window.textBox("transcript").text().contains("This conversation is saved in the file " + saved));

        Files.writeString(saved, "mine");
        save(folder, "notes");
        window.optionPane().buttonWithText("Keep").click();
        window.fileChooser("saveTranscript").cancel();
        assertThat(saved).hasContent("mine");

        save(folder, "notes");
        window.optionPane().buttonWithText("Overwrite").click();
        await().untilAsserted(() -> assertThat(saved).content().contains("hello"));
        assertThat(folder).isDirectoryContaining(saved::equals).isDirectoryNotContaining("glob:**/notes");
    }

    private void save(Path folder, String name) {
        SwingUtilities.invokeLater(story.page::saveTranscript); // returns when the dialog is closed
        JFileChooserFixture chooser = window.fileChooser("saveTranscript").setCurrentDirectory(folder.toFile());
        chooser.fileNameTextBox().setText(name);
        chooser.approve();
    }

    @Test
    void takenNameKeepsTheDialogOpenWithTheReasonInIt() {
        SwingUtilities.invokeLater(story.page::changeName);
        DialogFixture dialog = window.dialog("question");
        await().untilAsserted(() -> dialog.textBox("newName").requireFocused());
        robot.enterText("bob"); // replaces the present name
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        await().until(() -> onEdt(story::said).contains("/proto 1 bob"));
        String taken = "The name bob is kept for nine more minutes. An instructor can give it to you: free bob";
        onEdt(() -> story.hears("ERR re=" + story.tag("/proto") + " code=name-taken :" + taken));
        await().untilAsserted(() -> dialog.textBox("problem").requireText(taken));
        await().untilAsserted(dialog.textBox("newName")::requireFocused);
        dialog.textBox("newName").requireText("bob").deleteText().enterText("bobby");
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        await().until(() -> onEdt(story::said).contains("/proto 1 bobby"));
        onEdt(() -> story.hears("HELLO proto=1 server=1 run=r you=bobby token=t room=lobby re="
                + story.lastTag("/proto") + " :Room 12"));
        await().until(() -> !onEdt(() -> dialog.target().isShowing()));
        assertThat(window.textBox("transcript").text()).doesNotContain(taken).contains("You are bobby now.");
    }

    @Test
    void wrongKeyKeepsTheDialogOpenWithTheReasonInIt() {
        assumeFalse(
                System.getProperty("awt.toolkit", "").contains("cacio"), "off screen there is no Caps Lock to ask for");
        SwingUtilities.invokeLater(story.page::enterKey);
        DialogFixture dialog = window.dialog("question");
        await().untilAsserted(() -> dialog.textBox("key").requireFocused());
        robot.enterText("wrong");
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        await().until(() -> onEdt(story::said).contains("/op wrong"));
        onEdt(() -> story.hears("ERR re=" + story.tag("/op") + " code=not-allowed :That is not the key."));
        await().untilAsserted(() -> dialog.textBox("problem").requireText("That is not the key."));
        onEdt(() -> dialog.target().dispose());
    }

    @Test
    void roomThatIsTypedIsOpenedFromAPrivateConversationAndShown() {
        onEdt(() -> story.actions.talkTo("bob"));
        window.label("place").requireText("bob (private)");
        onEdt(story.page::showRooms);
        DialogFixture dialog = window.dialog("roomsDialog");
        await().untilAsserted(() -> dialog.textBox("roomName").requireFocused());
        robot.enterText("java lab");
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        await().until(() -> dialog.textBox("problem").text().startsWith("A name consists of"));
        await().untilAsserted(dialog.textBox("roomName")::requireFocused);
        dialog.textBox("roomName").deleteText();
        robot.enterText("java-lab");
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        await().until(() -> onEdt(story::said).contains("/join java-lab"));
        onEdt(() -> story.hears("ERR re=" + story.tag("/join") + " code=full :There are 64 rooms already."));
        await().untilAsserted(() -> dialog.textBox("problem").requireText("There are 64 rooms already."));
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        await().until(() ->
                onEdt(story::said).stream().filter("/join java-lab"::equals).count() == 2);
        onEdt(() -> {
            story.hears("JOIN room=java-lab name=ada at=" + Instant.now());
            story.hears("OK re=" + story.lastTag("/join") + " :You are in java-lab now.");
        });
        await().until(() -> !onEdt(() -> dialog.target().isShowing()));
        window.label("place").requireText("# java-lab");
        await().untilAsserted(() -> window.textBox("composer").requireFocused());
        robot.enterText("anybody in java-lab?");
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        await().until(() -> onEdt(story::said).contains("/say anybody in java-lab?"));
    }

    @Test
    void roomsThatAreBrowsedByAClickGiveTheFocusToTheMessageField() {
        window.button("roomsButton").click();
        DialogFixture dialog = window.dialog("roomsDialog");
        await().untilAsserted(() -> dialog.textBox("roomName").requireFocused());
        robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        await().untilAsserted(() -> window.textBox("composer").requireFocused());
    }

    @Test
    void theButtonBesideTheEmptyFieldOpensNoRoom() {
        onEdt(story.page::showRooms);
        DialogFixture dialog = window.dialog("roomsDialog");
        dialog.button(JButtonMatcher.withText("Open")).click();
        await().until(() -> dialog.textBox("problem").text().startsWith("A name has at least"));
        assertThat(onEdt(story::said)).containsOnlyOnce("/rooms").hasSize(1);
    }

    @Test
    void focusAndCaretReturnWhenADialogCloses() {
        JTextComponentFixture composer = window.textBox("composer");
        composer.enterText("one two");
        await().untilAsserted(() -> composer.requireText("one two"));
        onEdt(() -> composer.target().setCaretPosition(3));
        Map<Runnable, String> fields = Map.of(
                story.page::changeName,
                "newName",
                story.page::announce,
                "announcement",
                story.page::showRooms,
                "roomName");
        fields.forEach((opener, field) -> {
            SwingUtilities.invokeLater(opener); // returns when the dialog is closed
            await().until(() -> isFocusIn(field));
            robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
            await().untilAsserted(composer::requireFocused);
            assertThat(onEdt(() -> composer.target().getCaretPosition())).isEqualTo(3);
            composer.requireText("one two");
        });
    }

    private static boolean isFocusIn(String name) {
        Component owner = onEdt(
                () -> KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner());
        return owner != null && name.equals(owner.getName());
    }

    @Test
    void enterInTheEmptyFieldOfTheRoomsJoinsTheSelectedRoom() {
        onEdt(() -> {
            story.page.showRooms();
            String asked = story.tag("/rooms");
            story.hears("ROOM name=lab people=3");
            story.hears("END re=" + asked);
        });
        DialogFixture dialog = window.dialog("roomsDialog");
        await().untilAsserted(() -> dialog.textBox("roomName").requireFocused());
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        await().until(() -> onEdt(story::said).contains("/join lab"));
    }

    @Test
    void kickIsShownAsKickAndNotAsError() {
        onEdt(() -> {
            story.hears("BYE code=kicked :The instructor has sent you away. Reason: noise");
            story.hasEnded();
        });
        assertThat(window.textBox("transcript").text())
                .contains("The instructor has sent you away. Reason: noise")
                .doesNotContain("Error");
        assertThat(window.label("banner").text()).isEqualTo("The instructor has sent you away. Reason: noise");
    }

    @Test
    void namesAndTextsAreNeverHtml() {
        String html = "<html><b>x</b></html>";
        onEdt(() -> {
            story.hears("JOIN room=lobby name=" + html + " at=" + Instant.now());
            story.hearsInPrivate(html, html);
            story.hears("HAND name=" + html + " place=1 :" + html);
            story.hears("HAND name=ada place=2");
            story.hears("HAND name=ada place=0 by=" + html);
            story.hears("NOTE code=next :" + html);
            story.hears("POLL state=open options=" + html + ",no voted=0 :" + html);
            story.hears("TIMER ends=" + Instant.now() + " left=500 :" + html);
            story.hears("NOTE code=op");
            story.page.showClass();
            story.page.showRooms();
            String asked = story.tag("/rooms");
            story.hears("ROOM name=" + html + " people=3");
            story.hears("END re=" + asked);
        });
        assertThat(window.dialog("roomsDialog").list("rooms").contents()).hasSize(1);
        assertThat(window.list("people").contents()).hasSize(4);
        robot.waitForIdle();

        for (Window shown : Window.getWindows()) {
            assertThat(onEdt(() -> rendered(shown))).isZero();
        }
    }

    /** The number of components that show HTML. */
    private static int rendered(Container parent) {
        int count = parent instanceof JComponent c && c.getClientProperty("html") != null ? 1 : 0;
        if (parent instanceof JList<?> list) {
            count += renderedRows(list);
        }
        for (Component child : parent.getComponents()) {
            count += child instanceof Container inner ? rendered(inner) : 0;
        }
        return count;
    }

    /** The renderers of a list are no children of the list. */
    private static <T> int renderedRows(JList<T> list) {
        int count = 0;
        for (int i = 0; i < list.getModel().getSize(); i++) {
            T row = list.getModel().getElementAt(i);
            Component cell = list.getCellRenderer().getListCellRendererComponent(list, row, i, false, false);
            count += rendered((Container) cell);
        }
        return count;
    }
}
