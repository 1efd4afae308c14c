package chatlab.cli.conform;

import chatlab.cli.conform.SpecSessions.Kind;
import chatlab.cli.conform.SpecSessions.Session;
import chatlab.cli.conform.SpecSessions.Step;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a session that can be played on a server which other people use: its people have random names of the same length,
 * since a longer name would move the end of a row, and what only a new server has is left open.
 */
final class RandomNames {
    /** No two of them look alike, and no two together look like another letter. */
    private static final String LETTERS = "bcdfghjkpqstxz";

    /** These need a key, an empty room, or the first ids. */
    private static final Pattern ONLY_ON_NEW = Pattern.compile("/(op|who|rooms|history)\\b.*");

    private final Random random;

    RandomNames(Random random) {
        this.random = random;
    }

    /** Whether only a new server can do what the session shows. */
    static boolean needsNewServer(Session session) {
        return session.steps().stream()
                .filter(step -> step.kind() == Kind.SENDS)
                .anyMatch(step -> ONLY_ON_NEW
                                .matcher(step.text().replaceFirst("@\\w+", ""))
                                .matches()
                        || step.text().matches(".*\\p{IsCyrillic}.*")); // looks like a name that is not random
    }

    Session adapt(Session session) {
        Map<String, String> names = names(session);
        return new Session(
                session.heading(),
                session.title(),
                session.steps().stream()
                        .map(step -> new Step(step.kind(), names.get(step.who()), open(step.text(), names)))
                        .collect(Collectors.toList()));
    }

    private Map<String, String> names(Session session) {
        Map<String, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>();
        Set<String> people = new LinkedHashSet<>();
        session.steps().forEach(step -> people.add(step.who()));
        for (String who : people) {
            String name = random(who.length());
            while (!taken.add(name)) {
                name = random(who.length());
            }
            names.put(who, name);
        }
        return Collections.unmodifiableMap(names);
    }

    private String random(int length) {
        StringBuilder name = new StringBuilder();
        while (name.length() < length) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return name.toString();
    }

    /** {@code guest2} becomes {@code {guestb}}, {@code id=1} becomes {@code id={idb}}. */
    private static String open(String text, Map<String, String> names) {
        String open = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            open = open.replaceAll("\\b" + name.getKey() + "\\b", name.getValue());
        }
        open = Pattern.compile("\\bguest(\\d)")
                .matcher(open)
                .replaceAll(number -> "{guest" + letter(number.group(1), 1) + "}");
        open = Pattern.compile("\\bid=(\\d)")
                .matcher(open)
                .replaceAll(number -> "id={id" + letter(number.group(1), 0) + "}");
        return open.replace("ping=60 line=4096 paste=500", "ping=… line=… paste=…")
                .replace("Room 12", "…");
    }

    private static char letter(String digit, int first) {
        return (char) ('a' + Integer.parseInt(digit) - first);
    }
}
