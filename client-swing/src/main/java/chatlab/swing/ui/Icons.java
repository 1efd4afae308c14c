package chatlab.swing.ui;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import com.formdev.flatlaf.extras.FlatSVGIcon.ColorFilter;
import javax.swing.Icon;

/** The icons: one family of vectors, 16 pixels high at a zoom of 100 %, in the colour of the text beside them. */
public final class Icons {
    private static final int SIZE = 16;

    private Icons() {}

    /** The icon of this name in the folder "icons". It is read when it is painted for the first time. */
    public static Icon get(String name) {
        FlatSVGIcon icon = new FlatSVGIcon("chatlab/swing/ui/icons/" + name + ".svg", SIZE, SIZE);
        icon.setColorFilter(new ColorFilter((component, color) -> component.getForeground()));
        return icon;
    }
}
