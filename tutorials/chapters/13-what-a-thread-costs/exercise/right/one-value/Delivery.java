import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes the mail of all clients to their sockets, without a lock: what the postman knows is one value that never changes. */
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

    /** All that is known at one moment. */
    private record Desk(List<Client> served, List<Client> bells, boolean shut) {
        static final Desk EMPTY = new Desk(List.of(), List.of(), false);

        Desk with(Client client) {
            return served.contains(client) ? this : new Desk(append(served, client), bells, shut);
        }

        Desk without(Client client) {
            Predicate<Client> isOther = other -> !other.equals(client);
            return new Desk(
                    served.stream().filter(isOther).collect(Collectors.toUnmodifiableList()),
                    bells.stream().filter(isOther).collect(Collectors.toUnmodifiableList()),
                    shut);
        }

        Desk rung(Client client) {
            return !served.contains(client) || bells.contains(client)
                    ? this
                    : new Desk(served, append(bells, client), shut);
        }

        Desk answered() {
            return bells.isEmpty() ? this : new Desk(served, List.copyOf(bells.subList(1, bells.size())), shut);
        }

        Desk closed() {
            return new Desk(served, List.of(), true);
        }

        private static List<Client> append(List<Client> list, Client client) {
            return Stream.concat(list.stream(), Stream.of(client)).collect(Collectors.toUnmodifiableList());
        }
    }

    private final AtomicReference<Desk> desk = new AtomicReference<>(Desk.EMPTY);
    private final Thread postman;

    /** Starts the postman, in a thread that {@code threads} makes: which kind of thread that is, is its choice. */
    public Delivery(ThreadFactory threads) {
        postman = threads.newThread(() -> {
            while (!desk.get().shut()) {
                nextBell().ifPresentOrElse(this::visit, this::sleep);
            }
        });
        postman.start();
    }

    /** From now on this client is served. */
    public void add(Client client) {
        desk.updateAndGet(now -> now.with(client));
    }

    /** From now on this client is not served. */
    public void remove(Client client) {
        desk.updateAndGet(now -> now.without(client));
    }

    /** There is mail in the outbox of this client. */
    public void ring(Client client) {
        change(now -> now.rung(client));
    }

    /** Ends the postman. */
    @Override
    public void close() {
        change(Desk::closed);
    }

    private void change(UnaryOperator<Desk> step) {
        Desk before = desk.getAndUpdate(step);
        if (before != desk.get()) {
            LockSupport.unpark(postman);
        }
    }

    private Optional<Client> nextBell() {
        return desk.getAndUpdate(Desk::answered).bells().stream().findFirst();
    }

    private void sleep() {
        LockSupport.park(this);
        Thread.interrupted(); // with this flag set, park would not wait
    }

    private void visit(Client client) {
        try {
            if (client.hasMail()) {
                client.deliver();
            }
        } catch (Exception e) {
            remove(client);
        }
    }
}
