package chatlab.server.web;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a picture for the script of the wall, in JSON (RFC 8259) on one line. */
final class WallJson {
    /** More cells would not be readable on a projector, and each one takes room in every stream. */
    static final int MOST_CLIENTS = 300;

    static final int MOST_HANDS = 20;

    /** More boxes beside each other would be too narrow; the course of this kit has fewer. */
    static final int MOST_CHAPTERS = 24;

    private final boolean withNames;

    /** @param withNames whether the rows and hands have the names of people */
    WallJson(boolean withNames) {
        this.withNames = withNames;
    }

    String write(WallState state) {
        String threads = state.threads().entrySet().stream()
                .map(thread -> string(thread.getKey()) + ":" + string(thread.getValue()))
                .collect(Collectors.joining(","));
        WallState.Question question = state.question();
        return "{\"names\":" + withNames
                + ",\"people\":" + state.people()
                + ",\"threads\":{" + threads + "}"
                + ",\"clients\":" + array(shown(state.clients()), MOST_CLIENTS, this::client)
                + ",\"moreClients\":" + Math.max(0, state.clients().size() - MOST_CLIENTS)
                + ",\"writers\":"
                + state.clients().stream().filter(WallState.Client::hasWriter).count()
                + ",\"hands\":" + array(state.hands(), MOST_HANDS, this::hand)
                + ",\"moreHands\":" + Math.max(0, state.hands().size() - MOST_HANDS)
                + ",\"course\":" + course(state.course())
                + (question == null ? "" : ",\"question\":" + question(question))
                + "}";
    }

    /** Where there are too many clients, the stuck ones have a place before the others: a class looks for them. */
    private static List<WallState.Client> shown(List<WallState.Client> clients) {
        return clients.stream()
                .sorted(Comparator.comparing(WallState.Client::stuck).reversed())
                .limit(MOST_CLIENTS)
                .sorted(Comparator.comparingInt(WallState.Client::number))
                .toList();
    }

    private String client(WallState.Client client) {
        return "{\"number\":" + client.number()
                + name(client.name())
                + ",\"reader\":" + string(client.reader())
                + ",\"stuck\":" + client.stuck()
                + ",\"waiting\":" + client.waiting()
                + ",\"percent\":" + client.percent()
                + ",\"read\":" + client.read()
                + ",\"served\":" + client.served()
                + "}";
    }

    private String hand(WallState.Hand hand) {
        return "{\"place\":" + hand.place() + ",\"client\":" + hand.client() + name(hand.name()) + "}";
    }

    private String name(String name) {
        return withNames ? ",\"name\":" + string(name) : "";
    }

    private static String question(WallState.Question question) {
        return "{\"text\":" + string(question.text())
                + ",\"options\":" + array(question.options(), Integer.MAX_VALUE, WallJson::string)
                + ",\"answered\":" + question.answered()
                + ",\"of\":" + question.of()
                + ",\"counts\":" + array(question.counts(), Integer.MAX_VALUE, String::valueOf)
                + "}";
    }

    private static String course(WallState.Course course) {
        return "{\"students\":" + course.students()
                + ",\"chapters\":" + array(course.chapters(), MOST_CHAPTERS, WallJson::chapter)
                + "}";
    }

    private static String chapter(WallState.Chapter chapter) {
        return "{\"number\":" + chapter.number()
                + ",\"read\":" + chapter.read()
                + ",\"predicted\":" + chapter.predicted()
                + ",\"passed\":" + chapter.passed()
                + "}";
    }

    private static <T> String array(List<T> values, int most, Function<T, String> print) {
        return values.stream().limit(most).map(print).collect(Collectors.joining(",", "[", "]"));
    }

    /** Also escapes what a reader of lines may take for the end of one. */
    private static String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
