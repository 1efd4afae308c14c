package chatlab.protocol;

import chatlab.protocol.ClassroomCommand.Drop;
import chatlab.protocol.ClassroomCommand.Hand;
import chatlab.protocol.ClassroomCommand.Hands;
import chatlab.protocol.ClassroomCommand.Lower;
import chatlab.protocol.ClassroomCommand.Vote;
import chatlab.protocol.Command.Help;
import chatlab.protocol.Command.History;
import chatlab.protocol.Command.Join;
import chatlab.protocol.Command.Leave;
import chatlab.protocol.Command.Msg;
import chatlab.protocol.Command.Nick;
import chatlab.protocol.Command.Op;
import chatlab.protocol.Command.Paste;
import chatlab.protocol.Command.Ping;
import chatlab.protocol.Command.Pong;
import chatlab.protocol.Command.Proto;
import chatlab.protocol.Command.Quit;
import chatlab.protocol.Command.Rooms;
import chatlab.protocol.Command.Say;
import chatlab.protocol.Command.Threads;
import chatlab.protocol.Command.Who;
import chatlab.protocol.InstructorCommand.Announce;
import chatlab.protocol.InstructorCommand.Ban;
import chatlab.protocol.InstructorCommand.Clear;
import chatlab.protocol.InstructorCommand.Free;
import chatlab.protocol.InstructorCommand.Hush;
import chatlab.protocol.InstructorCommand.Kick;
import chatlab.protocol.InstructorCommand.Lock;
import chatlab.protocol.InstructorCommand.Mute;
import chatlab.protocol.InstructorCommand.Next;
import chatlab.protocol.InstructorCommand.Rename;
import chatlab.protocol.InstructorCommand.Timer;
import chatlab.protocol.InstructorCommand.Unban;
import chatlab.protocol.InstructorCommand.Unmute;
import java.util.function.IntPredicate;

/**
 * One line from a client to a server.
 *
 * @param tag comes back as {@code re} in the answer; empty where the client does not ask for one
 */
public record ClientLine(Command command, String tag) {
    private static final Words WORDS = new Words(ClientLine.class);
    private static final int MAX_TAG = 16;
    private static final int MAX_SHOWN = 40;

    public ClientLine(Command command) {
        this(command, "");
    }

    /**
     * Reads a line that has no line end any more. A line is a command only if it starts with a slash and a letter; every
     * other line is a text to say.
     *
     * @throws BadCommandException for an unknown verb, and for missing, impossible or too many arguments
     */
    public static ClientLine parse(String line) throws BadCommandException {
        if (!looksLikeCommand(line)) {
            return new ClientLine(new Say(line));
        }
        int verbEnd = skip(line, 1, ClientLine::isLetter);
        int tagEnd = verbEnd;
        if (tagEnd < line.length() && line.charAt(tagEnd) == '@') {
            tagEnd = skip(line, tagEnd + 1, ClientLine::isTagCharacter);
        }
        String tag = tagEnd > verbEnd + 1 ? line.substring(verbEnd + 1, tagEnd) : "";
        boolean wellFormed = (tagEnd == line.length() || line.charAt(tagEnd) == ' ')
                && tagEnd != verbEnd + 1
                && tag.length() <= MAX_TAG;
        String word = line.substring(1, verbEnd);
        Verb verb = Verb.of(word).filter(v -> wellFormed).orElse(null);
        if (verb == null) {
            throw new BadCommandException(
                    ErrorCode.UNKNOWN_COMMAND,
                    null,
                    wellFormed ? tag : "",
                    WORDS.get("unknown-command", firstWord(line)));
        }
        String rest = tagEnd < line.length() ? line.substring(tagEnd + 1) : "";
        return new ClientLine(parse(verb, rest, tag), tag);
    }

    /** Whether a line typed by a person is a command: a slash and a letter. */
    public static boolean looksLikeCommand(String line) {
        return line.length() >= 2 && line.charAt(0) == '/' && isLetter(line.charAt(1));
    }

