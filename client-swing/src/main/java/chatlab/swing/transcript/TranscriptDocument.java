package chatlab.swing.transcript;

import chatlab.swing.transcript.Paragraph.Kind;
import chatlab.swing.transcript.Paragraph.LinkAction;
import chatlab.swing.transcript.Paragraph.Run;
import chatlab.swing.transcript.Paragraph.Style;
import chatlab.swing.transcript.Paragraph.Tint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.event.DocumentEvent;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultStyledDocument;
import javax.swing.text.Element;
import javax.swing.text.Position;
import javax.swing.text.SimpleAttributeSet;

/**
 * The text of a transcript. Attributes say what a run is, not how it looks, so that a change of theme or zoom changes
 * nothing here. The kind of a paragraph is an attribute of its runs, since edits join and split paragraphs, but not
 * runs.
 */
final class TranscriptDocument extends DefaultStyledDocument {
    private static final long serialVersionUID = 1;

    private enum Key {
        KIND,
        TINT,
        WAITS,
        STYLE,
        DETAIL
    }

    /** Inserts whole paragraphs, in one edit. A paragraph must begin at {@code offset}. */
    void insert(int offset, List<Paragraph> paragraphs) {
        if (paragraphs.isEmpty()) {
            return;
        }
        boolean first = offset == 0;
        List<ElementSpec> specs = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            if (!first || !specs.isEmpty()) {
                endParagraph(specs); // also for the paragraph before, or it would absorb the first new one
            }
            int last = paragraph.runs().size() - 1;
            for (int i = 0; i <= last; i++) {
                Run run = paragraph.runs().get(i);
                char[] text = (i == last ? run.text() + "\n" : run.text()).toCharArray();
                specs.add(new ElementSpec(attributes(paragraph, run), ElementSpec.ContentType, text, 0, text.length));
            }
        }
        ElementSpec rest = endParagraph(specs);
        if (!first) {
            rest.setDirection(ElementSpec.JoinNextDirection);
        }
        try {
            insert(offset, specs.toArray(ElementSpec[]::new));
        } catch (BadLocationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ElementSpec endParagraph(List<ElementSpec> specs) {
        specs.add(new ElementSpec(null, ElementSpec.EndTagType));
        ElementSpec next = new ElementSpec(SimpleAttributeSet.EMPTY, ElementSpec.StartTagType);
        specs.add(next);
        return next;
    }

    void cut(int offset, int length) {
        if (length == 0) {
            return;
        }
        try {
            remove(offset, length);
        } catch (BadLocationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A place that moves with its text. */
    Position position(int offset) {
        try {
            return createPosition(offset);
        } catch (BadLocationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Lets the view of the paragraph at this place ask again what the paragraph is. */
    void touch(Position place) {
        fireChangedUpdate(new DefaultDocumentEvent(place.getOffset(), 1, DocumentEvent.EventType.CHANGE));
    }

    String all() {
        try {
            return getText(0, getLength());
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The action of this character; the end of a paragraph has none. */
    Optional<LinkAction> actionAt(int offset) {
        boolean isEnd = getParagraphElement(offset).getEndOffset() == offset + 1;
        return isEnd
                ? Optional.empty()
                : detailOf(getCharacterElement(offset)) instanceof LinkAction action
                        ? Optional.of(action)
                        : Optional.empty();
    }

    /** This offset, or where the headings end that begin there, such as the line of a day. */
    int belowRules(int offset) {
        Element paragraph = getParagraphElement(offset);
        boolean isAbove = kindOf(paragraph) == Kind.RULE && paragraph.getEndOffset() < getLength();
        return isAbove ? belowRules(paragraph.getEndOffset()) : offset;
    }

    static Kind kindOf(Element paragraph) {
        Object kind = paragraph.getElement(0).getAttributes().getAttribute(Key.KIND);
        return kind == null ? Kind.END : (Kind) kind;
    }

    /** The name in this paragraph, if it is the head of a message. */
    static Optional<String> nameOf(Element paragraph) {
        for (int i = 0; kindOf(paragraph) == Kind.HEAD && i < paragraph.getElementCount(); i++) {
            if (styleOf(paragraph.getElement(i)) == Style.NAME) {
                return Optional.of((String) detailOf(paragraph.getElement(i)));
            }
        }
        return Optional.empty();
    }

    static Tint tintOf(Element paragraph) {
        Object tint = paragraph.getElement(0).getAttributes().getAttribute(Key.TINT);
        return tint == null ? Tint.NONE : (Tint) tint;
    }

    /** Whether this paragraph begins a message that the server has not confirmed yet. */
    static boolean waits(Element paragraph) {
        return Boolean.TRUE.equals(paragraph.getElement(0).getAttributes().getAttribute(Key.WAITS));
    }

    static Style styleOf(Element run) {
        Object style = run.getAttributes().getAttribute(Key.STYLE);
        return style == null ? Style.TEXT : (Style) style;
    }

    static Object detailOf(Element run) {
        return run.getAttributes().getAttribute(Key.DETAIL);
    }

    private static AttributeSet attributes(Paragraph paragraph, Run run) {
        SimpleAttributeSet attributes = new SimpleAttributeSet();
        attributes.addAttribute(Key.KIND, paragraph.kind());
        attributes.addAttribute(Key.TINT, paragraph.tint());
        attributes.addAttribute(Key.WAITS, paragraph.waits());
        attributes.addAttribute(Key.STYLE, run.style());
        if (run.detail() != null) {
            attributes.addAttribute(Key.DETAIL, run.detail());
        }
        return attributes;
    }
}
