package chatlab.swing;

import java.util.Locale;

/** Which colours the window has. */
enum Theme {
    LIGHT,
    DARK,
    /** As the desktop has it, as far as that can be found out. */
    SYSTEM;

    /** As it is typed and stored. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
