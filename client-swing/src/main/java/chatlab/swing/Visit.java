package chatlab.swing;

import chatlab.protocol.Endpoint;
import chatlab.swing.model.Status;
import java.util.Optional;

/** How far the user is on the way into a chat, and so which of the two pages is to be seen. */
final class Visit {
    private Optional<Request> request = Optional.empty();
    private boolean wasIn;
    private boolean choosing;

    /** The server and the name that were asked for; the name is empty for a guest. */
    record Request(Endpoint server, String name) {}

    void begin(Request wish) {
        request = Optional.of(wish);
        wasIn = false;
        choosing = false;
    }

    Optional<Request> request() {
        return request;
    }

    /** The name was refused; this is the next one. */
    void rename(String name) {
        request = request.map(refused -> new Request(refused.server(), name));
    }

    /** Takes note of how things stand. Says whether the server has let us in since the last time. */
    boolean note(Status status) {
        boolean letIn = !wasIn && (status instanceof Status.Joined || status instanceof Status.Lost);
        wasIn |= letIn;
        return letIn;
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
