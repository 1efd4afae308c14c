package chatlab.swing.join;

import chatlab.protocol.Endpoint;

/** What the user wants, as the page has understood it. Called on the event dispatch thread. */
public interface Wishes {
    /** To join this server as {@code name}, or as a guest where that is empty. */
    void join(Endpoint server, String name);

    /** To try this name on the server that has refused another one; empty: to stay a guest there. */
    void rename(String name);

    /** To connect no longer, or to go back to where the user came from. */
    void cancel();
}
