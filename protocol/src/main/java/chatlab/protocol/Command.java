package chatlab.protocol;

/**
 * What a client may ask of a server. Text that is not there is empty, never null. What only an instructor may ask for is
 * an {@link InstructorCommand}, and what all may ask about the class beside its talk is a {@link ClassroomCommand}.
 *
 * <p>{@link ClientLine} reads and prints the lines in which commands travel.
 */
public sealed interface Command
        permits Command.Proto,
                Command.Nick,
                Command.Say,
                Command.Paste,
                Command.Msg,
                Command.Join,
                Command.Leave,
                Command.Who,
                Command.Rooms,
                Command.History,
                Command.Ping,
                Command.Pong,
                Command.Threads,
                Command.Help,
                Command.Quit,
                Command.Op,
                ClassroomCommand,
                InstructorCommand {
    /** The line of this command with this tag, or with none where {@code tag} is empty; without its line end. */
    String print(String tag);

    /** Calls the method of {@code handler} that is for this command, and throws what that one throws. */
    <X extends Exception> void accept(CommandHandler<X> handler) throws X;

    record Proto(int version, String name, String token) implements Command {
        @Override
        public String print(String tag) {
            return Verb.PROTO.line(tag, String.valueOf(version), name, token);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.proto(this);
        }
    }

    record Nick(String name) implements Command {
        @Override
        public String print(String tag) {
            return Verb.NICK.line(tag, name);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.nick(this);
        }
    }

    record Say(String text) implements Command {
        @Override
        public String print(String tag) {
            return Verb.SAY.line(tag, text);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.say(this);
        }
    }

    /** Only the line that begins a paste; its lines follow, see {@link PasteLines}. With a name it is private. */
    record Paste(String to) implements Command {
        @Override
        public String print(String tag) {
            return Verb.PASTE.line(tag, to);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.paste(this);
        }
    }

    record Msg(String to, String text) implements Command {
        @Override
        public String print(String tag) {
            return Verb.MSG.line(tag, to, text);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.msg(this);
        }
    }

    record Join(String room) implements Command {
        @Override
        public String print(String tag) {
            return Verb.JOIN.line(tag, room);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.join(this);
        }
    }

    record Leave() implements Command {
        @Override
        public String print(String tag) {
            return Verb.LEAVE.line(tag);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.leave(this);
        }
    }

    record Who() implements Command {
        @Override
        public String print(String tag) {
            return Verb.WHO.line(tag);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.who(this);
        }
    }

    record Rooms() implements Command {
        @Override
        public String print(String tag) {
            return Verb.ROOMS.line(tag);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.rooms(this);
        }
    }

    /** Asks for the messages after the one with the number {@code after}; 0 asks for all that there are. */
    record History(long after) implements Command {
        @Override
        public String print(String tag) {
            return Verb.HISTORY.line(tag, after > 0 ? "after=" + after : "");
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.history(this);
        }
    }

    record Ping(String text) implements Command {
        @Override
        public String print(String tag) {
            return Verb.PING.line(tag, text);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.ping(this);
        }
    }

    record Pong(String text) implements Command {
        @Override
        public String print(String tag) {
            return Verb.PONG.line(tag, text);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.pong(this);
        }
    }

    record Threads() implements Command {
        @Override
        public String print(String tag) {
            return Verb.THREADS.line(tag);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.threads(this);
        }
    }

    record Help() implements Command {
        @Override
        public String print(String tag) {
            return Verb.HELP.line(tag);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.help(this);
        }
    }

    record Quit(String reason) implements Command {
        @Override
        public String print(String tag) {
            return Verb.QUIT.line(tag, reason);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.quit(this);
        }
    }

    record Op(String key) implements Command {
        @Override
        public String print(String tag) {
            return Verb.OP.line(tag, key);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.op(this);
        }
    }
}
