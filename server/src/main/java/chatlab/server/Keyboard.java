package chatlab.server;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.BadCommandException;
import chatlab.protocol.Chat1;
import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.SystemCharset;
import chatlab.protocol.Text;
import chatlab.protocol.Times;
import chatlab.protocol.Utf8;
import chatlab.protocol.Verb;
import chatlab.server.chat.Draft;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.chat.Publisher.Reach;
import chatlab.server.delivery.Connection;
import chatlab.server.limits.AddressGroups;
import chatlab.server.log.Screen;
import chatlab.server.session.InstructorCommands;
import chatlab.server.session.Shared;
import chatlab.server.support.RefusedException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Obeys the instructor at the server itself: the commands of the protocol, with or without their slash, given by the person
 * {@link Hall#server}, and a few of its own. Ends when there is no keyboard; the server does not.
 */
final class Keyboard extends InstructorCommands implements Runnable {
    private static final String OP = "op";
    private static final String DEOP = "deop";

    private final ChatServer server;
    private final Shared services;
    private final Hall hall;
    private final Screen screen;

    /** Whether the last command was quit, which then asked. */
    private boolean quitAsked;

    /** Whether the command before this one was. */
    private boolean quitAskedBefore;

    /** Whether it was said that not all that was typed could be read. */
    private boolean warned;

    Keyboard(ChatServer server, Screen screen) {
        super(server.services().publisher(), server.services().moderation());
        this.server = server;
        this.services = server.services();
        this.hall = services.hall();
        this.screen = screen;
    }

    @Override
    public void run() {
        String line = screen.readLine(this::completions);
        while (line != null) {
            warnIfUnreadable(line);
            try {
                obey(line);
            } catch (RefusedException | BadCommandException e) {
                print("! " + e.getMessage());
            } catch (RuntimeException e) { // a fault of ours must not take the keyboard away
                print("! " + WORDS.get("keyboard.fault", e));
            }
            line = server.isClosed() ? null : screen.readLine(this::completions);
        }
    }

    private void warnIfUnreadable(String line) {
        if (!warned && line.indexOf(SystemCharset.UNREADABLE) >= 0) {
            warned = true;
            print("! " + WORDS.get("keyboard.unreadable", SystemCharset.get().displayName()));
        }
    }

    private void obey(String typed) throws RefusedException, BadCommandException {
        if (Utf8.length(typed) > Chat1.CLIENT_LINE) {
            throw new RefusedException(ErrorCode.TOO_LONG, WORDS.get("too-long", Chat1.CLIENT_LINE));
        }
        String line = Text.clean(typed).strip();
        String command = line.startsWith("/") ? line : "/" + line;
        String[] words = command.substring(1).split(" +");
        quitAskedBefore = quitAsked;
        quitAsked = false;
        switch (words[0].toLowerCase(Locale.ROOT)) {
            case "" -> {}
            case OP -> inOrder(() -> services.moderation().makeInstructor(person(), named(words)));
            case DEOP -> inOrder(() -> services.moderation().makeStudent(person(), named(words)));
            default -> parse(command, words[0]).accept(this);
        }
    }

    /** The person of the one name that follows the verb. */
    private Person named(String[] words) throws RefusedException {
        if (words.length != 2) {
            throw new RefusedException(ErrorCode.BAD_ARGS, WORDS.get("keyboard.one-name", words[0]));
        }
        return hall.roster().known(words[1]);
    }

    /** Here nothing is said without a verb: what was typed may have been meant for another window. */
    private static Command parse(String line, String verb) throws RefusedException, BadCommandException {
        try {
            if (ClientLine.looksLikeCommand(line)) {
                return ClientLine.parse(line).command();
            }
        } catch (BadCommandException e) {
            if (e.code() != ErrorCode.UNKNOWN_COMMAND) {
                throw e;
            }
        }
        throw new RefusedException(ErrorCode.UNKNOWN_COMMAND, WORDS.get("keyboard.unknown", verb));
    }

    /** What the last word of this line may become: nothing where none has been begun. */
    List<String> completions(String line) {
        String begun = line.substring(line.lastIndexOf(' ') + 1);
        boolean isVerb = begun.length() == line.length();
        String slash = isVerb && begun.startsWith("/") ? "/" : "";
        Stream<String> verbs = Stream.concat(Arrays.stream(Verb.values()).map(Verb::word), Stream.of(DEOP));
        return (isVerb ? verbs.sorted() : peopleHere().stream())
                .filter(word -> begun.length() > slash.length())
                .map(slash::concat)
                .filter(word -> word.regionMatches(true, 0, begun, 0, begun.length()))
                .toList();
    }

    private List<String> peopleHere() {
        List<String> names = new ArrayList<>();
        hall.inOrder(() -> hall.roster().all().stream()
                .filter(person -> !person.isLost() && person.room() != null)
                .forEach(person -> names.add(person.name().shown())));
        return names;
    }

    // How the commands that instructors give are obeyed here

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

    /** A person that types may have meant another window: while people are here, it takes a second quit. */
    @Override
    public void quit(Command.Quit command) {
        int people = peopleHere().size();
        if (screen.isTerminal() && people > 0 && !quitAskedBefore) {
            quitAsked = true;
            print("! " + WORDS.get("keyboard.quit", people));
        } else {
            server.close();
        }
    }

    // What only clients do

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

    private void print(String line) {
        server.console().answer(line);
    }
}
