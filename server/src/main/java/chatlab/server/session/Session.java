package chatlab.server.session;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.BadCommandException;
import chatlab.protocol.Chat1;
import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import chatlab.protocol.Command.Join;
import chatlab.protocol.Command.Nick;
import chatlab.protocol.Command.Proto;
import chatlab.protocol.Command.Quit;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.protocol.Text;
import chatlab.protocol.Verb;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.chat.Publisher;
import chatlab.server.delivery.Connection;
import chatlab.server.limits.Throttle;
import chatlab.server.support.RefusedException;
import chatlab.server.support.Secrets;
import java.util.ArrayList;
import java.util.List;

/** The conversation with one client: obeys its lines, one after the other, in its reader's thread. */
public final class Session {
    /** Texts that are said in one go, at the most: meanwhile nobody else can say anything. */
    private static final int MOST_AT_ONCE = 64;

    private final Connection connection;
    private final Shared server;
    private final Throttle throttle;
    private final Queries queries;
    private final IncomingPaste pastes;
    private final ClientCommands commands;
    private final List<Publisher.Saying> sayings = new ArrayList<>();

    /** Replaced by the reader only, under the lock of the hall: so the reader may read it without that lock; others need it. */
    private Person person;

    // These are guarded by the lock of the hall: the scheduler lets a silent newcomer in.
    private boolean ended;

    /** Written under that lock, too; read without it to see quickly that there is nothing to do. */
    private volatile boolean entered;

    public Session(Connection connection, Shared server) {
        this.connection = connection;
        this.server = server;
        this.throttle = new Throttle(connection, server.settings(), this::isInstructor);
        this.queries = new Queries(connection, server, throttle);
        this.pastes = new IncomingPaste(connection, server, throttle);
        this.commands = new ClientCommands(this, connection, server, queries, pastes);
        Name guest = Name.guest(connection.number());
        this.person = new Person(guest, Secrets.random(20), Hall.now(), connection);
        connection.setName(guest.shown());
    }

    /** Waits until the client may have one more line obeyed. What it said before is not kept waiting. */
    public void awaitTurn() throws InterruptedException {
        if (throttle.mustWait()) {
            speak();
            throttle.await();
        }
    }

    /** Obeys one line. What it asks for wrongly is answered, and changes nothing. */
    public void obey(String raw) {
        String line = Text.clean(raw);
        if (pastes.isOpen()) {
            pastes.line(person, line);
            return;
        }
        if (!line.isBlank()) {
            command(line);
            enter();
        }
        throttle.charge(Throttle.LINE);
    }

    /**
     * Says what was to be said so far: all that came in one read is said in one go, which costs much less. Called before
     * anything else is done for this client, so all happens in the order in which it came, and before its reader waits.
     */
    public void speak() {
        if (sayings.isEmpty()) {
            return;
        }
        try {
            inOrder(() -> server.publisher().say(person, sayings));
        } catch (RefusedException e) {
            sayings.forEach(saying -> error(saying.tag(), e.code(), e.getMessage()));
        } finally {
            sayings.clear();
        }
    }

    /** Obeys nothing, since the line could not be read. */
    public void badLine(ErrorCode code) {
        speak();
        String words = WORDS.get(code.wire(), Chat1.CLIENT_LINE);
        if (pastes.isOpen()) {
            pastes.badLine(code, words);
        } else {
            error("", code, words);
            throttle.charge(Throttle.LINE);
        }
    }

    public boolean isPasting() {
        return pastes.isOpen();
    }

    boolean isInstructor() {
        return person.instructor();
    }

    /**
     * Lets the person into the room, for everybody to see, if that has not been done and the connection has not ended. For
     * any thread.
     */
    public void enter() {
        if (!entered) {
            inOrder(this::enterNow);
        }
    }

    /** For use within {@link Hall#inOrder}: a goodbye, too, must be said before anything else can happen. */
    private void enterNow() {
        if (entered || ended || !mayComeIn()) {
            return;
        }
        try {
            server.hall().enter(person);
            noteHush();
            tellNews();
            entered = true;
        } catch (RefusedException e) {
            turnAway(e);
        }
    }

    /** Whether the person may come in; if not, it is told goodbye. For use within {@link Hall#inOrder}. */
    private boolean mayComeIn() {
        try {
            server.moderation().checkMayComeIn(person, connection.address());
        } catch (RefusedException e) {
            turnAway(e);
            return false;
        }
        return true;
    }

    private void turnAway(RefusedException why) {
        connection.goodbye(new Event.Bye("", "kicked", why.getMessage()));
    }

