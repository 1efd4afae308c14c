package chatlab.swing.chat;

import chatlab.client.Participant;
import chatlab.swing.ui.Palette;
import chatlab.swing.ui.Untrusted;
import java.awt.Color;
import java.awt.Font;

/** Somebody in the list: the name in its colour, and the state in words. */
final class PersonRenderer extends RowRenderer<Participant> {
    private static final long serialVersionUID = 1;

    PersonRenderer() {
        super("[left,grow,fill,shrinkprio 200][right]");
    }

    @Override
    void fill(Participant person, Color background) {
        name.setForeground(Palette.ofName(person.name(), background));
        if (person.me()) {
            name.setFont(name.getFont().deriveFont(Font.BOLD));
        }
        name.setText(Untrusted.text(person.name()));
        state.setText(PersonWords.state(person));
        getAccessibleContext().setAccessibleName(PersonWords.nameAndState(person));
    }
}
