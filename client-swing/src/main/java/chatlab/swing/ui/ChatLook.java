package chatlab.swing.ui;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import com.formdev.flatlaf.fonts.jetbrains_mono.FlatJetBrainsMonoFont;

/** The look of all windows: FlatLaf with the colours, sizes and fonts of the folder "theme". */
public final class ChatLook {
    private ChatLook() {}

    /** Sets it up, light or dark. For the event dispatch thread only; windows that are open need an update. */
    public static void set(boolean dark) {
        Grid.install();
        FlatLaf.registerCustomDefaultsSource("chatlab.swing.theme");
        // Not the other weights, which are not used: each takes time at the start.
        FlatInterFont.installStyle(FlatInterFont.STYLE_REGULAR);
        FlatInterFont.installStyle(FlatInterFont.STYLE_SEMIBOLD);
        FlatJetBrainsMonoFont.installLazy();
        FlatLaf.setPreferredFontFamily(FlatInterFont.FAMILY);
        FlatLaf.setPreferredSemiboldFontFamily(FlatInterFont.FAMILY_SEMIBOLD);
        FlatLaf.setPreferredMonospacedFontFamily(FlatJetBrainsMonoFont.FAMILY);
        FlatLaf.setup(dark ? new FlatDarkLaf() : new FlatLightLaf());
    }
}
