package chatlab.server.session;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.CommandHandler;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.Name;
import chatlab.server.chat.Draft;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Moderation;
import chatlab.server.chat.Person;
import chatlab.server.chat.Publisher;
import chatlab.server.chat.Publisher.Reach;
import chatlab.server.classroom.Classroom;
import chatlab.server.classroom.Corrections;
import chatlab.server.support.RefusedException;
import java.util.List;

/** Obeys the commands of an instructor, whether they come from a client or from the server's own keyboard. */
public abstract class InstructorCommands implements CommandHandler<RefusedException> {
    private final Publisher publisher;
    private final Moderation moderation;
    private final Corrections corrections;
    private final Classroom classroom;

    protected InstructorCommands(Shared server) {
        this.publisher = server.publisher();
        this.moderation = server.moderation();
        this.corrections = server.corrections();
        this.classroom = server.classroom();
    }

    /** The person that gives the command. */
    protected abstract Person person();

    /** The tag of the command, empty where it has none. */
    protected abstract String tag();

    /** Does this under the lock of the {@link Hall}. */
    protected abstract void inOrder(Hall.Action<RefusedException> action) throws RefusedException;

    /** Says that the command was obeyed. */
    protected abstract void done(String words);

    private void obey(Hall.Action<RefusedException> action) throws RefusedException {
        inOrder(action);
        done(WORDS.get("done"));
    }

    /** Obeys a command of which an event tells also the person that gave it. */
    private void obeyAndTell(Hall.Action<RefusedException> action) throws RefusedException {
        inOrder(action);
        done("");
    }

    /** The message that comes back is the answer. */
    @Override
    public final void announce(InstructorCommand.Announce command) throws RefusedException {
        inOrder(() -> publisher.post(person(), Reach.ALL_ROOMS, List.of(Draft.line(command.text(), tag()))));
    }

    @Override
    public final void hush(InstructorCommand.Hush command) throws RefusedException {
        obey(() -> moderation.hush(command));
    }

    @Override
    public final void clear(InstructorCommand.Clear command) throws RefusedException {
        obey(() -> moderation.clear(person(), command));
    }

    @Override
    public final void mute(InstructorCommand.Mute command) throws RefusedException {
        obey(() -> moderation.mute(person(), command));
    }

    @Override
    public final void unmute(InstructorCommand.Unmute command) throws RefusedException {
        obey(() -> moderation.unmute(person(), command));
    }

    @Override
    public final void kick(InstructorCommand.Kick command) throws RefusedException {
        obey(() -> moderation.kick(person(), command));
    }

    @Override
    public final void ban(InstructorCommand.Ban command) throws RefusedException {
        inOrder(() -> done(moderation.ban(person(), command)));
    }

    @Override
    public final void unban(InstructorCommand.Unban command) throws RefusedException {
        obey(() -> moderation.unban(person(), command));
    }

    @Override
    public final void free(InstructorCommand.Free command) throws RefusedException {
        obey(() -> moderation.free(person(), command));
    }

    @Override
    public final void rename(InstructorCommand.Rename command) throws RefusedException {
        obey(() -> corrections.rename(person(), command));
    }

    /** Also for students, which may remove what they have said themselves. */
    @Override
    public final void drop(ClassroomCommand.Drop command) throws RefusedException {
        obeyAndTell(() -> corrections.drop(person(), command));
    }

    @Override
    public final void next(InstructorCommand.Next command) throws RefusedException {
        obey(() -> {
            if (command.name().isEmpty()) {
                classroom.hands().next(person());
            } else {
                classroom.hands().call(person(), moderation.meant(command.name()));
            }
        });
    }

    /** Also for students, which may take down their own hand. */
    @Override
    public final void lower(ClassroomCommand.Lower command) throws RefusedException {
        obeyAndTell(() -> {
            if (command.name().isEmpty()) {
                classroom.hands().lower(person());
            } else {
                checkIsInstructor();
                classroom.hands().lower(person(), moderation.meant(command.name()));
            }
        });
    }

    /** Puts up again the hand that was taken down last. */
    protected final void undoHand() throws RefusedException {
        checkIsInstructor();
        obeyAndTell(() -> classroom.hands().undo(person()));
    }

    private void checkIsInstructor() throws RefusedException {
        if (!person().isInstructor()) {
            throw new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("not-allowed"));
        }
    }

    @Override
    public final void timer(InstructorCommand.Timer command) throws RefusedException {
        obeyAndTell(() -> classroom.timer().set(person(), command));
    }

    @Override
    public final void lock(InstructorCommand.Lock command) throws RefusedException {
        obeyAndTell(() -> classroom.locks().set(person(), command));
    }

    @Override
    public final void open(InstructorCommand.Open command) throws RefusedException {
        obeyAndTell(() -> classroom.course().open(person(), command.chapter()));
    }

    @Override
    public final void close(InstructorCommand.Close command) throws RefusedException {
        obeyAndTell(() -> classroom.course().close(person(), command.chapter()));
    }

    @Override
    public final void show(InstructorCommand.Show command) throws RefusedException {
        obeyAndTell(() -> classroom.course().show(person(), command.question()));
    }

    @Override
    public final void forget(InstructorCommand.Forget command) throws RefusedException {
        Name name = RefusedException.orPerson(command.name());
        obey(() -> classroom.course().forget(person(), name));
    }
}
