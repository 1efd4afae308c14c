package chatlab.server.chat;

/** Moves into the past what a test cannot wait for. */
public final class Past {
    private Past() {}

    /** This person has had its name for so many nanoseconds more. */
    public static void namedEarlier(Person person, long nanos) {
        person.namedAt -= nanos;
    }
}
