package chatlab.swing.transcript;

import javax.swing.text.AbstractDocument;
import javax.swing.text.BoxView;
import javax.swing.text.Document;
import javax.swing.text.Element;
import javax.swing.text.StyledEditorKit;
import javax.swing.text.View;
import javax.swing.text.ViewFactory;

/** Makes the views of a transcript. */
final class TranscriptKit extends StyledEditorKit {
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
