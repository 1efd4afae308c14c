package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.swing.testing.RobotTest;
import chatlab.swing.ui.CountBar;
import chatlab.swing.ui.Grid;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.matcher.JButtonMatcher;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JButtonFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a student sees of the classroom: hands, the poll, the timer, the locks. */
class ClassroomWindowTest extends RobotTest {
    private Story story;
    private FrameFixture window;

    @BeforeEach
    void open() {
        window = show(() -> {
            story = new Story().joined("bob op", "cyd");
            return story.page;
        });
    }

    @Test
    void oneClickRaisesTheHandAndTheNextOneTakesItDown() {
        hears("HAND name=cyd place=4");
        window.button("handButton").requireText("Raise hand").click();
        await().untilAsserted(() -> assertThat(onEdt(story::said)).containsExactly("/hand"));
        hears("HAND name=ada place=5", "OK re=" + onEdt(() -> story.tag("/hand")));
        window.button("handButton").requireText("Lower hand \u00B7 no. 2");
        assertThat(nameOfRow("people", 1)).isEqualTo("ada (you, hand up, number 2 in line)");
        assertThat(nameOfRow("people", 2)).isEqualTo("cyd (hand up, number 1 in line)");

        hears("HAND name=cyd place=0");
        window.button("handButton").requireText("Lower hand \u00B7 no. 1").focus();
        robot.pressAndReleaseKeys(KeyEvent.VK_SPACE);
        await().untilAsserted(() -> assertThat(onEdt(story::said)).containsExactly("/hand", "/lower"));
        hears("HAND name=ada place=0");
        window.button("handButton").requireText("Raise hand");
        assertThat(nameOfRow("people", 1)).isEqualTo("ada (you)");
    }

    @Test
    void handRisesWithTheQuestionThatWasTyped() {
        SwingUtilities.invokeLater(story.page::raiseHand);
        DialogFixture dialog = window.dialog("question");
        await().untilAsserted(() -> dialog.textBox("handText").requireFocused());
        robot.enterText("why does accept return?");
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        await().untilAsserted(() -> assertThat(onEdt(story::said)).containsExactly("/hand why does accept return?"));
        hears("OK re=" + onEdt(() -> story.tag("/hand")));
        await().until(() -> !onEdt(() -> dialog.target().isShowing()));
    }

    @Test
    void personThatIsCalledIsToldAndMaySpeakUnderTheHush() {
        hears("NOTE code=hush-on :Silence.", "HAND name=ada place=1");
        assertThat(window.label("placeholder").text()).startsWith("Silence, please.");
        hears("HAND name=ada place=0 by=bob", "NOTE code=next :bob calls ada.", "NOTE code=called :Your turn.");
        window.label("call").requireText("bob calls you. You can speak until the next person is called.");
        window.label("placeholder").requireText("Message # lobby");

        window.button("dismissCall").focus();
        robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        await().untilAsserted(window.textBox("composer")::requireFocused);
        assertThat(isShowing("call")).isFalse();
        hears("HAND name=ada place=2", "HAND name=ada place=0 by=server", "NOTE code=next :The instructor calls ada.");
        hears("NOTE code=called :Your turn.");
        window.label("call").requireText("The instructor calls you. You can speak until the next person is called.");
        hears("NOTE code=next :bob calls cyd.", "NOTE code=hush-on :Silence.");
        assertThat(window.label("placeholder").text()).startsWith("Silence, please.");
    }

    @ParameterizedTest
    @CsvSource({"1120, 720", "640, 480"})
    void silenceIsReadInTheHeaderAndTheReasonHasRoomBelowTheField(int width, int height) {
        onEdt(() -> {
            window.target().setSize(width, height);
            window.target().validate();
            story.isRecorded();
        });
        hears("NOTE code=hush-on :Silence.");
        onEdt(() -> window.textBox("composer").target().setText("but I"));
        JLabel states = window.label("states").target();
        assertThat(states.getText()).endsWith("silence \u00B7 recorded");
        await().until(() -> onEdt(() -> states.getWidth() >= states.getPreferredSize().width));
        JLabel reason = window.label("hint").target();
        assertThat(reason.getText()).startsWith("Silence, please.");
        int line = reason.getFontMetrics(reason.getFont()).getHeight();
        await().until(() -> onEdt(() -> reason.getHeight() >= line + 2 * Grid.px(1)));
        screenshot("silence-" + width);
        int bottom = onEdt(() -> SwingUtilities.convertPoint(reason, 0, reason.getHeight(), story.page).y);
        assertThat(bottom).isLessThanOrEqualTo(onEdt(story.page::getHeight));
    }

