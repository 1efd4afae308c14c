package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.swing.testing.RobotTest;
import chatlab.swing.ui.CountBar;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JListFixture;
import org.assertj.swing.fixture.JTableFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an instructor does with the class, with the keyboard. */
class ClassDialogWindowTest extends RobotTest {
    private static final int PROGRESS = 3;

    /** So many pixels of a part are no more than its border. */
    private static final int EDGE = 2;

    @TempDir
    Path folder;

    private Story story;
    private DialogFixture dialog;
    private FrameFixture window;

    @BeforeEach
    void open() {
        window = show(() -> {
            story = new Story().joined("bob", "cyd");
            story.announcements = folder.resolve("announcements.txt");
            return story.page;
        });
        hears("NOTE code=op :You are an instructor.", "HAND name=bob place=3 :why?", "HAND name=cyd place=5");
        onEdt(story.page::showClass);
        dialog = window.dialog("classDialog");
        await().untilAsserted(dialog.tabbedPane("classTabs")::requireFocused);
    }

    @Test
    void handsAreCalledInOrderAndTakenDownWithTheKeyboard() {
        JListFixture hands = dialog.list("hands");
        assertThat(hands.contents()).hasSize(2);
        robot.pressAndReleaseKeys(KeyEvent.VK_TAB);
        await().untilAsserted(hands::requireFocused);
        dialog.button("lowerHand").requireDisabled();
        robot.pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_DOWN);
        await().untilAsserted(() -> hands.requireSelection(1));
        robot.pressAndReleaseKeys(KeyEvent.VK_TAB);
        await().untilAsserted(dialog.button("lowerHand")::requireFocused);
        robot.pressAndReleaseKeys(KeyEvent.VK_SPACE);
        awaitSaid("/lower cyd");
        hears("HAND name=cyd place=0 by=ada", "OK re=" + onEdt(() -> story.lastTag("/lower")));

