package chatlab.tutorials.grading;

import java.util.function.Consumer;
import javax.swing.JTextArea;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultCaret;
import javax.swing.text.Document;
import javax.swing.text.PlainDocument;

/** The text of a text area that tells when it is used. */
public final class WatchedText extends PlainDocument {
    private static final long serialVersionUID = 1;

    private final transient Runnable touched;
    private final transient Consumer<String> grown;
    private transient volatile String shown = "";

    /**
     * @param touched is called by each thread that uses the text or its area
     * @param grown is given the whole text when some has been added, by the thread that has added it, before {@link #shown} has it
     */
    public WatchedText(Runnable touched, Consumer<String> grown) {
        this.touched = touched;
        this.grown = grown;
    }

    /** A new text area that shows it. */
    public JTextArea area() {
        return new Area(this, touched);
    }

    /** The whole text, for any thread. */
    public String shown() {
        return shown;
    }

    @Override
    public void insertString(int offset, String text, AttributeSet attributes) throws BadLocationException {
        touched.run();
        super.insertString(offset, text, attributes);
        grown.accept(super.getText(0, getLength()));
        shown = super.getText(0, getLength());
    }

    @Override
    public void remove(int offset, int length) throws BadLocationException {
        touched.run();
        super.remove(offset, length);
        shown = super.getText(0, getLength());
    }

    @Override
    public String getText(int offset, int length) throws BadLocationException {
        touched.run();
        return super.getText(offset, length);
    }

    /** Without a look: it is not seen, and a look needs fonts, which not every machine without a display has. */
    private static final class Area extends JTextArea {
        private static final long serialVersionUID = 1;

        private final transient Runnable touched;

        Area(Document document, Runnable touched) {
            super(document);
            this.touched = touched;
            setCaret(new DefaultCaret()); // which a look brings otherwise
        }

        private void touch() {
            if (touched != null) { // in the constructor it is
                touched.run();
            }
        }

        @Override
        public Document getDocument() {
            touch();
            return super.getDocument();
        }

        @Override
        public void firePropertyChange(String property, boolean before, boolean after) {
            touch();
            super.firePropertyChange(property, before, after);
        }

        @Override
        protected void firePropertyChange(String property, Object before, Object after) {
            touch();
            super.firePropertyChange(property, before, after);
        }

        @Override
        public void updateUI() {
            // none
        }
    }
}
