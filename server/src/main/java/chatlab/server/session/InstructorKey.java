package chatlab.server.session;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.delivery.Connection;
import chatlab.server.support.RefusedException;
import chatlab.server.support.Secrets;

/** Checks the key with which a person becomes an instructor. For one client, in its reader's thread. */
final class InstructorKey {
    private final Connection connection;
    private final Shared server;

    /** When the connection was opened, or gave its last wrong key; of {@code nanoTime}. */
    private long waitsSince = System.nanoTime();

    InstructorKey(Connection connection, Shared server) {
        this.connection = connection;
        this.server = server;
    }

    /** Makes an instructor of a person that knows the key. Wrong keys make this connection wait, longer each time. */
    void check(Person person, String guess, String tag) throws RefusedException {
        String key = server.settings().key();
        if (key.isEmpty()) {
            throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("op.no-key"));
        }
        awaitTurn();
        if (!Secrets.areSame(key, guess)) {
            waitsSince = System.nanoTime();
            server.wrongKeys().add(connection.address(), waitsSince);
            inOrder(() -> server.keyAlarm().wrongKey(person));
            throw new RefusedException(ErrorCode.BAD_KEY, WORDS.get("bad-key"));
        }
        inOrder(() -> {
            server.moderation().makeInstructor(person, person);
            server.classroom().greetInstructor(person);
        });
        connection.send(new Event.Ok(tag, ""));
    }

    /** Waits until the key may be looked at, or the connection ends: meanwhile there may be more wrong ones from there. */
    private void awaitTurn() throws RefusedException {
        long wait = millisToWait();
        if (wait > 0) {
            connection.send(new Event.Note("slow-down", WORDS.get("slow-down.key", (wait + 999) / 1000)));
        }
        while (wait > 0) {
            try {
                connection.pauseReader(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RefusedException(ErrorCode.BAD_KEY, WORDS.get("bad-key"));
            }
            wait = connection.isLeaving() ? 0 : millisToWait();
        }
    }

    private long millisToWait() {
        return server.wrongKeys().millisToWait(connection.address(), waitsSince, System.nanoTime());
    }

    private void inOrder(Hall.Action<RefusedException> action) throws RefusedException {
        server.hall().inOrder(connection, action);
    }
}
