package chatlab.tutorials.grading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pairs of calls that meet, each in a room of its own: the first call is held at each of its places in turn, and meanwhile the
 * second one is made.
 *
 * @param <R> what the calls need: the student's object, and what belongs to it
 */
public final class Races<R> {
    /** An answer that passes far more places is no better checked by holding it at all of them. */
    private static final int MOST_PLACES = 30;

    private final Supplier<R> rooms;
    private final Function<R, Hold> holdOf;
    /** For each pair, its races. */
    private final List<Queue<Entry>> pairs = new ArrayList<>();

    private record Entry(Race race, Step verdict) {}

    /** A call in a room. */
    public interface Call<R> {
        void in(R room) throws Exception;
    }

    /** Looks at a room afterwards. */
    public interface Verdict<R> {
        /** @param thrown what one of the two calls has thrown, or null */
        void on(R room, Throwable thrown) throws Exception;
    }

    /** @param rooms makes a new one each time */
    public Races(Supplier<R> rooms, Function<R, Hold> holdOf) {
        this.rooms = rooms;
        this.holdOf = holdOf;
    }

    /** The names are those of the threads. */
    public void add(String one, Call<R> first, String two, Call<R> second, Verdict<R> verdict)
            throws InterruptedException {
        int places = Math.min(places(one, first), MOST_PLACES);
        Queue<Entry> entries = new ArrayDeque<>();
        for (int place : fromTheMiddle(places)) {
            R room = rooms.get();
            Hold hold = holdOf.apply(room);
            hold.set(place);
            Race race = new Race(hold, one, () -> first.in(room), two, () -> second.in(room));
            entries.add(new Entry(race, () -> verdict.on(room, race.thrown())));
        }
        pairs.add(entries);
    }

    /** The middle first: where only a few races can be run with a hold, these show most. */
    private static List<Integer> fromTheMiddle(int places) {
        return IntStream.rangeClosed(1, places)
                .boxed()
                .sorted(Comparator.comparing(place -> Math.abs(2 * place - places - 2)))
                .collect(Collectors.toList());
    }

    /** How many places the call passes when it is alone. */
    private int places(String name, Call<R> call) throws InterruptedException {
        R room = rooms.get();
        Hold hold = holdOf.apply(room);
        hold.set(0);
        Race.runAll(List.of(new Race(hold, name, () -> call.in(room), "no second call", () -> {})));
        return hold.passed();
    }

    /** Runs all of them, and then looks at each room. */
    public void run() throws Exception {
        List<Entry> entries = new ArrayList<>();
        while (pairs.stream().anyMatch(pair -> !pair.isEmpty())) {
            pairs.stream().map(Queue::poll).filter(Objects::nonNull).forEach(entries::add);
        }
        Race.runAll(entries.stream().map(Entry::race).collect(Collectors.toList()));
        for (Entry entry : entries) {
            entry.verdict.run();
        }
    }
}
