package chatlab.swing.model;

import chatlab.client.Sent;
import chatlab.protocol.BadCommandException;
import chatlab.protocol.BadNameException;
import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import chatlab.protocol.Name;
import chatlab.protocol.Verb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a text means that was typed and sent off: one line is a command or a text, several lines are code. */
final class TypedText {
    private TypedText() {}

    /** The lines without the blank ones at the end, and at the start of a single one: it may be a command. */
    static List<String> lines(String text) {
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

    /** {@code where}: the conversation that it was typed in, which decides whom a text is for. */
    static Sent read(Conversation where, String text) throws BadCommandException, BadNameException {
        List<String> lines = lines(text).stream().map(Shown::words).collect(Collectors.toList());
        return lines.size() == 1 ? line(where, lines.get(0)) : code(where, lines);
    }

    private static Sent line(Conversation where, String line) throws BadCommandException, BadNameException {
        if (!ClientLine.looksLikeCommand(line)) {
            return new Sent(where.isPrivate() ? new Command.Msg(where.name(), line) : new Command.Say(line));
        }
        Command command = ClientLine.parse(line).command();
        if (command instanceof Command.Nick nick) {
            command = new Command.Nick(Name.ofPerson(nick.name()).shown());
        } else if (command instanceof Command.Join join) {
            command = new Command.Join(Name.ofRoom(join.room()).shown());
        }
        return new Sent(command);
    }

    /** Nothing in it is a command, but what begins as a private message stays private. */
    private static Sent code(Conversation where, List<String> lines) throws BadCommandException {
        String first = lines.get(0);
        if (ClientLine.looksLikeCommand(first)) {
            try {
                Command command = ClientLine.parse(first).command();
                if (command instanceof Command.Op) {
                    return new Sent(command); // a key is not said to the room, whatever stands below it
                } else if (command instanceof Command.Msg msg) {
                    lines.set(0, msg.text());
                    return paste(msg.to(), lines);
                } else if (command instanceof Command.Paste paste) {
                    return paste(paste.to(), lines.subList(1, lines.size()));
                }
            } catch (BadCommandException e) {
                if (e.isOf(Verb.OP)) {
                    throw e; // for the same reason
                }
                if (isOnlyMsg(first)) {
                    return paste(first.strip().split(" +", 2)[1], lines.subList(1, lines.size()));
                }
            }
        }
        return paste(where.isPrivate() ? where.name() : "", lines);
    }

    /** Whether it is {@code /msg NAME}, and what is to be said begins in the next line. */
    private static boolean isOnlyMsg(String line) {
        return line.strip().matches("(?i)/msg(@\\S*)? +\\S+");
    }

    private static Sent paste(String to, List<String> lines) {
        return new Sent(new Command.Paste(to), List.copyOf(lines));
    }
}
