package chatlab.swing;

import java.util.Locale;

/** The colours of the window. */
enum Theme {
    LIGHT,
    DARK,
    /** As on the desktop, where the program can find that out. */
    SYSTEM;

    /** The theme as the user types it and as it is stored. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
