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
import chatlab.swing.ui.Problem;
import chatlab.swing.ui.RoundPanel;
import chatlab.swing.ui.TextEditing;
import chatlab.swing.ui.ThemeColor;
import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Component;
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
    private final ServerList servers;
    private final AddressField address = new AddressField(WORDS.get("address.example"));
    private final JTextField name = TextEditing.install(new JTextField());
    private final Problem problem = new Problem();
    private final JProgressBar progress = new JProgressBar();
    private final JLabel doing = new JLabel(" ");
    private final JButton cancel;
    private final JButton join;

    private transient Status shown = new Status.Idle();
    private transient Optional<Attempt> latest = Optional.empty();
    private boolean cancelled;

    /** Whether the page has asked for a name and the user has typed nothing since. */
    private boolean asked;

    /** What the user asked for. */
    private record Attempt(Endpoint server, String name) {}

    public JoinPage(Callable<Finder> finders, Wishes wishes) {
        this.wishes = wishes;
        this.servers = new ServerList(finders, new ChoiceOfServer());
        this.cancel = Labels.button(WORDS.get("cancel"), this::cancel);
        this.join = Labels.button(WORDS.get("join"), this::join);
        name.setName("name");
        name.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, WORDS.get("name.empty"));
        cancel.setName("cancel");
        join.setName("join");
        progress.setIndeterminate(true);
        progress.setName("progress");
        doing.setName("doing");
        TextEditing.whenEdited(address.field(), () -> servers.typed(address.text()));
        TextEditing.whenEdited(address.field(), problem::clear);
        TextEditing.whenEdited(name, () -> {
            problem.clear();
            asked = false;
        });
        registerKeyboardAction(
                event -> cancel.doClick(0), KeyStroke.getKeyStroke("ESCAPE"), WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
        layOut();
        showProgress(Optional.empty());
    }

    private void layOut() {
        JLabel heading = new JLabel(WORDS.get("heading"));
        heading.putClientProperty(FlatClientProperties.STYLE_CLASS, "h1");
        join.putClientProperty(FlatClientProperties.STYLE_CLASS, "primary");
        cancel.putClientProperty(FlatClientProperties.STYLE_CLASS, "quiet");
        RoundPanel card = new RoundPanel(new MigLayout(
                "insets 7s, fillx, wrap 1, hidemode 3, gap 0",
                "[grow, fill]",
                "[]4s[grow, shrink]4s[]1s[]4s[]1s[]2s[]2s[]"));
        card.draw(ThemeColor.SURFACE, ThemeColor.HAIRLINE);
        card.add(heading);
        card.add(servers, "wmin 0, hmin 6s");
        card.add(Labels.label(WORDS.get("address"), address));
        card.add(address, "wmin 0");
        card.add(Labels.label(WORDS.get("name"), name));
        card.add(name, "wmin 0");
        card.add(problem, "growx, wmin 2s");
        card.add(doing, "split 3, growx, pushx, wmin 0");
        card.add(progress, "w 20s!");
        card.add(cancel);
        card.add(join);
        FittingPanel page = new FittingPanel(new MigLayout("insets 4s, fill", "[center]", "[center]"));
        page.putClientProperty(FlatClientProperties.STYLE, "background: $Chat.side");
        page.add(card, "growx, wmin 0, wmax 110s, hmin 0");
        setLayout(new BorderLayout());
        add(page.scrollPane());
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

    /** The page has come into view: looks for servers. Puts the focus on the name if there is an address already. */
    public void enter() {
        search();
        focus(address.text().isEmpty() ? address.field() : name);
    }

    /** The page has come into view for another server: looks for servers, and puts the focus on the address. */
    public void enterForAnother() {
        search();
        focus(address.field());
    }

    private void search() {
        getRootPane().setDefaultButton(join);
        servers.search();
    }

    /** The page has gone out of view: its button is no longer the default button, and the search ends. */
    public void leave() {
        getRootPane().setDefaultButton(null);
        servers.stop();
    }

    /** Does what the button does: joins the server whose address is filled in. */
    public void join() {
        Endpoint server;
        String checkedName;
        try {
            server = server();
        } catch (UserError | BadAddressException e) {
            complain(e.getMessage(), address, address.field());
            return;
        }
        if (name.getText().isBlank() && !asked) {
            complain(WORDS.get("name.missing"), name, name);
            asked = true;
            return;
        }
        try {
            checkedName = name.getText().isBlank()
                    ? ""
                    : Name.ofPerson(name.getText().strip()).shown();
        } catch (BadNameException e) {
            complain(e.getMessage(), name, name);
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
            problem.clear();
            wishes.join(attempt.server(), attempt.name());
        }
    }

    private void cancel() {
        cancelled = true;
        wishes.cancel();
    }

    /** Shows this status. {@code canGoBack}: the user came from a chat, which goes on. */
    public void refresh(Status status, boolean canGoBack) {
        cancel.setEnabled(canGoBack || status instanceof Status.Connecting || status instanceof Status.NameRefused);
        if (status == shown) { // not equals(): the server may refuse the same name twice
            return;
        }
        shown = status;
        showProgress(Optional.empty());
        if (status instanceof Status.Connecting connecting) {
            cancelled = false; // a new attempt
            problem.clear();
            showProgress(Optional.of(connecting.server()));
        } else if (status instanceof Status.NameRefused refused) {
            if (!refused.suggestion().isEmpty()) {
                name.setText(refused.suggestion());
            }
            complain(refused.words(), name, name);
        } else if (status instanceof Status.Ended ended && !cancelled) {
            complain(ended.words(), address, address.field());
        }
    }

    private void showProgress(Optional<String> server) {
        progress.setVisible(server.isPresent());
        doing.setText(server.map(where -> WORDS.get("connecting", where)).orElse(" "));
    }

    private void complain(String words, JComponent field, JTextComponent input) {
        problem.tell(words, field, input);
        focus(input);
        revalidate();
        SwingUtilities.invokeLater(
                () -> problem.scrollRectToVisible(new Rectangle(problem.getSize()))); // after the layout
    }

    /** Puts the focus on the name, unless the user is typing there already. */
    private void focusName() {
        if (focusOwner() != name) {
            focus(name);
        }
    }

    /** The component that has the focus, or will have it once the window is in front again; null for none. */
    private Component focusOwner() {
        return SwingUtilities.getWindowAncestor(this).getMostRecentFocusOwner();
    }

    private static void focus(JTextComponent input) {
        input.selectAll();
        input.requestFocusInWindow();
    }

    private final class ChoiceOfServer implements ServerList.Choice {
        @Override
        public boolean only(Finder.Found server) {
            boolean taken = address.suggest(server.address().toString());
            Component focused = focusOwner();
            if (taken && focused != null && SwingUtilities.isDescendingFrom(focused, JoinPage.this)) {
                focusName();
            }
            return taken;
        }

        @Override
        public void several() {
            address.suggest("");
        }

        @Override
        public void selected(Finder.Found server) {
            address.keep();
            address.setText(server.address().toString());
        }

        @Override
        public void clicked() {
            address.keep();
            focusName();
        }

        @Override
        public void join() {
            JoinPage.this.join();
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
