package chatlab.server.session;

import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.Command;
import chatlab.protocol.Event;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.Name;
import chatlab.server.chat.Draft;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.delivery.Connection;
import chatlab.server.limits.Throttle;
import chatlab.server.support.RefusedException;

/** Obeys the commands of one client, each with the part of the server that it is for. For its reader's thread. */
final class ClientCommands extends InstructorCommands {
    private final Session session;
    private final Membership member;
    private final Connection connection;
    private final Shared server;
    private final Queries queries;
    private final InstructorKey key;

    ClientCommands(Session session, Membership member, Connection connection, Shared server, Throttle throttle) {
        super(server);
        this.session = session;
        this.member = member;
        this.connection = connection;
        this.server = server;
        this.queries = new Queries(connection, server, throttle);
        this.key = new InstructorKey(connection, server);
    }

    @Override
    public void say(Command.Say command) {
        session.collect(command.text());
    }

    @Override
    public void msg(Command.Msg command) throws RefusedException {
        inOrder(() -> server.publisher().whisper(person(), command.to(), Draft.line(command.text(), tag())));
    }

    @Override
    public void paste(Command.Paste command) {
        session.beginPaste(command.to());
    }

    @Override
    public void proto(Command.Proto command) throws RefusedException {
        member.proto(command, tag());
    }

    @Override
    public void nick(Command.Nick command) throws RefusedException {
        member.nick(command, tag());
    }

    @Override
    public void join(Command.Join command) throws RefusedException {
        member.move(RefusedException.orRoom(command.room()), tag());
    }

    @Override
    public void leave(Command.Leave command) throws RefusedException {
        member.move(server.hall().rooms().lobby().name(), tag());
    }

    @Override
    public void who(Command.Who command) {
        queries.who(person(), tag());
    }

    @Override
    public void rooms(Command.Rooms command) {
        queries.rooms(tag());
    }

    @Override
    public void history(Command.History command) {
        queries.history(person(), command.after(), tag());
    }

    @Override
    public void threads(Command.Threads command) {
        queries.threads(person().isInstructor(), tag());
    }

    @Override
    public void hand(ClassroomCommand.Hand command) throws RefusedException {
        inOrder(() -> server.classroom().hands().raise(person(), command.text()));
        done("");
    }

    @Override
    public void hands(ClassroomCommand.Hands command) throws RefusedException {
        if (command.undo()) {
            undoHand();
        } else {
            queries.hands(person(), tag());
        }
    }

    @Override
    public void poll(ClassroomCommand.Poll command) throws RefusedException {
        inOrder(() -> server.classroom().polls().obey(person(), command));
        done("");
    }

    @Override
    public void vote(ClassroomCommand.Vote command) throws RefusedException {
        inOrder(() -> done(server.classroom().polls().vote(person(), command.option())));
    }

    @Override
    public void did(ClassroomCommand.Did command) throws RefusedException {
        member.visit();
        Name name = RefusedException.orPerson(command.name());
        inOrder(() -> done(server.classroom().course().did(name, command, connection.address())));
    }

    @Override
    public void predictions(ClassroomCommand.Predictions command) throws RefusedException {
        member.visit();
        inOrder(() -> server.classroom().course().watch(person(), command.question()));
        done("");
    }

    @Override
    public void progress(InstructorCommand.Progress command) {
        queries.progress(tag());
    }

    @Override
    public void help(Command.Help command) {
        queries.help(person().isInstructor(), tag());
    }

    @Override
    public void ping(Command.Ping command) {
        connection.send(new Event.Pong(tag(), command.text()));
    }

    /** Does nothing: a client sends it only to be heard. */
    @Override
    public void pong(Command.Pong command) {}

    @Override
    public void quit(Command.Quit command) {
        member.quit(command, tag());
    }

    @Override
    public void op(Command.Op command) throws RefusedException {
        key.check(person(), command.key(), tag());
    }

    @Override
    protected Person person() {
        return member.person();
    }

    @Override
    protected String tag() {
        return session.tag();
    }

    @Override
    protected void done(String words) {
        connection.send(new Event.Ok(tag(), words));
    }

    @Override
    protected void inOrder(Hall.Action<RefusedException> action) throws RefusedException {
        server.hall().inOrder(connection, action);
    }
}