    /** The connection has ended, and {@code code} says how. */
    public void end(String code, String reason) {
        server.hall().inOrder(() -> {
            ended = true;
            server.hall().leave(person, connection, code, reason);
        });
    }

    private void command(String line) {
        String tag = "";
        try {
            ClientLine parsed = ClientLine.parse(line);
            tag = connection.isRich() || parsed.command() instanceof Proto ? parsed.tag() : "";
            Command command = parsed.command();
            if (!isObeyedBeforeEntering(command)) {
                enter();
            }
            if (!connection.isLeaving()) { // since it may not come in
                commands.obey(person, command, tag);
            }
        } catch (BadCommandException e) {
            speak();
            enter();
            if (e.isOf(Verb.PASTE)) {
                pastes.beginRefused(connection.isRich() ? e.tag() : "", e.code(), e.getMessage());
            } else {
                error(e.tag(), e.code(), e.getMessage());
            }
        } catch (RefusedException e) {
            error(tag, e.code(), e.getMessage());
        }
    }

    /** So choosing a name makes no noise, and who only says goodbye was never there. */
    private static boolean isObeyedBeforeEntering(Command command) {
        return command instanceof Proto
                || command instanceof Nick
                || command instanceof Join
                || command instanceof Quit;
    }

    /** Says a text, at the latest with the next command that is not one. */
    void say(String text, String tag) {
        sayings.add(new Publisher.Saying(text, tag));
        if (sayings.size() == MOST_AT_ONCE) {
            speak();
        }
    }

    // Joining and names

    void proto(Proto command, String tag) throws RefusedException {
        inOrder(() -> {
            connection.becomeRich();
            try {
                takeName(command.name(), command.token());
            } catch (RefusedException e) {
                connection.send(queries.hello(person, ""));
                throw e;
            }
            connection.send(queries.hello(person, tag));
            if (entered) {
                server.hall().enter(person); // who has taken over and had left for all to see
                tellNews();
            }
        });
        rename();
    }

    private void takeName(String name, String token) throws RefusedException {
        if (name.isEmpty()) {
            return;
        }
        Person known = server.hall().roster().find(name, token).orElse(person);
        if (known == person) {
            server.hall().rename(person, name, token);
        } else {
            server.moderation().checkMayComeIn(known, connection.address());
            server.hall().leave(person, connection, "quit", "");
            person = known;
            server.hall().takeOver(person, connection);
        }
    }

    void nick(Nick command, String tag) throws RefusedException {
        inOrder(() -> {
            if (!mayComeIn()) {
                return;
            }
            Name old = person.name();
            server.hall().rename(person, command.name(), "");
            connection.send(new Event.Nick(old.shown(), person.name().shown(), Hall.now()));
            if (connection.isRich()) {
                ok(tag, "");
            }
            enterNow(); // at the same moment: who reads its new name must not miss what is said next
            tellNews();
        });
        rename();
    }

    /** The thread is called after the person, for those who look at a thread dump. */
    private void rename() {
        Thread.currentThread().setName(connection.threadName("reader"));
    }

    void move(Name room, String tag) throws RefusedException {
        inOrder(() -> {
            if (!mayComeIn()) {
                return;
            }
            server.hall().move(person, room);
            ok(tag, WORDS.get("moved", person.room().name()));
            noteHush();
            tellNews();
            entered = true;
        });
    }

    void quit(Quit command, String tag) {
        inOrder(() -> end("quit", farewell(command.reason())));
        connection.goodbye(new Event.Bye(tag, "quit", WORDS.get("bye.quit")));
    }

    /** The reason is said to the room, so who may not speak gives none. */
    private String farewell(String reason) {
        try {
            server.hall().silence().checkMaySpeak(person, null);
            return reason.strip();
        } catch (RefusedException e) {
            return "";
        }
    }

    /** For use within {@link Hall#inOrder}. */
    private void noteHush() {
        if (server.publisher().isHushed() && !person.instructor()) {
            connection.send(server.publisher().hushNote());
        }
    }

    /** For use within {@link Hall#inOrder}, once the person has entered: before that, a client program expects no NOTE. */
    private void tellNews() {
        person.untold().forEach(connection::send);
        person.untold().clear();
    }

    private <E extends Exception> void inOrder(Hall.Action<E> action) throws E {
        server.hall().inOrder(connection, action);
    }

    private void ok(String tag, String words) {
        connection.send(new Event.Ok(tag, words));
    }

    private void error(String tag, ErrorCode code, String words) {
        connection.send(new Event.Err(tag, code.wire(), words));
    }
}
