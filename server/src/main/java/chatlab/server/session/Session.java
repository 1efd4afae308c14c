package chatlab.server.session;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.BadCommandException;
import chatlab.protocol.Chat1;
import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.Text;
import chatlab.protocol.Verb;
import chatlab.server.chat.Draft;
import chatlab.server.chat.Publisher.Reach;
import chatlab.server.delivery.Connection;
import chatlab.server.limits.Throttle;
import chatlab.server.support.RefusedException;
import java.util.ArrayList;
import java.util.List;

/** The conversation with one client: obeys its lines, one after the other, in its reader's thread. */
public final class Session {
    /** The most texts that are published in one go. During that time no other message can be published. */
    private static final int MOST_AT_ONCE = 64;

    private final Connection connection;
    private final Shared server;
    private final Membership member;
    private final Throttle throttle;
    private final ClientCommands commands;

    /** Texts that came in one read and are not published yet. */
    private final List<Draft> collected = new ArrayList<>();

    /** The paste of which the lines are coming; null if none is. */
    private IncomingPaste paste;

    /** The tag of the command that is obeyed now. */
    private String tag = "";

    public Session(Connection connection, Shared server) {
        this.connection = connection;
        this.server = server;
        this.member = new Membership(connection, server);
        this.throttle = new Throttle(connection, server.settings(), member::isInstructor);
        this.commands = new ClientCommands(this, member, connection, server, throttle);
    }

    /** Lets a client in that has said nothing yet. For any thread. */
    public void enter() {
        member.comeIn();
    }

    /** The connection has ended, and {@code code} says how. The client may have been told goodbye before. For any thread. */
    public void end(String code, String reason) {
        member.leave(code, reason);
    }

    /** Obeys one line, after a wait if the client talks too fast. A wrong request is answered, and changes nothing. */
    public void obey(String raw) throws InterruptedException {
        awaitTurn();
        if (connection.isLeaving()) {
            return;
        }
        String line = Text.clean(raw);
        if (paste != null) {
            paste = paste.add(line) ? paste : null;
            return;
        }
        if (!line.isBlank()) {
            try {
                ClientLine parsed = ClientLine.parse(line);
                Command command = parsed.command();
                tag = connection.isRich() || command instanceof Command.Proto ? parsed.tag() : "";
                if (mayObey(command)) {
                    command.accept(commands);
                }
            } catch (BadCommandException e) {
                refuse(e);
            } catch (RefusedException e) {
                refuse(tag, e.code(), e.getMessage());
            }
            member.comeIn(); // with its first line, under the name that this line may have chosen
        }
        throttle.charge(Throttle.LINE);
    }

    /**
     * Waits until the client may have one more line obeyed: ten lines at once, then two a second. Its earlier texts are
     * published before the wait.
     */
    private void awaitTurn() throws InterruptedException {
        if (throttle.mustWait()) {
            publish();
            throttle.await();
        }
    }

    /**
     * Publishes the texts before this command, and shows the person to the others. False when the client was told goodbye
     * instead.
     *
     * @throws RefusedException when only an instructor may use the command
     */
    private boolean mayObey(Command command) throws RefusedException {
        if (!(command instanceof Command.Say)) {
            publish();
        }
        member.enterBefore(command);
        if (connection.isLeaving()) {
            return false;
        }
        if (command instanceof InstructorCommand && !member.isInstructor()) {
            throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("not-allowed"));
        }
        return true;
    }

    /** Answers a line that is no command. If it tried to begin a paste, the lines behind it are refused, too, and not published. */
    private void refuse(BadCommandException e) {
        publish();
        if (e.isOf(Verb.DID) || e.isOf(Verb.CLASS)) {
            member.visit();
        }
        member.comeIn();
        tag = connection.isRich() ? e.tag() : "";
        if (e.isOf(Verb.PASTE)) {
            paste = paste("");
            paste.refuse(e.code(), e.getMessage());
        } else {
            refuse(tag, e.code(), e.getMessage());
        }
    }

    /** The tag of the command that is obeyed now. */
    String tag() {
        return tag;
    }

    /** Keeps a text for the room until {@link #publish}. */
    void collect(String text) {
        collected.add(Draft.line(text, tag));
        if (collected.size() == MOST_AT_ONCE) {
            publish();
        }
    }

    /**
     * Publishes the texts that came in one read: to do so in one go costs much less than one by one. Called before any other
     * command of this client is obeyed, so that the order stays as the client sent it, and before the client's reader waits.
     */
    public void publish() {
        if (collected.isEmpty()) {
            return;
        }
        try {
            server.hall().inOrder(connection, () -> server.publisher().post(member.person(), Reach.ROOM, collected));
        } catch (RefusedException e) {
            collected.forEach(draft -> refuse(draft.tag(), e.code(), e.getMessage()));
        } finally {
            collected.clear();
        }
    }

    /** The lines of a paste follow. {@code to}: the person that it is for, empty for the room. */
    void beginPaste(String to) {
        paste = paste(to);
        paste.begin();
    }

    private IncomingPaste paste(String to) {
        return new IncomingPaste(connection, server, throttle, member.person(), to, tag);
    }

    public boolean isPasting() {
        return paste != null;
    }

    /** Answers a line that could not be read, after the wait of a client that talks too fast. */
    public void badLine(ErrorCode code) throws InterruptedException {
        awaitTurn();
        if (connection.isLeaving()) {
            return;
        }
        publish();
        String words = WORDS.get(code.wire(), Chat1.CLIENT_LINE);
        if (paste != null) {
            paste.addBadLine(code, words);
        } else {
            refuse("", code, words);
            throttle.charge(Throttle.LINE);
        }
    }

    private void refuse(String tag, ErrorCode code, String words) {
        connection.send(new Event.Err(tag, code.wire(), words));
    }
}
