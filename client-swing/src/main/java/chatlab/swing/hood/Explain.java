package chatlab.swing.hood;

import chatlab.protocol.Event;
import chatlab.protocol.Greeting;
import chatlab.protocol.Text;
import chatlab.protocol.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in a sentence what a line is. What it says is clean, and may still begin like HTML. */
final class Explain {
    private static final Words WORDS = new Words(Explain.class);

    /** Code points of a text that are quoted. */
    private static final int MAX_FACT = 60;

    private Explain() {}

    static String line(WireLine line) {
        return line.direction() == Direction.FROM_SERVER
                ? fromServer(line.text())
                : ExplainCommand.line(line.text(), line.kind());
    }

    private static String fromServer(String line) {
        if (Greeting.isGreeting(line)) {
            return WORDS.get("event.greeting");
        }
        return Event.parse(line).map(Explain::event).orElseGet(() -> notAnEvent(line));
    }

    private static String notAnEvent(String line) {
        boolean forPeople = line.startsWith("* ") || line.startsWith("! ") || line.startsWith("<");
        return forPeople ? WORDS.get("event.plain") : WORDS.get("event.unknown", fact(line.split(" ", 2)[0]));
    }

    private static String event(Event event) {
        if (event instanceof Event.Msg e) {
            return message(e);
        } else if (event instanceof Event.Hello e) {
            return answer(e.re(), "event.hello", e.you(), e.room(), e.ping());
        } else if (event instanceof Event.Join e) {
            return say("event.join", e.name(), e.room());
        } else if (event instanceof Event.Leave e) {
            return say("event.leave." + leaveCode(e.code()), e.name(), e.room());
        } else if (event instanceof Event.Nick e) {
            return say("event.nick", e.old(), e.now());
        } else if (event instanceof Event.Who e) {
            return say(e.state().equals("-") ? "event.who" : "event.who.state", e.name(), e.room(), e.state());
        } else if (event instanceof Event.Room e) {
            return WORDS.get("event.room", fact(e.name()), e.people());
        } else if (event instanceof Event.Thread e) {
            return say("event.thread", e.words());
        } else if (event instanceof Event.End e) {
            return answer(e.re(), e.gap() ? "event.end.gap" : "event.end");
        } else if (event instanceof Event.Ok e) {
            return answer(e.re(), "event.ok");
        } else if (event instanceof Event.Err e) {
            return answer(e.re(), "event.err", e.code());
        } else if (event instanceof Event.Ping) {
            return WORDS.get("event.ping");
        } else if (event instanceof Event.Pong e) {
            return answer(e.re(), "event.pong");
        } else if (event instanceof Event.Note e) {
            return say("event.note", e.code().isEmpty() ? e.words() : e.code());
        } else if (event instanceof Event.Bye e) {
            return answer(e.re(), "event.bye", e.code());
        }
        throw new AssertionError("an event without words: " + event);
    }

    private static String message(Event.Msg e) {
        List<String> clauses = new ArrayList<>();
        String where = e.isPrivate() ? "event.msg.private" : e.room().equals("*") ? "event.msg.all" : "event.msg";
        clauses.add(say(where, e.from(), e.isPrivate() ? e.to() : e.room(), String.valueOf(e.id())));
        if (!e.part().isWhole()) {
            clauses.add(WORDS.get("event.msg.part", e.part().number(), e.part().of()));
        }
        if (e.old()) {
            clauses.add(WORDS.get("event.msg.old"));
        }
        mine(e.re()).ifPresent(clauses::add);
        return String.join(WORDS.get("clauses"), clauses);
    }

    private static Optional<String> mine(String re) {
        return re.isEmpty() ? Optional.empty() : Optional.of(say("event.msg.mine", re));
    }

    private static String leaveCode(String code) {
        return List.of("quit", "moved", "lost", "kicked").contains(code) ? code : "other";
    }

    /** With a clause more where this answers a line of ours. */
    private static String answer(String re, String key, Object... facts) {
        String words = say(key, facts);
        return re.isEmpty() ? words : words + WORDS.get("clauses") + say("answers", re);
    }

    static String say(String key, Object... facts) {
        Object[] clean = new Object[facts.length];
        for (int i = 0; i < facts.length; i++) {
            clean[i] = fact(String.valueOf(facts[i]));
        }
        return WORDS.get(key, clean);
    }

    /** What stands in the sentence of another one's words: clean, and not too long. */
    static String fact(String text) {
        String clean = Text.collapseBlanks(Text.clean(text));
        return clean.codePointCount(0, clean.length()) <= MAX_FACT
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, MAX_FACT)) + "\u2026";
    }
}
