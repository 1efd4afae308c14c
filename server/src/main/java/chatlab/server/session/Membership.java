package chatlab.server.session;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Chat1;
import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.Command;
import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.server.chat.Entrance;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.chat.Roster;
import chatlab.server.delivery.Connection;
import chatlab.server.support.RefusedException;
import chatlab.server.support.Secrets;
import chatlab.server.support.Version;
import java.util.concurrent.Future;

/**
 * The person that one client speaks for: how it enters, gets its name, goes to a room and leaves. For the client's own
 * reader, where nothing else is said.
 */
final class Membership {
    private final Connection connection;
    private final Shared server;
    private final Hall hall;

    /** Whether the client has come for the course alone, and is no person. Changed by the reader only. */
    private volatile boolean visiting;

    /** What ends the visit; null where there was none. Guarded by the lock of the hall. */
    private Future<?> visitEnd;

    /** Replaced by the reader only, under the lock of the hall. */
    private volatile Person person;

    Membership(Connection connection, Shared server) {
        this.connection = connection;
        this.server = server;
        this.hall = server.hall();
        Name guest = Name.guest(connection.number());
        this.person = new Person(guest, Secrets.random(20), Hall.now(), connection);
        connection.setName(guest.shown());
    }

    Person person() {
        return person;
    }

    boolean isInstructor() {
        return person.isInstructor();
    }

    /** Lets the person into the room, for all to see, unless it is in, has left or is a visitor. For any thread. */
    void comeIn() {
        if (person.entrance() == Entrance.OUTSIDE && !visiting) {
            hall.inOrder(connection, () -> {
                if (!visiting) {
                    enterNow();
                }
            });
        }
    }

    /** Lets the person in, unless the command is obeyed without that: a new client chooses its name before it is seen. */
    void enterBefore(Command command) {
        if (!isObeyedBeforeEntering(command)) {
            visiting = false;
            comeIn();
        }
    }

    private boolean isObeyedBeforeEntering(Command command) {
        return command instanceof Command.Proto
                || command instanceof Command.Nick
                || command instanceof Command.Join
                || command instanceof Command.Quit
                || command instanceof ClassroomCommand.Did
                || command instanceof ClassroomCommand.Predictions
                || visiting && (command instanceof Command.Ping || command instanceof Command.Pong);
    }

    /** A client that has not entered deals with the course: a visitor, which never enters by silence, and not for long. */
    void visit() {
        hall.inOrder(connection, () -> {
            if (person.entrance() == Entrance.OUTSIDE && visitEnd == null && mayComeIn()) {
                visiting = true;
                visitEnd = server.scheduler().after(server.settings().keepMillis(), this::endVisit);
            }
        });
    }

    private void endVisit() {
        hall.inOrder(connection, () -> {
            if (visiting && person.entrance() == Entrance.OUTSIDE) {
                connection.goodbye(new Event.Bye("", "quit", WORDS.get("bye.visit")));
            }
        });
    }

    /** For use within {@link Hall#inOrder}: a goodbye, too, must be said before anything else can happen. */
    private void enterNow() {
        if (person.entrance() == Entrance.OUTSIDE && mayComeIn()) {
            try {
                hall.enter(person);
                hall.silence().tell(person);
                server.classroom().welcome(person);
                person.sendNews();
            } catch (RefusedException e) {
                turnAway(e);
            }
        }
    }

    /** Whether the person may come in; if not, it is told goodbye. For use within {@link Hall#inOrder}. */
    private boolean mayComeIn() {
        try {
            server.moderation().checkMayComeIn(person, connection.address());
            return true;
        } catch (RefusedException e) {
            turnAway(e);
            return false;
        }
    }

    private void turnAway(RefusedException why) {
        connection.goodbye(new Event.Bye("", "kicked", why.getMessage()));
    }

    // The commands

