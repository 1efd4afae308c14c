package chatlab.swing.chat;

import chatlab.swing.classroom.ClassDialog;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Conversation;
import chatlab.swing.transcript.TranscriptView;
import chatlab.swing.transcript.WebLinks;
import chatlab.swing.ui.Edge;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.UserInput;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Window;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** The chat itself: conversations, transcript, composer and people. For the event dispatch thread only. */
public final class ChatPage extends JPanel {
    private static final long serialVersionUID = 1;

    /** The height below which not all strips have room, in steps of the grid. */
    private static final int LOW = 90;

    private final transient Chat chat;
    private final transient Actions actions;
    private final transient TranscriptViews views;
    private final transient InputDialogs questions;

    private final Header header;
    private final ConversationsPanel conversations;
    private final JPanel transcript = new JPanel(new BorderLayout());
    private final transient Strips strips;
    private final Composer composer;
    private final PeoplePanel people;
    private final Sides sides;

    private final transient Wishes wishes;

    /** Null before the user opens it. */
    private RoomsDialog rooms;

    /** Null before an instructor opens it. */
    private ClassDialog classDialog;

    /** What the user asks of the window on this page. Called on the event dispatch thread. */
    public interface Wishes {
        /** Connect without waiting for the next attempt, or join again after the end. */
        void connectNow();

        void joinAnother();

        void toggleHood();

        /** The file with the announcements that the user has prepared. */
        Path announcements();
    }

    public ChatPage(Chat chat, Actions actions, Wishes wishes) {
        this.chat = chat;
        this.actions = actions;
        this.wishes = wishes;
        questions = new InputDialogs(this, chat, actions);
        views = new TranscriptViews(chat, actions, this::refreshStrips);
        header = new Header(chat, this);
        conversations = new ConversationsPanel(chat, actions, this, wishes);
        strips = new Strips(chat, actions, this, wishes);
        composer = new Composer(chat, actions, this::jumpToNewest);
        people = new PeoplePanel(chat, actions, this::talkTo, composer::insert, WebLinks::open);
        JPanel middle = new JPanel(new MigLayout(
                "insets 0, fill, gap 0, hidemode 3",
                "[grow,fill]",
                "[][][grow,fill,shrinkprio 300][][shrinkprio 250][shrinkprio 250][shrinkprio 200]"));
        middle.setBorder(new Edge(Edge.RIGHT)); // where the lines of the header and the banner end
        UserInput.onPress(middle, this::focusComposer); // on a bare place: closes the side that lies over the middle
        middle.add(header, "cell 0 0, wmin 0");
        middle.add(strips.banner, "cell 0 1, wmin 0"); // not above the lists: a click there would miss, when it goes
        middle.add(transcript, "cell 0 2, wmin 0, hmin max(8s,min)");
        middle.add(strips.call, "cell 0 3, wmin 0");
        middle.add(strips.course, "cell 0 4, wmin 0, gapbottom 1s");
        middle.add(strips.poll, "cell 0 5, wmin 0");
        middle.add(composer, "cell 0 6, wmin 0");
        sides = new Sides(new JScrollPane(conversations), middle, people, this::refreshHeader);
        for (JComponent side : List.of(conversations, people)) {
            UserInput.onKey(side, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, "ESCAPE", this::focusComposer);
        }
        setLayout(new BorderLayout());
        add(sides);
        refresh();
    }

    /** Shows what has changed. */
    public void refresh() {
        keepFocus(this::showChanges);
    }

    private void showChanges() {
        views.refresh();
        TranscriptView open = views.open();
        if (open.getParent() != transcript) {
            transcript.removeAll();
            transcript.add(open);
            transcript.revalidate();
            transcript.repaint();
        }
        open.refresh();
        refreshHeader();
        conversations.refresh();
        refreshStrips();
        composer.show(chat.open());
        composer.refresh();
        people.refresh();
        if (rooms != null) {
            rooms.refresh();
        }
        if (classDialog != null) {
            classDialog.refresh();
        }
        if (classDialog == null || !classDialog.watchesCourse()) { // the server tells of one question at a time
            chat.courseNews().opened().ifPresent(actions::watch);
        }
    }

