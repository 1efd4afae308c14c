package chatlab.swing.ui;

import com.formdev.flatlaf.util.UIScale;
import net.miginfocom.layout.ComponentWrapper;
import net.miginfocom.layout.ContainerWrapper;
import net.miginfocom.layout.UnitConverter;
import net.miginfocom.layout.UnitValue;

/** The grid that all sizes stand on. Its unit in the constraints of MigLayout is {@code s}: {@code "insets 2s"}. */
public final class Grid {
    private static final int STEP = 4;
    private static final UnitConverter STEPS = new Steps();

    private Grid() {}

    /** This many steps in pixels: four pixels for each step, at a zoom of 100 %. */
    public static int px(int steps) {
        return UIScale.scale(STEP * steps);
    }

    /** Lets all layouts know the unit. */
    static void install() {
        UnitValue.removeGlobalUnitConverter(STEPS); // or a second call would add it again
        UnitValue.addGlobalUnitConverter(STEPS);
    }

    private static final class Steps extends UnitConverter {
        @Override
        public int convertToPixels(
                float value,
                String unit,
                boolean isHorizontal,
                float reference,
                ContainerWrapper parent,
                ComponentWrapper component) {
            return unit.equals("s") ? Math.round(UIScale.scale(STEP * value)) : UNABLE;
        }
    }
}
