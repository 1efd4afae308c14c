package chatlab.cli;

import chatlab.protocol.Name;
import org.jline.utils.AttributedStyle;

/** Colours. Each name always has the same one; all of them can be read on black and on white. */
final class Palette {
    /** The colours, of a terminal's 256, that stand out from black and from white. */
    static final int[] NAMES = {160, 28, 32, 130, 133, 30, 100, 62, 162, 66, 94, 128};

    /** The grey of what matters less. */
    static final int GREY = 244;

    private static final int[] FEW = {
        AttributedStyle.RED, AttributedStyle.GREEN, AttributedStyle.BLUE, AttributedStyle.MAGENTA, AttributedStyle.CYAN
    };

    private final int colours;

    /** For a terminal that has this many colours; with less than 8 there are none at all. */
    Palette(int colours) {
        this.colours = colours;
    }

    /** See no-color.org: a user that sets this variable wants no colours. */
    static Palette of(Integer maxColours, String noColor) {
        boolean none = noColor != null && !noColor.isEmpty();
        return new Palette(none || maxColours == null ? 0 : maxColours);
    }

    AttributedStyle name(String name) {
        int[] choice = colours >= 256 ? NAMES : FEW;
        int colour = choice[Math.floorMod(Name.keyOf(name).hashCode(), choice.length)];
        return colours < 8 ? AttributedStyle.DEFAULT : AttributedStyle.DEFAULT.foreground(colour);
    }

    AttributedStyle aside() {
        return colours < 256 ? AttributedStyle.DEFAULT : AttributedStyle.DEFAULT.foreground(GREY);
    }

    AttributedStyle error() {
        return colours < 8 ? AttributedStyle.DEFAULT : AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
    }
}
