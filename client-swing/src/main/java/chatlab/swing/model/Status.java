package chatlab.swing.model;

import java.time.Instant;

/** How things stand with the server. */
public sealed interface Status {
    /** The user has not asked for a connection. */
    record Idle() implements Status {}

    /** The server is to answer, to greet, or to let this person in. */
    record Connecting(String server) implements Status {}

    /** The server has refused the name, and we are in as a guest; {@code suggestion} is another name. */
    record NameRefused(String words, String suggestion) implements Status {}

    record Joined() implements Status {}

    /** The connection is lost, and at {@code retryAt} there will be another attempt. */
    record Lost(String words, Instant retryAt) implements Status {}

    /** The connection has ended or failed; there is no other attempt before the user asks for one. */
    record Ended(String words) implements Status {}
}
