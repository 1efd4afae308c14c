package chatlab.server.chat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The people that said the last messages, by the numbers of these messages: so an instructor can act on a person whatever
 * its name is by now. Guarded by the lock of the {@link Hall}.
 */
public final class Speakers {
    /** Messages of which the speaker is known. */
    public static final int MAX = 5000;

    /** As an instructor types the number of a message; no number is longer. */
    private static final Pattern ID = Pattern.compile("#\\d{1,18}");

    /** The message with the number {@code id} is at {@code id % MAX}, until a later one takes that place. */
    private final Said[] last = new Said[MAX];

    /** The numbers of the messages that were removed last: also of messages whose speaker is not known. */
    private final Set<Long> gone = new LinkedHashSet<>();

    /**
     * A message.
     *
     * @param speaker the person that said it; null where that was before a crash of the server
     * @param from the name under which it was said
     * @param room empty for a private message
     */
    public record Said(long id, Person speaker, String from, String room) {
        public boolean isPrivate() {
            return room.isEmpty();
        }

        /** Whether this person has said it. A person that has left and come back is another object, and shows its token. */
        public boolean isBy(Person person) {
            return speaker != null && speaker.token.equals(person.token);
        }
    }

    void add(Said said) {
        last[index(said.id)] = said;
    }

    private static int index(long id) {
        return (int) (id % MAX);
    }

    static boolean isId(String typed) {
        return ID.matcher(typed).matches();
    }

    /** The person that said the message {@code #ID}; empty where that is not known any more, or was the server. */
    Optional<Person> find(String typed) {
        return find(Long.parseLong(typed.substring(1))).map(Said::speaker).filter(person -> !person.token.isEmpty());
    }

    /** The message with this number; empty where it is not known any more. */
    public Optional<Said> find(long id) {
        return Optional.ofNullable(last[index(id)]).filter(said -> said.id == id);
    }

    /** The last message that this person has said to a room and that is still there. */
    public Optional<Said> lastOf(Person person) {
        return Arrays.stream(last)
                .filter(said -> said != null && said.isBy(person) && !said.isPrivate() && !isGone(said.id))
                .max(Comparator.comparingLong(Said::id));
    }

    /** The message was removed; its speaker stays known. */
    public void remove(long id) {
        gone.add(id);
        if (gone.size() > MAX) {
            gone.remove(gone.iterator().next());
        }
    }

    /** Whether the message with this number was removed. */
    public boolean isGone(long id) {
        return gone.contains(id);
    }
}