    /**
     * The line to send, without its line end. A text is always sent as {@code /say}, so none can become a command.
     *
     * @throws IllegalArgumentException for a line end in an argument: what follows it would be a line of its own
     */
    public String print() {
        String line = command.print(tag);
        if (line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a line end in \"" + line + "\"");
        }
        return line;
    }

    private static Command parse(Verb verb, String rest, String tag) throws BadCommandException {
        Arguments args = new Arguments(verb, rest, tag);
        Command command = command(verb, args);
        args.end();
        return command;
    }

    private static Command command(Verb verb, Arguments args) throws BadCommandException {
        return switch (verb) {
            case SAY -> new Say(args.text());
            case MSG -> new Msg(args.word(), args.text());
            case PASTE -> new Paste(args.wordIfAny());
            case NICK -> new Nick(args.word());
            case WHO -> new Who();
            case ROOMS -> new Rooms();
            case JOIN -> new Join(args.word());
            case LEAVE -> new Leave();
            case HISTORY -> new History(args.after());
            case DROP -> new Drop(args.messageIfAny());
            case THREADS -> new Threads();
            case HAND -> new Hand(args.textIfAny());
            case LOWER -> new Lower(args.wordIfAny());
            case HANDS -> new Hands(args.undoIfAny());
            case POLL -> poll(args);
            case VOTE -> new Vote(args.word());
            case CLASS -> new ClassroomCommand.Predictions(args.question());
            case HELP -> new Help();
            case QUIT -> new Quit(args.textIfAny());
            case PING -> new Ping(args.textIfAny());
            case PONG -> new Pong(args.textIfAny());
            case DID -> did(args);
            case PROTO -> new Proto(args.version(), args.wordIfAny(), args.wordIfAny());
            case OP -> new Op(args.word());
            case ANNOUNCE -> new Announce(args.text());
            case HUSH -> new Hush(args.onOrOff());
            case CLEAR -> new Clear(args.wordIfAny());
            case MUTE -> new Mute(args.word(), args.textIfAny());
            case UNMUTE -> new Unmute(args.word(), args.textIfAny());
            case KICK -> new Kick(args.word(), args.textIfAny());
            case BAN -> new Ban(args.word(), args.textIfAny());
            case UNBAN -> new Unban(args.word());
            case FREE -> new Free(args.word());
            case RENAME -> new Rename(args.word(), args.word());
            case NEXT -> new Next(args.wordIfAny());
            case TIMER -> timer(args);
            case LOCK -> new Lock(args.lockKind(), args.onOrOff());
            case PROGRESS -> new InstructorCommand.Progress();
            case OPEN -> new InstructorCommand.Open(args.chapter());
            case CLOSE -> new InstructorCommand.Close(args.chapter());
            case SHOW -> new InstructorCommand.Show(args.question());
            case FORGET -> new InstructorCommand.Forget(args.word());
        };
    }

    private static ClassroomCommand.Poll poll(Arguments args) throws BadCommandException {
        String what = args.pollWord();
        return new ClassroomCommand.Poll(what, what.indexOf(',') >= 0 ? args.text() : "");
    }

    private static ClassroomCommand.Did did(Arguments args) throws BadCommandException {
        String name = args.word();
        String secret = args.word();
        CourseQuestion question = args.question();
        return new ClassroomCommand.Did(name, secret, question, args.fact(question));
    }

    private static Timer timer(Arguments args) throws BadCommandException {
        int seconds = args.seconds();
        return new Timer(seconds, seconds == 0 ? "" : args.textIfAny());
    }

    /** The first word of the line, cut so that it can be shown in an answer. */
    private static String firstWord(String line) {
        String word = Text.clean(line).split(" ", 2)[0];
        return word.length() <= MAX_SHOWN
                ? word
                : Text.clean(word.substring(0, MAX_SHOWN)).strip() + "...";
    }

    private static int skip(String line, int from, IntPredicate wanted) {
        int i = from;
        while (i < line.length() && wanted.test(line.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isTagCharacter(int c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
