package chatlab.server.classroom;

import chatlab.protocol.Verb;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Commands at random. Where a command has a text or a name of the speaker's own, that is a word which no other command has. */
final class HostileLines {
    /** These come three times as often. BAN would send all away, and QUIT comes with the coming and going. */
    private static final List<Verb> OFTEN = List.of(
            Verb.SAY, Verb.MSG, Verb.PASTE, Verb.NICK, Verb.JOIN, Verb.HAND, Verb.VOTE, Verb.DID, Verb.DROP, Verb.NEXT);

    private static final List<Verb> VERBS = Stream.concat(
                    Stream.concat(OFTEN.stream(), OFTEN.stream()),
                    Arrays.stream(Verb.values()).filter(verb -> verb != Verb.BAN))
            .toList();

    private static final List<String> NOISE = List.of(
            "",
            "a",
            "a,a",
            "a,b,c,d,e,f,g,h,i why?",
            ",",
            "close",
            "off",
            "on",
            "99999h",
            "private on on",
            "lobby",
            "server",
            "#1",
            "#0",
            "#999999999999999999",
            "place=0 by=ada",
            "7.99",
            "\u202e",
            "\u0000",
            "\t",
            "e" + "\u0301".repeat(30),
            "\uD83D\uDC22,\uD83D\uDC22\uD83D\uDC22 why?",
            "x".repeat(300),
            "x".repeat(5000));

    /** Of the command {@code hands}. */
    static final String UNDO = "undo";

    private final Random random;

    HostileLines(Random random) {
        this.random = random;
    }

    /**
     * A command.
     *
     * @param verb null where the line is no well-formed command
     * @param target the person that it is for, empty where it is for none
     * @param lines what is sent
     * @param texts the lines of a paste
     */
    record Sent(Verb verb, String target, List<String> lines, int texts) {}

    static String word(int number) {
        return "w" + number + "q";
    }

    /** {@code names}: of people that are there, {@code tokens}: of people that were. */
    Sent line(int number, boolean tagged, List<String> names, List<String> tokens) {
        Verb verb = one(VERBS);
        String word = word(number);
        String tag = tagged ? "@t" + number : "";
        if (random.nextInt(8) == 0) {
            return noise(verb, tag, word);
        }
        String target = names.isEmpty() ? "nobody" : one(names);
        String head = "/" + (random.nextInt(10) == 0 ? verb.word().toUpperCase(Locale.ROOT) : verb.word()) + tag;
        if (verb == Verb.PASTE) {
            boolean open = random.nextBoolean();
            List<String> lines = List.of(open ? head : head + " " + target, word, "and " + word, ".");
            return new Sent(verb, open ? "" : target, lines, 2);
        }
        String arguments = arguments(verb, word, target, tokens);
        return new Sent(verb, verb == Verb.MSG ? target : "", List.of((head + " " + arguments).strip()), 0);
    }

    private Sent noise(Verb verb, String tag, String word) {
        String line = switch (random.nextInt(4)) {
            case 0 -> "/" + verb.word() + tag + "@ " + word;
            case 1 -> "/" + word + " " + word;
            default -> "/" + verb.word() + tag + " " + one(NOISE) + " " + one(NOISE);
        };
        return new Sent(null, "", List.of(line, "."), 0); // the dot ends a paste, or is said
    }

    private String arguments(Verb verb, String word, String target, List<String> tokens) {
        String onOff = random.nextBoolean() ? "on" : "off";
        String chapter = String.valueOf(1 + random.nextInt(4));
        return switch (verb) {
            case SAY, ANNOUNCE, QUIT, PING, OP, HAND -> word;
            case MSG -> (random.nextInt(5) == 0 ? "server" : target) + " " + word;
            case PROTO -> proto(word, tokens);
            case NICK -> word;
            case JOIN -> random.nextBoolean() ? word : one(List.of("lobby", "kitchen", "study"));
            case LOWER, NEXT -> random.nextBoolean() ? "" : target;
            case HANDS -> one(List.of("", UNDO));
            case POLL -> one(List.of("a,b,c " + word + "?", "a,b " + word, "close", "show", "show", ""));
            case VOTE -> one(List.of("a", "b", "A", "c", word));
            case TIMER -> one(List.of("1s " + word, "5m " + word, "off"));
            case LOCK -> one(List.of("private ", "rooms ", "names ")) + onOff;
            case HUSH -> onOff;
            case DID -> did();
            case CLASS, SHOW -> chapter + (random.nextBoolean() ? "" : ".2");
            case OPEN, CLOSE -> chapter;
            case FORGET -> "s" + random.nextInt(1500);
            case DROP -> random.nextBoolean() ? "" : "#" + (1 + random.nextInt(5000));
            case RENAME -> target + " " + word;
            case MUTE, UNMUTE, KICK -> target + " " + word;
            case FREE -> target;
            case UNBAN -> "10.1.2.3";
            case HISTORY -> "after=" + random.nextInt(5000);
            case CLEAR, LEAVE, WHO, ROOMS, THREADS, HELP, PONG, PROGRESS -> "";
            case PASTE, BAN -> throw new IllegalArgumentException();
        };
    }

    private String proto(String word, List<String> tokens) {
        boolean returns = !tokens.isEmpty() && random.nextBoolean();
        return random.nextInt(3) == 0 ? "1" : "1 " + word + (returns ? " " + one(tokens) : "");
    }

    private String did() {
        String fact = one(List.of("read", "tried", "hint", "passed", "solution", "predicted=a", "predicted=c"));
        String chapter = (1 + random.nextInt(4)) + (fact.startsWith("p") && random.nextBoolean() ? ".2" : "");
        return "s" + random.nextInt(1500) + " k3f9k3f9 " + chapter + " " + fact;
    }

    /** Many reports in one go: of many names, or of many chapters of one name. */
    List<String> reports(String prefix) {
        boolean oneName = random.nextBoolean();
        String name = prefix + random.nextInt(1500);
        return Stream.iterate(1, i -> i + 1)
                .limit(100)
                .map(i -> "/did " + (oneName ? name : prefix + random.nextInt(1500)) + " k3f9k3f9 "
                        + (oneName ? i % 99 + 1 : 3) + " " + one(List.of("read", "tried", "hint")))
                .toList();
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
