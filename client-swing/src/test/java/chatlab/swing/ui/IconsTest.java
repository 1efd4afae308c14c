package chatlab.swing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.testing.NeedsFonts;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.UIManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(NeedsFonts.class)
class IconsTest {
    @ParameterizedTest
    @MethodSource("names")
    void iconHasTheColourOfTheTextBesideIt(String name) {
        JLabel label = new JLabel();
        label.setForeground(Color.GREEN);
        Icon icon = Icons.get(name);
        BufferedImage image = new BufferedImage(icon.getIconWidth(), icon.getIconHeight(), BufferedImage.TYPE_INT_ARGB);
        icon.paintIcon(label, image.createGraphics(), 0, 0);

        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertThat(image.getWidth()).isEqualTo(16);
        assertThat(Arrays.stream(pixels).filter(pixel -> pixel >>> 24 > 0xC0).map(pixel -> pixel & 0xFFFFFF))
                .as("strong pixels of %s", name)
                .isNotEmpty()
                .containsOnly(0x00FF00);
    }

    @Test
    void aDiscThatIsKeptFollowsTheTheme() {
        String color = "Chat.disc" + Disc.number("ada");
        UIManager.put("semibold.font", new JLabel().getFont());
        Disc disc = new Disc("ada", 8);
        try {
            for (Color now : List.of(Color.RED, Color.GREEN)) {
                UIManager.put(color, now);
                BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
                disc.paintIcon(null, image.createGraphics(), 0, 0);
                assertThat(new Color(image.getRGB(4, disc.getIconHeight() / 2))).isEqualTo(now);
            }
        } finally {
            UIManager.put(color, null);
            UIManager.put("semibold.font", null);
        }
    }

    private static Stream<String> names() throws IOException, URISyntaxException {
        Path folder = Path.of(Icons.class.getResource("icons").toURI());
        return Files.list(folder).map(file -> file.getFileName().toString().replace(".svg", ""));
    }
}
