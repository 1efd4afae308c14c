package chatlab.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses the lines of a server. The server is not trusted: a line that does not fit is no event. */
final class EventParser {
    private final EventLine line;

    private EventParser(EventLine line) {
        this.line = line;
    }

    static Optional<Event> parse(String line) {
        return EventLine.parse(line).flatMap(eventLine -> new EventParser(eventLine).parse());
    }

    private Optional<Event> parse() {
        try {
            return Optional.ofNullable(event());
        } catch (UnfitException e) {
            return Optional.empty();
        }
    }

    private Event event() throws UnfitException {
        return switch (line.verb()) {
            case "HELLO" ->
                new Event.Hello(
                        number("proto"),
                        textOr("server", ""),
                        required("run"),
                        required("you"),
                        required("token"),
                        required("room"),
                        numberOr("ping", 60),
                        numberOr("line", Chat1.CLIENT_LINE),
                        numberOr("paste", Chat1.PASTE_LINES),
                        flag("recorded"),
                        Numbers.port(textOr("web", "")),
                        textOr("re", ""),
                        line.text());
            case "MSG" -> message();
            case "JOIN" -> new Event.Join(required("room"), required("name"), time());
            case "LEAVE" -> new Event.Leave(required("room"), required("name"), time(), required("code"), line.text());
            case "NICK" -> new Event.Nick(required("old"), required("new"), time());
            case "WHO" -> new Event.Who(required("name"), required("room"), required("state"));
            case "ROOM" -> new Event.Room(required("name"), number("people"));
            case "THREAD" ->
                new Event.Thread(required("name"), required("role"), required("of"), required("state"), line.text());
            case "END" -> new Event.End(textOr("re", ""), flag("gap"));
            case "OK" -> new Event.Ok(textOr("re", ""), line.text());
            case "ERR" -> new Event.Err(textOr("re", ""), required("code"), line.text());
            case "PING" -> new Event.Ping(line.text());
            case "PONG" -> new Event.Pong(textOr("re", ""), line.text());
            case "NOTE" -> new Event.Note(textOr("code", ""), line.text());
            case "BYE" -> new Event.Bye(textOr("re", ""), required("code"), line.text());
            case "HAND" -> new ClassroomEvent.Hand(required("name"), number("place"), textOr("by", ""), line.text());
            case "UNDO" -> undo();
            case "POLL" -> poll();
            case "GONE" ->
                new ClassroomEvent.Gone(id(), required("room"), id("of"), required("from"), required("by"), time());
            case "TIMER" -> new ClassroomEvent.Timer(time("ends"), number("left"), line.text());
            case "DID" -> new ClassroomEvent.Did(required("name"), question(), required("fact"), time());
            case "CLASS" -> predictions();
            default -> null;
        };
    }

    private Event message() throws UnfitException {
        String room = textOr("room", "");
        String to = textOr("to", "");
        if (room.isEmpty() == to.isEmpty()) {
            throw new UnfitException();
        }
        return new Event.Msg(
                room, to, required("from"), id(), time(), part(), flag("old"), textOr("re", ""), line.text());
    }

    private Event undo() throws UnfitException {
        String of = required("of");
        if (of.equals("-")) {
            return ClassroomEvent.Undo.NOTHING;
        }
        boolean called = of.equals(Verb.NEXT.word());
        if (!called && !of.equals(Verb.LOWER.word())) {
            throw new UnfitException();
        }
        return new ClassroomEvent.Undo(called, required("name"));
    }

    private Event poll() throws UnfitException {
        ClassroomEvent.Poll.State state =
                ClassroomEvent.Poll.State.of(required("state")).orElseThrow(UnfitException::new);
        List<String> options = List.of(required("options").split(",", -1));
        List<Integer> counts = state == ClassroomEvent.Poll.State.SHOWN ? numbers(required("counts")) : List.of();
        boolean fits = options.size() >= 2
                && options.size() <= Chat1.POLL_OPTIONS
                && !options.contains("")
                && (counts.isEmpty() || counts.size() == options.size());
        if (!fits) {
            throw new UnfitException();
        }
        return new ClassroomEvent.Poll(state, options, number("voted"), counts, line.text());
    }

    private Event predictions() throws UnfitException {
        String counts = textOr("counts", "");
        List<Integer> numbers = counts.isEmpty() ? List.of() : numbers(counts);
        if (numbers.size() > Chat1.LAST_PREDICTION - 'a' + 1) {
            throw new UnfitException();
        }
        boolean open = !"0".equals(textOr("open", ""));
        return new ClassroomEvent.Predictions(question(), open, number("predicted"), number("of"), numbers);
    }

    private CourseQuestion question() throws UnfitException {
        return CourseQuestion.parse(required("chapter")).orElseThrow(UnfitException::new);
    }

    private static List<Integer> numbers(String list) throws UnfitException {
        List<Integer> numbers = new ArrayList<>();
        for (String number : list.split(",", -1)) {
            numbers.add(number(number, Integer.MAX_VALUE));
        }
        return numbers;
    }

    private Part part() throws UnfitException {
        String part = textOr("part", "");
        if (part.isEmpty()) {
            return Part.WHOLE;
        }
        String[] numbers = part.split("/", 2);
        if (numbers.length != 2) {
            throw new UnfitException();
        }
        int number = number(numbers[0], Chat1.PASTE_LINES);
        int of = number(numbers[1], Chat1.PASTE_LINES);
        if (number < 1 || number > of) {
            throw new UnfitException();
        }
        return new Part(number, of);
    }

    private long id() throws UnfitException {
        return id("id");
    }

    private long id(String key) throws UnfitException {
        return number(required(key), Long.MAX_VALUE);
    }

    private Instant time() throws UnfitException {
        return time("at");
    }

    /** Refuses years of more than four digits, which have a sign before them: no clock shows them. */
    private Instant time(String key) throws UnfitException {
        String at = required(key);
        if (at.startsWith("+") || at.startsWith("-")) {
            throw new UnfitException();
        }
        try {
            return Times.parse(at);
        } catch (DateTimeException e) {
            throw new UnfitException();
        }
    }

    private boolean flag(String key) {
        return "1".equals(line.keys().get(key));
    }

    private int number(String key) throws UnfitException {
        return number(required(key), Integer.MAX_VALUE);
    }

    private int numberOr(String key, int otherwise) throws UnfitException {
        return line.keys().containsKey(key) ? number(key) : otherwise;
    }

    private String textOr(String key, String otherwise) {
        return line.keys().getOrDefault(key, otherwise);
    }

    private String required(String key) throws UnfitException {
        String value = textOr(key, "");
        if (value.isEmpty()) {
            throw new UnfitException();
        }
        return value;
    }

    private static int number(String digits, int max) throws UnfitException {
        return (int) number(digits, (long) max);
    }

    private static long number(String digits, long max) throws UnfitException {
        try {
            return Numbers.parse(digits, max);
        } catch (NumberFormatException e) {
            throw new UnfitException();
        }
    }

    /** The line is no event. Never leaves this class. */
    private static final class UnfitException extends Exception {
        private static final long serialVersionUID = 1;
    }
}
