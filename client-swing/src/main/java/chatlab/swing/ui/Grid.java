package chatlab.swing.ui;

import com.formdev.flatlaf.util.UIScale;

/** The grid that all sizes stand on. */
public final class Grid {
    private static final int STEP = 4;

    private Grid() {}

    /** This many steps in pixels: four pixels for each step, at a zoom of 100 %. */
    public static int px(int steps) {
        return UIScale.scale(STEP * steps);
    }
}
