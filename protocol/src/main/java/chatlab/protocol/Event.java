package chatlab.protocol;

import java.time.Instant;
import java.util.Optional;

/**
 * What a server tells a rich client, one line each. Text that is not there is empty, never null.
 *
 * <p>{@code re} is the tag of the command that an event answers. Times are in UTC and have milliseconds.
 */
public sealed interface Event {
    /** The line to send, without its line end. */
    String print();

    /**
     * Reads a line that has no line end any more. Empty for what is to be ignored: an unknown event, and one that lacks a
     * key it needs or has a value there that cannot be.
     */
    static Optional<Event> parse(String line) {
        return EventParser.parse(line);
    }

    /** {@code ping}: seconds; {@code line}: bytes; {@code paste}: lines. */
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
            String re,
            String title)
            implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("HELLO")
                    .key("proto", proto)
                    .key("server", server)
                    .key("run", run)
                    .key("you", you)
                    .key("token", token)
                    .key("room", room)
                    .key("ping", ping)
                    .key("line", line)
                    .key("paste", paste)
                    .flag("recorded", recorded)
                    .keyIfAny("re", re)
                    .text(title);
        }
    }

    /** A message; either {@code room} or {@code to} is empty, and all parts of a paste have one {@code id}. */
    record Msg(String room, String to, String from, long id, Instant at, Part part, boolean old, String re, String text)
            implements Event {
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

        /** Whether this is for one person and not for a room. */
        public boolean isPrivate() {
            return !to.isEmpty();
        }

        /** The same message as an answer to {@code re}. */
        public Msg answering(String re) {
            return new Msg(room, to, from, id, at, part, old, re, text);
        }

        /** The same message as one that is told again. */
        public Msg asOld() {
            return new Msg(room, to, from, id, at, part, true, "", text);
        }
    }

    record Join(String room, String name, Instant at) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("JOIN")
                    .key("room", room)
                    .key("name", name)
                    .at(at)
                    .end();
        }
    }

    record Leave(String room, String name, Instant at, String code, String reason) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("LEAVE")
                    .key("room", room)
                    .key("name", name)
                    .at(at)
                    .key("code", code)
                    .textIfAny(reason);
        }
    }

    record Nick(String old, String now, Instant at) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("NICK")
                    .key("old", old)
                    .key("new", now)
                    .at(at)
                    .end();
        }
    }

    /** {@code state}: a comma list of op, muted, lost; or a hyphen. */
    record Who(String name, String room, String state) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("WHO")
                    .key("name", name)
                    .key("room", room)
                    .key("state", state)
                    .end();
        }
    }

    record Room(String name, int people) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("ROOM")
                    .key("name", name)
                    .key("people", people)
                    .end();
        }
    }

    record Thread(String name, String role, String of, String state, String words) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("THREAD")
                    .key("name", name)
                    .key("role", role)
                    .key("of", of)
                    .key("state", state)
                    .text(words);
        }
    }

    /** The end of an answer of several lines; {@code gap}: what lies before its first line was no longer there. */
    record End(String re, boolean gap) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("END")
                    .keyIfAny("re", re)
                    .flag("gap", gap)
                    .end();
        }
    }

    record Ok(String re, String words) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("OK").keyIfAny("re", re).textIfAny(words);
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
    }

    record Ping(String text) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("PING").textIfAny(text);
        }
    }

    record Pong(String re, String text) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("PONG").keyIfAny("re", re).textIfAny(text);
        }
    }

    record Note(String code, String words) implements Event {
        @Override
        public String print() {
            return new EventLine.Printer("NOTE").keyIfAny("code", code).textIfAny(words);
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
    }

    /** Which line of how many a message of a paste is; {@link #WHOLE} for a message that is no paste. */
    record Part(int number, int of) {
        public static final Part WHOLE = new Part(0, 0);

        public boolean isWhole() {
            return of == 0;
        }

        String print() {
            return isWhole() ? "" : number + "/" + of;
        }
    }
}
