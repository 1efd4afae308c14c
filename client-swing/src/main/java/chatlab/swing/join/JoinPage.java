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
import chatlab.swing.ui.TextEditing;
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

/** Where a server and a name are chosen, and where it is said why that did not work. For the event dispatch thread only. */
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

    /** Whether the user was asked for a name and has typed none since. */
    private boolean asked;

    /** What was asked for the last time. */
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
        heading.putClientProperty(FlatClientProperties.STYLE_CLASS, "h2");
        JPanel form = new JPanel(
                new MigLayout("insets 0, fill, wrap 2, hidemode 3", "[]rel[grow, fill]", "[][grow, fill]unrel[][]"));
        form.add(heading, "span");
        form.add(servers, "span, grow, wmin 0");
        form.add(Labels.label(WORDS.get("address"), address));
        form.add(address, "wmin 0");
        form.add(Labels.label(WORDS.get("name"), name));
        form.add(name, "wmin 0");
        form.add(problem, "span, growx, wmin 10lp");
        form.add(doing, "span, split 4, growx, pushx, wmin 0");
        form.add(progress, "w 80lp!");
        form.add(cancel);
        form.add(join);
        FittingPanel page = new FittingPanel(new MigLayout("insets 16lp, fill"));
        page.add(form, "grow, wmin 0, wmax 640lp, alignx center");
        setLayout(new BorderLayout());
        add(page.scrollPane());
    }

    /** Offers these addresses, the first of which stands there already, and this name. */
    public void prefill(List<String> addresses, String name) {
        address.offer(addresses);
        if (!addresses.isEmpty()) {
            address.setText(addresses.get(0));
        }
        this.name.setText(name);
    }

    /** A server has let us in under this name, which may be empty. Offers these addresses from now on. */
    public void offer(List<String> addresses, String name) {
        address.keep();
        address.offer(addresses);
        if (!name.isEmpty()) {
            this.name.setText(name);
        }
    }

    /** The page has come into view: looks for servers. Where one stands there already, the user is asked for a name. */
    public void enter() {
        search();
        focus(address.text().isEmpty() ? address.field() : name);
    }

    /** The page has come into view, and the user wants another server than the server that stands there. */
    public void enterForAnother() {
        search();
        focus(address.field());
    }

    private void search() {
        getRootPane().setDefaultButton(join);
        servers.search();
    }

    /** The page is out of view, where its button is nobody's default. */
    public void leave() {
        getRootPane().setDefaultButton(null);
        servers.stop();
    }

    /** Does what the button does: joins the server that stands there. */
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
            wishes.rename(attempt.name()); // what was said of the last one stands until there is an answer
        } else if (!(shown instanceof Status.Connecting && sameAttempt)) { // not for a second click
            problem.clear();
            wishes.join(attempt.server(), attempt.name());
        }
    }

    private void cancel() {
        cancelled = true;
        wishes.cancel();
    }

    /** Shows how things stand. {@code canGoBack}: there is a chat that the user came from. */
    public void refresh(Status status, boolean canGoBack) {
        cancel.setEnabled(canGoBack || status instanceof Status.Connecting || status instanceof Status.NameRefused);
        if (status == shown) { // not equals: the same name may be refused twice
            return;
        }
        shown = status;
        showProgress(Optional.empty());
        if (status instanceof Status.Connecting connecting) {
            cancelled = false; // this attempt is another one
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
                () -> problem.scrollRectToVisible(new Rectangle(problem.getSize()))); // once laid out
    }

    /** The server is known, and a name is missing. A name that is being typed is left alone. */
    private void focusName() {
        if (focusOwner() != name) {
            focus(name);
        }
    }

    /** Where the keys go, or will go once the window is in front again; null for nowhere. */
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

    /** What the user wants, as the page has understood it. Called on the event dispatch thread. */
    public interface Wishes {
        /** To join this server as {@code name}, or as a guest where that is empty. */
        void join(Endpoint server, String name);

        /** To try this name on the server that has refused another one; empty: to stay a guest there. */
        void rename(String name);

        /** To connect no longer, or to go back to where the user came from. */
        void cancel();
    }
}