    @Test
    void handAndVoteAreGreyAndSayWhyUntilTheConnectionIsBack() {
        String poll = "POLL state=open options=yes,no voted=0 :Clear?";
        hears(poll);
        onEdt(() -> story.isLost(Instant.now()));
        for (String name : new String[] {"handButton", "vote0", "vote1"}) {
            window.button(name).requireDisabled().requireToolTip("There is no connection just now.");
            assertThat(accessibleDescription(name)).isEqualTo("There is no connection just now.");
        }
        onEdt(() -> story.comesBack(poll));
        window.button("handButton").requireEnabled().requireToolTip("Raise hand");
        window.button("vote0").requireEnabled().requireToolTip("Vote yes");
        assertThat(accessibleDescription("vote0")).isEqualTo("Vote yes");
        onEdt(story::hasEnded);
        window.button("handButton").requireDisabled().requireToolTip("The connection has ended.");
    }

    @Test
    void voteIsMarkedAndMayBeChangedUntilThePollIsClosed() {
        hears("POLL state=open options=yes,no voted=0 :Clear?");
        window.label("pollQuestion").requireText("Clear?");
        assertThat(accessibleName("vote0")).isEqualTo("Vote yes");
        onEdt(story.page::focusPoll);
        await().untilAsserted(window.button("vote0")::requireFocused);
        robot.pressAndReleaseKeys(KeyEvent.VK_SPACE);
        await().untilAsserted(() -> assertThat(onEdt(story::said)).containsExactly("/vote yes"));
        hears("OK re=" + onEdt(() -> story.lastTag("/vote")), "POLL state=open options=yes,no voted=1 :Clear?");
        assertThat(accessibleName("vote0")).isEqualTo("Vote yes, your vote");
        await().untilAsserted(window.button("vote0")::requireFocused);
        window.label("pollVotes").requireText("1 vote");

        window.button("vote1").click();
        await().untilAsserted(() -> assertThat(onEdt(story::said)).containsExactly("/vote yes", "/vote no"));
        hears("OK re=" + onEdt(() -> story.lastTag("/vote")));
        assertThat(accessibleName("vote0")).isEqualTo("Vote yes");
        assertThat(accessibleName("vote1")).isEqualTo("Vote no, your vote");
        hears("POLL state=closed options=yes,no voted=1 :Clear?");
        window.button("vote1").requireDisabled();
        hears("POLL state=shown options=yes,no voted=1 counts=0,1 :Clear?");
        assertThat(robot.finder().findAll(component -> component instanceof CountBar))
                .extracting(bar -> bar.getAccessibleContext().getAccessibleName())
                .containsExactly("yes: 0 of 1", "no: 1 of 1, your vote");
    }

