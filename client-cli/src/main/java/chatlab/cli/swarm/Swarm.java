package chatlab.cli.swarm;

import chatlab.client.ChatConnection;
import chatlab.client.Connector;
import chatlab.client.UserError;
import chatlab.protocol.Endpoint;
import chatlab.protocol.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Simulated people on one server. A thread for each of them reads, and one for each talker writes. For one thread, which
 * calls {@link #gather}, {@link #talk}, {@link #quiet} and {@link #close}.
 */
public final class Swarm implements AutoCloseable {
    private static final Words WORDS = new Words(Swarm.class);

    /** After so many calls that no further person has heard, the gathering fails. */
    private static final int CALLS = 60;

    /** The server obeys two lines of a person in a second. */
    private static final int CALL_EVERY_MILLIS = 500;

    private static final int LAST_DELIVERIES_SECONDS = 40;
    private static final int GOODBYE_MILLIS = 5_000;

    private final Endpoint server;
    private final Connector connector;
    private final Habits habits;
    private final Gathering gathering;
    private final String room;
    private final Tally tally = new Tally();
    private final List<ChatConnection> connections = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Talker> talkers = new ArrayList<>();
    private final List<Nuisance> nuisances = new ArrayList<>();
    private final List<Thread> listening = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** Talks in a room of its own, so that nothing stays in the history of another room. Does not connect yet. */
    public Swarm(Endpoint server, Habits habits) {
        this(server, habits, "");
    }

    /** Talks in {@code room}, or in a room of its own where that is empty. Does not connect yet. */
    Swarm(Endpoint server, Habits habits, String room) {
        this.server = server;
        this.connector = new Connector(server);
        this.habits = habits;
        this.gathering = Gathering.of(habits);
        this.room = room.isEmpty() ? "swarm-" + gathering.swarm() : room;
    }

    /**
     * Connects the good people, and returns when each of them hears what is said.
     *
     * @throws UserError where a person cannot come in, with the server's reason
     */
    public void gather() throws UserError, InterruptedException {
        for (int i = 0; i < habits.good(); i++) {
            int number = i;
            ChatConnection connection = enter("swarm" + (i + 1));
            Listener listener = new Listener(connection, habits, tally, gathering, talker -> wasHeard(talker, number));
            listeners.add(listener);
            if (i < habits.talkers()) {
                talkers.add(new Talker(i, connection, habits, tally, gathering));
            }
            listening.add(start("swarm " + (i + 1) + " listener", listener));
        }
        long absent = habits.good();
        for (int call = 0; call == 0 || call < CALLS && tally.thrownOut.sum() == 0; call++) {
            if (gathering.present().getCount() < absent) {
                absent = gathering.present().getCount();
                call = 0;
            }
            call(0);
            call(1); // for person 0, which does not hear its own call
            boolean complete = gathering.present().await(CALL_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            stayOutOfOtherRooms();
            if (complete) {
                return;
            }
        }
        throw new UserError(WORDS.get("absent", gathering.present().getCount(), habits.good(), lastWords()));
    }

    /** The answer to /join comes before a caller's own call, so at least one listener has read it by now. */
    private void stayOutOfOtherRooms() throws UserError {
        for (Listener listener : listeners) {
            if (!listener.refusal().isEmpty()) {
                throw new UserError(WORDS.get("refused", room, listener.refusal()));
            }
        }
    }

    private ChatConnection enter(String name) throws UserError {
        ChatConnection connection = connector.open();
        connections.add(connection);
        send(connection, "/nick " + name);
        send(connection, "/join " + room);
        return connection;
    }

    /** The room in which the swarm talks. */
    String room() {
        return room;
    }

    private void call(int caller) {
        send(connections.get(caller), gathering.line(caller, 0));
    }

    private static void send(ChatConnection connection, String line) {
        try {
            connection.send(line);
        } catch (IOException e) {
            // the listener of this connection counts the loss
        }
    }

    /** What the server says to the people that are not let in. */
    private String lastWords() {
        return listeners.stream()
                .map(Listener::lastWords)
                .filter(words -> !words.isEmpty())
                .reduce("", (before, last) -> last);
    }

    /** Starts the talkers and the slow and rude people, and returns at once. */
    public void talk() throws UserError {
        for (int i = 0; i < habits.slow(); i++) {
            enter("slow" + (i + 1)); // no thread reads from this connection
        }
        for (int i = 0; i < habits.rude(); i++) {
            Nuisance nuisance = new Nuisance(server, room, habits.manners(), habits.seed() + i, gathering.end());
            nuisances.add(nuisance);
            start("swarm rude " + (i + 1), nuisance);
        }
        for (int i = 0; i < talkers.size(); i++) {
            start("swarm " + (i + 1) + " talker", talkers.get(i));
        }
    }

    /** Stops the talkers, and returns when all messages have been delivered, or after a time limit. */
    public void quiet() throws InterruptedException {
        gathering.end().countDown();
        if (!gathering.farewells().await(LAST_DELIVERIES_SECONDS, TimeUnit.SECONDS)) {
            tally.lost.add(Math.max(1, expected() - tally.delivered.sum() - tally.lost.sum()));
        }
        listeners.forEach(Listener::mayLeave);
    }

    /** The deliveries of what has been sent: all good people but the talker hear a message. */
    private long expected() {
        return tally.sent.sum() * (habits.good() - 1);
    }

    /** What has been counted so far. */
    public Tally tally() {
        return tally;
    }

    /** A message was heard. With {@code --flat-out}, the next person in the list lets the talker send one more. */
    private void wasHeard(int talker, int listener) {
        if (habits.isFlatOut() && listener == (talker + 1) % habits.good()) {
            talkers.get(talker).wasHeard();
        }
    }

    private Thread start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return thread;
    }

    /** Ends all connections and threads. */
    @Override
    public void close() {
        gathering.end().countDown();
        listeners.forEach(Listener::mayLeave);
        try {
            try {
                sayGoodbye();
            } finally {
                connections.forEach(ChatConnection::close);
                nuisances.forEach(Nuisance::close);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A person that leaves counts as lost unless it says so. Waits some seconds at most for the server. */
    private void sayGoodbye() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GOODBYE_MILLIS);
        Thread goodbye = start("swarm goodbye", () -> connections.forEach(connection -> send(connection, "/quit")));
        goodbye.join(GOODBYE_MILLIS); // if a write blocks, closing the connections ends it
        for (Thread listener : listening) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            listener.join(Math.max(1, left)); // 0 would be for ever
        }
    }
}
