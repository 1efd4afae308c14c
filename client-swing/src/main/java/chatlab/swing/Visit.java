package chatlab.swing;

import chatlab.protocol.Endpoint;
import chatlab.swing.model.Status;
import java.util.Optional;

/** How far the user has come into a chat, and so which of the two pages is in view. */
final class Visit {
    private Optional<Endpoint> server = Optional.empty();
    private String name = "";
    private boolean wasIn;
    private boolean choosing;

    void begin(Endpoint wish) {
        server = Optional.of(wish);
        wasIn = false;
        choosing = false;
    }

    /** The server that the user wants to join. */
    Optional<Endpoint> server() {
        return server;
    }

    /**
     * Notes the status and the name that the user has chosen. Returns whether to save server and name: since the last
     * call the server has let the user in, or the name has changed.
     */
    boolean note(Status status, String chosen) {
        boolean letIn = !wasIn && (status instanceof Status.Joined || status instanceof Status.Lost);
        boolean renamed = wasIn && status instanceof Status.Joined && !chosen.equals(name);
        wasIn |= letIn;
        name = chosen;
        return letIn || renamed;
    }

    /** Whether to show the chat; also when the connection is lost or has ended, for the chat can still be read. */
    boolean isInChat(Status status) {
        return wasIn && !choosing && !(status instanceof Status.NameRefused);
    }

    /** The user looks for another server; the chat goes on meanwhile. */
    void choose() {
        choosing = wasIn;
    }

    boolean isChoosing() {
        return choosing;
    }

    void stopChoosing() {
        choosing = false;
    }
}
