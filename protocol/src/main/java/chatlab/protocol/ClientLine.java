package chatlab.protocol;

import chatlab.protocol.Command.Announce;
import chatlab.protocol.Command.Ban;
import chatlab.protocol.Command.Clear;
import chatlab.protocol.Command.Free;
import chatlab.protocol.Command.Help;
import chatlab.protocol.Command.History;
import chatlab.protocol.Command.Hush;
import chatlab.protocol.Command.Join;
import chatlab.protocol.Command.Kick;
import chatlab.protocol.Command.Leave;
import chatlab.protocol.Command.Msg;
import chatlab.protocol.Command.Mute;
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
import chatlab.protocol.Command.Unban;
import chatlab.protocol.Command.Unmute;
import chatlab.protocol.Command.Who;
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
        String line = line();
        if (line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a line end in \"" + line + "\"");
        }
        return line;
    }

    private String line() {
        if (command instanceof Say c) {
            return line(Verb.SAY, c.text());
        } else if (command instanceof Proto c) {
            return line(Verb.PROTO, (c.version() + " " + c.name() + " " + c.token()).stripTrailing());
        } else if (command instanceof Nick c) {
            return line(Verb.NICK, c.name());
        } else if (command instanceof Paste c) {
            return line(Verb.PASTE, c.to());
        } else if (command instanceof Msg c) {
            return line(Verb.MSG, c.to() + " " + c.text());
        } else if (command instanceof Join c) {
            return line(Verb.JOIN, c.room());
        } else if (command instanceof Leave) {
            return line(Verb.LEAVE, "");
        } else if (command instanceof Who) {
            return line(Verb.WHO, "");
        } else if (command instanceof Rooms) {
            return line(Verb.ROOMS, "");
        } else if (command instanceof History c) {
            return line(Verb.HISTORY, c.after() > 0 ? "after=" + c.after() : "");
        } else if (command instanceof Ping c) {
            return line(Verb.PING, c.text());
        } else if (command instanceof Pong c) {
            return line(Verb.PONG, c.text());
        } else if (command instanceof Threads) {
            return line(Verb.THREADS, "");
        } else if (command instanceof Help) {
            return line(Verb.HELP, "");
        } else if (command instanceof Quit c) {
            return line(Verb.QUIT, c.reason());
        } else if (command instanceof Op c) {
            return line(Verb.OP, c.key());
        } else if (command instanceof Kick c) {
            return line(Verb.KICK, (c.name() + " " + c.reason()).stripTrailing());
        } else if (command instanceof Ban c) {
            return line(Verb.BAN, (c.name() + " " + c.reason()).stripTrailing());
        } else if (command instanceof Unban c) {
            return line(Verb.UNBAN, c.name());
        } else if (command instanceof Free c) {
            return line(Verb.FREE, c.name());
        } else if (command instanceof Mute c) {
            return line(Verb.MUTE, (c.name() + " " + c.reason()).stripTrailing());
        } else if (command instanceof Unmute c) {
            return line(Verb.UNMUTE, (c.name() + " " + c.reason()).stripTrailing());
        } else if (command instanceof Hush c) {
            return line(Verb.HUSH, c.on() ? "on" : "off");
        } else if (command instanceof Clear c) {
            return line(Verb.CLEAR, c.room());
        } else if (command instanceof Announce c) {
            return line(Verb.ANNOUNCE, c.text());
        }
        throw new AssertionError("a command without a line: " + command);
    }

    private String line(Verb verb, String rest) {
        return "/" + verb.word() + (tag.isEmpty() ? "" : "@" + tag) + (rest.isEmpty() ? "" : " " + rest);
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
            case THREADS -> new Threads();
            case HELP -> new Help();
            case QUIT -> new Quit(args.textIfAny());
            case PING -> new Ping(args.textIfAny());
            case PONG -> new Pong(args.textIfAny());
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
        };
    }

    /** For showing, so no more of it than can be taken in. */
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
