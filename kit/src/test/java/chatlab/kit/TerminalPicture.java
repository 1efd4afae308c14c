package chatlab.kit;

import com.formdev.flatlaf.fonts.jetbrains_mono.FlatJetBrainsMonoFont;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Draws the screen of a terminal, at double scale: its text, the colours of the text, and the cursor. */
final class TerminalPicture {
    /** Text up to the next change of its colour, and the codes of that change. */
    private static final Pattern PIECE = Pattern.compile("([^\u001b]+)|\u001b\\[([0-9;]*)m");

    private static final Color BACKGROUND = new Color(0x0f1114);
    private static final Color TEXT = new Color(0xe4e6ea);
    private static final int FONT_SIZE = 28;
    private static final int ROW = 40;
    private static final int EDGE = 32;

    /** The eight basic colours of a terminal, as xterm has them. */
    private static final int[] BASIC = {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5};

    private final BufferedImage image;
    private final Graphics2D graphics;
    private final int cell;
    private final int baseline;

    private TerminalPicture(int columns, int rows) {
        FlatJetBrainsMonoFont.install();
        Font font = new Font(FlatJetBrainsMonoFont.FAMILY, Font.PLAIN, FONT_SIZE);
        FontMetrics metrics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                .createGraphics()
                .getFontMetrics(font);
        cell = metrics.charWidth('m');
        baseline = (ROW - metrics.getHeight()) / 2 + metrics.getAscent();
        image = new BufferedImage(2 * EDGE + columns * cell, 2 * EDGE + rows * ROW, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(font);
        graphics.setColor(BACKGROUND);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    }

    /** Writes the screen of the terminal, which has this many columns, as a PNG file. */
    static void save(Tmux terminal, int columns, Path file) throws IOException {
        List<String> screen = terminal.screen();
        TerminalPicture picture = new TerminalPicture(columns, screen.size());
        picture.fill(terminal.cursorColumn(), terminal.cursorRow());
        Color color = TEXT;
        for (int row = 0; row < screen.size(); row++) {
            color = picture.draw(screen.get(row), row, color);
        }
        picture.graphics.dispose();
        Files.createDirectories(file.getParent());
        ImageIO.write(picture.image, "png", file.toFile());
    }

    private void fill(int column, int row) {
        graphics.setColor(TEXT);
        graphics.fillRect(EDGE + column * cell, EDGE + row * ROW, cell, ROW);
    }

    /** Draws a row that begins in this colour; returns the colour at its end, in which the next row begins. */
    private Color draw(String text, int row, Color before) {
        Color color = before;
        int column = 0;
        Matcher piece = PIECE.matcher(text);
        for (int next = 0; next < text.length(); next = piece.end()) {
            if (!piece.find() || piece.start() != next) {
                throw new IllegalArgumentException("neither a text nor a colour: " + text.substring(next));
            }
            if (piece.group(1) == null) {
                color = color(piece.group(2));
                continue;
            }
            graphics.setColor(color);
            for (char letter : piece.group(1).toCharArray()) {
                graphics.drawString(String.valueOf(letter), EDGE + column * cell, EDGE + row * ROW + baseline);
                column++;
            }
        }
        return color;
    }

    private static Color color(String codes) {
        if (codes.isEmpty() || codes.equals("0") || codes.equals("39")) {
            return TEXT;
        }
        if (codes.matches("3[0-7]")) {
            return new Color(BASIC[codes.charAt(1) - '0']);
        }
        if (codes.matches("38;5;\\d+")) {
            return ofCube(Integer.parseInt(codes.substring("38;5;".length())));
        }
        throw new IllegalArgumentException("an unknown style: " + codes);
    }

    /** A colour of a terminal's 256: eight basic ones, a cube of 6 x 6 x 6, and 24 greys. */
    private static Color ofCube(int number) {
        if (number < BASIC.length) {
            return new Color(BASIC[number]);
        }
        if (number >= 232) {
            int grey = 8 + 10 * (number - 232);
            return new Color(grey, grey, grey);
        }
        int place = number - 16;
        return new Color(step(place / 36), step(place / 6 % 6), step(place % 6));
    }

    private static int step(int step) {
        return step == 0 ? 0 : 55 + 40 * step;
    }
}
