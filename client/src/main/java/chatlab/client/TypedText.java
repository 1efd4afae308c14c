package chatlab.client;

import chatlab.protocol.BadCommandException;
import chatlab.protocol.BadNameException;
import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import chatlab.protocol.Name;
import chatlab.protocol.PasteLines;
import chatlab.protocol.Text;
import chatlab.protocol.Verb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a text means that was typed or pasted and sent off: one line is a command or a text to say, several lines are
 * code. One rule for all clients.
 */
public final class TypedText {
    /** A line with the instructor's key, also where it is no command because of a blank before it. */
    private static final Pattern KEY = Pattern.compile("\\s*/op(?![a-z]).*", Pattern.CASE_INSENSITIVE);

    /** {@code /msg NAME}, where what is to be said begins in the next line. */
    private static final Pattern ONLY_MSG = Pattern.compile("/msg(@\\S*)? +\\S+ *", Pattern.CASE_INSENSITIVE);

    private TypedText() {}

    /** The lines without the blank ones at the end, and at the start of a single one: it may be a command. */
    public static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\r\n|\r|\n", -1)));
        while (lines.size() > 1 && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        String last = lines.get(lines.size() - 1);
        if (lines.subList(0, lines.size() - 1).stream().allMatch(String::isBlank)) {
            return new ArrayList<>(List.of(last));
        }
        return lines;
    }

    /**
     * What is to be sent. A {@code /paste} alone comes back as a paste without lines.
     *
     * @param to the person for whom a text is meant that does not say so itself; empty for the room
     * @throws BadCommandException for a command that is unknown or has impossible arguments
     * @throws BadNameException for a command with a new name that is not allowed
     */
    public static Sent read(String to, String text) throws BadCommandException, BadNameException {
        List<String> lines = new ArrayList<>();
        lines(text).forEach(line -> lines.add(Text.clean(line)));
        return lines.size() == 1 ? line(to, lines.get(0)) : code(to, lines);
    }

    /** Whether the text has the instructor's key in it, so that no client may show it again when earlier texts are recalled. */
    public static boolean isSecret(String text) {
        return lines(text).stream().anyMatch(line -> KEY.matcher(line).matches());
    }

    private static Sent line(String to, String line) throws BadCommandException, BadNameException {
        if (!ClientLine.looksLikeCommand(line)) {
            return new Sent(to.isEmpty() ? new Command.Say(line) : new Command.Msg(to, line));
        }
        Command command = ClientLine.parse(line).command();
        if (command instanceof Command.Nick nick) {
            command = new Command.Nick(Name.ofPerson(nick.name()).shown());
        } else if (command instanceof Command.Join join) {
            command = new Command.Join(Name.ofRoom(join.room()).shown());
        }
        return new Sent(command);
    }

    /** Nothing in it is a command, but what begins as a private message stays private, and a key is never said. */
    private static Sent code(String to, List<String> lines) throws BadCommandException, BadNameException {
        String first = lines.get(0);
        List<String> rest = lines.subList(1, lines.size());
        if (!ClientLine.looksLikeCommand(first)) {
            return paste(to, lines);
        }
        try {
            Command command = ClientLine.parse(first).command();
            if (command instanceof Command.Op) {
                return line(to, first + " ..."); // refused with its form, since more stands there than the key
            } else if (command instanceof Command.Msg msg) {
                lines.set(0, msg.text());
                return paste(msg.to(), lines);
            } else if (command instanceof Command.Paste paste) {
                boolean ended = lines.get(lines.size() - 1).equals(PasteLines.END);
                return paste(paste.to(), ended ? rest.subList(0, rest.size() - 1) : rest);
            }
        } catch (BadCommandException e) {
            if (ONLY_MSG.matcher(first).matches()) {
                return paste(first.strip().split(" +", 2)[1], rest);
            } else if (isSecret(first) || e.isOf(Verb.MSG) || e.isOf(Verb.PASTE)) {
                throw e; // what follows may be for one person only
            }
        }
        return paste(to, lines);
    }

    private static Sent paste(String to, List<String> lines) {
        return new Sent(new Command.Paste(to), List.copyOf(lines));
    }
}
