package chatlab.protocol;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a plain client sees of events: lines that a person can read with {@code nc}. Safe for use by several threads.
 *
 * <p>Every line starts with {@code *}, {@code !} or {@code <name>}, and nothing that a person wrote can start one.
 */
public final class PlainRenderer {
    private static final Words WORDS = new Words(PlainRenderer.class);

    private final Clock clock;

    /** Shows the time of replayed messages as clocks in {@code zone} do. */
    public PlainRenderer(ZoneId zone) {
        this(Clock.system(zone));
    }

    /** Shows the time of replayed messages in the zone of {@code clock}, with the date if that is not today's. */
    public PlainRenderer(Clock clock) {
        this.clock = clock;
    }

    /**
     * The line, without its line end, that shows {@code event} to the person called {@code you}; empty where a plain
     * client is shown nothing. {@link Rows#ofPlain} makes of it what is sent. Only private messages and {@code NICK} look
     * different to different people.
     */
    public Optional<String> render(Event event, String you) {
        return Optional.ofNullable(line(event, you)).map(Text::clean);
    }

    /** The answer to {@code /who}, in as many lines as it takes. */
    public List<String> people(String room, List<Event.Who> people) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(WORDS.get("who", people.size(), room));
        for (Event.Who person : people) {
            String item = " " + person.name() + state(person);
            if (Rows.columns("* " + line + item) > Chat1.PLAIN_ROW) {
                lines.add("* " + line);
                line.setLength(0);
                line.append(' ');
            }
            line.append(item);
        }
        lines.add("* " + line);
        return lines;
    }

    private String line(Event event, String you) {
        if (event instanceof Event.Msg e) {
            return message(e, you);
        } else if (event instanceof Event.Join e) {
            return star("join", e.name());
        } else if (event instanceof Event.Leave e) {
            return leave(e);
        } else if (event instanceof Event.Nick e) {
            return e.now().equals(you) ? star("nick.you", you) : star("nick", e.old(), e.now());
        } else if (event instanceof Event.Room e) {
            return star("room", e.name(), e.people());
        } else if (event instanceof Event.Thread e) {
            return "* " + e.words();
        } else if (event instanceof Event.End e) {
            return e.gap() ? star("gap") : null;
        } else if (event instanceof Event.Ok e) {
            return e.words().isEmpty() ? null : "* " + e.words();
        } else if (event instanceof Event.Err e) {
            return "! " + e.code() + ": " + e.words();
        } else if (event instanceof Event.Pong e) {
            return star("pong", e.text());
        } else if (event instanceof Event.Note e) {
            return "* " + e.words();
        } else if (event instanceof Event.Bye e) {
            return "* " + e.words();
        }
        return null; // HELLO, PING and WHO on its own are for programs
    }

    private String message(Event.Msg e, String you) {
        if (e.room().equals(Chat1.ALL_ROOMS)) {
            String time = e.old() ? Times.shown(e.at(), clock) + " " : "";
            return "* " + time + WORDS.get("announcement", e.from()) + " " + e.text();
        }
        String time = e.old() ? " " + Times.shown(e.at(), clock) : "";
        return "<" + speaker(e, you) + time + (e.part().isWhole() ? "> " : "> | ") + e.text();
    }

    private static String speaker(Event.Msg e, String you) {
        if (!e.isPrivate()) {
            return e.from();
        }
        return e.from().equals(you) ? WORDS.get("from-you", e.to()) : WORDS.get("to-you", e.from());
    }

    private static String leave(Event.Leave e) {
        String key = switch (e.code()) {
            case "lost", "moved", "kicked" -> "leave." + e.code();
            default -> "leave";
        };
        String line = star(key, e.name());
        return e.reason().isEmpty() ? line : line + " " + WORDS.get("reason") + " " + e.reason();
    }

    private static String state(Event.Who person) {
        return person.state().equals("-") ? "" : " (" + person.state().replace(",", ", ") + ")";
    }

    private static String star(String key, Object... arguments) {
        return "* " + WORDS.get(key, arguments);
    }
}
