package chatlab.protocol;

import java.util.Locale;

/** What only an instructor may ask of a server. */
public sealed interface InstructorCommand extends Command {
    record Kick(String name, String reason) implements InstructorCommand {
        @Override
        public String print(String tag) {
            return Verb.KICK.line(tag, name, reason);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.kick(this);
        }
    }

    /** Sends away all people at the address of {@code name}, or at {@code name} if that is an address, and lets none in. */
    record Ban(String name, String reason) implements InstructorCommand {
        @Override
        public String print(String tag) {
            return Verb.BAN.line(tag, name, reason);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.ban(this);
        }
    }

    /** {@code name} as it was given to {@link Ban}, or the address. */
    record Unban(String name) implements InstructorCommand {
        @Override
        public String print(String tag) {
            return Verb.UNBAN.line(tag, name);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.unban(this);
        }
    }

    /** Lets any person have a name that is kept for a person that left it or was lost. */
    record Free(String name) implements InstructorCommand {
        @Override
        public String print(String tag) {
            return Verb.FREE.line(tag, name);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.free(this);
        }
    }

    /** Gives a person another name, which it cannot change. {@code name}: also {@code #ID} of a message. */
    record Rename(String name, String now) implements InstructorCommand {
        @Override
        public String print(String tag) {
            return Verb.RENAME.line(tag, name, now);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.rename(this);
        }
    }

    record Mute(String name, String reason) implements InstructorCommand {
        @Override
        public String print(String tag) {
            return Verb.MUTE.line(tag, name, reason);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.mute(this);
        }
    }

    record Unmute(String name, String reason) implements InstructorCommand {
        @Override
        public String print(String tag) {
            return Verb.UNMUTE.line(tag, name, reason);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.unmute(this);
        }
    }

    record Hush(boolean on) implements InstructorCommand {
        @Override
        public String print(String tag) {
            return Verb.HUSH.line(tag, on ? "on" : "off");
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.hush(this);
        }
    }

    /** Clears the history of {@code room}, or, where that is empty, of the room of the sender. */
    record Clear(String room) implements InstructorCommand {
        @Override
        public String print(String tag) {
            return Verb.CLEAR.line(tag, room);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.clear(this);
        }
    }

    record Announce(String text) implements InstructorCommand {
        @Override
        public String print(String tag) {
            return Verb.ANNOUNCE.line(tag, text);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.announce(this);
        }
    }

    /** Calls the person whose hand is up for longest, or {@code name} where that is not empty: also {@code #ID} of a message. */
    record Next(String name) implements InstructorCommand {
        @Override
        public String print(String tag) {
            return Verb.NEXT.line(tag, name);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.next(this);
        }
    }

    /** Starts a timer for the class; 0 seconds stop it. */
    record Timer(int seconds, String text) implements InstructorCommand {
        @Override
        public String print(String tag) {
            return Verb.TIMER.line(tag, seconds == 0 ? Arguments.OFF : seconds + "s", text);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.timer(this);
        }
    }

    /** Takes something from all students for a while, or gives it back. */
    record Lock(Kind kind, boolean on) implements InstructorCommand {
        /** Private messages among students, ways into rooms, new names. */
        public enum Kind {
            PRIVATE,
            ROOMS,
            NAMES;

            private final String word = name().toLowerCase(Locale.ROOT);

            /** As people type it. */
            public String word() {
                return word;
            }
        }

        @Override
        public String print(String tag) {
            return Verb.LOCK.line(tag, kind.word(), on ? "on" : Arguments.OFF);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.lock(this);
        }
    }

    /** Asks what the students have done in the course. */
    record Progress() implements InstructorCommand {
        @Override
        public String print(String tag) {
            return Verb.PROGRESS.line(tag);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.progress(this);
        }
    }

    /** Opens a chapter of the course again. */
    record Open(int chapter) implements InstructorCommand {
        @Override
        public String print(String tag) {
            return Verb.OPEN.line(tag, String.valueOf(chapter));
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.open(this);
        }
    }

    /** Closes a chapter of the course, which students are asked not to begin. */
    record Close(int chapter) implements InstructorCommand {
        @Override
        public String print(String tag) {
            return Verb.CLOSE.line(tag, String.valueOf(chapter));
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.close(this);
        }
    }

    /** Tells all how many predicted what. */
    record Show(CourseQuestion question) implements InstructorCommand {
        @Override
        public String print(String tag) {
            return Verb.SHOW.line(tag, question.toString());
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.show(this);
        }
    }

    /** Forgets what was reported under this name, and to which secret it belongs. */
    record Forget(String name) implements InstructorCommand {
        @Override
        public String print(String tag) {
            return Verb.FORGET.line(tag, name);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.forget(this);
        }
    }
}
