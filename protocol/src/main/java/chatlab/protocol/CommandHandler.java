package chatlab.protocol;

/**
 * Does something for each {@link Command}; {@link Command#accept} calls the method that is for it.
 *
 * <p>A class that knows every command implements this: when a command is added, the compiler names the class that forgets
 * it. A class that looks for a few commands among all asks with {@code instanceof}.
 *
 * @param <X> what the methods throw; {@link RuntimeException} where that is nothing
 */
public interface CommandHandler<X extends Exception> {
    void proto(Command.Proto command) throws X;

    void nick(Command.Nick command) throws X;

    void say(Command.Say command) throws X;

    void paste(Command.Paste command) throws X;

    void msg(Command.Msg command) throws X;

    void join(Command.Join command) throws X;

    void leave(Command.Leave command) throws X;

    void who(Command.Who command) throws X;

    void rooms(Command.Rooms command) throws X;

    void history(Command.History command) throws X;

    void ping(Command.Ping command) throws X;

    void pong(Command.Pong command) throws X;

    void threads(Command.Threads command) throws X;

    void hand(ClassroomCommand.Hand command) throws X;

    void lower(ClassroomCommand.Lower command) throws X;

    void hands(ClassroomCommand.Hands command) throws X;

    void poll(ClassroomCommand.Poll command) throws X;

    void vote(ClassroomCommand.Vote command) throws X;

    void drop(ClassroomCommand.Drop command) throws X;

    void help(Command.Help command) throws X;

    void quit(Command.Quit command) throws X;

    void op(Command.Op command) throws X;

    void kick(InstructorCommand.Kick command) throws X;

    void ban(InstructorCommand.Ban command) throws X;

    void unban(InstructorCommand.Unban command) throws X;

    void free(InstructorCommand.Free command) throws X;

    void rename(InstructorCommand.Rename command) throws X;

    void mute(InstructorCommand.Mute command) throws X;

    void unmute(InstructorCommand.Unmute command) throws X;

    void hush(InstructorCommand.Hush command) throws X;

    void clear(InstructorCommand.Clear command) throws X;

    void announce(InstructorCommand.Announce command) throws X;

    void next(InstructorCommand.Next command) throws X;

    void timer(InstructorCommand.Timer command) throws X;

    void lock(InstructorCommand.Lock command) throws X;

    void did(ClassroomCommand.Did command) throws X;

    void predictions(ClassroomCommand.Predictions command) throws X;

    void progress(InstructorCommand.Progress command) throws X;

    void open(InstructorCommand.Open command) throws X;

    void close(InstructorCommand.Close command) throws X;

    void show(InstructorCommand.Show command) throws X;

    void forget(InstructorCommand.Forget command) throws X;
}
