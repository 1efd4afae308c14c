package chatlab.server;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.BadCommandException;
import chatlab.protocol.Chat1;
import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.SystemCharset;
import chatlab.protocol.Text;
import chatlab.protocol.Utf8;
import chatlab.protocol.Verb;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.log.Screen;
import chatlab.server.session.Shared;
import chatlab.server.support.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Obeys the instructor at the server itself: the commands of the protocol, with or without their slash, given by the person
 * {@link Hall#server}, and a few of its own. Ends when there is no keyboard; the server does not.
 */
final class Keyboard implements Runnable {
    private static final String OP = "op";
    private static final String DEOP = "deop";
    private static final String WALL = "wall";

    private final ChatServer server;
    private final Shared services;
    private final Hall hall;
    private final Screen screen;
    private final KeyboardCommands commands;

    /** Whether the last command was quit, which then asked. */
    private boolean quitAsked;

    /** Whether the command before this one was. */
    private boolean quitAskedBefore;

    /** Whether it was said that not all that was typed could be read. */
    private boolean warned;

    Keyboard(ChatServer server, Screen screen) {
        this.server = server;
        this.services = server.services();
        this.hall = services.hall();
        this.screen = screen;
        this.commands = new KeyboardCommands(services, server.console(), this::quit);
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
            case OP -> hall.inOrder(() -> makeInstructor(named(words)));
            case DEOP -> hall.inOrder(() -> services.moderation().makeStudent(hall.server(), named(words)));
            case WALL -> showWall();
            default -> parse(command, words[0]).accept(commands);
        }
    }

    private void makeInstructor(Person person) {
        services.moderation().makeInstructor(hall.server(), person);
        services.classroom().greetInstructor(person);
    }

    private void showWall() {
        String address = server.page().wallWithNames();
        if (address.isEmpty()) {
            print("! " + WORDS.get("keyboard.no-wall"));
        } else {
            WORDS.get("keyboard.wall", address).lines().forEach(this::print);
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
        Stream<String> verbs = Stream.concat(Arrays.stream(Verb.values()).map(Verb::word), Stream.of(DEOP, WALL));
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

    /** A person that types may have meant another window: while people are here, it takes a second quit. */
    private void quit() {
        int people = peopleHere().size();
        if (screen.isTerminal() && people > 0 && !quitAskedBefore) {
            quitAsked = true;
            print("! " + WORDS.get("keyboard.quit", people));
        } else {
            server.close();
        }
    }

    private void print(String line) {
        server.console().answer(line);
    }
}
