package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.swing.testing.RobotTest;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Instant;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JListFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an instructor does with the class, with the keyboard. */
class ClassDialogWindowTest extends RobotTest {
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

        mnemonic(KeyEvent.VK_N);
        awaitSaid("/next");
        hears("ERR re=" + onEdt(() -> story.lastTag("/next")) + " code=not-allowed :No hand is up.");
        await().untilAsserted(() -> dialog.textBox("problem").requireText("No hand is up."));
        hears("HAND name=bob place=0");
        dialog.label("handsHeading").requireText("No hand is up.");
        dialog.button("callNext").requireDisabled();
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
        dialog.textBox("pollAnswers").requireFocused().enterText(", not yet");
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
        mnemonic(KeyEvent.VK_G);
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
    void attendanceTellsWhatTheWindowHasSeen() {
        hears("LEAVE room=lobby name=cyd at=" + Instant.now() + " code=quit");
        onEdt(() -> story.hears("bob", "hi"));
        goTo(3);
        String[] rows = dialog.list("attendance").contents();
        assertThat(rows).hasSize(3);
        assertThat(rows[1]).contains("bob").contains("1 message").doesNotContain("not here");
        assertThat(rows[2]).contains("cyd").contains("no messages").contains("not here now");
    }

    @Test
    void announcementsAreEditedKeptAndSent() {
        goTo(4);
        assertThat(dialog.list("announcements").contents()).hasSize(3);
        dialog.button("editAnnouncements").click();
        dialog.textBox("announcementsText").deleteText().enterText("Stop, please.\n\nGo on.");
        dialog.button("editAnnouncements").click();
        await().untilAsserted(() -> assertThat(story.announcements).hasContent("Stop, please.\nGo on.\n"));
        JListFixture list = dialog.list("announcements");
        await().untilAsserted(list::requireFocused);
        robot.pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_DOWN);
        await().untilAsserted(() -> list.requireSelection(1));
        assertThat(onEdt(story::said)).isEmpty();
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        awaitSaid("/announce Go on.");
        list.clickItem(0);
        awaitSaid("/announce Stop, please.");

        onEdt(() -> dialog.target().dispose());
        onEdt(story.page::showClass);
        DialogFixture next = window.dialog("classDialog");
        onEdt(() -> next.tabbedPane("classTabs").target().setSelectedIndex(4));
        await().until(() -> next.list("announcements").contents().length == 2);
    }

    @Test
    void dialogClosesWithTheRightsOfItsUser() {
        hears("NOTE code=deop :You are a student again.");
        await().until(() -> !onEdt(() -> dialog.target().isShowing()));
    }

    /** Off screen, no mnemonic of a tab works. */
    private void goTo(int tab) {
        for (int i = 0; i < tab; i++) {
            robot.pressAndReleaseKeys(KeyEvent.VK_RIGHT);
        }
        await().until(() -> onEdt(() -> dialog.tabbedPane("classTabs").target().getSelectedIndex()) == tab);
    }

    private void mnemonic(int key) {
        robot.pressKeyWhileRunning(KeyEvent.VK_ALT, () -> robot.pressAndReleaseKeys(key));
        robot.waitForIdle();
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
