package chatlab.protocol;

/** An event that has a number of its own and a place among the messages of a room: in its history, and in a transcript. */
public sealed interface Numbered extends Event permits Event.Msg, ClassroomEvent.Gone {
    /** All parts of a paste have one id. */
    long id();

    /** {@link Chat1#ALL_ROOMS} for all rooms; empty for a private message. */
    String room();

    /** The same event as a part of the history. */
    Numbered asOld();
}
