package chatlab.swing.model;

import java.util.ArrayList;
import java.util.List;

/** What the user has typed and that was not said yet. It goes along from one room to the next, so that it is never lost. */
final class Unsent {
    final List<Pending> pending = new ArrayList<>();
    String draft = "";
}
