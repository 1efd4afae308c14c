package chatlab.swing.model;

import java.util.List;

/** The way to the server. */
public interface Outgoing {
    /** Sends lines in one piece, without waiting. Where there is no connection, nothing happens. */
    void send(List<String> lines);

    /** Makes no other attempt to connect. */
    default void cancel() {}
}
