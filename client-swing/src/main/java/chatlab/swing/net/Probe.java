package chatlab.swing.net;

import java.util.List;

/**
 * Watches lines on their way, as the panel "under the hood" does; each method does nothing until it is overridden. The
 * thread that takes a step calls the method: the event dispatch thread {@code queued} and {@code handled}, the writer
 * {@code writing} and {@code written}, the reader {@code arrived}.
 */
public interface Probe {
    /** Watches nothing. */
    Probe NONE = new Probe() {};

    /** The user's lines wait for the writer. */
    default void queued(List<String> lines) {}

    /** The writer has taken them and calls write(). */
    default void writing(List<String> lines) {}

    /** write() has returned. */
    default void written(List<String> lines) {}

    /** read() has brought the end of this line. */
    default void arrived(String line) {}

    /** The event dispatch thread has done what this line means. */
    default void handled(String line) {}
}
