package chatlab.cli;

import chatlab.protocol.Event.Who;
import chatlab.protocol.Text;
import chatlab.protocol.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Who is in the room, and in what state. For the socket's thread only. */
final class People {
    private static final Words WORDS = new Words(People.class);
    private static final int MAX = 1000;

    private final Map<String, String> states = new LinkedHashMap<>();
    private final List<Who> answer = new ArrayList<>();

    /** A line of an answer to WHO. */
    void listed(Who who) {
        if (answer.size() < MAX) {
            answer.add(who);
        }
        remember(who);
    }

    /** The answer has been told to its end: in one sentence. */
    String list() {
        StringJoiner names = new StringJoiner(", ");
        for (Who who : answer) {
            String state = words(who.state());
            names.add(EventText.name(who.name()) + (state.isEmpty() ? "" : " (" + state + ")"));
        }
        String sentence = WORDS.get("who", answer.size(), names);
        answer.clear();
        return sentence;
    }

    /** What has changed with somebody, in a sentence; empty where nothing has that people care about. */
    String changed(Who who) {
        String before = states.getOrDefault(who.name(), "-");
        remember(who);
        String name = EventText.name(who.name());
        StringJoiner changes = new StringJoiner(" ");
        for (String state : List.of("op", "muted", "lost")) {
            boolean is = has(who.state(), state);
            if (is != has(before, state)) {
                changes.add(WORDS.get("state." + state + (is ? ".on" : ".off"), name));
            }
        }
        return changes.toString();
    }

    static boolean isInstructor(Who who) {
        return has(who.state(), "op");
    }

    void gone(String name) {
        states.remove(name);
    }

    private void remember(Who who) {
        if (states.size() < MAX || states.containsKey(who.name())) {
            states.put(who.name(), who.state());
        }
    }

    private static boolean has(String states, String state) {
        return List.of(states.split(",")).contains(state);
    }

    private static String words(String states) {
        StringJoiner words = new StringJoiner(", ");
        for (String state : List.of("op", "muted", "lost")) {
            if (has(states, state)) {
                words.add(Text.clean(WORDS.get("state." + state)));
            }
        }
        return words.toString();
    }
}