    @ParameterizedTest
    @CsvSource({
        "handButton, /hand",
        "hoodButton, ''",
        "vote1, /vote no",
        "pollClose, ''",
        "courseClose, ''",
        "dismissCall, ''"
    })
    void textTypedAfterAClickIsInTheField(String button, String sends) {
        showEveryStrip();
        onEdt(story.page::focusConversations);
        await().untilAsserted(window.list("conversations")::requireFocused);
        window.button(button).click();
        await().untilAsserted(window.textBox("composer")::requireFocused);
        robot.enterText("a b");
        await().untilAsserted(() -> window.textBox("composer").requireText("a b"));
        assertThat(onEdt(story::said)).isEqualTo(sends.isEmpty() ? List.of() : List.of(sends));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "vote1; POLL state=shown options=yes,no voted=1 counts=0,1 :Clear?",
                "vote1; POLL state=closed options=yes,no voted=1 :Clear?",
                "pollClose; POLL state=void options=yes,no voted=1 :Clear?",
                "dismissCall; NOTE code=next :bob calls cyd.",
                "handButton; ''"
            })
    void focusGoesToTheFieldWithTheButtonThatHadIt(String button, String line) {
        showEveryStrip();
        window.button(button).focus();
        await().untilAsserted(window.button(button)::requireFocused);
        onEdt(() -> {
            if (line.isEmpty()) {
                story.isLost(Instant.now());
            } else {
                story.hears(line);
            }
        });
        await().untilAsserted(window.textBox("composer")::requireFocused);
    }

    private void showEveryStrip() {
        hears("CLASS chapter=6 open=0 predicted=0 of=2", "POLL state=open options=yes,no voted=0 :Clear?");
        hears("HAND name=ada place=1", "HAND name=ada place=0 by=bob", "NOTE code=next :bob calls ada.");
    }

    @Test
    void pollThatIsPutAwayComesBackWhenItsStateChanges() {
        hears("POLL state=open options=yes,no voted=0 :Clear?");
        window.button("vote1").focus();
        robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        await().untilAsserted(window.textBox("composer")::requireFocused);
        hears("POLL state=open options=yes,no voted=5 :Clear?");
        assertThat(isShowing("poll")).isFalse();
        onEdt(story.page::focusPoll);
        await().untilAsserted(window.button("vote0")::requireFocused);
        window.button("pollClose").click();
        await().until(() -> !isShowing("poll"));
        hears("POLL state=closed options=yes,no voted=5 :Clear?");
        assertThat(isShowing("poll")).isTrue();
        hears("POLL state=void options=yes,no voted=5 :Clear?");
        assertThat(isShowing("poll")).isFalse();
    }

    @Test
    void chapterThatIsClosedOpenedOrShownIsTold() {
        hears("CLASS chapter=6 open=0 predicted=0 of=2");
        window.label("courseQuestion").requireText("The instructor asks not to begin chapter 6 yet.");
        hears("CLASS chapter=3 open=0 predicted=0 of=2", "CLASS chapter=7 open=0 predicted=0 of=2");
        window.label("courseQuestion").requireText("The instructor asks not to begin chapters 3, 6 to 7 yet.");
        assertThat(onEdt(story::said)).isEmpty();

        hears("CLASS chapter=3 open=1 predicted=0 of=2");
        window.label("courseQuestion").requireText("Chapter 3 is open.");
        window.label("courseVotes").requireText("0 of 2 have predicted.");
        assertThat(onEdt(story::said)).containsExactly("/class 3");
        hears("OK re=" + onEdt(() -> story.lastTag("/class")), "CLASS chapter=3 open=1 predicted=1 of=2");
        window.label("courseVotes").requireText("1 of 2 have predicted.");

        hears("CLASS chapter=3 open=1 predicted=2 of=2 counts=0,2");
        window.label("courseQuestion").requireText("Predictions for chapter 3");
        assertThat(robot.finder().findAll(component -> component instanceof CountBar))
                .extracting(bar -> bar.getAccessibleContext().getAccessibleName())
                .containsExactly("a: 0 of 2", "b: 2 of 2");
        assertThat(accessibleName("courseClose")).isEqualTo("Dismiss");
        assertThat(onEdt(story::said)).containsExactly("/class 3");
    }

    @Test
    void newsOfTheCourseThatIsDismissedComesBackWithOtherNewsOnly() {
        hears("CLASS chapter=6 open=0 predicted=0 of=2");
        window.button("courseClose").focus();
        robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        await().untilAsserted(window.textBox("composer")::requireFocused);
        assertThat(isShowing("course")).isFalse();
        onEdt(() -> story.comesBack("CLASS chapter=6 open=0 predicted=0 of=2"));
        assertThat(isShowing("course")).isFalse();
        hears("CLASS chapter=6 open=1 predicted=0 of=2");
        window.label("courseQuestion").requireText("Chapter 6 is open.");
    }

    @Test
    void courseGivesWayToThePollWhereTheWindowIsLow() {
        hears("CLASS chapter=6 open=0 predicted=0 of=2", "POLL state=open options=yes,no voted=0 :Clear?");
        assertThat(isShowing("course")).isTrue();
        onEdt(() -> {
            window.target().setSize(900, 300);
            window.target().validate(); // which a real display asks for
        });
        await().until(() -> !isShowing("course") && isShowing("poll"));
        window.button("pollClose").click();
        await().until(() -> isShowing("course") && !isShowing("poll"));
        onEdt(story.page::focusPoll);
        await().until(() -> !isShowing("course") && isShowing("poll"));
    }

    @Test
    void stripThatGivesWayStaysHiddenWhileOtherThingsChange() {
        onEdt(() -> {
            window.target().setSize(900, 300);
            window.target().validate();
        });
        hears("CLASS chapter=6 open=0 predicted=0 of=2", "POLL state=open options=yes,no voted=0 :Clear?");
        await().until(() -> !isShowing("course") && isShowing("poll"));
        AtomicInteger changes = new AtomicInteger();
        Component course = robot.finder().findByName("course", false);
        onEdt(() -> course.addHierarchyListener(event -> changes.incrementAndGet()));
        hears(
                "POLL state=open options=yes,no voted=1 :Clear?",
                "HAND name=cyd place=4",
                "CLASS chapter=7 open=0 predicted=0 of=2");
        assertThat(changes).hasValue(0);
        window.button("pollClose").focus();
        robot.pressAndReleaseKeys(KeyEvent.VK_SPACE);
        await().until(() -> isShowing("course"));
        assertThat(changes).hasPositiveValue();
    }

    @ParameterizedTest
    @CsvSource({"1120, 720, 3", "640, 480, 2"})
    void rowOfTheTranscriptIsInViewBesideTheSearch(int width, int height, int zoom) {
        onEdt(() -> {
            UIScale.setZoomFactor(zoom);
            SwingUtilities.updateComponentTreeUI(window.target());
            window.target().setSize(width, height);
            window.target().validate();
        });
        try {
            hears("CLASS chapter=6 open=0 predicted=0 of=2");
            onEdt(() -> story.hears("bob", "hello"));
            onEdt(story::hasEnded);
            await().until(() -> isShowing("banner"));
            onEdt(story.page::find);
            await().until(() -> !isShowing("banner") && !isShowing("course"));
            JTextComponent transcript = window.textBox("transcript").target();
            await().until(() -> onEdt(() -> transcript.getVisibleRect().height
                    >= transcript.getFontMetrics(transcript.getFont()).getHeight()));
            robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
            await().until(() -> isShowing("banner"));
        } finally {
            onEdt(() -> UIScale.setZoomFactor(1));
        }
    }

    @Test
    void timerCountsDownInTheHeader() {
        hears("TIMER ends=" + Instant.now() + " left=125 :exercise 3");
        String first = window.label("timer").text();
        assertThat(first).matches("[12]:\\d\\d");
        assertThat(accessibleName("timer")).isEqualTo("Time that is left: exercise 3");
        await().until(() -> !onEdt(() -> window.label("timer").text()).equals(first));
        hears("NOTE code=timer :Time is up: exercise 3");
        assertThat(isShowing("timer")).isFalse();
        assertThat(window.textBox("transcript").text()).contains("Time is up: exercise 3");
    }

    @Test
    void lockedRoomsCannotBeJoinedAndTheDialogSaysWhy() {
        hears("NOTE code=lock-rooms-on :Locked.");
        onEdt(() -> {
            story.page.showRooms();
            String asked = story.tag("/rooms");
            story.hears("ROOM name=lobby people=3");
            story.hears("ROOM name=lab people=3");
            story.hears("END re=" + asked);
        });
        DialogFixture dialog = window.dialog("roomsDialog");
        JButtonFixture join = dialog.button(JButtonMatcher.withText("Join"));
        dialog.list("rooms").selectItem(0);
        join.requireEnabled();
        dialog.list("rooms").selectItem(1);
        String why = "The instructor has locked the rooms. You can go to the lobby only.";
        dialog.label("roomsLocked").requireText(why);
        join.requireDisabled().requireToolTip(why);
        assertThat(onEdt(() -> join.target().getAccessibleContext().getAccessibleDescription()))
                .isEqualTo(why);
        dialog.button(JButtonMatcher.withText("Open")).requireDisabled();
        hears("NOTE code=lock-rooms-off :Open.");
        join.requireEnabled();
    }

    @Test
    void lockedNameCannotBeChanged() {
        hears("NOTE code=lock-names-on :Locked.");
        window.button("meButton").click();
        window.menuItem("me.name").requireDisabled();
        String why = "The instructor has locked the names. You keep yours.";
        assertThat(onEdt(() -> window.menuItem("me.name").target().getToolTipText()))
                .isEqualTo(why);
        robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
    }

    @Test
    void fieldSaysWhyAPrivateConversationIsLocked() {
        onEdt(() -> story.actions.talkTo("cyd"));
        hears("NOTE code=lock-private-on :Locked.");
        assertThat(window.label("placeholder").text()).startsWith("The instructor has locked private messages.");
        onEdt(() -> story.actions.talkTo("bob"));
        window.label("placeholder").requireText("Message bob in private");
    }

    private String accessibleName(String name) {
        Component component = robot.finder().findByName(name);
        return onEdt(() -> component.getAccessibleContext().getAccessibleName());
    }

    private String accessibleDescription(String name) {
        Component component = robot.finder().findByName(name);
        return onEdt(() -> component.getAccessibleContext().getAccessibleDescription());
    }

    private void hears(String... lines) {
        onEdt(() -> {
            for (String line : lines) {
                story.hears(line);
            }
        });
    }

    private boolean isShowing(String name) {
        Component component = robot.finder().findByName(name, false);
        return onEdt(component::isShowing);
    }

    private String nameOfRow(String list, int row) {
        JList<?> rows = robot.finder().findByName(list, JList.class);
        return onEdt(() -> nameOf(rows, row));
    }

    private static <T> String nameOf(JList<T> list, int row) {
        T value = list.getModel().getElementAt(row);
        return list.getCellRenderer()
                .getListCellRendererComponent(list, value, row, false, false)
                .getAccessibleContext()
                .getAccessibleName();
    }
}
