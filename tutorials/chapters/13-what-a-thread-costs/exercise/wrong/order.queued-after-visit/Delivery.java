import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ThreadFactory;

/** Takes the mail of all clients to their sockets. One thread does it, the postman; each ring tells it where there is mail. */
public final class Delivery implements AutoCloseable {
    /** A client as the postman sees it. */
    public interface Client {
        /** Whether there is something in the client's outbox. Never waits, and throws nothing. */
        boolean hasMail();

        /**
         * Writes all that is in the client's outbox to its socket. Waits for as long as the client does not read.
         *
         * @throws IOException when the connection is broken
         */
        void deliver() throws IOException;
    }

    /** What the postman knows of a client. */
    private enum State {
        /** No ring. */
        QUIET,
        /** It is in the queue. */
        RUNG,
        /** The postman is with it. */
        VISITED,
        /** The postman is with it, and has to come again. */
        VISITED_AND_RUNG
    }

    private final Map<Client, State> states = new HashMap<>();
    private final Queue<Client> queue = new ArrayDeque<>();
    private boolean closed;

    /** Starts the postman, in a thread that {@code threads} makes: which kind of thread that is, is its choice. */
    public Delivery(ThreadFactory threads) {
        threads.newThread(this::doTheRounds).start();
    }

    /** From now on this client is served. */
    public synchronized void add(Client client) {
        states.putIfAbsent(client, State.QUIET);
    }

    /** From now on this client is not served. */
    public synchronized void remove(Client client) {
        states.remove(client);
        queue.remove(client);
    }

    /** There is mail in the outbox of this client. */
    public synchronized void ring(Client client) {
        State state = states.get(client);
        if (state == State.QUIET) {
            states.put(client, State.RUNG);
            queue.add(client);
            notifyAll();
        } else if (state == State.VISITED) {
            states.put(client, State.VISITED_AND_RUNG);
        }
    }

    /** Ends the postman. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void doTheRounds() {
        for (Client client = next(); client != null; client = next()) {
            boolean works = visit(client);
            visitIsOver(client, works);
        }
    }

    /** Waits for a ring. Null when the postman can go home. */
    private synchronized Client next() {
        while (queue.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                // only close() ends the postman
            }
        }
        if (closed) {
            return null;
        }
        Client client = queue.remove();
        states.put(client, State.VISITED);
        return client;
    }

    private static boolean visit(Client client) {
        try {
            if (client.hasMail()) {
                client.deliver();
            }
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    private synchronized void visitIsOver(Client client, boolean works) {
        if (!works) {
            states.remove(client);
        } else if (states.get(client) == State.VISITED_AND_RUNG) {
            states.put(client, State.RUNG);
            queue.add(client);
        } else if (states.get(client) == State.VISITED) {
            states.put(client, State.QUIET);
        }
    }
}