    void proto(Command.Proto command, String tag) throws RefusedException {
        hall.inOrder(connection, () -> {
            boolean wasPlain = !connection.isRich();
            connection.becomeRich();
            visiting &= command.name().isEmpty();
            Person before = person;
            try {
                takeName(command.name(), command.token());
            } catch (RefusedException e) {
                connection.send(hello(""));
                comeBack(before, wasPlain);
                throw e;
            }
            connection.send(hello(tag));
            comeBack(before, wasPlain);
        });
        renameThread();
    }

    /** If the connection speaks for another person now than {@code before}, that person is in its room again. */
    private void comeBack(Person before, boolean wasPlain) throws RefusedException {
        if (person != before) {
            hall.enter(person);
            hall.silence().tell(person);
        }
        if (person.entrance() == Entrance.INSIDE) {
            if (person != before || wasPlain) { // so it has not been told in events
                server.classroom().greet(person);
            }
            person.sendNews();
        }
    }

    private void takeName(String name, String token) throws RefusedException {
        if (name.isEmpty()) {
            return;
        }
        Roster roster = hall.roster();
        String ownName = server.naming().nameOf(token, name);
        Person known =
                roster.find(ownName, token).or(() -> roster.findLost(token)).orElse(person);
        server.moderation().checkMayComeIn(known, connection.address()); // first: a kept name must not become free
        if (known != person) {
            hall.leave(person, connection, "quit", "");
            person = known;
            server.naming().takeOver(person, connection);
        }
        rename(ownName, token);
    }

    private Event.Hello hello(String tag) {
        return new Event.Hello(
                Chat1.VERSION,
                "chatlab/" + Version.get(),
                visiting && person.entrance() == Entrance.OUTSIDE
                        ? server.classroom().course().run()
                        : server.messageRun().name(),
                person.name().shown(),
                person.token(),
                hall.roomToEnter(person).shown(),
                server.settings().pingMillis() / 1000,
                Chat1.CLIENT_LINE,
                Chat1.PASTE_LINES,
                server.eventLog().isRecording(),
                server.webPort(),
                tag,
                server.settings().title());
    }

    void nick(Command.Nick command, String tag) throws RefusedException {
        hall.inOrder(connection, () -> {
            if (!mayComeIn()) {
                return;
            }
            Name old = person.name();
            rename(command.name(), "");
            connection.send(new Event.Nick(old.shown(), person.name().shown(), Hall.now()));
            if (connection.isRich()) {
                connection.send(new Event.Ok(tag, ""));
            }
            enterNow(); // at the same moment: a client that reads its new name must not miss what is said next
            person.sendNews();
        });
        renameThread();
    }

    private void rename(String name, String token) throws RefusedException {
        server.classroom().locks().checkMayBeCalled(person, name);
        server.naming().rename(person, name, token);
    }

    /** So a thread dump shows the person's name. */
    private void renameThread() {
        Thread.currentThread().setName(connection.threadName("reader"));
    }

    void move(Name room, String tag) throws RefusedException {
        hall.inOrder(connection, () -> {
            if (mayComeIn()) {
                server.classroom().locks().checkMayJoin(person, room);
                boolean comesIn = person.entrance() != Entrance.INSIDE;
                hall.move(person, room);
                connection.send(
                        new Event.Ok(tag, WORDS.get("moved", person.room().name())));
                hall.silence().tell(person);
                if (comesIn) {
                    server.classroom().welcome(person);
                }
                person.sendNews();
            }
        });
    }

    void quit(Command.Quit command, String tag) {
        hall.inOrder(connection, () -> leave("quit", farewell(command.reason())));
        connection.goodbye(new Event.Bye(tag, "quit", WORDS.get("bye.quit")));
    }

    /** The reason is said to the room, so a person that may not speak gives none. */
    private String farewell(String reason) {
        try {
            server.publisher().checkMaySpeak(person, null);
            return reason.strip();
        } catch (RefusedException e) {
            return "";
        }
    }

    /** The connection has ended, and {@code code} says how. For any thread. */
    void leave(String code, String reason) {
        hall.inOrder(() -> {
            hall.leave(person, connection, code, reason);
            if (visitEnd != null) {
                visitEnd.cancel(false);
            }
        });
    }
}