        dialog.button("callNext").requireText("Call next");
        mnemonic(KeyEvent.VK_A);
        awaitSaid("/next");
        hears("ERR re=" + onEdt(() -> story.lastTag("/next")) + " code=not-allowed :No hand is up.");
        await().untilAsserted(() -> dialog.textBox("problem").requireText("No hand is up."));
        hears("HAND name=bob place=0");
        dialog.label("handsHeading").requireText("No hand is up.");
        dialog.button("callNext").requireDisabled();
    }

    @Test
    void chosenHandIsCalledAndTheCallIsUndoneWithTheKeyboard() {
        JListFixture hands = dialog.list("hands");
        dialog.button("undoHand").requireDisabled().requireText("Undo");
        robot.pressAndReleaseKeys(KeyEvent.VK_TAB);
        await().untilAsserted(hands::requireFocused);
        robot.pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_DOWN);
        await().untilAsserted(() -> dialog.button("callNext").requireText("Call cyd"));
        mnemonic(KeyEvent.VK_A);
        awaitSaid("/next cyd");
        hears("HAND name=cyd place=0 by=ada", "UNDO of=next name=cyd", "OK re=" + tag("/next"));
        dialog.button("callNext").requireText("Call next");
        dialog.button("undoHand").requireEnabled().requireText("Undo: call cyd");

        mnemonic(KeyEvent.VK_D);
        await().untilAsserted(() -> assertThat(onEdt(story::said)).containsExactly("/next cyd", "/hands undo"));
        hears("HAND name=cyd place=5", "UNDO of=-", "OK re=" + tag("/hands"));
        dialog.button("undoHand").requireDisabled().requireText("Undo");
        assertThat(hands.contents()).hasSize(2);
    }

    @Test
    void buttonWithTheFocusCallsThePersonThatItNamesThoughThatHandHasGone() {
        goToCallOfCyd();
        hears("HAND name=cyd place=0 by=dan", "UNDO of=next name=cyd");
        await().untilAsserted(dialog.button("callNext")::requireFocused);
        dialog.button("callNext").requireText("Call cyd");
        robot.pressAndReleaseKeys(KeyEvent.VK_SPACE);
        awaitSaid("/next cyd");
        hears("ERR re=" + tag("/next") + " code=not-allowed :The hand of cyd is not up.");
        await().untilAsserted(dialog.list("hands")::requireFocused);
        dialog.textBox("problem").requireText("The hand of cyd is not up.");
        dialog.button("callNext").requireText("Call next");
        assertThat(onEdt(story::said)).containsExactly("/next cyd");
    }

    @Test
    void keyThatIsDownCallsThePersonThatTheButtonNamedWhenItWentDown() {
        dialog.list("hands").selectItem(1);
        robot.pressKey(KeyEvent.VK_ALT);
        robot.pressKey(KeyEvent.VK_A);
        await().until(() ->
                onEdt(() -> dialog.button("callNext").target().getModel().isPressed()));
        hears("HAND name=cyd place=0 by=dan");
        robot.releaseKey(KeyEvent.VK_A);
        robot.releaseKey(KeyEvent.VK_ALT);
        awaitSaid("/next cyd");
    }

    @Test
    void secondPressAfterTheCallOfAChosenPersonCallsNoOther() {
        goToCallOfCyd();
        robot.pressAndReleaseKeys(KeyEvent.VK_SPACE);
        awaitSaid("/next cyd");
        await().untilAsserted(dialog.list("hands")::requireFocused);
        hears("HAND name=cyd place=0 by=ada", "OK re=" + tag("/next"));
        robot.pressAndReleaseKeys(KeyEvent.VK_SPACE);
        robot.waitForIdle();
        assertThat(onEdt(story::said)).containsExactly("/next cyd");
    }

    /** From the tabs, with the keyboard. */
    private void goToCallOfCyd() {
        robot.pressAndReleaseKeys(KeyEvent.VK_TAB);
        await().untilAsserted(dialog.list("hands")::requireFocused);
        robot.pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_DOWN, KeyEvent.VK_TAB, KeyEvent.VK_TAB);
        await().untilAsserted(dialog.button("callNext")::requireFocused);
        dialog.button("callNext").requireText("Call cyd");
    }

    @Test
    void doubleClickCallsOnePersonAlone() {
        JButton call = dialog.button("callNext").target();
        onEdt(() -> click(call, 10_000));
        onEdt(() -> click(call, 10_500));
        assertThat(onEdt(story::said)).containsExactly("/next");
        onEdt(() -> click(call, 11_500));
        assertThat(onEdt(story::said)).containsExactly("/next", "/next");
    }

    /** A click at this time: the robot may be too slow for the second one of a double click. */
    private static void click(JButton button, long millis) {
        for (int id : new int[] {MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED}) {
            int down = id == MouseEvent.MOUSE_PRESSED ? InputEvent.BUTTON1_DOWN_MASK : 0;
            button.dispatchEvent(new MouseEvent(button, id, millis, down, 2, 2, 1, false, MouseEvent.BUTTON1));
        }
    }

    @Test
    void handThatWasTakenDownComesBackWithCtrlZWhileTheTabIsShown() {
        hears("HAND name=bob place=0 by=ada", "UNDO of=lower name=bob");
        dialog.button("undoHand").requireText("Undo: lower bob");
        goTo(2);
        pressUndoKey();
        assertThat(onEdt(story::said)).isEmpty();
        robot.pressAndReleaseKeys(KeyEvent.VK_LEFT, KeyEvent.VK_LEFT);
        await().until(() -> onEdt(() -> dialog.tabbedPane("classTabs").target().getSelectedIndex()) == 0);
        pressUndoKey();
        awaitSaid("/hands undo");
        hears("UNDO of=-", "ERR re=" + tag("/hands") + " code=not-allowed :There is nothing to undo.");
        await().untilAsserted(() -> dialog.textBox("problem").requireText("There is nothing to undo."));
        pressUndoKey(); // greyed
        assertThat(onEdt(story::said)).containsExactly("/hands undo");
    }

    @Test
    void selectedHandStaysSelectedWhileOthersComeAndGo() {
        dialog.list("hands").selectItem(1);
        hears("HAND name=bob place=0", "HAND name=dan place=7", "HAND name=sid place=5", "HAND name=cyd place=0");
        dialog.list("hands").requireSelection(0);
        dialog.button("lowerHand").click();
        awaitSaid("/lower sid");
    }

    @Test
    void pollIsAskedClosedShownAndAskedAgain() {
        goTo(1);
        dialog.label("pollState").requireText("There is no poll now.");
        mnemonic(KeyEvent.VK_Q);
        await().untilAsserted(dialog.textBox("pollText")::requireFocused);
        robot.enterText("Clear?");
        dialog.textBox("pollAnswers").deleteText().enterText("yes");
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        await().until(() -> dialog.textBox("problem").text().startsWith("A poll has two to 8"));
        await().untilAsserted(dialog.textBox("pollAnswers")::requireFocused);
        dialog.textBox("pollAnswers").enterText(", not yet");
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        awaitSaid("/poll yes,not-yet Clear?");
        dialog.button("closeVotes").requireDisabled();

        hears("POLL state=open options=yes,not-yet voted=2 :Clear?");
        dialog.label("pollState").requireText("Open, 2 votes: Clear?");
        mnemonic(KeyEvent.VK_L);
        awaitSaid("/poll close");
        hears("POLL state=closed options=yes,not-yet voted=2 :Clear?");
        dialog.button("closeVotes").requireDisabled();
        mnemonic(KeyEvent.VK_S);
        awaitSaid("/poll show");
        hears("POLL state=shown options=yes,not-yet voted=2 counts=2,0 :Clear?");
        dialog.label("pollState").requireText("Shown, yes 2, not-yet 0: Clear?");
        mnemonic(KeyEvent.VK_I);
        await().untilAsserted(() -> assertThat(onEdt(story::said))
                .containsExactly("/poll yes,not-yet Clear?", "/poll close", "/poll show", "/poll yes,not-yet Clear?"));
    }

    @Test
    void timerAndLocksShowWhatTheServerHasDone() {
        goTo(2);
        mnemonic(KeyEvent.VK_X);
        await().untilAsserted(dialog.textBox("timerText")::requireFocused);
        robot.enterText("exercise 3");
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        awaitSaid("/timer 300s exercise 3");
        dialog.button("stopTimer").requireDisabled();
        hears("TIMER ends=" + Instant.now() + " left=300 :exercise 3");
        dialog.label("timerState").requireText("The timer runs: exercise 3");
        mnemonic(KeyEvent.VK_O);
        awaitSaid("/timer off");

        mnemonic(KeyEvent.VK_R);
        awaitSaid("/lock rooms on");
        dialog.checkBox("lock-rooms").requireNotSelected();
        hears("NOTE code=lock-rooms-on :Locked.");
        dialog.checkBox("lock-rooms").requireSelected();
        mnemonic(KeyEvent.VK_R);
        awaitSaid("/lock rooms off");
        dialog.checkBox("lock-rooms").requireSelected();
    }

    @Test
    void studentThatNeedsHelpFirstIsOnTopAndEachCellTellsWhatWasDone() {
        goTo(PROGRESS);
        awaitSaid("/progress");
        awaitSaid("/class 1");
        assertThat(dialog.label("progressRule").text()).startsWith("No student has reported");
        hears(
                did("pat", 5, "passed", 0),
                did("late", 5, "tried", 30),
                did("<b>", 5, "hint", 10),
                did("<b>", 5, "read", 5));
        hears("END re=" + onEdt(() -> story.lastTag("/progress")));
        JTableFixture table = dialog.table("progress");
        assertThat(names(table)).containsExactly("<b>", "late", "pat");
        assertThat(dialog.label("progressRule").text()).startsWith("On top: tried chapter 5 and not passed");
        dialog.comboBox("chapter").requireSelection("5");

        robot.pressAndReleaseKeys(KeyEvent.VK_TAB, KeyEvent.VK_TAB, KeyEvent.VK_TAB, KeyEvent.VK_TAB);
        await().untilAsserted(table::requireFocused);
        robot.pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_RIGHT, KeyEvent.VK_RIGHT, KeyEvent.VK_RIGHT);
        robot.pressAndReleaseKeys(KeyEvent.VK_RIGHT, KeyEvent.VK_RIGHT);
        await().untilAsserted(
                        () -> assertThat(dialog.label("progressCell").text()).startsWith("<b>, chapter 5: read "));
        assertThat(accessibleCell(table, 0, 5))
                .startsWith("<b>, chapter 5: read ")
                .contains(", hint ");
        assertThat(accessibleCell(table, 0, 6)).isEqualTo("<b>, chapter 6: nothing yet");
        hears(did("<b>", 5, "passed", 40));
        assertThat(names(table)).containsExactly("late", "pat", "<b>");
        assertThat(table.target().getSelectedRow()).isEqualTo(2);
        assertThat(dialog.label("progressCell").text()).contains("passed");
    }

    @Test
    void chapterOfTheClassIsChosenAlsoWhereAnotherChapterHasASecondQuestion() {
        goTo(PROGRESS);
        awaitSaid("/progress");
        hears(did("pat", 5, "passed", 0), did("late", 5, "tried", 30));
        hears("DID name=sid chapter=7.2 fact=predicted at=" + Instant.now());
        hears("END re=" + tag("/progress"));
        dialog.comboBox("chapter").requireSelection("5");
        hears("DID name=sid chapter=7.3 fact=predicted at=" + Instant.now());
        dialog.comboBox("chapter").requireSelection("5");
    }

    @Test
    void chapterIsClosedOpenedAndShownWithTheKeyboard() {
        goTo(PROGRESS);
        awaitSaid("/progress");
        hears("END re=" + onEdt(() -> story.lastTag("/progress")));
        mnemonic(KeyEvent.VK_A);
        await().untilAsserted(dialog.comboBox("chapter")::requireFocused);
        robot.pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_DOWN);
        await().untilAsserted(() -> dialog.comboBox("chapter").requireSelection("3"));
        hears("CLASS chapter=1 open=1 predicted=0 of=2", "OK re=" + onEdt(() -> story.lastTag("/class")));
        awaitSaid("/class 3");
        hears("CLASS chapter=3 open=1 predicted=1 of=2", "OK re=" + onEdt(() -> story.lastTag("/class")));
        dialog.label("chapterState").requireText("Chapter 3 is open. 1 of 2 have predicted.");
        dialog.button("openChapter").requireDisabled();
        mnemonic(KeyEvent.VK_L);
        awaitSaid("/close 3");
        dialog.button("openChapter").requireDisabled();
        hears("CLASS chapter=3 open=0 predicted=1 of=2");
        dialog.label("chapterState").requireText("Chapter 3 is closed. 1 of 2 have predicted.");
        dialog.button("closeChapter").requireDisabled();
        mnemonic(KeyEvent.VK_O);
        awaitSaid("/open 3");
        hears("CLASS chapter=3 open=1 predicted=2 of=2");
        mnemonic(KeyEvent.VK_S);
        awaitSaid("/show 3");
        hears("CLASS chapter=3 open=1 predicted=2 of=2 counts=0,2");
        assertThat(robot.finder().findAll(dialog.target(), component -> component instanceof CountBar))
                .extracting(bar -> bar.getAccessibleContext().getAccessibleName())
                .containsExactly("a: 0 of 2", "b: 2 of 2");
        hears("ERR re=" + onEdt(() -> story.lastTag("/show")) + " code=not-allowed :No.");
        await().untilAsserted(() -> dialog.textBox("problem").requireText("No."));
    }

    @Test
    void progressIsAskedForAgainOnTheNextConnection() {
        goTo(PROGRESS);
        awaitSaid("/progress");
        hears(did("pat", 5, "read", 0), "END re=" + onEdt(() -> story.lastTag("/progress")));
        onEdt(() -> {
            story.sent.clear();
            story.comesBack();
        });
        awaitSaid("/progress");
        awaitSaid("/class 5");
        hears("END re=" + onEdt(() -> story.lastTag("/progress")));
        assertThat(names(dialog.table("progress"))).isEmpty();
    }

    @Test
    void buttonsThatSendAreGreyAndSayWhyUntilTheConnectionIsBack() {
        String[] told = {
            "HAND name=bob place=3",
            "UNDO of=lower name=cyd",
            "POLL state=open options=yes,no voted=2 :Clear?",
            "TIMER ends=" + Instant.now() + " left=300 :exercise 3"
        };
        String[] senders = {
            "callNext",
            "lowerHand",
            "undoHand",
            "ask",
            "closeVotes",
            "showCounts",
            "askAgain",
            "startTimer",
            "stopTimer",
            "lock-private",
            "lock-rooms",
            "lock-names"
        };
        hears(told);
        dialog.list("hands").selectItem(0);
        robot.pressAndReleaseKeys(KeyEvent.VK_TAB);
        await().untilAsserted(dialog.button("undoHand")::requireFocused);
        onEdt(() -> story.isLost(Instant.now()));
        await().untilAsserted(dialog.tabbedPane("classTabs")::requireFocused);
        assertAllGrey(senders);
        assertThat(onEdt(() -> ((JDialog) dialog.target()).getTitle()))
                .isEqualTo("Class. There is no connection just now.");
        goTo(PROGRESS);
        assertAllGrey("openChapter", "closeChapter", "showPredictions");
        assertThat(onEdt(story::said)).isEmpty();

        onEdt(() -> story.comesBack(told));
        dialog.button("closeChapter").requireEnabled();
        dialog.button("showPredictions").requireEnabled();
        onEdt(() -> dialog.tabbedPane("classTabs").target().setSelectedIndex(0));
        dialog.list("hands").selectItem(0);
        for (String name : senders) {
            assertThat(whyNot(name)).as(name).isEmpty();
        }
        assertThat(onEdt(() -> ((JDialog) dialog.target()).getTitle())).isEqualTo("Class");
    }

    private void assertAllGrey(String... buttons) {
        for (String name : buttons) {
            assertThat(whyNot(name)).as(name).contains("There is no connection just now.");
        }
    }

    /** What the grey button says to the mouse and to screen readers alike; empty where a click does something. */
    private Optional<String> whyNot(String name) {
        AbstractButton button = robot.finder().findByName(dialog.target(), name, AbstractButton.class, false);
        return onEdt(() -> {
            String words = button.getToolTipText();
            assertThat(button.getAccessibleContext().getAccessibleDescription()).isEqualTo(words);
            assertThat(button.isEnabled()).as(name).isEqualTo(words == null);
            return Optional.ofNullable(words);
        });
    }

    @Test
    void focusDoesNotGoOnToTheNextButtonWhenAButtonTurnsGrey() {
        dialog.list("hands").selectItem(0);
        robot.pressAndReleaseKeys(KeyEvent.VK_TAB);
        await().untilAsserted(dialog.button("lowerHand")::requireFocused);
        robot.pressAndReleaseKeys(KeyEvent.VK_SPACE);
        awaitSaid("/lower bob");
        hears("HAND name=bob place=0 by=ada", "OK re=" + tag("/lower"));
        await().untilAsserted(dialog.tabbedPane("classTabs")::requireFocused);
        robot.pressAndReleaseKeys(KeyEvent.VK_SPACE);
        robot.waitForIdle();
        assertThat(onEdt(story::said)).containsExactly("/lower bob");
    }

    @Test
    void handsPollAndProgressAreAskedForAgainAfterEventsWereLost() {
        hears("UNDO of=next name=dan", "POLL state=open options=yes,no voted=2 :Clear?");
        goTo(PROGRESS);
        awaitSaid("/progress");
        hears("END re=" + tag("/progress"), "CLASS chapter=1 open=1 predicted=0 of=2", "OK re=" + tag("/class"));
        onEdt(() -> {
            story.sent.clear();
            story.overflows(30_000);
        });
        assertThat(onEdt(story::said)).contains("/hands", "/poll", "/progress", "/class 1");
        hears("HAND name=cyd place=5", "END re=" + tag("/hands"));
        hears("POLL state=closed options=yes,no voted=2 :Clear?", "OK re=" + tag("/poll"));
        goBackTo(0);
        assertThat(dialog.list("hands").contents()).hasSize(1);
        dialog.label("handsHeading").requireText("1 hand is up.");
        dialog.button("undoHand").requireDisabled();
        robot.pressAndReleaseKeys(KeyEvent.VK_RIGHT);
        await().untilAsserted(() -> dialog.label("pollState").requireText("Closed, 2 votes: Clear?"));
        dialog.button("closeVotes").requireDisabled();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void allTabsStandInOneRow(int zoom) {
        onEdt(() -> {
            dialog.target().dispose();
            UIScale.setZoomFactor(zoom);
            SwingUtilities.updateComponentTreeUI(window.target());
            story.page.showClass();
        });
        try {
            JTabbedPane tabs =
                    window.dialog("classDialog").tabbedPane("classTabs").target();
            onEdt(() -> {
                for (int i = 0; i < tabs.getTabCount(); i++) {
                    Rectangle tab = tabs.getBoundsAt(i);
                    assertThat(tab.y).isEqualTo(tabs.getBoundsAt(0).y);
                    assertThat(tab.x + tab.width).isLessThanOrEqualTo(tabs.getWidth());
                }
            });
        } finally {
            onEdt(() -> UIScale.setZoomFactor(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"640, 480, 1", "1120, 720, 1", "1280, 960, 2"})
    void pageIsNoLargerThanItsWindowAndNeedsNoScrollBarAroundTheTabs(int width, int height, int zoom) {
        reopen(width, height, zoom, () -> {
            assertThat(onEdt(() -> dialog.target().getSize())).satisfies(size -> {
                assertThat(size.width).isLessThanOrEqualTo(width);
                assertThat(size.height).isLessThanOrEqualTo(height);
            });
            JScrollPane around = onEdt(() -> (JScrollPane) ((JDialog) dialog.target()).getContentPane());
            eachPartThatTabReaches(part -> {
                assertThat(around.getVerticalScrollBar().isShowing()).isFalse();
                assertThat(around.getHorizontalScrollBar().isShowing()).isFalse();
            });
        });
    }

    @Test
    void partThatTabReachesIsScrolledIntoViewWhereThePageIsTooLow() {
        reopen(640, 480, 1, () -> {
            onEdt(() -> {
                dialog.target().setSize(440, 260);
                dialog.target().validate();
            });
            JScrollPane around = onEdt(() -> (JScrollPane) ((JDialog) dialog.target()).getContentPane());
            eachPartThatTabReaches(part -> {
                assertThat(around.getVerticalScrollBar().isShowing()).isTrue();
                Component pane = SwingUtilities.getAncestorOfClass(JScrollPane.class, part);
                JComponent whole = pane == around ? part : (JComponent) pane;
                int room = Math.min(whole.getHeight(), around.getViewport().getHeight());
                assertThat(whole.getVisibleRect().height).as(part.getName()).isBetween(room - EDGE, room);
            });
        });
    }

    /** Opens the page anew, over a window of this size. */
    private void reopen(int width, int height, int zoom, Runnable test) {
        onEdt(dialog.target()::dispose);
        await().until(() ->
                onEdt(window.target()::isFocused)); // or the desktop could take the focus from the next dialog
        onEdt(() -> {
            UIScale.setZoomFactor(zoom);
            SwingUtilities.updateComponentTreeUI(window.target());
            window.target().setSize(width, height);
            window.target().validate();
            story.page.showClass();
        });
        try {
            dialog = window.dialog("classDialog");
            await().untilAsserted(dialog.tabbedPane("classTabs")::requireFocused);
            test.run();
        } finally {
            onEdt(() -> UIScale.setZoomFactor(1));
        }
    }

    /** Goes through all tabs, and through each with the key Tab. Off screen, the dialog itself gets the focus after its last part. */
    private void eachPartThatTabReaches(Consumer<JComponent> look) {
        JTabbedPane tabs = dialog.tabbedPane("classTabs").target();
        for (int tab = 0; tab < tabs.getTabCount(); tab++) {
            onEdt(() -> tabs.requestFocusInWindow());
            await().untilAsserted(dialog.tabbedPane("classTabs")::requireFocused);
            goTo(tab);
            for (Component part = next(tabs); part != tabs && part instanceof JComponent seen; part = next(part)) {
                onEdt(() -> look.accept(seen));
            }
        }
    }

    /** What gets the focus after this part. */
    private Component next(Component part) {
        robot.pressAndReleaseKeys(KeyEvent.VK_TAB);
        await().until(() -> focusOwner() != null && focusOwner() != part);
        return focusOwner();
    }

    private static Component focusOwner() {
        return onEdt(() -> KeyboardFocusManager.getCurrentKeyboardFocusManager().getPermanentFocusOwner());
    }

    @Test
    void attendanceTellsWhatTheWindowHasSeen() {
        hears("LEAVE room=lobby name=cyd at=" + Instant.now() + " code=quit");
        onEdt(() -> story.hears("bob", "hi"));
        goTo(4);
        String[] rows = dialog.list("attendance").contents();
        assertThat(rows).hasSize(3);
        assertThat(rows[1]).contains("bob").contains("1 message").doesNotContain("not here");
        assertThat(rows[2]).contains("cyd").contains("no messages").contains("not here now");
    }

    @Test
    void announcementsAreEditedKeptAndSent() {
        goTo(5);
        assertThat(dialog.list("announcements").contents()).hasSize(3);
        dialog.button("editAnnouncements").click();
        dialog.textBox("announcementsText").deleteText().enterText("Stop, please.\n\nGo on.");
        dialog.button("editAnnouncements").click();
        await().untilAsserted(() -> assertThat(story.announcements).hasContent("Stop, please.\nGo on.\n"));
        JListFixture list = dialog.list("announcements");
        await().untilAsserted(list::requireFocused);
        robot.pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_DOWN);
        await().untilAsserted(() -> list.requireSelection(1));
        assertThat(onEdt(story::said)).noneMatch(line -> line.startsWith("/announce"));
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        awaitSaid("/announce Go on.");
        list.clickItem(0);
        awaitSaid("/announce Stop, please.");

        onEdt(() -> dialog.target().dispose());
        onEdt(story.page::showClass);
        DialogFixture next = window.dialog("classDialog");
        onEdt(() -> next.tabbedPane("classTabs").target().setSelectedIndex(5));
        await().until(() -> next.list("announcements").contents().length == 2);
    }

    @Test
    void dialogClosesWithTheRightsOfItsUser() {
        hears("NOTE code=deop :You are a student again.");
        await().until(() -> !onEdt(() -> dialog.target().isShowing()));
    }

    private static String did(String name, int chapter, String fact, int minute) {
        Instant at = Instant.parse("2026-11-20T10:15:00Z").plusSeconds(60L * minute);
        return "DID name=" + name + " chapter=" + chapter + " fact=" + fact + " at=" + at;
    }

    private static List<String> names(JTableFixture table) {
        return Stream.of(table.contents()).map(row -> row[0]).toList();
    }

    private static String accessibleCell(JTableFixture table, int row, int column) {
        return onEdt(() -> table.target()
                .getAccessibleContext()
                .getAccessibleTable()
                .getAccessibleAt(row, column)
                .getAccessibleContext()
                .getAccessibleName());
    }

    /** Off screen, no mnemonic of a tab works. */
    private void goTo(int tab) {
        for (int i = onEdt(() -> dialog.tabbedPane("classTabs").target().getSelectedIndex()); i < tab; i++) {
            robot.pressAndReleaseKeys(KeyEvent.VK_RIGHT);
        }
        await().until(() -> onEdt(() -> dialog.tabbedPane("classTabs").target().getSelectedIndex()) == tab);
    }

    private void goBackTo(int tab) {
        while (onEdt(() -> dialog.tabbedPane("classTabs").target().getSelectedIndex()) > tab) {
            robot.pressAndReleaseKeys(KeyEvent.VK_LEFT);
        }
    }

    private void mnemonic(int key) {
        robot.pressKeyWhileRunning(KeyEvent.VK_ALT, () -> robot.pressAndReleaseKeys(key));
        robot.waitForIdle();
    }

    private void pressUndoKey() {
        robot.pressKeyWhileRunning(KeyEvent.VK_CONTROL, () -> robot.pressAndReleaseKeys(KeyEvent.VK_Z));
        robot.waitForIdle();
    }

    private String tag(String verb) {
        return onEdt(() -> story.lastTag(verb));
    }

    private void awaitSaid(String line) {
        await().untilAsserted(() -> assertThat(onEdt(story::said)).contains(line));
    }

    private void hears(String... lines) {
        onEdt(() -> {
            for (String line : lines) {
                story.hears(line);
            }
        });
    }
}
