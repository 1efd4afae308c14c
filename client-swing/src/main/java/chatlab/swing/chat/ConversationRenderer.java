package chatlab.swing.chat;

import chatlab.protocol.Words;
import chatlab.swing.ui.Palette;
import chatlab.swing.ui.Untrusted;
import java.awt.Color;
import java.awt.Font;

/** A conversation in the list: what is unread is bold and has a number. */
final class ConversationRenderer extends RowRenderer<ConversationsPanel.Row> {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(ConversationRenderer.class);

    ConversationRenderer() {
        super("[left,shrinkprio 200][left,grow]");
    }

    @Override
    void fill(ConversationsPanel.Row row, Color background) {
        state.setForeground(name.getForeground());
        if (row.conversation().isPrivate()) {
            name.setForeground(Palette.ofName(row.conversation().name(), background));
        }
        Font font = name.getFont().deriveFont(row.unread() > 0 ? Font.BOLD : Font.PLAIN);
        name.setFont(font);
        state.setFont(font);
        name.setText(Untrusted.text(row.name()));
        state.setText(row.unread() > 0 ? WORDS.get("conversation.unread", row.unread()) : "");
        getAccessibleContext().setAccessibleName(row.words());
    }
}
