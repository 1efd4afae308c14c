package chatlab.cli.conform;

import chatlab.cli.conform.SpecSessions.Kind;
import chatlab.cli.conform.SpecSessions.Step;
import chatlab.protocol.EventLine;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares a line that a server has sent with the line of a session, and names the rule that it breaks. The wording of
 * notices for people is free, and so is the order of keys.
 */
final class LineComparison {
    private static final String GREETING = "* CHAT/1 ";

    /** The text of these events is a person's own, or a promise of the session. */
    private static final Set<String> FIXED_TEXTS = Set.of("HELLO", "MSG", "PONG", "LEAVE", "HAND", "POLL", "TIMER");

    /** Keys that change what an event means; a server may add others. */
    private static final Set<String> MEANT_KEYS = Set.of("re", "old", "part", "gap", "to", "counts");

    /** Words of a notice that it must have in any wording: people and guests. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_-]+");

    private static final Pattern GUEST = Pattern.compile("guest\\d+");

    private final Set<String> people;
    private final Map<String, String> remembered;

    /** {@code people} are the names that stand in notices; what stands in named holes is put into {@code remembered}. */
    LineComparison(Set<String> people, Map<String, String> remembered) {
        this.people = people;
        this.remembered = remembered;
    }

    /** The rule that {@code line} breaks; {@code said} is what its connection has sent last. Empty where it is right. */
    Optional<ServerRule> broken(Step expected, String line, String said) {
        String wanted = expected.filled(remembered);
        if (line.endsWith("\r")) {
            return Optional.of(ServerRule.LINE_END);
        } else if (wanted.startsWith(GREETING)) {
            return isGreeting(wanted, line) ? Optional.empty() : Optional.of(ServerRule.GREETING);
        } else if (line.matches("<[^> ]+> .*") && line.endsWith("> " + said) && !wanted.equals(line)) {
            return Optional.of(ServerRule.OWN_LINE);
        }
        Optional<EventLine> event = EventLine.parse(wanted);
        if (event.isPresent()) {
            return ofEvent(event.get(), line);
        } else if (EventLine.parse(line).isPresent()) {
            return Optional.of(ServerRule.PLAIN);
        }
        return ofPlainLine(expected, wanted, line);
    }

    private boolean isGreeting(String wanted, String line) {
        String title = wanted.substring(GREETING.length()).replaceFirst("[.…].*", "");
        return line.startsWith(GREETING + title) && hasPeopleOf(wanted, line);
    }

    private Optional<ServerRule> ofEvent(EventLine wanted, String line) {
        Optional<EventLine> came = EventLine.parse(line);
        if (came.isEmpty() || !came.get().verb().equals(wanted.verb())) {
            return Optional.of(wanted.verb().equals("HELLO") ? ServerRule.HELLO_FIRST : ServerRule.OTHER_LINE);
        }
        Map<String, String> keys = came.get().keys();
        for (Map.Entry<String, String> key : wanted.keys().entrySet()) {
            String value = keys.get(key.getKey());
            if (value == null) {
                return Optional.of(key.getKey().equals("re") ? ServerRule.TAG : ServerRule.KEYS);
            } else if (!matches(key.getValue(), value)) {
                return Optional.of(ofValue(key.getKey()));
            }
        }
        if (keys.keySet().stream()
                .anyMatch(key -> MEANT_KEYS.contains(key) && !wanted.keys().containsKey(key))) {
            return Optional.of(ServerRule.EXTRA_KEY);
        }
        boolean sameText = !FIXED_TEXTS.contains(wanted.verb())
                || matches(wanted.text(), came.get().text());
        return sameText ? Optional.empty() : Optional.of(ServerRule.TEXT);
    }

    private static ServerRule ofValue(String key) {
        return switch (key) {
            case "id" -> ServerRule.IDS;
            case "re" -> ServerRule.TAG;
            case "code" -> ServerRule.CODE;
            default -> ServerRule.VALUE;
        };
    }

    private Optional<ServerRule> ofPlainLine(Step expected, String wanted, String line) {
        if (wanted.startsWith("* ")) {
            boolean same = line.startsWith("* ") && hasPeopleOf(wanted, line);
            return same ? Optional.empty() : Optional.of(ServerRule.OTHER_LINE);
        } else if (wanted.startsWith("! ")) {
            String code = wanted.substring(0, wanted.indexOf(':') + 1);
            return line.startsWith(code) ? Optional.empty() : Optional.of(ServerRule.CODE);
        } else if (expected.matches(line, remembered)) {
            return Optional.empty();
        }
        return Optional.of(line.startsWith("<") ? ServerRule.TEXT : ServerRule.OTHER_LINE);
    }

    private boolean hasPeopleOf(String wanted, String line) {
        Set<String> words = words(line);
        return words(wanted).stream()
                .filter(word -> people.contains(word) || GUEST.matcher(word).matches())
                .allMatch(words::contains);
    }

    /** Whether a line names one of the session's people or guests. Other remembered values, like an id, may also be a minute. */
    boolean isAboutPeople(String line) {
        return words(line).stream()
                .anyMatch(word ->
                        people.contains(word) || GUEST.matcher(word).matches() && remembered.containsValue(word));
    }

    private static Set<String> words(String line) {
        return WORD.matcher(line).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private boolean matches(String wanted, String value) {
        return new Step(Kind.RECEIVES, "", wanted).matches(value, remembered);
    }
}
