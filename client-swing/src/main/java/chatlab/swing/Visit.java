package chatlab.swing;

import chatlab.protocol.Endpoint;
import chatlab.swing.model.Status;
import java.util.Optional;

/** How far the user is on the way into a chat, and so which of the two pages is to be seen. */
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

    /** The server that was asked for. */
    Optional<Endpoint> server() {
        return server;
    }

    /**
     * Takes note of how things stand, and of the name that the user has chosen. Says whether that is to be remembered: the
     * server has let this person in since the last time, or under another name.
     */
    boolean note(Status status, String chosen) {
        boolean letIn = !wasIn && (status instanceof Status.Joined || status instanceof Status.Lost);
        boolean renamed = wasIn && status instanceof Status.Joined && !chosen.equals(name);
        wasIn |= letIn;
        name = chosen;
        return letIn || renamed;
    }

    /** Whether the chat is to be seen: also when its connection is lost, or it is over and can still be read. */
    boolean isInChat(Status status) {
        return wasIn && !choosing && !(status instanceof Status.NameRefused);
    }

    /** The user wants to see whether there is another server; the chat goes on meanwhile. */
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
