package chatlab.swing.net;

/** A thread and what it says of itself. */
public record WorkingThread(Thread thread, Doing doing) {
    /** What a thread of a connection can be doing. */
    public enum Doing {
        CONNECTING,
        READING,
        HANDING_OVER,
        PAUSED,
        WAITING_FOR_LINES,
        WRITING,
        ENDED
    }
}
