package chatlab.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The verbs of a client's commands, in the order in which help lists them. */
public enum Verb {
    SAY,
    MSG,
    PASTE,
    NICK,
    WHO,
    ROOMS,
    JOIN,
    LEAVE,
    HISTORY,
    DROP,
    THREADS,
    HAND,
    LOWER,
    HANDS,
    POLL,
    VOTE,
    CLASS,
    HELP,
    QUIT,
    PING,
    PONG,
    DID,
    PROTO,
    OP,
    ANNOUNCE,
    HUSH,
    CLEAR,
    MUTE,
    UNMUTE,
    KICK,
    BAN,
    UNBAN,
    FREE,
    RENAME,
    NEXT,
    TIMER,
    LOCK,
    PROGRESS,
    OPEN,
    CLOSE,
    SHOW,
    FORGET;

    private static final Words WORDS = new Words(Verb.class);

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The verb as people type it after the slash. */
    public String word() {
        return word;
    }

    /** The line of a command with this verb: with the tag and the arguments that are not empty, and without a line end. */
    String line(String tag, String... arguments) {
        StringBuilder line = new StringBuilder("/").append(word);
        if (!tag.isEmpty()) {
            line.append('@').append(tag);
        }
        for (String argument : arguments) {
            if (!argument.isEmpty()) {
                line.append(' ').append(argument);
            }
        }
        return line.toString();
    }

    /** How to write the command, like {@code /nick NAME}. */
    public String usage() {
        return "/" + word + WORDS.get("usage." + word);
    }

    /** What the command does, in a few words. */
    public String help() {
        return WORDS.get("help." + word);
    }

    /** Whether only instructors may use it. */
    public boolean isForInstructor() {
        return compareTo(ANNOUNCE) >= 0;
    }

    /** Whether people type it; the others are for programs. */
    public boolean isForPeople() {
        return compareTo(QUIT) <= 0 || compareTo(OP) >= 0;
    }

    /** The verb of this word in any case, if there is one. */
    static Optional<Verb> of(String word) {
        return Arrays.stream(values())
                .filter(verb -> verb.word.equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
