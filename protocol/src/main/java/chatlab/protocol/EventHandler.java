package chatlab.protocol;

/**
 * Does something for each {@link Event}; {@link Event#accept} calls the method that is for it.
 *
 * <p>A class that knows every event implements this: when an event is added, the compiler names the class that forgets it.
 * A class that looks for a few events among all asks with {@code instanceof}.
 *
 * @param <X> what the methods throw; {@link RuntimeException} where that is nothing
 */
public interface EventHandler<X extends Exception> {
    void hello(Event.Hello event) throws X;

    void msg(Event.Msg event) throws X;

    void join(Event.Join event) throws X;

    void leave(Event.Leave event) throws X;

    void nick(Event.Nick event) throws X;

    void who(Event.Who event) throws X;

    void room(Event.Room event) throws X;

    void thread(Event.Thread event) throws X;

    void end(Event.End event) throws X;

    void ok(Event.Ok event) throws X;

    void err(Event.Err event) throws X;

    void ping(Event.Ping event) throws X;

    void pong(Event.Pong event) throws X;

    void note(Event.Note event) throws X;

    void bye(Event.Bye event) throws X;

    /** Any event of the classroom, in a class that does not tell them apart by the methods below. */
    void classroom(ClassroomEvent event) throws X;

    default void hand(ClassroomEvent.Hand event) throws X {
        classroom(event);
    }

    default void undo(ClassroomEvent.Undo event) throws X {
        classroom(event);
    }

    default void poll(ClassroomEvent.Poll event) throws X {
        classroom(event);
    }

    default void did(ClassroomEvent.Did event) throws X {
        classroom(event);
    }

    default void predictions(ClassroomEvent.Predictions event) throws X {
        classroom(event);
    }

    default void gone(ClassroomEvent.Gone event) throws X {
        classroom(event);
    }

    default void timer(ClassroomEvent.Timer event) throws X {
        classroom(event);
    }
}