    private void refreshStrips() {
        keepFocus(() -> strips.refresh(getHeight() < Grid.px(LOW), views.open().isFinding()));
    }

    /** Where the changes remove or grey the button with the focus, the user can write at once. */
    private void keepFocus(Runnable changes) {
        Window window = SwingUtilities.getWindowAncestor(this);
        Component focused =
                window == null ? null : window.getMostRecentFocusOwner(); // also while the user is elsewhere
        boolean kept = focused instanceof JButton && isAncestorOf(focused);
        changes.run();
        if (kept && !(focused.isShowing() && focused.isEnabled())) {
            focusComposer();
        }
    }

    private void refreshHeader() {
        header.refresh(sides.left.isFolded(), sides.right.isFolded());
    }

    public void focusComposer() {
        composer.focus();
    }

    /** Opens a private conversation, and puts the focus where the user writes. */
    private void talkTo(String person) {
        actions.talkTo(person);
        focusComposer();
    }

    public void focusPeople() {
        sides.right.open();
        people.focus();
    }

    public void focusConversations() {
        sides.left.open();
        conversations.focus();
    }

    public void focusTranscript() {
        views.open().pane().requestFocusInWindow();
    }

    public void find() {
        views.open().openFind();
    }

    public void saveTranscript() {
        Conversation saved = chat.open();
        new SaveDialog(this, file -> actions.saved(saved, file))
                .save(saved.name(), views.open().text());
    }

    public void copyCode() {
        views.open().copyCode();
    }

    public void jumpToNewest() {
        views.open().jumpToNewest();
    }

    /** Goes to the message of the alert; without an alert, does nothing. */
    public void jumpToAlert() {
        chat.alert().ifPresent(alert -> {
            actions.show(alert.conversation());
            actions.dismissAlert();
            refresh(); // creates the view if needed
            views.open().jumpTo(alert.entry());
            focusComposer(); // the button, which had the focus, is hidden now
        });
    }

    /** Shows the conversation {@code step} rows further down; the first follows the last. */
    public void nextConversation(int step) {
        List<Conversation> all = chat.conversations();
        int next = Math.floorMod(all.indexOf(chat.open()) + step, all.size());
        actions.show(all.get(next));
    }

    /** Closes the open conversation if it is private. */
    public void closeConversation() {
        if (chat.open().isPrivate()) {
            actions.close(chat.open());
        }
    }

    public void showRooms() {
        if (rooms == null || !rooms.isShowing()) { // a new one, since the zoom may have changed
            rooms = new RoomsDialog(this, chat, actions, this::focusComposer);
        }
        rooms.ask();
    }

    /** Shows the page for instructors. */
    public void showClass() {
        if (classDialog == null || !classDialog.isShowing()) { // a new one, since the zoom may have changed
            classDialog = new ClassDialog(this, chat, actions, wishes.announcements());
        }
        classDialog.open();
    }

    /** Raises the hand of the user, or takes it down. */
    public void toggleHand() {
        HandButton.toggle(chat, actions);
    }

    /** Raises the hand of the user with a text that the user types first. */
    public void raiseHand() {
        questions.raiseHand();
    }

    public void focusPoll() {
        strips.poll.open();
        refreshStrips();
        strips.poll.focus(); // last, since the button with the focus may have given way
    }

    public void announce() {
        questions.announce();
    }

    public void enterKey() {
        questions.enterKey();
    }

    public void changeName() {
        questions.changeName();
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
        boolean anotherHeight = height != getHeight();
        super.setBounds(x, y, width, height);
        if (anotherHeight) {
            refreshStrips();
        }
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (views != null) { // null while the constructor of JPanel runs
            views.updateUI();
        }
    }
}
