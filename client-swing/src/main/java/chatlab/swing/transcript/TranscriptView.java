package chatlab.swing.transcript;

import chatlab.protocol.Words;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Conversation;
import chatlab.swing.model.Entry.Said;
import chatlab.swing.transcript.Paragraph.LinkAction;
import chatlab.swing.ui.ContextMenu;
import chatlab.swing.ui.SystemClipboard;
import chatlab.swing.ui.UserInput;
import chatlab.swing.ui.WrappingLabel;
import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.event.MouseWheelEvent;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JLayeredPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextPane;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/**
 * Shows a conversation: messages, pending messages, and the unread line. For the event dispatch thread only.
 */
public final class TranscriptView extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(TranscriptView.class);

    private final transient Conversation conversation;
    private final transient Actions actions;
    private final transient Clock clock;
    private final transient Consumer<String> opener;
    private final TranscriptPane pane = new TranscriptPane(this::perform, this::timeAt);
    private final SteadyViewport viewport = new SteadyViewport(pane, this::showMissed);
    private final FindBar findBar = new FindBar(pane, viewport::show);
    private final JButton newest = new JButton();
    private final JLabel empty = new WrappingLabel();
    private final ContextMenu menu = new ContextMenu(WORDS);
    private final transient ShownEntries shown;

    private final transient Pace pace = new Pace();

    private boolean isAtWork;

    /** The number of messages of other people that came while the end was out of sight. */
    private int missed;

    /** The entry to jump to once it is shown; -1 for none. */
    private long wanted = -1;

    /** Shows {@code conversation}, with times in the time zone of {@code clock}. */
    public TranscriptView(Conversation conversation, Actions actions, Clock clock) {
        this(conversation, actions, clock, WebLinks::open);
    }

    /** {@code opener} opens the address of a link. */
    TranscriptView(Conversation conversation, Actions actions, Clock clock, Consumer<String> opener) {
        super(new BorderLayout());
        this.conversation = conversation;
        this.actions = actions;
        this.clock = clock;
        this.opener = opener;
        shown = new ShownEntries(conversation, pane.document(), clock);
        pane.setName("transcript");
        pane.setComponentPopupMenu(menu);
        add(findBar, BorderLayout.PAGE_START);
        add(layers());
        UserInput.onKey(pane, WHEN_FOCUSED, "END", this::jumpToNewest);
        UserInput.onKey(pane, WHEN_FOCUSED, "ctrl END", this::jumpToNewest);
        addMenuItems();
        refresh();
    }

    /** The pane, and what floats above it: the words of an empty transcript, and the button in the lower right corner. */
    private JLayeredPane layers() {
        empty.setName("empty");
        empty.setText(WORDS.get("empty"));
        empty.setHorizontalAlignment(SwingConstants.CENTER);
        empty.putClientProperty(FlatClientProperties.STYLE, "foreground: $Chat.dim");
        JLayeredPane layers = new JLayeredPane();
        layers.setLayout(new MigLayout("insets 0, hidemode 3"));
        layers.setLayer(empty, JLayeredPane.PALETTE_LAYER);
        layers.setLayer(newest, JLayeredPane.PALETTE_LAYER);
        layers.add(scrollPane(), "pos 0 0 container.x2 container.y2");
        layers.add(empty, "pos 4s 0 (container.x2-4s) container.y2, wmin 0, hmin 0");
        layers.add(newestButton(), "pos null null (container.x2-6s) (container.y2-3s)");
        return layers;
    }

    private JScrollPane scrollPane() {
        // always with a bar, so that its appearance does not change the width and wrap the text again
        JScrollPane scroll =
                new JScrollPane(JScrollPane.VERTICAL_SCROLLBAR_ALWAYS, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER) {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected void processMouseWheelEvent(MouseWheelEvent e) {
                        if (e.isControlDown()) { // zoom: the window handles it
                            getParent().dispatchEvent(SwingUtilities.convertMouseEvent(this, e, getParent()));
                        } else {
                            super.processMouseWheelEvent(e);
                        }
                    }
                };
        scroll.setViewport(viewport);
        scroll.setBorder(null);
        scroll.setPreferredSize(new Dimension(0, 0)); // as large as there is room
        return scroll;
    }

    private JButton newestButton() {
        newest.setName("newest");
        newest.setToolTipText(WORDS.get("newest.tip"));
        newest.setFocusable(false); // it appears and disappears; with the keyboard, End does the same
        newest.setVisible(false);
        newest.addActionListener(e -> jumpToNewest());
        return newest;
    }

    private void addMenuItems() {
        menu.item("menu.copy", () -> pane.getSelectedText() != null, pane::copy);
        menu.item(
                "menu.copy-message",
                () -> shown.messageAt(pane.popupOffset()).isPresent(),
                () -> shown.messageAt(pane.popupOffset()).ifPresent(SystemClipboard::copy));
        menu.item(
                "menu.copy-code",
                () -> shown.codeAt(pane.popupOffset()).isPresent(),
                () -> shown.codeAt(pane.popupOffset()).ifPresent(SystemClipboard::copy));
        menu.item(
                "menu.open",
                () -> pane.document().actionAt(pane.popupOffset()).orElse(null) instanceof LinkAction.Open,
                () -> pane.doAt(pane.popupOffset()));
        menu.item("menu.find", () -> true, this::openFind);
    }

    /** Adds an item to the menu, which is there only on messages for which it {@code isOffered}. */
    public void addMessageItem(String words, Predicate<Said> isOffered, Consumer<Said> action) {
        menu.optionalItem(
                words,
                () -> messageAtMenu().filter(isOffered).isPresent(),
                () -> messageAtMenu().ifPresent(action));
    }

    private Optional<Said> messageAtMenu() {
        return shown.entryAt(pane.popupOffset()).filter(Said.class::isInstance).map(Said.class::cast);
    }

    /** Shows what has changed. Does a large change in parts, each in an event of its own. */
    public void refresh() {
        if (!isAtWork) {
            work();
        }
    }

    private void work() {
        long start = System.nanoTime();
        boolean wasEmpty = isEmpty();
        isAtWork = !shown.step(pace.characters());
        if (wasEmpty) {
            pane.keepPlace();
        }
        empty.setVisible(isEmpty());
        viewport.validate(); // now, so that the time of the layout counts
        long unread = conversation.unreadFrom().orElse(-1);
        pane.setUnread(shown.belowDay(unread).orElse(-1));
        missed += shown.takeMessages();
        showMissed();
        String name = WORDS.get(conversation.isPrivate() ? "name.private" : "name", conversation.name());
        pane.getAccessibleContext().setAccessibleName(name);
        if (isAtWork) {
            pace.took(System.nanoTime() - start);
            SwingUtilities.invokeLater(this::work); // lets keys and painting through in between
        } else {
            findBar.refresh();
            if (wanted >= 0) {
                jumpTo(wanted);
            }
        }
    }

    private boolean isEmpty() {
        return pane.getDocument().getLength() == 0;
    }

    /** Whether the last {@link #refresh} is complete. */
    boolean isUpToDate() {
        return !isAtWork;
    }

    private void showMissed() {
        missed = viewport.followsEnd() ? 0 : missed;
        newest.setText(WORDS.get("newest", missed));
        newest.setVisible(!viewport.followsEnd());
    }

    /** Scrolls to the end, and keeps it in sight. */
    public void jumpToNewest() {
        wanted = -1;
        pane.setCaretPosition(pane.getDocument().getLength());
        viewport.followEnd();
    }

    /** Scrolls to the entry with this number, or to the oldest entry if that one is forgotten. */
    public void jumpTo(long entryNumber) {
        boolean isToCome = isAtWork && entryNumber >= shown.end();
        wanted = isToCome ? entryNumber : -1;
        if (!isToCome) {
            int offset = shown.offsetOf(entryNumber).orElse(0);
            pane.setCaretPosition(offset);
            viewport.show(offset);
        }
    }

    /** Opens the find bar and puts the focus there. */
    public void openFind() {
        findBar.open();
    }

    public boolean isFinding() {
        return findBar.isVisible();
    }

    /** Runs the action when the find bar opens or closes. */
    public void onFind(Runnable action) {
        findBar.onVisible(action);
    }

    /** The whole conversation as plain text with dates and times, apart from forgotten messages. */
    public String text() {
        return SavedText.of(conversation, clock.getZone());
    }

    /** Copies the code at the caret, or else the newest code, to the clipboard. Without code, does nothing. */
    public void copyCode() {
        shown.codeAt(pane.getCaretPosition()).or(shown::newestCode).ifPresent(SystemClipboard::copy);
    }

    /** The component that takes the focus. */
    public JTextPane pane() {
        return pane;
    }

    private String timeAt(int offset) {
        return shown.timeAt(offset);
    }

    private void perform(LinkAction action, int offset) {
        if (action instanceof LinkAction.Open open) {
            opener.accept(open.address());
        } else if (action instanceof LinkAction.CopyCode) {
            shown.codeAt(offset).ifPresent(SystemClipboard::copy);
        } else if (action instanceof LinkAction.SendAgain again) {
            actions.sendAgain(conversation, again.lost());
        } else if (action instanceof LinkAction.Discard discard) {
            actions.discard(discard.lost());
        }
    }

    /** Adapts the number of characters shown in one event, so that the event dispatch thread is never busy for long. */
    private static final class Pace {
        /** The time that an event may take, with the layout. Much of it does not depend on the number of characters. */
        private static final long NANOS = 15_000_000;

        /** About the length of the longest line that a server may send. */
        private static final int MIN_CHARACTERS = 4_000;

        private static final int MAX_CHARACTERS = 50_000;

        private int characters = MIN_CHARACTERS;

        /** The number of characters to add next; the entry that exceeds it is added completely. */
        int characters() {
            return characters;
        }

        void took(long nanos) {
            characters = nanos > NANOS
                    ? Math.max(MIN_CHARACTERS, characters / 2)
                    : Math.min(MAX_CHARACTERS, characters * 3 / 2);
        }
    }
}
