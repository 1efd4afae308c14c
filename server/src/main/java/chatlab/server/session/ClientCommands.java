package chatlab.server.session;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Command;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.InstructorCommand;
import chatlab.server.chat.Draft;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.delivery.Connection;
import chatlab.server.support.RefusedException;

/** Obeys the commands of one client, each with the part of the server that it is for. For its reader's thread. */
final class ClientCommands extends InstructorCommands {
    private final Session session;
    private final Connection connection;
    private final Shared server;
    private final Queries queries;
    private final InstructorKey key;

    /** The person that gives the command that is obeyed now. */
    private Person person;

    /** The tag of that command. */
    private String tag;

    ClientCommands(Session session, Connection connection, Shared server, Queries queries) {
        super(server.publisher(), server.moderation());
        this.session = session;
        this.connection = connection;
        this.server = server;
        this.queries = queries;
        this.key = new InstructorKey(connection, server);
    }

    void obey(Person person, Command command, String tag) throws RefusedException {
        this.person = person;
        this.tag = tag;
        if (!(command instanceof Command.Say)) {
            session.speak();
        }
        if (command instanceof InstructorCommand && !person.isInstructor()) {
            throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("not-allowed"));
        }
        command.accept(this);
    }

    @Override
    public void say(Command.Say command) {
        session.say(command.text(), tag);
    }

    @Override
    public void msg(Command.Msg command) throws RefusedException {
        inOrder(() -> server.publisher().whisper(person, command.to(), Draft.line(command.text(), tag)));
    }

    @Override
    public void paste(Command.Paste command) {
        session.beginPaste(command.to(), tag);
    }

    @Override
    public void proto(Command.Proto command) throws RefusedException {
        session.proto(command, tag);
    }

    @Override
    public void nick(Command.Nick command) throws RefusedException {
        session.nick(command, tag);
    }

    @Override
    public void join(Command.Join command) throws RefusedException {
        session.move(RefusedException.orRoom(command.room()), tag);
    }

    @Override
    public void leave(Command.Leave command) throws RefusedException {
        session.move(server.hall().rooms().lobby().name(), tag);
    }

    @Override
    public void who(Command.Who command) {
        queries.who(person, tag);
    }

    @Override
    public void rooms(Command.Rooms command) {
        queries.rooms(tag);
    }

    @Override
    public void history(Command.History command) {
        queries.history(person, command.after(), tag);
    }

    @Override
    public void threads(Command.Threads command) {
        queries.threads(person.isInstructor(), tag);
    }

    @Override
    public void help(Command.Help command) {
        queries.help(person.isInstructor(), tag);
    }

    @Override
    public void ping(Command.Ping command) {
        connection.send(new Event.Pong(tag, command.text()));
    }

    /** Does nothing: a client sends it only to be heard. */
    @Override
    public void pong(Command.Pong command) {}

    @Override
    public void quit(Command.Quit command) {
        session.quit(command, tag);
    }

    @Override
    public void op(Command.Op command) throws RefusedException {
        key.check(person, command.key(), tag);
    }

    @Override
    protected Person person() {
        return person;
    }

    @Override
    protected String tag() {
        return tag;
    }

    @Override
    protected void done(String words) {
        connection.send(new Event.Ok(tag, words));
    }

    @Override
    protected void inOrder(Hall.Action<RefusedException> action) throws RefusedException {
        server.hall().inOrder(connection, action);
    }
}
