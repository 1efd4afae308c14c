package chatlab.swing.hood;

import chatlab.client.Shown;
import chatlab.protocol.BadCommandException;
import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.EventHandler;
import chatlab.protocol.Greeting;
import chatlab.protocol.Words;
import chatlab.swing.hood.Wire.Direction;
import java.util.ArrayList;
import java.util.List;

/** Explains a line in a sentence, without control characters. The sentence may begin like HTML. */
final class Explain implements EventHandler<RuntimeException> {
    private static final Words WORDS = new Words(Explain.class);

    /** The most code points of a quoted text. */
    private static final int MAX_FACT = 60;

    /** The explanation of the event that this object handles. */
    private String words;

    private Explain() {}

    static String line(Wire.Line line) {
        String text = line.text();
        if (line.direction() == Direction.FROM_SERVER) {
            return fromServer(text);
        }
        return switch (line.kind()) {
            case FIRST_HALF -> WORDS.get("command.half");
            case OTHER_HALF -> WORDS.get("command.other-half");
            case OF_PASTE -> WORDS.get(text.equals(".") ? "command.paste.end" : "command.paste.line");
            case WHOLE -> text.isBlank() ? WORDS.get("command.blank") : toServer(text);
        };
    }

    private static String toServer(String line) {
        if (!ClientLine.looksLikeCommand(line)) {
            return say("command.text", line);
        }
        try {
            ClientLine parsed = ClientLine.parse(line);
            return withTag("tagged", parsed.tag(), command(parsed.command()));
        } catch (BadCommandException e) {
            String key = e.code() == ErrorCode.UNKNOWN_COMMAND ? "command.unknown" : "command.bad-args";
            return withTag("tagged", e.tag(), say(key, line.split(" ", 2)[0]));
        }
    }

    /** The words for the verb and the number of its arguments, or else the words for the verb. */
    private static String command(Command command) {
        String[] line = command.print("").split(" ", 2);
        String all = line.length == 2 ? line[1] : "";
        String[] words = all.split(" ", -1);
        String key = "command." + line[0].substring(1);
        String special = key + "." + (all.isEmpty() ? 0 : words.length);
        String others = all.substring(Math.min(all.length(), words[0].length() + 1));
        return say(WORDS.has(special) ? special : key, all, words[0], others, words.length > 1 ? words[1] : "");
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
        Explain explain = new Explain();
        event.accept(explain);
        return explain.words;
    }

    @Override
    public void msg(Event.Msg e) {
        List<String> clauses = new ArrayList<>();
        String where = e.isPrivate() ? "event.msg.private" : e.room().equals("*") ? "event.msg.all" : "event.msg";
        clauses.add(say(where, e.from(), e.isPrivate() ? e.to() : e.room(), String.valueOf(e.id())));
        if (!e.part().isWhole()) {
            clauses.add(WORDS.get("event.msg.part", e.part().number(), e.part().of()));
        }
        if (e.old()) {
            clauses.add(WORDS.get("event.msg.old"));
        }
        if (!e.re().isEmpty()) {
            clauses.add(say("event.msg.mine", e.re()));
        }
        words = String.join(WORDS.get("clauses"), clauses);
    }

    @Override
    public void hello(Event.Hello e) {
        words = answer(e.re(), "event.hello", e.you(), e.room(), e.ping());
    }

    @Override
    public void join(Event.Join e) {
        words = say("event.join", e.name(), e.room());
    }

    @Override
    public void leave(Event.Leave e) {
        String code = List.of("quit", "moved", "lost", "kicked").contains(e.code()) ? e.code() : "other";
        words = say("event.leave." + code, e.name(), e.room());
    }

    @Override
    public void nick(Event.Nick e) {
        words = say("event.nick", e.old(), e.now());
    }

    @Override
    public void who(Event.Who e) {
        words = say(e.state().equals("-") ? "event.who" : "event.who.state", e.name(), e.room(), e.state());
    }

    @Override
    public void room(Event.Room e) {
        words = WORDS.get("event.room", fact(e.name()), e.people());
    }

    @Override
    public void thread(Event.Thread e) {
        words = say("event.thread", e.words());
    }

    @Override
    public void end(Event.End e) {
        words = answer(e.re(), e.gap() ? "event.end.gap" : "event.end");
    }

    @Override
    public void ok(Event.Ok e) {
        words = answer(e.re(), "event.ok");
    }

    @Override
    public void err(Event.Err e) {
        words = answer(e.re(), "event.err", e.code());
    }

    @Override
    public void ping(Event.Ping e) {
        words = WORDS.get("event.ping");
    }

    @Override
    public void pong(Event.Pong e) {
        words = answer(e.re(), "event.pong");
    }

    @Override
    public void note(Event.Note e) {
        words = say("event.note", e.code().isEmpty() ? e.words() : e.code());
    }

    @Override
    public void bye(Event.Bye e) {
        words = answer(e.re(), "event.bye", e.code());
    }

    @Override
    public void classroom(ClassroomEvent e) {
        String[] verbAndRest = e.print().split(" ", 2);
        words = say("event." + verbAndRest[0], verbAndRest[1]);
    }

    /** The words, with one more clause if the event answers a line of this client. */
    private static String answer(String re, String key, Object... facts) {
        return withTag("answers", re, say(key, facts));
    }

    private static String withTag(String key, String tag, String words) {
        return tag.isEmpty() ? words : words + WORDS.get("clauses") + say(key, tag);
    }

    private static String say(String key, Object... facts) {
        Object[] clean = new Object[facts.length];
        for (int i = 0; i < facts.length; i++) {
            clean[i] = fact(String.valueOf(facts[i]));
        }
        return WORDS.get(key, clean);
    }

    /** A text from the line as a sentence quotes it: without control characters, and cut if it is long. */
    private static String fact(String text) {
        return Shown.cut(Shown.line(text), MAX_FACT);
    }
}
