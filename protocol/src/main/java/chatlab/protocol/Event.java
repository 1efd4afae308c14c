package chatlab.protocol;

import java.time.Instant;
import java.util.Optional;

/**
 * What a server tells a rich client, one line each. Text that is not there is empty, never null.
 *
 * <p>{@code re} is the tag of the command that an event answers. Times are in UTC and have milliseconds.
 */
public sealed interface Event
        permits Event.Hello,
                Event.Msg,
                Event.Join,
                Event.Leave,
                Event.Nick,
                Event.Who,
                Event.Room,
                Event.Thread,
                Event.End,
                Event.Ok,
                Event.Err,
                Event.Ping,
                Event.Pong,
                Event.Note,
                Event.Bye,
                ClassroomEvent,
                Numbered {
    /** The line to send, without its line end. */
    String print();

    /** Calls the method of {@code handler} that is for this event, and throws what that one throws. */
    <X extends Exception> void accept(EventHandler<X> handler) throws X;

    /**
     * Reads a line without its line end. Empty for a line to ignore: an unknown event, or one with a key missing or with an
     * impossible value.
     */
    static Optional<Event> parse(String line) {
        return EventParser.parse(line);
    }

    /** {@code ping}: seconds; {@code line}: bytes; {@code paste}: lines; {@code web}: the TCP port of the server's page, or 0. */
    record Hello(
            int proto,
            String server,
            String run,
            String you,
            String token,
            String room,
            int ping,
            int line,
            int paste,
            boolean recorded,
            int web,
            String re,
            String title)
            implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("HELLO")
                    .key("proto", proto)
                    .keys("server", server, "run", run, "you", you, "token", token, "room", room)
                    .key("ping", ping)
                    .key("line", line)
                    .key("paste", paste)
                    .flag("recorded", recorded)
                    .portIfAny("web", web)
                    .keyIfAny("re", re)
                    .text(title);
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.hello(this);
        }
    }

    /** A message; either {@code room} or {@code to} is empty, and all parts of a paste have one {@code id}. */
    record Msg(String room, String to, String from, long id, Instant at, Part part, boolean old, String re, String text)
            implements Event, Numbered {
        @Override
        public String print() {
            return new EventLine.Printer("MSG")
                    .keyIfAny("room", room)
                    .keyIfAny("to", to)
                    .key("from", from)
                    .key("id", id)
                    .at(at)
                    .keyIfAny("part", part.print())
                    .flag("old", old)
                    .keyIfAny("re", re)
                    .text(text);
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.msg(this);
        }

        /** Whether this is for one person and not for a room. */
        public boolean isPrivate() {
            return !to.isEmpty();
        }

        /** The same message as an answer to {@code re}. */
        public Msg answering(String re) {
            return new Msg(room, to, from, id, at, part, old, re, text);
        }

        @Override
        public Msg asOld() {
            return new Msg(room, to, from, id, at, part, true, "", text);
        }
    }

    record Join(String room, String name, Instant at) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("JOIN")
                    .keys("room", room, "name", name)
                    .at(at)
                    .end();
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.join(this);
        }
    }

    record Leave(String room, String name, Instant at, String code, String reason) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("LEAVE")
                    .keys("room", room, "name", name)
                    .at(at)
                    .key("code", code)
                    .textIfAny(reason);
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.leave(this);
        }
    }

    record Nick(String old, String now, Instant at) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("NICK")
                    .keys("old", old, "new", now)
                    .at(at)
                    .end();
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.nick(this);
        }
    }

    /** {@code state}: a comma list of op, muted, lost; or a hyphen. */
    record Who(String name, String room, String state) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("WHO")
                    .keys("name", name, "room", room, "state", state)
                    .end();
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.who(this);
        }
    }

    record Room(String name, int people) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("ROOM")
                    .keys("name", name, "people", String.valueOf(people))
                    .end();
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.room(this);
        }
    }

    record Thread(String name, String role, String of, String state, String words) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("THREAD")
                    .keys("name", name, "role", role, "of", of, "state", state)
                    .text(words);
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.thread(this);
        }
    }

    /** The end of an answer of several lines; {@code gap}: messages before its first line are no longer there. */
    record End(String re, boolean gap) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("END")
                    .keyIfAny("re", re)
                    .flag("gap", gap)
                    .end();
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.end(this);
        }
    }

    record Ok(String re, String words) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("OK").keyIfAny("re", re).textIfAny(words);
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.ok(this);
        }
    }

    record Err(String re, String code, String words) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("ERR")
                    .keyIfAny("re", re)
                    .key("code", code)
                    .textIfAny(words);
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.err(this);
        }
    }

    record Ping(String text) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("PING").textIfAny(text);
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.ping(this);
        }
    }

    record Pong(String re, String text) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("PONG").keyIfAny("re", re).textIfAny(text);
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.pong(this);
        }
    }

    record Note(String code, String words) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("NOTE").keyIfAny("code", code).textIfAny(words);
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.note(this);
        }
    }

    record Bye(String re, String code, String words) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("BYE")
                    .keyIfAny("re", re)
                    .key("code", code)
                    .textIfAny(words);
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.bye(this);
        }
    }
}
