package chatlab.server;

import chatlab.protocol.Command;
import chatlab.protocol.Command.Announce;
import chatlab.protocol.Command.Ban;
import chatlab.protocol.Command.Hush;
import chatlab.protocol.Command.Kick;
import chatlab.protocol.Command.Mute;
import chatlab.protocol.Command.Unban;
import chatlab.protocol.Command.Unmute;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;

/** Obeys what only an instructor may ask for, and finds out who is one. For one client, in its reader's thread. */
final class InstructorCommands {
    private static final int MAX_WRONG_KEYS = 5;

    private final Connection connection;
    private final Services server;
    private int wrongKeys;

    InstructorCommands(Connection connection, Services server) {
        this.connection = connection;
        this.server = server;
    }

    void obey(Person person, Command command, String tag) throws Refused {
        if (!person.instructor) {
            throw new Refused(ErrorCode.NOT_ALLOWED, Words.get("not-allowed"));
        }
        String me = connection.name();
        if (command instanceof Announce c) {
            inOrder(() -> server.speech().announce(person, c.text(), tag));
            return; // one's own message is the answer
        } else if (command instanceof Hush c) {
            inOrder(() -> server.speech().hush(c.on()));
        } else if (command instanceof Mute c) {
            inOrder(() -> server.podium().mute(server.hall().meant(c.name()), me, c.reason()));
        } else if (command instanceof Unmute c) {
            inOrder(() -> server.podium().unmute(server.hall().meant(c.name()), me, c.reason()));
        } else if (command instanceof Kick c) {
            inOrder(() -> server.podium().kick(server.hall().meant(c.name()), me, c.reason()));
        } else if (command instanceof Ban c) {
            inOrder(() -> {
                String done = server.podium().ban(server.hall().everHere(c.name()), c.name(), me, c.reason());
                connection.send(new Event.Ok(tag, done));
            });
            return;
        } else if (command instanceof Unban c) {
            inOrder(() -> server.podium().unban(c.name(), me));
        } else {
            throw new AssertionError("a command that nobody obeys: " + command);
        }
        connection.send(new Event.Ok(tag, Words.get("done")));
    }

    /** Makes an instructor of whoever knows the key. */
    void identify(Person person, String guess, String tag) throws Refused {
        String key = server.settings().key;
        if (key.isEmpty()) {
            throw new Refused(ErrorCode.NOT_ALLOWED, Words.get("op.no-key"));
        }
        if (!Secrets.areSame(key, guess)) {
            server.journal().note(Words.get("console.key", connection.name(), connection.peer()));
            if (++wrongKeys == MAX_WRONG_KEYS) {
                connection.goodbye(new Event.Bye("", "error", Words.get("bye.keys")));
            }
            throw new Refused(ErrorCode.BAD_KEY, Words.get("bad-key"));
        }
        inOrder(() -> server.podium().makeInstructor(person, connection.name()));
        connection.send(new Event.Ok(tag, ""));
    }

    private void inOrder(Hall.Happening<Refused> happening) throws Refused {
        server.hall().inOrder(connection, happening);
    }
}
