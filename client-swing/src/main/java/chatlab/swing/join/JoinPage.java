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
import chatlab.swing.ui.TextEditing;
import chatlab.swing.ui.UserInput;
import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/**
 * The page on which the user chooses a server and a name, and reads why it failed. For the event dispatch thread only.
 */
public final class JoinPage extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(JoinPage.class);

    private final transient Wishes wishes;
    private final JoinCard card;
    private final ServerList servers;
    private final AddressField address;
    private final JTextField name;

    private transient Status shown = new Status.Idle();
    private transient Optional<Attempt> latest = Optional.empty();
    private boolean cancelled;

    /** Whether the page has asked for a name and the user has typed nothing since. */
    private boolean asked;

    /** What the user asked for. */
    private record Attempt(Endpoint server, String name) {}

    public JoinPage(Callable<Finder> finders, Wishes wishes) {
        this.wishes = wishes;
        card = new JoinCard(finders, this::join, this::cancel);
        servers = card.servers;
        address = card.address;
        name = card.name;
        TextEditing.whenEdited(address.field(), servers::follow);
        TextEditing.whenEdited(address.field(), card.serverProblem::clear);
        TextEditing.whenEdited(name, () -> {
            card.nameProblem.clear();
            asked = false;
        });
        name.addActionListener(event -> join()); // says what is missing, as the disabled button cannot
        UserInput.onKey(name, WHEN_FOCUSED, "UP", () -> servers.move(-1));
        UserInput.onKey(name, WHEN_FOCUSED, "DOWN", () -> servers.move(1));
        UserInput.onKey(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, "ESCAPE", () -> {
            if (card.cancel.isVisible()) {
                cancel();
            }
        });
        card.cancel.setVisible(false);
        FittingPanel page = new FittingPanel(new MigLayout("insets 0 4s 0 4s, fill", "[center]", "1s:4s[center]1s:4s"));
        page.putClientProperty(FlatClientProperties.STYLE, "background: $Chat.side");
        page.add(card, "growx, wmin 0, wmax 110s");
        setLayout(new BorderLayout());
        add(new JScrollPane(page));
    }

    /** Fills in this address and this name. Without an address, suggests the first of those of earlier times. */
    public void prefill(String server, List<String> earlier, String name) {
        address.offer(earlier);
        address.setText(server);
        address.suggest(address.last());
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
        getRootPane().setDefaultButton(card.join);
        card.foldAddress(true);
        servers.search();
        JoinCard.focus(name);
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
        if (servers.isOpen()) {
            card.complainOfServer(WORDS.get("server.missing"));
            return;
        }
        try {
            Endpoint server = server();
            String typed = name.getText().strip();
            if (typed.isEmpty() && !asked) {
                card.complainOfName(WORDS.get("name.missing"));
                asked = true;
            } else {
                ask(new Attempt(
                        server, typed.isEmpty() ? "" : Name.ofPerson(typed).shown()));
            }
        } catch (UserError | BadAddressException e) {
            card.complainOfAddress(e.getMessage());
        } catch (BadNameException e) {
            card.complainOfName(e.getMessage());
        }
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
            card.clearProblems();
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
        if (card.cancel.isFocusOwner() && !canCancel) {
            JoinCard.focus(name);
        }
        card.cancel.setVisible(canCancel);
        if (status == shown) { // not equals(): the server may refuse the same name twice
            return;
        }
        shown = status;
        card.showProgress(Optional.empty());
        if (status instanceof Status.Connecting connecting) {
            cancelled = false; // a new attempt
            card.clearProblems();
            card.showProgress(Optional.of(connecting.server()));
        } else if (status instanceof Status.NameRefused refused) {
            if (!refused.suggestion().isEmpty()) {
                name.setText(refused.suggestion());
            }
            card.complainOfName(refused.words());
        } else if (status instanceof Status.Ended ended && !cancelled) {
            card.complainOfAddress(ended.words());
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
