package chatlab.server;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.Command;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.PlainRenderer;
import chatlab.protocol.Times;
import chatlab.protocol.Verb;
import chatlab.server.chat.Draft;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.chat.Publisher.Reach;
import chatlab.server.delivery.Connection;
import chatlab.server.limits.AddressGroups;
import chatlab.server.log.Console;
import chatlab.server.session.InstructorCommands;
import chatlab.server.session.Shared;
import chatlab.server.support.RefusedException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Obeys the commands of the protocol that the instructor types at the server itself, as the person {@link Hall#server}. */
final class KeyboardCommands extends InstructorCommands {
    private final Shared services;
    private final Hall hall;
    private final Console console;
    private final Runnable quit;
    private final PlainRenderer plain = new PlainRenderer(ZoneId.systemDefault());

    /** {@code quit} is run when that is typed. */
    KeyboardCommands(Shared services, Console console, Runnable quit) {
        super(services);
        this.services = services;
        this.hall = services.hall();
        this.console = console;
        this.quit = quit;
    }

    @Override
    protected Person person() {
        return hall.server();
    }

    @Override
    protected String tag() {
        return "";
    }

    @Override
    protected void inOrder(Hall.Action<RefusedException> action) throws RefusedException {
        hall.inOrder(action);
    }

    /** Prints nothing: the log says on this screen what was done. */
    @Override
    protected void done(String words) {}

    // The other commands

    @Override
    public void say(Command.Say command) throws RefusedException {
        inOrder(() -> services.publisher().post(person(), Reach.ROOM, List.of(Draft.line(command.text(), ""))));
    }

    @Override
    public void msg(Command.Msg command) throws RefusedException {
        inOrder(() -> services.publisher().whisper(person(), command.to(), Draft.line(command.text(), "")));
        print(WORDS.get("keyboard.msg", command.to(), command.text()));
    }

    @Override
    public void who(Command.Who command) {
        List<String> here = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        List<String> away = new ArrayList<>();
        hall.inOrder(() -> {
            hall.roster().all().forEach(person -> (person.isLost() ? lost : here).add(row(person)));
            services.moderation().mutedAndGone().forEach(name -> away.add(WORDS.get("keyboard.muted", name)));
            services.moderation()
                    .bans()
                    .forEach(ban ->
                            away.add(WORDS.get("keyboard.banned", AddressGroups.show(ban.address()), ban.because())));
        });
        print(WORDS.get("keyboard.who.sum", here.size()));
        here.forEach(this::print);
        if (!lost.isEmpty()) {
            print(WORDS.get("keyboard.who.lost", lost.size()));
            lost.forEach(this::print);
        }
        away.forEach(this::print);
    }

    private static String row(Person person) {
        return WORDS.get(
                "keyboard.who",
                person.name(),
                person.isLost() ? "-" : person.peer(),
                person.room() == null ? "-" : person.room().name(),
                Times.shown(person.since(), Clock.systemDefaultZone()),
                person.state());
    }

    @Override
    public void rooms(Command.Rooms command) {
        List<String> lines = new ArrayList<>();
        hall.inOrder(() -> hall.rooms()
                .all()
                .forEach(room -> lines.add(
                        WORDS.get("keyboard.room", room.name(), room.people().size()))));
        lines.forEach(this::print);
    }

    @Override
    public void threads(Command.Threads command) {
        services.threads().get().forEach(report -> print("  " + report.name() + ": " + report.words()));
        for (Connection connection : services.connections().get()) {
            connection.threads().forEach(report -> print("  " + report.name() + ": " + report.words()));
        }
    }

    @Override
    public void help(Command.Help command) {
        WORDS.get("keyboard.help").lines().forEach(this::print);
    }

    @Override
    public void quit(Command.Quit command) {
        quit.run();
    }

    @Override
    public void hands(ClassroomCommand.Hands command) throws RefusedException {
        if (command.undo()) {
            undoHand();
            return;
        }
        List<String> lines = new ArrayList<>();
        hall.inOrder(() -> services.classroom()
                .hands()
                .inLine()
                .forEach(hand -> lines.add(WORDS.get("keyboard.hand", lines.size() + 1, hand.name(), hand.text()))));
        lines.forEach(this::print);
        if (lines.isEmpty()) {
            print(WORDS.get("hands.none"));
        }
    }

    @Override
    public void poll(ClassroomCommand.Poll command) throws RefusedException {
        List<ClassroomEvent.Poll> asked = new ArrayList<>();
        inOrder(() -> {
            services.classroom().polls().obey(person(), command);
            if (command.what().isEmpty()) {
                services.classroom().polls().now().ifPresent(asked::add);
            }
        });
        asked.forEach(poll -> print(words(poll)));
    }

    /** A client is told how to vote while the poll is open, which the server cannot. */
    private String words(ClassroomEvent.Poll poll) {
        return poll.state() == ClassroomEvent.Poll.State.OPEN
                ? WORDS.get("keyboard.poll", poll.question(), poll.voted(), String.join(", ", poll.options()))
                : plain.render(poll, "").orElseThrow();
    }

    @Override
    public void progress(InstructorCommand.Progress command) {
        List<ClassroomEvent.Did> done = new ArrayList<>();
        hall.inOrder(() -> done.addAll(services.classroom().course().progress()));
        PlainRenderer.progress(done).forEach(this::print);
        if (done.isEmpty()) {
            print(WORDS.get("course.none"));
        }
    }

    @Override
    public void predictions(ClassroomCommand.Predictions command) {
        List<ClassroomEvent.Predictions> asked = new ArrayList<>();
        hall.inOrder(() -> asked.add(services.classroom().course().now(command.question())));
        asked.forEach(predictions -> plain.render(predictions, "").ifPresent(this::print));
    }

    // What only clients do

    @Override
    public void did(ClassroomCommand.Did command) throws RefusedException {
        throw onlyForClients(Verb.DID);
    }

    @Override
    public void vote(ClassroomCommand.Vote command) throws RefusedException {
        throw onlyForClients(Verb.VOTE);
    }

    @Override
    public void hand(ClassroomCommand.Hand command) throws RefusedException {
        throw onlyForClients(Verb.HAND);
    }

    @Override
    public void op(Command.Op command) throws RefusedException {
        throw onlyForClients(Verb.OP);
    }

    @Override
    public void proto(Command.Proto command) throws RefusedException {
        throw onlyForClients(Verb.PROTO);
    }

    @Override
    public void nick(Command.Nick command) throws RefusedException {
        throw onlyForClients(Verb.NICK);
    }

    @Override
    public void paste(Command.Paste command) throws RefusedException {
        throw onlyForClients(Verb.PASTE);
    }

    @Override
    public void join(Command.Join command) throws RefusedException {
        throw onlyForClients(Verb.JOIN);
    }

    @Override
    public void leave(Command.Leave command) throws RefusedException {
        throw onlyForClients(Verb.LEAVE);
    }

    @Override
    public void history(Command.History command) throws RefusedException {
        throw onlyForClients(Verb.HISTORY);
    }

    @Override
    public void ping(Command.Ping command) throws RefusedException {
        throw onlyForClients(Verb.PING);
    }

    @Override
    public void pong(Command.Pong command) throws RefusedException {
        throw onlyForClients(Verb.PONG);
    }

    private static RefusedException onlyForClients(Verb verb) {
        return new RefusedException(ErrorCode.NOT_ALLOWED, WORDS.get("keyboard.only-clients", verb.word()));
    }

    /** Waits where the screen is halted: never within {@link #inOrder}. */
    private void print(String line) {
        console.answer(line);
    }
}
