package chatlab.cli.conform;

import chatlab.protocol.Chat1;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The example sessions of the specification, protocol/README.md, which the build packs beside the classes of the protocol.
 * A server is tested by a replay of them.
 */
public final class SpecSessions {
    /** Stands for whatever a server may choose. */
    private static final String ANYTHING = "…";

    private static final String FENCE = "```";

    /** How a client comes in, in one line. */
    private static final Map<String, List<String>> SHORT = Map.of(
            "joins with nc", List.of("< * CHAT/1 …", "> /nick {who}", "< * You are now {who}."),
            "joins",
                    List.of(
                            "< * CHAT/1 …",
                            "> /proto 1 {who}",
                            "< HELLO proto=1 server=… run=… you={who} token=… room=lobby ping=60 line=4096 paste=500 :…",
                            "< JOIN room=lobby name={who} at=…"));

    private static final Pattern STEP =
            Pattern.compile("(\\w+)(?:(>|<)(?: (.*))?| (hangs up|is closed))", Pattern.DOTALL);
    private static final Pattern HOLE = Pattern.compile(ANYTHING + "|\\{([a-z]+)\\}");

    private SpecSessions() {}

    /**
     * Consists of all that its clients send and receive, in an order in which that may happen.
     *
     * @param heading the heading of the specification below which it stands
     */
    public record Session(String heading, String title, List<Step> steps) {
        @Override
        public String toString() {
            return title; // as the name of a test
        }
    }

    /** What a client does, or what happens to it. A client connects before its first step. */
    public enum Kind {
        SENDS,
        RECEIVES,
        HANGS_UP,
        IS_CLOSED
    }

    /**
     * One line of a session.
     *
     * @param who the connection's name in the session; the server may know the client under another name
     * @param text with holes: an ellipsis stands for any text, {@code {name}} for a text that is remembered
     */
    public record Step(Kind kind, String who, String text) {

        /** The text with its holes filled with what {@code remembered} has for them. */
        public String filled(Map<String, String> remembered) {
            return HOLE.matcher(text)
                    .replaceAll(hole -> Matcher.quoteReplacement(
                            hole.group(1) == null ? ANYTHING : remembered.getOrDefault(hole.group(1), hole.group())));
        }

        /** Whether {@code line} is what this step promises. What stands in a named hole for the first time is remembered. */
        public boolean matches(String line, Map<String, String> remembered) {
            List<String> names = new ArrayList<>();
            Matcher matcher = pattern(filled(remembered), names).matcher(line);
            if (!matcher.matches()) {
                return false;
            }
            for (int i = 0; i < names.size(); i++) {
                remembered.put(names.get(i), matcher.group(i + 1));
            }
            return true;
        }

        /** A named hole is one word, and becomes a group. */
        private static Pattern pattern(String text, List<String> names) {
            StringBuilder pattern = new StringBuilder();
            Matcher hole = HOLE.matcher(text);
            int from = 0;
            while (hole.find()) {
                pattern.append(Pattern.quote(text.substring(from, hole.start())));
                pattern.append(hole.group(1) == null ? ".*" : "(\\S+)");
                if (hole.group(1) != null) {
                    names.add(hole.group(1));
                }
                from = hole.end();
            }
            return Pattern.compile(pattern + Pattern.quote(text.substring(from)));
        }

        @Override
        public String toString() {
            return switch (kind) {
                case SENDS -> who + "> " + text;
                case RECEIVES -> who + "< " + text;
                case HANGS_UP -> who + " hangs up";
                case IS_CLOSED -> who + " is closed";
            };
        }
    }

    /** All sessions of the specification. */
    public static List<Session> read() {
        try (BufferedReader page = new BufferedReader(
                new InputStreamReader(Chat1.class.getResourceAsStream("README.md"), StandardCharsets.UTF_8))) {
            return parse(page.lines().collect(Collectors.toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of this program is damaged", e);
        }
    }

    /** The sessions among the lines of a Markdown text; each is called like the line in bold or the heading before it. */
    static List<Session> parse(List<String> markdown) {
        List<Session> sessions = new ArrayList<>();
        List<Step> steps = null;
        String heading = "";
        String title = "";
        for (String line : markdown) {
            if (line.startsWith(FENCE)) {
                steps = line.equals(FENCE + "chat1") ? new ArrayList<>() : null;
                if (steps != null) {
                    sessions.add(new Session(heading, title, steps));
                }
            } else if (steps != null) {
                for (String full : inFull(line)) {
                    steps.add(step(full));
                }
            } else if (line.startsWith("#")) {
                heading = title = line.replace("#", "").strip();
            } else if (line.startsWith("**")) {
                title = line.replace("*", "").strip();
            }
        }
        return sessions;
    }

    private static List<String> inFull(String line) {
        String who = line.split(" ", 2)[0];
        List<String> lines = SHORT.get(line.substring(who.length()).strip());
        if (lines == null || !who.matches("\\w+")) {
            return List.of(line);
        }
        return lines.stream().map(l -> who + l.replace("{who}", who)).collect(Collectors.toList());
    }

    private static Step step(String line) {
        Matcher matcher = STEP.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no step of a session: " + line);
        }
        String text = matcher.group(3) == null ? "" : matcher.group(3);
        return new Step(kind(matcher), matcher.group(1), text);
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group(2) != null) {
            return matcher.group(2).equals(">") ? Kind.SENDS : Kind.RECEIVES;
        }
        return matcher.group(4).equals("hangs up") ? Kind.HANGS_UP : Kind.IS_CLOSED;
    }
}
