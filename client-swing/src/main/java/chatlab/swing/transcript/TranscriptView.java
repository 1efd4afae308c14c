package chatlab.swing.transcript;

import chatlab.protocol.Words;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Conversation;
import chatlab.swing.transcript.Paragraph.Deed;
import chatlab.swing.ui.ContextMenu;
import chatlab.swing.ui.SystemClipboard;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.event.MouseWheelEvent;
import java.time.Clock;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JLayeredPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/**
 * Shows a conversation: what was said, what waits to be delivered, the unread line. For the event dispatch thread only.
 */
public final class TranscriptView extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(TranscriptView.class);

    private final transient Conversation conversation;
    private final transient Actions actions;
    private final transient Clock clock;
    private final transient Consumer<String> opener;
    private final TranscriptPane pane = new TranscriptPane(this::perform);
    private final SteadyViewport viewport = new SteadyViewport(pane, this::showMissed);
    private final FindBar findBar = new FindBar(pane, viewport::show);
    private final JButton newest = new JButton();
    private final ContextMenu menu = new ContextMenu(WORDS);
    private final transient ShownEntries shown;
    private final transient Clippings clippings;

    private final transient Pace pace = new Pace();

    private boolean isAtWork;

    /** Messages of others that came while the reader was above. */
    private int missed;

    /** The entry to jump to as soon as it is shown; -1 for none. */
    private long wanted = -1;

    /** Shows {@code conversation}; {@code clock} says in which time zone the reader is. */
    public TranscriptView(Conversation conversation, Actions actions, Clock clock) {
        this(conversation, actions, clock, new LinkOpener());
    }

    /** {@code opener} opens the address of a link. */
    TranscriptView(Conversation conversation, Actions actions, Clock clock, Consumer<String> opener) {
        super(new BorderLayout());
        this.conversation = conversation;
        this.actions = actions;
        this.clock = clock;
        this.opener = opener;
        shown = new ShownEntries(conversation, pane.document(), clock.getZone());
        clippings = new Clippings(conversation.transcript(), shown);
        pane.setName("transcript");
        pane.setComponentPopupMenu(menu);
        add(findBar, BorderLayout.PAGE_START);
        add(new Overlay(scrollPane(), newestButton()));
        bind("END", this::jumpToNewest);
        bind("ctrl END", this::jumpToNewest);
        addMenuItems();
        refresh();
    }

    private JScrollPane scrollPane() {
        // Always with a bar, so that the text need not wrap anew when it begins to be needed.
        JScrollPane scroll =
                new JScrollPane(JScrollPane.VERTICAL_SCROLLBAR_ALWAYS, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER) {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected void processMouseWheelEvent(MouseWheelEvent e) {
                        if (e.isControlDown()) { // it zooms, as in browsers, and whoever is above sees to that
                            getParent().dispatchEvent(SwingUtilities.convertMouseEvent(this, e, getParent()));
                        } else {
                            super.processMouseWheelEvent(e);
                        }
                    }
                };
        scroll.setViewport(viewport);
        scroll.setPreferredSize(new Dimension(0, 0)); // as large as there is room
        return scroll;
    }

    private JButton newestButton() {
        newest.setName("newest");
        newest.setToolTipText(WORDS.get("newest.tip"));
        newest.setFocusable(false); // it comes and goes; the keyboard has the End key
        newest.setVisible(false);
        newest.addActionListener(e -> jumpToNewest());
        return newest;
    }

    private void addMenuItems() {
        menu.item("menu.copy", () -> pane.getSelectedText() != null, pane::copy);
        menu.item(
                "menu.copy-message",
                () -> clippings.messageAt(pane.popupOffset()).isPresent(),
                () -> clippings.messageAt(pane.popupOffset()).ifPresent(SystemClipboard::copy));
        menu.item(
                "menu.copy-code",
                () -> clippings.codeAt(pane.popupOffset()).isPresent(),
                () -> clippings.codeAt(pane.popupOffset()).ifPresent(SystemClipboard::copy));
        menu.item(
                "menu.open",
                () -> pane.document().deedAt(pane.popupOffset()).orElse(null) instanceof Deed.Open,
                () -> pane.doAt(pane.popupOffset()));
        menu.item("menu.find", () -> true, this::openFind);
    }

    /** Shows what has changed. Where that is much, it does a part, and goes on by itself in later events. */
    public void refresh() {
        if (!isAtWork) {
            work();
        }
    }

    private void work() {
        long start = System.nanoTime();
        isAtWork = !shown.step(pace.characters());
        viewport.validate(); // now and not when all else is done, so that its time is known
        long unread = conversation.unreadFrom().orElse(-1);
        pane.setUnread(shown.offsetOf(unread).orElse(-1));
        missed += shown.takeMessages();
        showMissed();
        String name = WORDS.get(conversation.isPrivate() ? "name.private" : "name", conversation.name());
        pane.getAccessibleContext().setAccessibleName(name);
        if (isAtWork) {
            pace.took(System.nanoTime() - start);
            SwingUtilities.invokeLater(this::work); // keys and drawing come in between
        } else {
            findBar.refresh();
            if (wanted >= 0) {
                jumpTo(wanted);
            }
        }
    }

    /** Whether nothing is left to do of the last {@link #refresh}. */
    boolean isUpToDate() {
        return !isAtWork;
    }

    private void showMissed() {
        missed = viewport.followsEnd() ? 0 : missed;
        newest.setText(WORDS.get("newest", missed));
        newest.setVisible(!viewport.followsEnd());
    }

    /** Shows the end, and goes on showing it. */
    public void jumpToNewest() {
        wanted = -1;
        pane.setCaretPosition(pane.getDocument().getLength());
        viewport.followEnd();
    }

    /** Shows the entry with this number, or the oldest one if that is forgotten. */
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

    /** Everything that is still known, as plain text with dates and times. */
    public String text() {
        return SavedText.of(conversation, clock.getZone());
    }

    /** Copies the code at the caret, or else the newest code, to the clipboard. Without any, nothing happens. */
    public void copyCode() {
        clippings.codeAt(pane.getCaretPosition()).or(clippings::newestCode).ifPresent(SystemClipboard::copy);
    }

    /** Where the text is, for the focus. */
    public JTextPane pane() {
        return pane;
    }

    private void perform(Deed deed, int offset) {
        if (deed instanceof Deed.Open open) {
            opener.accept(open.address());
        } else if (deed instanceof Deed.CopyCode) {
            clippings.codeAt(offset).ifPresent(SystemClipboard::copy);
        } else if (deed instanceof Deed.SendAgain again) {
            actions.sendAgain(conversation, again.lost());
        } else if (deed instanceof Deed.Discard discard) {
            actions.discard(discard.lost());
        }
    }

    private void bind(String key, Runnable run) {
        pane.registerKeyboardAction(e -> run.run(), KeyStroke.getKeyStroke(key), WHEN_FOCUSED);
    }

    /** A scroll pane, and a button that floats above its lower right corner. */
    private static final class Overlay extends JLayeredPane {
        private static final long serialVersionUID = 1;
        private static final int GAP = 12;

        private final JScrollPane below;
        private final JButton above;

        Overlay(JScrollPane below, JButton above) {
            this.below = below;
            this.above = above;
            add(below, DEFAULT_LAYER);
            add(above, PALETTE_LAYER);
        }

        @Override
        public void doLayout() {
            below.setBounds(0, 0, getWidth(), getHeight());
            Dimension size = above.getPreferredSize();
            int gap = UIScale.scale(GAP);
            int right = getWidth() - below.getVerticalScrollBar().getPreferredSize().width - gap;
            above.setBounds(right - size.width, getHeight() - gap - size.height, size.width, size.height);
        }

        @Override
        public Dimension getPreferredSize() {
            return below.getPreferredSize();
        }

        @Override
        public Dimension getMinimumSize() {
            return below.getMinimumSize();
        }
    }

    /** Finds out how much can be shown at a time without anybody noticing that the event dispatch thread is busy. */
    private static final class Pace {
        /** Of an event, with the layout. Much of it goes into what does not depend on how much is added. */
        private static final long NANOS = 15_000_000;

        /** The longest line that a server may send is about as long. */
        private static final int MIN_CHARACTERS = 4_000;

        private static final int MAX_CHARACTERS = 50_000;

        private int characters = MIN_CHARACTERS;

        /** How many characters to add next; the entry that crosses this is still added. */
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
