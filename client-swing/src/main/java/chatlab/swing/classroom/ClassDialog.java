package chatlab.swing.classroom;

import chatlab.protocol.Command;
import chatlab.protocol.Words;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Reply;
import chatlab.swing.ui.FormDialog;
import chatlab.swing.ui.Labels;
import java.awt.Component;
import java.nio.file.Path;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JTabbedPane;

/**
 * The class as its instructor sees it, in tabs. The chat goes on while the dialog is open. It closes when the user is no
 * longer an instructor.
 */
public final class ClassDialog extends FormDialog {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(ClassDialog.class);

    private final transient Chat chat;
    private final transient Actions actions;
    private final JTabbedPane tabs = new JTabbedPane(JTabbedPane.TOP, JTabbedPane.SCROLL_TAB_LAYOUT);
    private final HandsTab hands;
    private final PollTab poll;
    private final TimerTab timer;
    private final ProgressTab progress;
    private final AttendanceTab attendance;

    /** {@code announcements}: the file of the announcements that the user has prepared. */
    public ClassDialog(Component owner, Chat chat, Actions actions, Path announcements) {
        super(owner, WORDS.get("title"), ModalityType.MODELESS);
        this.chat = chat;
        this.actions = actions;
        setName("classDialog");
        hands = new HandsTab(chat, this);
        poll = new PollTab(chat, this);
        timer = new TimerTab(chat, this);
        progress = new ProgressTab(chat, actions, this);
        attendance = new AttendanceTab(chat);
        tabs.setName("classTabs");
        tabs.getAccessibleContext().setAccessibleName(WORDS.get("title"));
        addTab("hands.tab", hands);
        addTab("poll.tab", poll);
        addTab("timer.tab", timer);
        addTab("progress.tab", progress);
        addTab("attendance.tab", attendance);
        addTab("announce.tab", new AnnounceTab(chat, actions, this, new AnnouncementFile(announcements)));
        tabs.addChangeListener(event -> refresh());
        add(tabs, "span, grow, push, wmin 0");
        addButtons(Labels.button(WORDS.get("close"), this::dispose));
        getRootPane().setDefaultButton(null); // Enter is for the tabs
        refresh();
    }

    private void addTab(String key, JComponent tab) {
        String words = WORDS.get(key);
        tabs.addTab(Labels.unmarked(words), tab);
        int last = tabs.getTabCount() - 1;
        int mark = words.indexOf('&');
        tabs.setMnemonicAt(last, Character.toUpperCase(words.charAt(mark + 1)));
        tabs.setDisplayedMnemonicIndexAt(last, mark);
    }

    /** Shows the dialog, or brings it to the front. */
    public void open() {
        if (isShowing()) {
            toFront();
            tabs.requestFocusInWindow();
        } else {
            open(tabs);
        }
    }

    /** Whether the user looks at how many have predicted. */
    public boolean watchesCourse() {
        return progress.isShowing();
    }

    /** Shows what has changed. */
    public void refresh() {
        if (isShowing() && !chat.isInstructor()) {
            dispose();
            return;
        }
        String title =
                chat.whyOffline().map(why -> WORDS.get("title.offline", why)).orElse(WORDS.get("title"));
        if (!title.equals(getTitle())) {
            setTitle(title);
        }
        hands.refresh();
        poll.refresh();
        timer.refresh();
        progress.refresh();
        attendance.refresh();
    }

    /**
     * Greys a button that sends, where that is of no {@code use} now, and where nothing reaches the server. The focus does not go on to the
     * next button, or a second press would do what the user has not read.
     */
    void allow(AbstractButton button, boolean use) {
        boolean focused = button.isFocusOwner();
        Labels.allow(button, use, chat.whyOffline(), null);
        if (focused && !button.isEnabled()) {
            tabs.requestFocusInWindow();
        }
    }

    /** Sends a command; a refusal is told in this dialog, beside {@code input}. */
    void send(Command command, JComponent input) {
        forgetProblem();
        actions.command(command, new Answer(input));
    }

    /** Says what went wrong with {@code input}. */
    void complain(String words, JComponent input) {
        tell(words, input);
    }

    private final class Answer implements Reply {
        private final JComponent input;

        Answer(JComponent input) {
            this.input = input;
        }

        @Override
        public boolean refused(String words) {
            if (isShowing()) {
                tell(words, input);
            }
            return isShowing();
        }
    }
}
