package chatlab.server.chat;

/** Whether a person has entered, for all to see. */
public enum Entrance {
    /** No other person has seen this person yet. */
    OUTSIDE,

    /** The person is in a room; perhaps its connection was lost a moment ago. */
    INSIDE,

    /** The others were told that the person has left. Where its connection was lost, it may come back. */
    LEFT
}
