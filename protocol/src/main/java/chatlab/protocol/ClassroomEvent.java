package chatlab.protocol;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a server tells of the class beside its talk: {@code protocol/README.md}, "Classroom". */
public sealed interface ClassroomEvent extends Event {
    /**
     * A hand went up or down.
     *
     * @param place the number under which the hand went up, from 1: it stays while the hand is up, and the smallest is
     *     called first; 0: the hand is down
     * @param by the instructor that took the hand down; empty where that was the person itself
     * @param text only instructors and the person itself are told it
     */
    record Hand(String name, int place, String by, String text) implements ClassroomEvent {
        @Override
        public String print() {
            return new EventLine.Printer("HAND")
                    .key("name", name)
                    .key("place", place)
                    .keyIfAny("by", by)
                    .textIfAny(text);
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.hand(this);
        }

        public boolean isUp() {
            return place > 0;
        }
    }

    /**
     * What {@code hands undo} would do now: only instructors are told it.
     *
     * @param called whether the person was called; otherwise its hand was taken down only
     * @param name the person whose hand goes up again; empty where there is nothing to undo
     */
    record Undo(boolean called, String name) implements ClassroomEvent {
        public static final Undo NOTHING = new Undo(false, "");

        @Override
        public String print() {
            String of = called ? Verb.NEXT.word() : Verb.LOWER.word();
            return new EventLine.Printer("UNDO")
                    .key("of", name.isEmpty() ? "-" : of)
                    .keyIfAny("name", name)
                    .end();
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.undo(this);
        }
    }

    /**
     * The poll of the class, of which there is one at a time.
     *
     * @param options two to {@link Chat1#POLL_OPTIONS} answers, without commas
     * @param voted how many people have voted
     * @param counts how many of them for each option, in that order; empty unless the poll is {@link State#SHOWN}
     */
    record Poll(State state, List<String> options, int voted, List<Integer> counts, String question)
            implements ClassroomEvent {
        /** {@code VOID}: another poll takes its place before its counts were shown. */
        public enum State {
            OPEN,
            CLOSED,
            SHOWN,
            VOID;

            private final String wire = name().toLowerCase(Locale.ROOT);

            static Optional<State> of(String word) {
                return Arrays.stream(values())
                        .filter(state -> state.wire.equals(word))
                        .findFirst();
            }
        }

        public Poll {
            options = List.copyOf(options);
            counts = List.copyOf(counts);
        }

        @Override
        public String print() {
            return new EventLine.Printer("POLL")
                    .keys("state", state.wire, "options", String.join(",", options))
                    .key("voted", voted)
                    .keyIfAny("counts", counts.stream().map(String::valueOf).collect(Collectors.joining(",")))
                    .text(question);
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.poll(this);
        }

        /** Like {@code yes 3, no 4}; empty before the counts are shown. */
        public String result() {
            return IntStream.range(0, counts.size())
                    .mapToObj(i -> options.get(i) + " " + counts.get(i))
                    .collect(Collectors.joining(", "));
        }
    }

    /**
     * The timer of the class.
     *
     * @param ends when it ends, by the clock of the server
     * @param left the same in seconds from now; 0: the timer was stopped
     */
    record Timer(Instant ends, int left, String text) implements ClassroomEvent {
        @Override
        public String print() {
            return new EventLine.Printer("TIMER")
                    .time("ends", ends)
                    .key("left", left)
                    .textIfAny(text);
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.timer(this);
        }
    }

    /**
     * A message was removed. No history and no report shows its text from now on.
     *
     * @param id its own number, among those of the messages
     * @param of the number of the message; a paste goes as a whole
     * @param from the name under which the message was said
     * @param by the name of the person that removed it
     */
    record Gone(long id, String room, long of, String from, String by, Instant at) implements ClassroomEvent, Numbered {
        @Override
        public String print() {
            return new EventLine.Printer("GONE")
                    .key("id", id)
                    .keys("room", room)
                    .key("of", of)
                    .keys("from", from, "by", by)
                    .at(at)
                    .end();
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.gone(this);
        }

        /** A client treats it alike, whether it comes live or in the history. */
        @Override
        public Gone asOld() {
            return this;
        }
    }

    /**
     * A student has done something in the course.
     *
     * @param fact as in {@link ClassroomCommand.Did}; before the predictions are shown, without their letter
     */
    record Did(String name, CourseQuestion question, String fact, Instant at) implements ClassroomEvent {
        @Override
        public String print() {
            return new EventLine.Printer("DID")
                    .keys("name", name, "chapter", question.toString(), "fact", fact)
                    .at(at)
                    .end();
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.did(this);
        }
    }

    /**
     * How far the class has come with a question of the course.
     *
     * @param open whether the chapter is open
     * @param predicted how many people have answered
     * @param of how many people there are
     * @param counts how many chose each letter, from {@code a} on; empty before they are shown
     */
    record Predictions(CourseQuestion question, boolean open, int predicted, int of, List<Integer> counts)
            implements ClassroomEvent {
        public Predictions {
            counts = List.copyOf(counts);
        }

        @Override
        public String print() {
            return new EventLine.Printer("CLASS")
                    .keys("chapter", question.toString(), "open", open ? "1" : "0")
                    .key("predicted", predicted)
                    .key("of", of)
                    .keyIfAny("counts", counts.stream().map(String::valueOf).collect(Collectors.joining(",")))
                    .end();
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.predictions(this);
        }

        /** Like {@code a 3, b 4}; empty before the counts are shown. */
        public String result() {
            return IntStream.range(0, counts.size())
                    .mapToObj(i -> (char) ('a' + i) + " " + counts.get(i))
                    .collect(Collectors.joining(", "));
        }
    }
}
