package chatlab.swing.hood;

import javax.swing.JPanel;

/** A tab of the panel. For the event dispatch thread only. */
abstract class Page extends JPanel {
    private static final long serialVersionUID = 1;

    /** The panel is open from now on. */
    void opened() {}

    /** The panel is closed: nothing may be left running. May be called more than once. */
    void closed() {}

    /** Comes some times a second as long as this tab is the one to be seen. */
    void tick() {}

    /** Something of the chat may have changed. */
    void refresh() {}
}
