package chatlab.swing.net;

import java.util.List;

/**
 * Watches lines on their way; the panel "under the hood" is one. Each method is called by the thread that does it: {@code
 * queued} and {@code handled} by the event dispatch thread, {@code writing} and {@code written} by the writer, {@code
 * arrived} by the reader.
 */
public interface Probe {
    /** The user's lines wait for the writer. */
    void queued(List<String> lines);

    /** The writer has taken them and calls write(). */
    void writing(List<String> lines);

    /** write() has returned. */
    void written(List<String> lines);

    /** read() has brought the end of this line. */
    void arrived(String line);

    /** The event dispatch thread has done what this line means. */
    void handled(String line);
}
