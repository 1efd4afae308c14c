package chatlab.protocol;

/** What all people may ask of the classroom: {@code protocol/README.md}, "Classroom". */
public sealed interface ClassroomCommand extends Command {
    /** Raises the hand; where it is up, changes its text. */
    record Hand(String text) implements ClassroomCommand {
        @Override
        public String print(String tag) {
            return Verb.HAND.line(tag, text);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.hand(this);
        }
    }

    /** Takes down one's own hand, or that of {@code name}, also {@code #ID} of a message, which only an instructor may. */
    record Lower(String name) implements ClassroomCommand {
        @Override
        public String print(String tag) {
            return Verb.LOWER.line(tag, name);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.lower(this);
        }
    }

    /** Asks for the hands that are up. With {@code undo}, puts up the hand that was taken down last, which only an instructor may. */
    record Hands(boolean undo) implements ClassroomCommand {
        public static final String UNDO = "undo";

        @Override
        public String print(String tag) {
            return Verb.HANDS.line(tag, undo ? UNDO : "");
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.hands(this);
        }
    }

    /**
     * Asks for the poll where {@code what} is empty. Otherwise for instructors: opens a poll with this question and the
     * answers in {@code what}, with commas between them; or closes the poll, or shows its counts.
     */
    record Poll(String what, String question) implements ClassroomCommand {
        public static final String CLOSE = "close";
        public static final String SHOW = "show";

        @Override
        public String print(String tag) {
            return Verb.POLL.line(tag, what, question);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.poll(this);
        }
    }

    /** Votes for an answer of the poll, or changes the vote. */
    record Vote(String option) implements ClassroomCommand {
        @Override
        public String print(String tag) {
            return Verb.VOTE.line(tag, option);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.vote(this);
        }
    }

    /** Removes the message with this id, or, where that is 0, the sender's last message to a room. */
    record Drop(long id) implements ClassroomCommand {
        @Override
        public String print(String tag) {
            return Verb.DROP.line(tag, id == 0 ? "" : "#" + id);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.drop(this);
        }
    }

    /** Asks how many have answered this question of the course, and to be told when that changes. */
    record Predictions(CourseQuestion question) implements ClassroomCommand {
        @Override
        public String print(String tag) {
            return Verb.CLASS.line(tag, question.toString());
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.predictions(this);
        }
    }

    /**
     * Reports what a student has done in the course. The first secret owns the name.
     *
     * @param fact {@code read tried hint passed solution}, or {@code predicted=} and a letter
     */
    record Did(String name, String secret, CourseQuestion question, String fact) implements ClassroomCommand {
        /** What is before the letter of a prediction. */
        public static final String PREDICTED = "predicted=";

        public boolean isPrediction() {
            return fact.startsWith(PREDICTED);
        }

        /** The letter of a prediction. */
        public char letter() {
            return fact.charAt(PREDICTED.length());
        }

        @Override
        public String print(String tag) {
            return Verb.DID.line(tag, name, secret, question.toString(), fact);
        }

        @Override
        public <X extends Exception> void accept(CommandHandler<X> handler) throws X {
            handler.did(this);
        }

        /** Without the secret, which may stand in no log. */
        @Override
        public String toString() {
            return name + " " + question + " " + fact;
        }
    }
}
