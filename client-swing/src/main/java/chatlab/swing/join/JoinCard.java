package chatlab.swing.join;

import chatlab.client.Finder;
import chatlab.protocol.Words;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.Logo;
import chatlab.swing.ui.Problem;
import chatlab.swing.ui.RoundPanel;
import chatlab.swing.ui.TextEditing;
import chatlab.swing.ui.ThemeColor;
import chatlab.swing.ui.Untrusted;
import chatlab.swing.ui.UserInput;
import chatlab.swing.ui.WrappingLabel;
import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;

/** The card of the join page: its parts, their places, and which of them are in view. The page decides what they do. */
final class JoinCard extends RoundPanel implements ServerList.Listener {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(JoinCard.class);

    final JTextField name = TextEditing.install(new JTextField());
    final AddressField address = new AddressField(WORDS.get("address.example"));
    final ServerList servers;
    final JButton join;
    final JButton cancel;
    final Problem nameProblem = new Problem();
    private final JLabel serversLabel;
    private final JButton unfold = Labels.button("unfold", "link", WORDS.get("address.unfold"), () -> {
        foldAddress(false);
        focus(address.field());
    });
    private final JLabel addressLabel = Labels.heading(WORDS.get("address"), address);
    final Problem serverProblem = new Problem();
    private final JProgressBar progress = new JProgressBar();
    private final JLabel doing = new WrappingLabel();
    private final JPanel connecting = row(doing);

    JoinCard(Callable<Finder> finders, Runnable join, Runnable cancel) {
        super(new MigLayout("insets 0 7s 0 7s, fillx, wrap 1, hidemode 3, gap 0", "[grow, fill]"));
        this.servers = new ServerList(finders, address, this);
        this.serversLabel = Labels.heading(WORDS.get("servers"), servers.rows());
        this.join = Labels.button("join", "primary", WORDS.get("join"), join);
        this.cancel = Labels.button("cancel", "quiet", WORDS.get("cancel"), cancel);
        name.setName("name");
        name.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, WORDS.get("name.empty"));
        progress.setIndeterminate(true);
        progress.setName("progress");
        doing.setName("doing");
        layOut();
        foldAddress(true);
        showProgress(Optional.empty());
    }

    private void layOut() {
        JButton again = Labels.button("again", "link", WORDS.get("servers.again"), servers::search);
        JLabel heading = new JLabel(WORDS.get("heading"));
        heading.putClientProperty(FlatClientProperties.STYLE_CLASS, "h1");
        draw(ThemeColor.SURFACE, ThemeColor.HAIRLINE);
        add(new JLabel(), "h 3s:7s"); // these spaces shrink where the window is low
        add(new JLabel(new Logo(10)), "alignx left, growx 0");
        add(heading, "gaptop 3s");
        add(servers.state, "wmin 0, hmin pref");
        add(new JLabel(), "h 2s:5s");
        add(Labels.heading(WORDS.get("name"), name));
        add(name, "gaptop 2s, wmin 0, hmin 9s");
        add(nameProblem, "gaptop 2s, wmin 2s");
        add(new JLabel(), "h 2s:5s");
        add(row(serversLabel, again), "wmin 0");
        add(servers, "gaptop 2s, wmin 0, hmin pref");
        add(unfold, "gaptop 2s, wmin 0, alignx left, growx 0");
        add(addressLabel, "gaptop 3s");
        add(address, "gaptop 2s, wmin 0, hmin 9s");
        add(serverProblem, "gaptop 2s, wmin 2s");
        JPanel foot = row(join, cancel);
        connecting.add(progress, "w 12s!");
        foot.add(connecting, "wmin 0, growx, pushx", 0);
        add(new JLabel(), "h 2s:6s");
        add(foot, "wmin 0, hmin max(9s,pref)");
        add(new JLabel(), "h 3s:7s");
        for (JComponent part : List.of(name, servers.rows(), unfold, address.field(), join, cancel, again)) {
            UserInput.onFocus(part, () -> scrollTo(part));
        }
    }

    /** A row of parts, of which some may be hidden. The last one stands at the right. */
    private static JPanel row(JComponent first, JComponent... others) {
        JPanel row = new JPanel(new MigLayout("insets 0, fill, hidemode 3, gap 2s"));
        row.setOpaque(false);
        row.add(first, "wmin 0, grow, pushx");
        for (JComponent other : others) {
            row.add(other, "wmin pref, growy");
        }
        return row;
    }

    /** While the client is connecting, this is in the place of the button. */
    void showProgress(Optional<String> server) {
        join.setVisible(server.isEmpty());
        connecting.setVisible(server.isPresent());
        doing.setText(server.map(where -> WORDS.get("connecting", where)).orElse(""));
    }

    void foldAddress(boolean folded) {
        unfold.setVisible(folded);
        addressLabel.setVisible(!folded);
        address.setVisible(!folded);
        changed();
        revalidate();
    }

    void clearProblems() {
        nameProblem.clear();
        serverProblem.clear();
    }

    /** No server was chosen. */
    void complainOfServer(String words) {
        complain(words, serverProblem, servers.rows(), servers.rows());
    }

    void complainOfAddress(String words) {
        foldAddress(false);
        complain(words, serverProblem, address, address.field());
    }

    void complainOfName(String words) {
        complain(words, nameProblem, name, name);
    }

    /** Names on the button what Enter would join: a server, an address, or nothing yet. */
    @Override
    public void changed() {
        String title = Untrusted.title(servers.chosen().map(Finder.Found::title).orElse(address.text()));
        serversLabel.setVisible(servers.isVisible());
        join.setEnabled(!servers.isOpen());
        String key = servers.isOpen() ? "join.choose" : title.isEmpty() ? "join" : "join.server";
        Labels.set(join, WORDS.get(key, title)).setToolTipText(join.getText());
    }

    @Override
    public void addressIsNeeded() {
        foldAddress(false);
    }

    @Override
    public void clicked() {
        focus(name);
    }

    @Override
    public void doubleClicked() {
        join.doClick();
    }

    private void complain(String words, Problem problem, JComponent field, JComponent input) {
        clearProblems();
        problem.tell(words, field, input);
        focus(input);
        revalidate();
        SwingUtilities.invokeLater(() -> List.of(problem, input).forEach(JoinCard::scrollTo)); // after the layout
    }

    /** In a window that is too low for the page. */
    private static void scrollTo(JComponent part) {
        part.scrollRectToVisible(new Rectangle(part.getSize()));
    }

    static void focus(JComponent input) {
        if (input instanceof JTextComponent text) {
            text.selectAll();
        }
        input.requestFocusInWindow();
    }
}
