package chatlab.server.chat;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The people that said the last messages, by the numbers of these messages: so an instructor can act on a person whatever
 * its name is by now. Guarded by the lock of the {@link Hall}.
 */
final class Speakers {
    /** Messages of which the speaker is known. */
    static final int MAX = 5000;

    /** As an instructor types the number of a message; no number is longer. */
    private static final Pattern ID = Pattern.compile("#\\d{1,18}");

    /** The message with the number {@code id} is at {@code id % MAX}, until a later one takes that place. */
    private final Said[] last = new Said[MAX];

    private record Said(long id, Person speaker) {}

    void add(long id, Person speaker) {
        last[(int) (id % MAX)] = new Said(id, speaker);
    }

    static boolean isId(String typed) {
        return ID.matcher(typed).matches();
    }

    /** The person that said the message {@code #ID}; empty where that is not known any more. */
    Optional<Person> find(String typed) {
        long id = Long.parseLong(typed.substring(1));
        return Optional.ofNullable(last[(int) (id % MAX)])
                .filter(said -> said.id == id)
                .map(Said::speaker);
    }
}
