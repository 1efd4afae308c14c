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
import chatlab.server.chat.Draft;
import chatlab.server.chat.Entrance;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.chat.Publisher.Reach;
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
    private final ClientCommands commands;

    /** Texts that came in one read and are not published yet. */
    private final List<Draft> unsaid = new ArrayList<>();

    /** The paste of which the lines are coming; null if none is. */
    private IncomingPaste paste;

    /** The person that this client speaks for. Replaced by the reader only, under the lock of the hall. */
    private volatile Person person;

    public Session(Connection connection, Shared server) {
        this.connection = connection;
        this.server = server;
        this.throttle = new Throttle(connection, server.settings(), this::isInstructor);
        this.queries = new Queries(connection, server, throttle);
        this.commands = new ClientCommands(this, connection, server, queries);
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
        if (paste != null) {
            paste = paste.add(line) ? paste : null;
            return;
        }
        if (!line.isBlank()) {
            command(line);
            enter();
        }
        throttle.charge(Throttle.LINE);
    }

    /** Answers a line that could not be read. */
    public void badLine(ErrorCode code) {
        speak();
        String words = WORDS.get(code.wire(), Chat1.CLIENT_LINE);
        if (paste != null) {
            paste.addBadLine(code, words);
        } else {
            error("", code, words);
            throttle.charge(Throttle.LINE);
        }
    }

    /**
     * Publishes the texts that came in one read: to do so in one go costs much less than one by one. Called before anything
     * else is done for this client, so all happens in the order in which it came, and before its reader waits.
     */
    public void speak() {
        if (unsaid.isEmpty()) {
            return;
        }
        try {
            inOrder(() -> server.publisher().post(person, Reach.ROOM, unsaid));
        } catch (RefusedException e) {
            unsaid.forEach(draft -> error(draft.tag(), e.code(), e.getMessage()));
        } finally {
            unsaid.clear();
        }
    }

    public boolean isPasting() {
        return paste != null;
    }

    boolean isInstructor() {
        return person.isInstructor();
    }

    /** Lets the person into the room, for all to see, unless it is in or has left. For any thread. */
    public void enter() {
        if (person.entrance() == Entrance.OUTSIDE) {
            inOrder(this::enterNow);
        }
    }

    /** For use within {@link Hall#inOrder}: a goodbye, too, must be said before anything else can happen. */
    private void enterNow() {
        if (person.entrance() == Entrance.OUTSIDE && mayComeIn()) {
            try {
                server.hall().enter(person);
                server.hall().silence().tell(person);
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

    /** The connection has ended, and {@code code} says how. */
    public void end(String code, String reason) {
        server.hall().inOrder(() -> server.hall().leave(person, connection, code, reason));
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
                paste = paste("", connection.isRich() ? e.tag() : ""); // its lines must not be said to all
                paste.refuse(e.code(), e.getMessage());
            } else {
                error(e.tag(), e.code(), e.getMessage());
            }
        } catch (RefusedException e) {
            error(tag, e.code(), e.getMessage());
        }
    }

    /** So the others do not see a guest that chooses its name, or that only says goodbye. */
    private static boolean isObeyedBeforeEntering(Command command) {
        return command instanceof Proto
                || command instanceof Nick
                || command instanceof Join
                || command instanceof Quit;
    }

    /** Publishes a text to the room, at the latest with the next command of another kind. */
    void say(String text, String tag) {
        unsaid.add(Draft.line(text, tag));
        if (unsaid.size() == MOST_AT_ONCE) {
            speak();
        }
    }

    /** The lines of a paste follow. {@code to}: the person that it is for, empty for the room. */
    void beginPaste(String to, String tag) {
        paste = paste(to, tag);
        paste.begin();
    }

    private IncomingPaste paste(String to, String tag) {
        return new IncomingPaste(connection, server, throttle, person, to, tag);
    }

    // Joining and names

    void proto(Proto command, String tag) throws RefusedException {
        inOrder(() -> {
            connection.becomeRich();
            Person before = person;
            try {
                takeName(command.name(), command.token());
            } catch (RefusedException e) {
                connection.send(queries.hello(person, ""));
                throw e;
            }
            connection.send(queries.hello(person, tag));
            if (person != before) {
                server.hall().enter(person);
                server.hall().silence().tell(person);
            }
            if (person.entrance() == Entrance.INSIDE) {
                person.sendNews();
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
            person.sendNews();
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
            server.hall().silence().tell(person);
            person.sendNews();
        });
    }

    void quit(Quit command, String tag) {
        inOrder(() -> end("quit", farewell(command.reason())));
        connection.goodbye(new Event.Bye(tag, "quit", WORDS.get("bye.quit")));
    }

    /** The reason is said to the room, so a person that may not speak gives none. */
    private String farewell(String reason) {
        try {
            server.publisher().checkMaySpeak(person, "");
            return reason.strip();
        } catch (RefusedException e) {
            return "";
        }
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
