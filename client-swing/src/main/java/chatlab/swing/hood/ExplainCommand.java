package chatlab.swing.hood;

import chatlab.protocol.BadCommandException;
import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.Words;
import chatlab.swing.hood.WireLine.Kind;

/** Says in a sentence what a line to the server is. */
final class ExplainCommand {
    private static final Words WORDS = new Words(ExplainCommand.class);

    private ExplainCommand() {}

    static String line(String line, Kind kind) {
        return switch (kind) {
            case FIRST_HALF -> WORDS.get("command.half");
            case OTHER_HALF -> WORDS.get("command.other-half");
            case OF_PASTE -> WORDS.get(line.equals(".") ? "command.paste.end" : "command.paste.line");
            case WHOLE -> line.isBlank() ? WORDS.get("command.blank") : whole(line);
        };
    }

    private static String whole(String line) {
        try {
            ClientLine parsed = ClientLine.parse(line);
            String words = ClientLine.looksLikeCommand(line) ? command(parsed.command()) : text(line);
            return withTag(words, parsed.tag());
        } catch (BadCommandException e) {
            String key = e.code() == ErrorCode.UNKNOWN_COMMAND ? "command.unknown" : "command.bad-args";
            return withTag(Explain.say(key, line.split(" ", 2)[0]), e.tag());
        }
    }

    private static String text(String line) {
        return Explain.say("command.text", line);
    }

    private static String withTag(String words, String tag) {
        return tag.isEmpty() ? words : words + WORDS.get("clauses") + Explain.say("tagged", tag);
    }

    private static String command(Command command) {
        if (command instanceof Command.Say c) {
            return Explain.say("command.say", c.text());
        } else if (command instanceof Command.Msg c) {
            return Explain.say("command.msg", c.to(), c.text());
        } else if (command instanceof Command.Paste c) {
            return Explain.say(c.to().isEmpty() ? "command.paste" : "command.paste.to", c.to());
        } else if (command instanceof Command.Proto c) {
            return proto(c);
        } else if (command instanceof Command.Nick c) {
            return Explain.say("command.nick", c.name());
        } else if (command instanceof Command.Join c) {
            return Explain.say("command.join", c.room());
        } else if (command instanceof Command.History c) {
            return c.after() == 0
                    ? WORDS.get("command.history")
                    : Explain.say("command.history.after", String.valueOf(c.after()));
        } else if (command instanceof InstructorCommand.Hush c) {
            return WORDS.get(c.on() ? "command.hush.on" : "command.hush.off");
        } else if (command instanceof InstructorCommand.Kick c) {
            return Explain.say("command.kick", c.name());
        } else if (command instanceof InstructorCommand.Ban c) {
            return Explain.say("command.ban", c.name());
        } else if (command instanceof InstructorCommand.Unban c) {
            return Explain.say("command.unban", c.name());
        } else if (command instanceof InstructorCommand.Clear c) {
            return c.room().isEmpty() ? WORDS.get("command.clear.here") : Explain.say("command.clear", c.room());
        } else if (command instanceof InstructorCommand.Free c) {
            return Explain.say("command.free", c.name());
        } else if (command instanceof InstructorCommand.Mute c) {
            return Explain.say("command.mute", c.name());
        } else if (command instanceof InstructorCommand.Unmute c) {
            return Explain.say("command.unmute", c.name());
        } else if (command instanceof InstructorCommand.Announce c) {
            return Explain.say("command.announce", c.text());
        }
        return WORDS.get(withoutFacts(command));
    }

    private static String proto(Command.Proto c) {
        String kind = c.name().isEmpty() ? "guest" : c.token().isEmpty() ? "name" : "token";
        return Explain.say("command.proto." + kind, String.valueOf(c.version()), c.name());
    }

    private static String withoutFacts(Command command) {
        if (command instanceof Command.Leave) {
            return "command.leave";
        } else if (command instanceof Command.Who) {
            return "command.who";
        } else if (command instanceof Command.Rooms) {
            return "command.rooms";
        } else if (command instanceof Command.Threads) {
            return "command.threads";
        } else if (command instanceof Command.Help) {
            return "command.help";
        } else if (command instanceof Command.Ping) {
            return "command.ping";
        } else if (command instanceof Command.Pong) {
            return "command.pong";
        } else if (command instanceof Command.Quit) {
            return "command.quit";
        } else if (command instanceof Command.Op) {
            return "command.op";
        }
        throw new AssertionError("a command without words: " + command);
    }
}
