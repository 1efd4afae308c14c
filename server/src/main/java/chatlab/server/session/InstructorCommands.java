package chatlab.server.session;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Command;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.InstructorCommand.Announce;
import chatlab.protocol.InstructorCommand.Ban;
import chatlab.protocol.InstructorCommand.Clear;
import chatlab.protocol.InstructorCommand.Free;
import chatlab.protocol.InstructorCommand.Hush;
import chatlab.protocol.InstructorCommand.Kick;
import chatlab.protocol.InstructorCommand.Mute;
import chatlab.protocol.InstructorCommand.Unban;
import chatlab.protocol.InstructorCommand.Unmute;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.delivery.Connection;
import chatlab.server.support.RefusedException;
import chatlab.server.support.Secrets;

/** Obeys what only an instructor may ask for, and finds out who is one. For one client, in its reader's thread. */
final class InstructorCommands {
    private final Connection connection;
    private final Shared server;

    /** When the connection was opened, or gave its last wrong key; of {@code nanoTime}. */
    private long waitsSince = System.nanoTime();

    InstructorCommands(Connection connection, Shared server) {
        this.connection = connection;
        this.server = server;
    }

    void obey(Person person, Command command, String tag) throws RefusedException {
        if (!person.instructor()) {
            throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("not-allowed"));
        }
        String me = connection.name();
        if (command instanceof Announce c) {
            inOrder(() -> server.publisher().announce(person, c.text(), tag));
            return; // one's own message is the answer
        } else if (command instanceof Hush c) {
            inOrder(() -> server.publisher().hush(c.on()));
        } else if (command instanceof Clear c) {
            inOrder(() -> server.moderation()
                    .clear(c.room().isEmpty() ? person.room() : server.hall().room(c.room()), me));
        } else if (command instanceof Mute c) {
            inOrder(() -> server.moderation().mute(c.name(), me, c.reason()));
        } else if (command instanceof Unmute c) {
            inOrder(() -> server.moderation().unmute(c.name(), me, c.reason()));
        } else if (command instanceof Kick c) {
            inOrder(() -> server.moderation().kick(another(person, server.hall().meant(c.name())), me, c.reason()));
        } else if (command instanceof Ban c) {
            inOrder(() -> {
                String done = server.moderation().ban(server.hall().everHere(c.name()), c.name(), me, c.reason());
                connection.send(new Event.Ok(tag, done));
            });
            return;
        } else if (command instanceof Unban c) {
            inOrder(() -> server.moderation().unban(c.name(), me));
        } else if (command instanceof Free c) {
            inOrder(() -> server.moderation().free(c.name(), me));
        } else {
            throw new AssertionError("a command that nobody obeys: " + command);
        }
        connection.send(new Event.Ok(tag, WORDS.get("done")));
    }

    /** Or the client would be closed before it reads the answer to its command. */
    private static Person another(Person me, Person meant) throws RefusedException {
        if (meant == me) {
            throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("kick.self"));
        }
        return meant;
    }

    /** Makes an instructor of a person that knows the key. Wrong keys make this connection wait, longer each time. */
    void identify(Person person, String guess, String tag) throws RefusedException {
        String key = server.settings().key();
        if (key.isEmpty()) {
            throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("op.no-key"));
        }
        awaitTurn();
        if (!Secrets.areSame(key, guess)) {
            waitsSince = System.nanoTime();
            server.wrongKeys().add(connection.address(), waitsSince);
            inOrder(() -> server.moderation().wrongKey(connection.name(), connection.peer()));
            throw new RefusedException(ErrorCode.BAD_KEY, WORDS.get("bad-key"));
        }
        inOrder(() -> server.moderation().makeInstructor(person, connection.name()));
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
