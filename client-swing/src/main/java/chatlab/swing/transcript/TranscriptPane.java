package chatlab.swing.transcript;

import chatlab.swing.transcript.Paragraph.Kind;
import chatlab.swing.transcript.Paragraph.LinkAction;
import chatlab.swing.transcript.Paragraph.Style;
import chatlab.swing.ui.Disc;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.ThemeColor;
import com.formdev.flatlaf.ui.FlatUIUtils;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JTextPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.text.AbstractDocument;
import javax.swing.text.BadLocationException;
import javax.swing.text.BoxView;
import javax.swing.text.Document;
import javax.swing.text.Element;
import javax.swing.text.Position;
import javax.swing.text.StyledEditorKit;
import javax.swing.text.TabSet;
import javax.swing.text.TabStop;
import javax.swing.text.View;
import javax.swing.text.ViewFactory;

/** The text of a transcript: the user reads it with the arrow keys, selects, copies, and clicks text with an action. */
final class TranscriptPane extends JTextPane {
    private static final long serialVersionUID = 1;
    private static final int TAB = 4;
    private static final int TABS = 50;

    /** The diameter of a disc, in steps of the grid. */
    private static final int DISC = 8;

    private final transient ObjIntConsumer<LinkAction> listener;
    private final transient IntFunction<String> timeAt;

    /** The fonts and the tab stops of code fit to this font. */
    private Font base;

    private final transient Map<Style, Font> fonts = new EnumMap<>(Style.class);
    private transient TabSet codeTabs;

    /** Where the unread line stands; null for none. */
    private transient Position unread;

    /** The paragraph under the mouse; null for none. */
    private transient Position hovered;

    private int popupOffset;

    /**
     * {@code listener} gets the action that the user has clicked, and its offset. {@code timeAt} tells the time of a
     * line, which stands beside the line under the mouse.
     */
    TranscriptPane(ObjIntConsumer<LinkAction> listener, IntFunction<String> timeAt) {
        this.listener = listener;
        this.timeAt = timeAt;
        setEditorKit(new TranscriptKit());
        setCaret(new SteadyCaret(this));
        setBorder(BorderFactory.createEmptyBorder()); // the paragraphs have insets
        setEditable(false);
        getAccessibleContext().setAccessibleDescription(""); // or a screen reader would say "text/plain"
        setDragEnabled(false);
        MouseAdapter mouse = new Mouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        registerKeyboardAction(e -> doAtCaret(), KeyStroke.getKeyStroke("ENTER"), WHEN_FOCUSED);
        updateUI();
    }

    Font font(Style style) {
        fit();
        return fonts.get(style);
    }

    TabSet codeTabs() {
        fit();
        return codeTabs;
    }

    private void fit() {
        if (getFont().equals(base)) {
            return;
        }
        base = getFont();
        for (Style style : Style.values()) {
            fonts.put(style, UIManager.getFont(style.font));
        }
        float stop = TAB * getFontMetrics(fonts.get(Style.CODE)).charWidth(' ');
        codeTabs = new TabSet(IntStream.rangeClosed(1, TABS)
                .mapToObj(number -> new TabStop(stop * number))
                .toArray(TabStop[]::new));
    }

    TranscriptDocument document() {
        return (TranscriptDocument) getDocument();
    }

    /** Draws the unread line above the paragraph that begins at {@code offset}; -1 for none. */
    void setUnread(int offset) {
        Position before = unread;
        if (offset == (before == null ? -1 : before.getOffset())) {
            return;
        }
        unread = offset < 0 ? null : document().position(offset);
        Stream.of(before, unread).filter(Objects::nonNull).forEach(document()::touch);
    }

    boolean isUnread(Element paragraph) {
        return unread != null && unread.getOffset() == paragraph.getStartOffset();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        // the look and feel would make it grey, since it cannot be edited
        setBackground(new Color(ThemeColor.SURFACE.color().getRGB()));
    }

    @Override
    protected void paintComponent(Graphics g) {
        super.paintComponent(g);
        paintMargin(g);
    }

    /** The disc stands beside the head and the line below, so it is drawn here and not with one of the two. */
    private void paintMargin(Graphics g) {
        Rectangle clip = g.getClipBounds();
        Element all = document().getDefaultRootElement();
        int index = all.getElementIndex(viewToModel2D(new Point(0, clip.y - Grid.px(2 * DISC))));
        double endOfDisc = 0;
        for (; index < all.getElementCount(); index++) {
            Element paragraph = all.getElement(index);
            Rectangle2D place = placeOf(paragraph.getStartOffset());
            if (place == null || place.getY() > clip.getMaxY()) {
                return;
            }
            Optional<String> name = TranscriptDocument.nameOf(paragraph);
            if (name.isPresent()) {
                new Disc(name.get(), DISC).paintIcon(this, g, Grid.px(ParagraphBox.MARGIN), (int) place.getY());
                endOfDisc = place.getY() + Grid.px(DISC);
            } else if (place.getY() >= endOfDisc) {
                paintDetail(g, detailOf(paragraph), place);
            }
        }
    }

    /** What stands beside a line: that the server has not confirmed it, or its time. */
    private String detailOf(Element paragraph) {
        if (TranscriptDocument.waits(paragraph)) {
            return "\u2026";
        }
        boolean isHovered = hovered != null && document().getParagraphElement(hovered.getOffset()) == paragraph;
        return isHovered && TranscriptDocument.kindOf(paragraph) != Kind.RULE
                ? timeAt.apply(paragraph.getStartOffset())
                : "";
    }

    private void paintDetail(Graphics g, String words, Rectangle2D line) {
        g.setFont(font(Style.DETAIL));
        g.setColor(ThemeColor.DIM.color());
        FontMetrics metrics = g.getFontMetrics();
        int x = Grid.px(ParagraphBox.TEXT - 2) - metrics.stringWidth(words);
        int y = (int) line.getCenterY() - metrics.getHeight() / 2 + metrics.getAscent();
        FlatUIUtils.drawString(this, g, words, Math.max(0, x), y);
    }

    private void hover(Position place) {
        hovered = place;
        repaint(0, getVisibleRect().y, Grid.px(ParagraphBox.TEXT), getVisibleRect().height);
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
        return point.x >= left.getX() && point.x < (isLastOfRow ? left.getX() + Grid.px(DISC / 2) : right.getX());
    }

    /** Where this character is; null beyond the end, and before the pane has a size. */
    Rectangle2D placeOf(int offset) {
        try {
            return modelToView2D(offset);
        } catch (BadLocationException e) {
            return null;
        }
    }

    /** Does the action of this character, if it has one. */
    void doAt(int offset) {
        document().actionAt(offset).ifPresent(action -> listener.accept(action, offset));
    }

    private void doAtCaret() {
        int caret = getCaretPosition();
        doAt(caret > 0 && document().actionAt(caret).isEmpty() ? caret - 1 : caret);
    }

    private final class Mouse extends MouseAdapter {
        @Override
        public void mouseMoved(MouseEvent e) {
            boolean canClick = actionUnder(e.getPoint()).isPresent();
            setCursor(Cursor.getPredefinedCursor(canClick ? Cursor.HAND_CURSOR : Cursor.TEXT_CURSOR));
            int start =
                    document().getParagraphElement(viewToModel2D(e.getPoint())).getStartOffset();
            if (hovered == null || hovered.getOffset() != start) {
                hover(document().position(start));
            }
        }

        @Override
        public void mouseExited(MouseEvent e) {
            hover(null);
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
                default -> new ParagraphBox.RunView(element);
            };
        }
    }
}
