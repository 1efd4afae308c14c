package chatlab.swing.ui;

import chatlab.protocol.Words;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;

/** How many people have chosen an answer: the answer and the number, and below them a bar as long as the share. */
public final class CountBar extends RoundPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(CountBar.class);

    /** In steps of the grid. */
    private static final int WIDTH = 44;

    private static final int HEIGHT = 8;
    private static final int ARC = 3;

    private final double share;

    /** {@code mine}: the user has chosen this answer. */
    public CountBar(String option, int count, int all, boolean mine) {
        super(new MigLayout("insets 0 2s 0 2s, fill, gap 2s", "[grow,fill][]"));
        share = all == 0 ? 0 : Math.min(1, count / (double) all);
        draw(ThemeColor.CODE, null);
        JLabel name = new JLabel(Untrusted.text(option), mine ? Icons.get("check") : null, JLabel.LEADING);
        name.setForeground(ThemeColor.TEXT.color());
        add(name, "wmin 0");
        add(new JLabel(WORDS.get("count", count)));
        String words = WORDS.get(mine ? "count.bar.mine" : "count.bar", option, count, all);
        setToolTipText(Untrusted.text(words));
        getAccessibleContext().setAccessibleName(words);
    }

    @Override
    public Dimension getPreferredSize() {
        int needed = super.getPreferredSize().width;
        return new Dimension(Math.max(needed, Grid.px(WIDTH)), Grid.px(HEIGHT));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(ThemeColor.SELECTION.color());
        int arc = Grid.px(ARC);
        Shape round = new RoundRectangle2D.Double(0, 0, getWidth(), getHeight(), arc, arc);
        g.clip(new Rectangle2D.Double(0, 0, share * getWidth(), getHeight()));
        g.fill(round);
        g.dispose();
    }
}
