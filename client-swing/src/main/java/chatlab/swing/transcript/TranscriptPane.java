package chatlab.swing.transcript;

import chatlab.protocol.Words;
import chatlab.swing.transcript.Paragraph.Kind;
import chatlab.swing.transcript.Paragraph.LinkAction;
import chatlab.swing.transcript.Paragraph.Style;
import chatlab.swing.ui.Disc;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.ThemeColor;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import javax.swing.AbstractAction;
import javax.swing.JTextPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.text.AbstractDocument;
import javax.swing.text.BadLocationException;
import javax.swing.text.BoxView;
import javax.swing.text.Document;
import javax.swing.text.Element;
import javax.swing.text.StyledEditorKit;
import javax.swing.text.View;
import javax.swing.text.ViewFactory;

/** The text of a transcript: the user reads it with the arrow keys, selects, copies, and clicks text with an action. */
final class TranscriptPane extends JTextPane {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(TranscriptPane.class);

    /** The diameter of a disc, in steps of the grid. */
    private static final int DISC = 8;

    private final transient Look look;
    private final transient ObjIntConsumer<LinkAction> listener;
    private int unread = -1;
    private int popupOffset;

    /** {@code listener} gets the action that the user has clicked, and its offset. */
    TranscriptPane(ObjIntConsumer<LinkAction> listener) {
        this.listener = listener;
        look = new Look(this);
        setEditorKit(new TranscriptKit());
        setCaret(new SteadyCaret());
        setEditable(false);
        setDragEnabled(false);
        MouseAdapter mouse = new Mouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "do");
        getActionMap().put("do", new DoAtCaret());
        updateUI();
    }

    static Look lookOf(View view) {
        return ((TranscriptPane) view.getContainer()).look;
    }

    TranscriptDocument document() {
        return (TranscriptDocument) getDocument();
    }

    /** Draws the unread line above the paragraph that begins at {@code offset}; -1 for none. */
    void setUnread(int offset) {
        if (offset != unread) {
            unread = offset;
            repaint();
        }
    }

    @Override
    public void updateUI() {
        super.updateUI();
        // the look and feel would make it grey, since it cannot be edited
        setBackground(new Color(ThemeColor.SURFACE.color().getRGB()));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        paintDiscs(graphics);
        Rectangle2D line = unread < 0 || unread >= getDocument().getLength() ? null : placeOf(unread);
        if (line != null) {
            Graphics2D g = (Graphics2D) graphics.create();
            paintUnread(g, (int) line.getY());
            g.dispose();
        }
    }

    /** The disc stands beside the head and the line below, so it is drawn here and not with one of the two. */
    private void paintDiscs(Graphics g) {
        Rectangle clip = g.getClipBounds();
        int above = Grid.px(2 * DISC);
        Element all = document().getDefaultRootElement();
        int index = all.getElementIndex(viewToModel2D(new Point(0, clip.y - above)));
        for (; index < all.getElementCount(); index++) {
            Element paragraph = all.getElement(index);
            Rectangle2D place = placeOf(paragraph.getStartOffset());
            if (place == null || place.getY() > clip.getMaxY()) {
                return;
            }
            TranscriptDocument.nameOf(paragraph)
                    .ifPresent(name ->
                            new Disc(name, DISC).paintIcon(this, g, Grid.px(ParagraphBox.MARGIN), (int) place.getY()));
        }
    }

    private void paintUnread(Graphics2D g, int below) {
        boolean hasRoomAbove = TranscriptDocument.kindOf(document().getParagraphElement(unread)) != Kind.BODY;
        int y = below - (hasRoomAbove ? Grid.px(2) : 1);
        String word = WORDS.get("new");
        Object smooth = UIManager.get(RenderingHints.KEY_TEXT_ANTIALIASING);
        if (smooth != null) {
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, smooth);
        }
        g.setFont(look.font(Style.HEADING));
        FontMetrics metrics = g.getFontMetrics();
        int left = Grid.px(ParagraphBox.MARGIN);
        int gap = Grid.px(2);
        int x = (getWidth() - metrics.stringWidth(word)) / 2;
        g.setColor(ThemeColor.RED.color());
        g.fillRect(left, y, x - gap - left, 1);
        g.fillRect(getWidth() - x + gap, y, x - gap - left, 1);
        g.drawString(word, x, y - metrics.getHeight() / 2 + metrics.getAscent());
    }

    /** Leaves the view where it is: the first text has moved the caret, which no position at offset 0 follows. */
    void keepPlace() {
        ((SteadyCaret) getCaret()).look();
    }

    /** The offset at which the context menu was last opened. */
    int popupOffset() {
        return popupOffset;
    }

    /** The keyboard opens the menu at the caret. */
    @Override
    public Point getPopupLocation(MouseEvent event) {
        popupOffset = event == null ? getCaretPosition() : viewToModel2D(event.getPoint());
        Rectangle2D caret = event == null ? placeOf(getCaretPosition()) : null;
        return caret == null ? super.getPopupLocation(event) : new Point((int) caret.getX(), (int) caret.getMaxY());
    }

    /** The offset of the character at this point, if that has an action. */
    private Optional<Integer> actionUnder(Point point) {
        int near = viewToModel2D(point); // it may be the character before
        for (int offset = Math.max(0, near - 1); offset <= near; offset++) {
            if (document().actionAt(offset).isPresent() && covers(offset, point)) {
                return Optional.of(offset);
            }
        }
        return Optional.empty();
    }

    private boolean covers(int offset, Point point) {
        Rectangle2D left = placeOf(offset);
        Rectangle2D right = placeOf(offset + 1);
        if (left == null || right == null || point.y < left.getY() || point.y >= left.getMaxY()) {
            return false;
        }
        boolean isLastOfRow = right.getY() > left.getY();
        return point.x >= left.getX() && point.x < (isLastOfRow ? left.getX() + look.em(1) : right.getX());
    }

    private Rectangle2D placeOf(int offset) {
        try {
            return modelToView2D(offset);
        } catch (BadLocationException e) {
            return null; // beyond the end
        }
    }

    /** Does the action of this character, if it has one. */
    void doAt(int offset) {
        document().actionAt(offset).ifPresent(action -> listener.accept(action, offset));
    }

    private final class DoAtCaret extends AbstractAction {
        private static final long serialVersionUID = 1;

        @Override
        public void actionPerformed(ActionEvent e) {
            int caret = getCaretPosition();
            doAt(caret > 0 && document().actionAt(caret).isEmpty() ? caret - 1 : caret);
        }
    }

    private final class Mouse extends MouseAdapter {
        @Override
        public void mouseMoved(MouseEvent e) {
            boolean canClick = actionUnder(e.getPoint()).isPresent();
            setCursor(Cursor.getPredefinedCursor(canClick ? Cursor.HAND_CURSOR : Cursor.TEXT_CURSOR));
        }

        @Override
        public void mouseClicked(MouseEvent e) {
            if (SwingUtilities.isLeftMouseButton(e) && getSelectionStart() == getSelectionEnd()) {
                actionUnder(e.getPoint()).ifPresent(TranscriptPane.this::doAt);
            }
        }
    }

    /** Makes the views of a transcript. */
    private static final class TranscriptKit extends StyledEditorKit {
        private static final long serialVersionUID = 1;

        @Override
        public Document createDefaultDocument() {
            return new TranscriptDocument();
        }

        @Override
        public ViewFactory getViewFactory() {
            return TranscriptKit::view;
        }

        private static View view(Element element) {
            return switch (element.getName()) {
                case AbstractDocument.ParagraphElementName -> new ParagraphBox(element);
                case AbstractDocument.SectionElementName -> new BoxView(element, View.Y_AXIS);
                default -> new RunView(element);
            };
        }
    }
}
