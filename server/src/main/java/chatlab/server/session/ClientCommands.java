package chatlab.server.session;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Command;
import chatlab.protocol.CommandHandler;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.InstructorCommand;
import chatlab.server.chat.Draft;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.chat.Publisher.Reach;
import chatlab.server.chat.Room;
import chatlab.server.delivery.Connection;
import chatlab.server.support.RefusedException;
import java.util.List;

/** Obeys the commands of one client, each with the part of the server that it is for. For its reader's thread. */
final class ClientCommands implements CommandHandler<RefusedException> {
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

    // For instructors only

    /** One's own message is the answer. */
    @Override
    public void announce(InstructorCommand.Announce command) throws RefusedException {
        inOrder(() -> server.publisher().post(person, Reach.ALL_ROOMS, List.of(Draft.line(command.text(), tag))));
    }

    @Override
    public void hush(InstructorCommand.Hush command) throws RefusedException {
        inOrder(() -> server.moderation().hush(command.on()));
        done();
    }

    @Override
    public void clear(InstructorCommand.Clear command) throws RefusedException {
        inOrder(() -> {
            String name = command.room();
            Room room = name.isEmpty() ? person.room() : server.hall().rooms().find(name);
            server.moderation().clear(room, connection.name());
        });
        done();
    }

    @Override
    public void mute(InstructorCommand.Mute command) throws RefusedException {
        inOrder(() -> server.moderation().mute(command.name(), connection.name(), command.reason()));
        done();
    }

    @Override
    public void unmute(InstructorCommand.Unmute command) throws RefusedException {
        inOrder(() -> server.moderation().unmute(command.name(), connection.name(), command.reason()));
        done();
    }

    @Override
    public void kick(InstructorCommand.Kick command) throws RefusedException {
        inOrder(() -> {
            Person meant = server.hall().roster().meant(command.name());
            if (meant == person) { // or the client would be closed before it reads the answer
                throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("kick.self"));
            }
            server.moderation().kick(meant, connection.name(), command.reason());
        });
        done();
    }

    @Override
    public void ban(InstructorCommand.Ban command) throws RefusedException {
        inOrder(() -> {
            Person meant = server.hall().roster().everHere(command.name());
            String done = server.moderation().ban(meant, command.name(), connection.name(), command.reason());
            connection.send(new Event.Ok(tag, done));
        });
    }

    @Override
    public void unban(InstructorCommand.Unban command) throws RefusedException {
        inOrder(() -> server.moderation().unban(command.name(), connection.name()));
        done();
    }

    @Override
    public void free(InstructorCommand.Free command) throws RefusedException {
        inOrder(() -> server.moderation().free(command.name(), connection.name()));
        done();
    }

    private void done() {
        connection.send(new Event.Ok(tag, WORDS.get("done")));
    }

    private void inOrder(Hall.Action<RefusedException> action) throws RefusedException {
        server.hall().inOrder(connection, action);
    }
}
