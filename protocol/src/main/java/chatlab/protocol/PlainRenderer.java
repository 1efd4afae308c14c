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

    /** Whether the number of a message stands behind the name. */
    private final boolean ids;

    /** Shows the time of replayed messages as clocks in {@code zone} do. */
    public PlainRenderer(ZoneId zone) {
        this(Clock.system(zone));
    }

    /** Shows the time of replayed messages in the zone of {@code clock}, with the date if that is not today's. */
    public PlainRenderer(Clock clock) {
        this(clock, false);
    }

    private PlainRenderer(Clock clock, boolean ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** The same with the numbers of messages, as in {@code <bob #12> hi}, or without them. Instructors act on numbers. */
    public PlainRenderer withIds(boolean shown) {
        return new PlainRenderer(clock, shown);
    }

    /**
     * The line, without its line end, that shows {@code event} to the person called {@code you}; empty where a plain
     * client is shown nothing. {@link Rows#ofPlain} folds it into the rows to send. Only private messages and {@code NICK} look
     * different to different people.
     */
    public Optional<String> render(Event event, String you) {
        Line line = new Line(you);
        event.accept(line);
        return Optional.ofNullable(line.words).map(Text::clean);
    }

    /** The answer to {@code /who}, in as many lines as it takes. */
    public static List<String> people(String room, List<Event.Who> people) {
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

    /**
     * What a person is told of its own hand, which is up, in place of the event: the number in that means nothing to people.
     *
     * @param before how many hands are up that are called before this one
     */
    public static String ownHand(int before, String text) {
        return withText(WORDS.get("hand.up.you", before), text);
    }

    private static String withText(String line, String text) {
        return text.isEmpty() ? line : line + " " + WORDS.get("hand.text") + " " + text;
    }

    /** What people have done in the course: a line for each run of events of one person. */
    public static List<String> progress(List<ClassroomEvent.Did> done) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < done.size(); i++) {
            ClassroomEvent.Did now = done.get(i);
            ClassroomEvent.Did before = i == 0 ? null : done.get(i - 1);
            if (before == null || !before.name().equals(now.name())) {
                lines.add(WORDS.get("progress", now.name(), now.question(), fact(now)));
            } else {
                String chapter = before.question().equals(now.question()) ? "" : ", " + now.question();
                String line = lines.get(lines.size() - 1) + chapter + " " + fact(now);
                lines.set(lines.size() - 1, line);
            }
        }
        return lines;
    }

    private static String fact(ClassroomEvent.Did done) {
        return done.fact().replace('=', ' ');
    }

    private static String state(Event.Who person) {
        return person.state().equals("-") ? "" : " (" + person.state().replace(",", ", ") + ")";
    }

    private static String star(String key, Object... arguments) {
        return "* " + WORDS.get(key, arguments);
    }

    /** The line of one event. HELLO, PING and WHO on its own are for programs: they leave it null. */
    private final class Line implements EventHandler<RuntimeException> {
        private final String you;
        private String words;

        private Line(String you) {
            this.you = you;
        }

        @Override
        public void hello(Event.Hello e) {}

        @Override
        public void msg(Event.Msg e) {
            boolean toAll = e.room().equals(Chat1.ALL_ROOMS);
            String time = e.old() ? Times.shown(e.at(), clock) : "";
            words = toAll ? announcement(e, time) : message(e, time);
        }

        private String announcement(Event.Msg e, String time) {
            return "* " + (time.isEmpty() ? "" : time + " ") + WORDS.get("announcement", named(e.from(), e.id())) + " "
                    + e.text();
        }

        private String message(Event.Msg e, String time) {
            String speaker = speaker(e) + (time.isEmpty() ? "" : " " + time);
            return "<" + speaker + (e.part().isWhole() ? "> " : "> | ") + e.text();
        }

        private String speaker(Event.Msg e) {
            if (!e.isPrivate()) {
                return named(e.from(), e.id());
            }
            return e.from().equals(you) ? WORDS.get("from-you", e.to()) : WORDS.get("to-you", named(e.from(), e.id()));
        }

        private String named(String from, long id) {
            return ids ? from + " #" + id : from;
        }

        @Override
        public void join(Event.Join e) {
            words = star("join", e.name());
        }

        @Override
        public void leave(Event.Leave e) {
            String key = switch (e.code()) {
                case "lost", "moved", "kicked" -> "leave." + e.code();
                default -> "leave";
            };
            String left = star(key, e.name());
            words = e.reason().isEmpty() ? left : left + " " + WORDS.get("reason") + " " + e.reason();
        }

        @Override
        public void nick(Event.Nick e) {
            words = e.now().equals(you) ? star("nick.you", you) : star("nick", e.old(), e.now());
        }

        @Override
        public void who(Event.Who e) {}

        @Override
        public void room(Event.Room e) {
            words = star("room", e.name(), e.people());
        }

        @Override
        public void thread(Event.Thread e) {
            words = "* " + e.words();
        }

        @Override
        public void end(Event.End e) {
            words = e.gap() ? star("gap") : null;
        }

        @Override
        public void ok(Event.Ok e) {
            words = e.words().isEmpty() ? null : "* " + e.words();
        }

        @Override
        public void err(Event.Err e) {
            words = "! " + e.code() + ": " + e.words();
        }

        @Override
        public void ping(Event.Ping e) {}

        @Override
        public void pong(Event.Pong e) {
            words = star("pong", e.text());
        }

        @Override
        public void note(Event.Note e) {
            words = "* " + e.words();
        }

        @Override
        public void bye(Event.Bye e) {
            words = "* " + e.words();
        }

        @Override
        public void classroom(ClassroomEvent e) {}

        @Override
        public void hand(ClassroomEvent.Hand e) {
            if (e.by().isEmpty()) { // otherwise a NOTE says why the hand is down
                String down = e.name().equals(you) ? "hand.down.you" : "hand.down";
                words = withText(star(e.isUp() ? "hand.up" : down, e.name()), e.text());
            }
        }

        @Override
        public void gone(ClassroomEvent.Gone e) {
            words = star("gone", named(e.from(), e.of()));
        }

        @Override
        public void timer(ClassroomEvent.Timer e) {
            String line = e.left() == 0 ? star("timer.off") : star("timer", Times.left(e.left()));
            words = e.text().isEmpty() ? line : line + " " + e.text();
        }

        @Override
        public void poll(ClassroomEvent.Poll e) {
            words = e.state() == ClassroomEvent.Poll.State.OPEN
                    ? star("poll.OPEN", e.voted(), sentence(e.question()), answers(e.options()))
                    : star("poll." + e.state(), e.voted(), e.result()) + " " + e.question();
        }

        /** A question may have no mark at its end. */
        private String sentence(String question) {
            return question.matches(".*\\p{P}") ? question : question + ".";
        }

        private String answers(List<String> options) {
            List<String> votes =
                    options.stream().map(option -> "/vote " + option).toList();
            int last = votes.size() - 1;
            return last < 1
                    ? String.join("", votes)
                    : WORDS.get("poll.or", String.join(", ", votes.subList(0, last)), votes.get(last));
        }

        @Override
        public void predictions(ClassroomEvent.Predictions e) {
            String state = e.open() ? "open" : "closed";
            String key = "predictions." + (e.counts().isEmpty() ? state : "shown");
            words = star(key, e.question(), e.predicted(), e.of(), e.result());
        }

        @Override
        public void did(ClassroomEvent.Did e) {
            words = star("did", e.name(), e.question(), fact(e));
        }
    }
}
