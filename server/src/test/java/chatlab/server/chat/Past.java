package chatlab.server.chat;

/** Moves into the past what a test cannot wait for. */
public final class Past {
    private Past() {}

    /** This person has its name, but has come in no other way. */
    public static void appear(Hall hall, Person person) {
        hall.roster().claim(person.name(), person);
    }

    /** This person has had its name for so many nanoseconds more. */
    public static void namedEarlier(Person person, long nanos) {
        person.namedAt -= nanos;
    }
}
