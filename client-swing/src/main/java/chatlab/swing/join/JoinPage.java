package chatlab.swing.join;

import chatlab.client.Finder;
import chatlab.client.UserError;
import chatlab.protocol.BadAddressException;
import chatlab.protocol.BadNameException;
import chatlab.protocol.Endpoint;
import chatlab.protocol.Name;
import chatlab.protocol.Words;
import chatlab.swing.model.Status;
import chatlab.swing.ui.FittingPanel;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.Logo;
import chatlab.swing.ui.Problem;
import chatlab.swing.ui.RoundPanel;
import chatlab.swing.ui.TextEditing;
import chatlab.swing.ui.ThemeColor;
import chatlab.swing.ui.WrappingLabel;
import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;

/**
 * The page on which the user chooses a server and a name, and reads why it failed. For the event dispatch thread only.
 */
public final class JoinPage extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(JoinPage.class);

    private final transient Wishes wishes;
    private final JTextField name = TextEditing.install(new JTextField());
    private final Problem nameProblem = new Problem();
    private final AddressField address = new AddressField(WORDS.get("address.example"));
    private final JLabel addressLabel = Labels.label(WORDS.get("address"), address);
    private final Problem serverProblem = new Problem();
    private final ServerList servers;
    private final JLabel serversLabel;
    private final JButton unfold = Labels.button(WORDS.get("address.unfold"), () -> {
        foldAddress(false);
        focus(address.field());
    });
    private final JProgressBar progress = new JProgressBar();
    private final JLabel doing = new WrappingLabel();
    private final JPanel connecting = row(doing);
    private final JButton cancel = Labels.button(WORDS.get("cancel"), this::cancel);
    private final JButton join = Labels.button(WORDS.get("join"), this::join);

    private transient Status shown = new Status.Idle();
    private transient Optional<Attempt> latest = Optional.empty();
    private boolean cancelled;

    /** Whether the page has asked for a name and the user has typed nothing since. */
    private boolean asked;

    /** What the user asked for. */
    private record Attempt(Endpoint server, String name) {}

    public JoinPage(Callable<Finder> finders, Wishes wishes) {
        this.wishes = wishes;
        this.servers = new ServerList(finders, address, new ServerListener());
        this.serversLabel = Labels.label(WORDS.get("servers"), servers.rows());
        name.setName("name");
        name.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, WORDS.get("name.empty"));
        cancel.setName("cancel");
        join.setName("join");
        unfold.setName("unfold");
        progress.setIndeterminate(true);
        progress.setName("progress");
        doing.setName("doing");
        TextEditing.whenEdited(address.field(), servers::follow);
        TextEditing.whenEdited(address.field(), serverProblem::clear);
        TextEditing.whenEdited(name, () -> {
            nameProblem.clear();
            asked = false;
        });
        onKey(name, "UP", WHEN_FOCUSED, () -> servers.move(-1));
        onKey(name, "DOWN", WHEN_FOCUSED, () -> servers.move(1));
        onKey(this, "ESCAPE", WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, () -> {
            if (cancel.isVisible()) {
                cancel();
            }
        });
        layOut();
        foldAddress(true);
        cancel.setVisible(false);
        showProgress(Optional.empty());
    }

    private static void onKey(JComponent where, String key, int condition, Runnable action) {
        where.registerKeyboardAction(event -> action.run(), KeyStroke.getKeyStroke(key), condition);
    }

    private void layOut() {
        JButton again = Labels.button(WORDS.get("servers.again"), servers::search);
        JLabel nameLabel = Labels.label(WORDS.get("name"), name);
        JLabel heading = new JLabel(WORDS.get("heading"));
        heading.putClientProperty(FlatClientProperties.STYLE_CLASS, "h1");
        join.putClientProperty(FlatClientProperties.STYLE_CLASS, "primary");
        cancel.putClientProperty(FlatClientProperties.STYLE_CLASS, "quiet");
        for (JButton link : List.of(again, unfold)) {
            link.putClientProperty(FlatClientProperties.STYLE_CLASS, "link");
        }
        for (JLabel label : List.of(nameLabel, serversLabel, addressLabel)) {
            label.putClientProperty(FlatClientProperties.STYLE, "font: $semibold.font");
        }
        RoundPanel card = new RoundPanel(new MigLayout("insets 7s, fillx, wrap 1, hidemode 3, gap 0", "[grow, fill]"));
        card.draw(ThemeColor.SURFACE, ThemeColor.HAIRLINE);
        card.add(new JLabel(new Logo(10)), "alignx left, growx 0");
        card.add(heading, "gaptop 3s");
        card.add(servers.state, "wmin 0, hmin pref");
        card.add(nameLabel, "gaptop 5s");
        card.add(name, "gaptop 2s, wmin 0, hmin 9s");
        card.add(nameProblem, "gaptop 2s, wmin 2s");
        card.add(row(serversLabel, again), "gaptop 5s, wmin 0");
        card.add(servers, "gaptop 2s, wmin 0, hmin pref");
        card.add(unfold, "gaptop 2s, wmin 0, alignx left, growx 0");
        card.add(addressLabel, "gaptop 5s");
        card.add(address, "gaptop 2s, wmin 0, hmin 9s");
        card.add(serverProblem, "gaptop 2s, wmin 2s");
        JPanel foot = row(join, cancel);
        connecting.add(progress, "w 20s!");
        foot.add(connecting, "wmin 0, growx, pushx", 0);
        card.add(foot, "gaptop 6s, wmin 0, hmin 9s");
        for (JComponent part : List.of(name, servers.rows(), unfold, address.field(), join, cancel, again)) {
            part.addFocusListener(new IntoView());
        }
        FittingPanel page = new FittingPanel(new MigLayout("insets 4s, fill", "[center]", "[center]"));
        page.putClientProperty(FlatClientProperties.STYLE, "background: $Chat.side");
        page.add(card, "growx, wmin 0, wmax 110s");
        setLayout(new BorderLayout());
        add(new JScrollPane(page));
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

    /** Offers these addresses, and fills in the first of them and this name. */
    public void prefill(List<String> addresses, String name) {
        address.offer(addresses);
        if (!addresses.isEmpty()) {
            address.setText(addresses.get(0));
        }
        this.name.setText(name);
    }

    /** A server has let the user in under this name, which may be empty. Offers these addresses from now on. */
    public void offer(List<String> addresses, String name) {
        address.keep();
        address.offer(addresses);
        if (!name.isEmpty()) {
            this.name.setText(name);
        }
    }

    /** The page has come into view: looks for servers, and puts the focus on the name. */
    public void enter() {
        getRootPane().setDefaultButton(join);
        foldAddress(true);
        servers.search();
        focus(name);
    }

    /** The page has gone out of view: its button is no longer the default button, and the search ends. */
    public void leave() {
        getRootPane().setDefaultButton(null);
        servers.stop();
    }

    /** Does what the button does: joins the server that is selected, or whose address is filled in. */
    public void join() {
        if (address.text().isEmpty()) {
            servers.decide(); // the user was quicker than the timer
        }
        if (address.text().isEmpty() && servers.hasServers() && !address.isVisible()) {
            serverProblem.tell(WORDS.get("server.missing"), servers, servers.rows());
            servers.rows().requestFocusInWindow();
            return;
        }
        Endpoint server;
        String checkedName;
        try {
            server = server();
        } catch (UserError | BadAddressException e) {
            complainOfAddress(e.getMessage());
            return;
        }
        if (name.getText().isBlank() && !asked) {
            complain(WORDS.get("name.missing"), nameProblem, name, name);
            asked = true;
            return;
        }
        try {
            checkedName = name.getText().isBlank()
                    ? ""
                    : Name.ofPerson(name.getText().strip()).shown();
        } catch (BadNameException e) {
            complain(e.getMessage(), nameProblem, name, name);
            return;
        }
        ask(new Attempt(server, checkedName));
    }

    private Endpoint server() throws UserError, BadAddressException {
        if (address.text().isEmpty()) {
            throw new UserError(WORDS.get("address.missing"));
        }
        return Endpoint.parse(address.text());
    }

    private void ask(Attempt attempt) {
        boolean sameServer =
                latest.map(Attempt::server).filter(attempt.server()::equals).isPresent();
        boolean sameAttempt = latest.filter(attempt::equals).isPresent();
        latest = Optional.of(attempt);
        cancelled = false;
        if (shown instanceof Status.NameRefused && sameServer) {
            wishes.rename(attempt.name()); // the problem of the last name stays until the answer comes
        } else if (!(shown instanceof Status.Connecting && sameAttempt)) { // a second click does nothing
            clearProblems();
            wishes.join(attempt.server(), attempt.name());
        }
    }

    private void cancel() {
        cancelled = true;
        wishes.cancel();
    }

    /** Shows this status. {@code canGoBack}: the user came from a chat, which goes on. */
    public void refresh(Status status, boolean canGoBack) {
        boolean canCancel = canGoBack || status instanceof Status.Connecting || status instanceof Status.NameRefused;
        if (cancel.isFocusOwner() && !canCancel) {
            focus(name);
        }
        cancel.setVisible(canCancel);
        if (status == shown) { // not equals(): the server may refuse the same name twice
            return;
        }
        shown = status;
        showProgress(Optional.empty());
        if (status instanceof Status.Connecting connecting) {
            cancelled = false; // a new attempt
            clearProblems();
            showProgress(Optional.of(connecting.server()));
        } else if (status instanceof Status.NameRefused refused) {
            if (!refused.suggestion().isEmpty()) {
                name.setText(refused.suggestion());
            }
            complain(refused.words(), nameProblem, name, name);
        } else if (status instanceof Status.Ended ended && !cancelled) {
            complainOfAddress(ended.words());
        }
    }

    /** While the client is connecting, this is in the place of the button. */
    private void showProgress(Optional<String> server) {
        join.setVisible(server.isEmpty());
        connecting.setVisible(server.isPresent());
        doing.setText(server.map(where -> WORDS.get("connecting", where)).orElse(""));
    }

    private void foldAddress(boolean folded) {
        unfold.setVisible(folded);
        addressLabel.setVisible(!folded);
        address.setVisible(!folded);
        revalidate();
    }

    private void clearProblems() {
        nameProblem.clear();
        serverProblem.clear();
    }

    private void complainOfAddress(String words) {
        foldAddress(false);
        complain(words, serverProblem, address, address.field());
    }

    private void complain(String words, Problem problem, JComponent field, JTextComponent input) {
        clearProblems();
        problem.tell(words, field, input);
        focus(input);
        revalidate();
        SwingUtilities.invokeLater(
                () -> problem.scrollRectToVisible(new Rectangle(problem.getSize()))); // after the layout
    }

    private static void focus(JTextComponent input) {
        input.selectAll();
        input.requestFocusInWindow();
    }

    private final class ServerListener implements ServerList.Listener {
        @Override
        public void changed() {
            serversLabel.setVisible(servers.isVisible());
            String title = servers.chosen().map(Finder.Found::title).orElse("");
            Labels.set(join, title.isEmpty() ? WORDS.get("join") : WORDS.get("join.server", title));
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
        public void join() {
            JoinPage.this.join();
        }
    }

    /** Scrolls to what has got the focus, in a window that is too low for the page. */
    private static final class IntoView extends FocusAdapter {
        @Override
        public void focusGained(FocusEvent event) {
            JComponent part = (JComponent) event.getComponent();
            part.scrollRectToVisible(new Rectangle(part.getSize()));
        }
    }

    /** Is told what the user wants. Called on the event dispatch thread. */
    public interface Wishes {
        /** Join this server as {@code name}, or as a guest where that is empty. */
        void join(Endpoint server, String name);

        /** Try this name on the server, which has refused another name; empty: stay a guest there. */
        void rename(String name);

        /** Stop connecting, or go back to the chat that the user came from. */
        void cancel();
    }
}
