package chatlab.swing.model;

import java.time.Instant;

/** How things stand with the server. */
public sealed interface Status {
    /** The user has not asked for a connection. */
    record Idle() implements Status {}

    /** The server is to answer, to greet, or to let this person in. */
    record Connecting(String server) implements Status {}

    /** We are in as a guest, since the name cannot be had; {@code suggestion} is one that might. */
    record NameRefused(String words, String suggestion) implements Status {}

    record Joined() implements Status {}

    /** The connection is lost, and at {@code retryAt} there will be another attempt. */
    record Lost(String words, Instant retryAt) implements Status {}

    /** It is over, or it never began; nothing happens before the user asks for it. */
    record Ended(String words) implements Status {}
}
