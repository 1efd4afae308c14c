package chatlab.swing.hood;

import chatlab.protocol.Text;
import chatlab.protocol.Words;
import chatlab.swing.ui.SystemClipboard;
import chatlab.swing.ui.TextEditing;
import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** All of one line, or its bytes. */
final class LineDetail extends JScrollPane {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(LineDetail.class);
    private static final int ROWS = 3;

    private final JTextArea text = TextEditing.install(Widgets.text(""));

    LineDetail() {
        text.setName("wireDetail");
        text.setRows(ROWS);
        text.getAccessibleContext().setAccessibleName(WORDS.get("wire.detail"));
        text.putClientProperty(FlatClientProperties.STYLE_CLASS, "monospaced");
        setViewportView(text);
    }

    void show(WireLine line, boolean bytes) {
        String masked = line.masked() ? WORDS.get("wire.masked", line.bytes()) : "";
        if (bytes) {
            set(HexDump.of(line.text() + (line.hasEnd() ? "\n" : "")) + masked, false);
        } else {
            set(Text.clean(line.text()) + "\n" + Explain.line(line) + "\n" + masked, true);
        }
    }

    void showHint(String words) {
        set(words, true);
    }

    void copy() {
        SystemClipboard.copy(text.getText());
    }

    private void set(String words, boolean wrap) {
        if (!words.equals(text.getText())) {
            text.setLineWrap(wrap);
            text.setText(words);
            text.setCaretPosition(0);
        }
    }
}
