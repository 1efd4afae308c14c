package chatlab.swing.model;

import java.util.ArrayList;
import java.util.List;

/** What the user has typed and that was not said yet. It goes along from one room to the next, so that it is never lost. */
final class Unsent {
    final List<Pending> pending;
    String draft = "";

    Unsent() {
        this(new ArrayList<>());
    }

    /** Of messages that were typed already. */
    Unsent(List<Pending> pending) {
        this.pending = pending;
    }
}
