package chatlab.swing.hood;

import chatlab.protocol.BadCommandException;
import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import chatlab.protocol.CommandHandler;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.Words;
import chatlab.swing.hood.Wire.Kind;

/** Explains a line to the server in a sentence. */
final class ExplainCommand implements CommandHandler<RuntimeException> {
    private static final Words WORDS = new Words(ExplainCommand.class);

    /** The explanation of the command that this object handles. */
    private String words;

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
        ExplainCommand explain = new ExplainCommand();
        command.accept(explain);
        return explain.words;
    }

    @Override
    public void say(Command.Say c) {
        say("command.say", c.text());
    }

    @Override
    public void msg(Command.Msg c) {
        say("command.msg", c.to(), c.text());
    }

    @Override
    public void paste(Command.Paste c) {
        say(c.to().isEmpty() ? "command.paste" : "command.paste.to", c.to());
    }

    @Override
    public void proto(Command.Proto c) {
        String kind = c.name().isEmpty() ? "guest" : c.token().isEmpty() ? "name" : "token";
        say("command.proto." + kind, String.valueOf(c.version()), c.name());
    }

    @Override
    public void nick(Command.Nick c) {
        say("command.nick", c.name());
    }

    @Override
    public void join(Command.Join c) {
        say("command.join", c.room());
    }

    @Override
    public void leave(Command.Leave c) {
        say("command.leave");
    }

    @Override
    public void who(Command.Who c) {
        say("command.who");
    }

    @Override
    public void rooms(Command.Rooms c) {
        say("command.rooms");
    }

    @Override
    public void history(Command.History c) {
        say(c.after() == 0 ? "command.history" : "command.history.after", String.valueOf(c.after()));
    }

    @Override
    public void threads(Command.Threads c) {
        say("command.threads");
    }

    @Override
    public void help(Command.Help c) {
        say("command.help");
    }

    @Override
    public void ping(Command.Ping c) {
        say("command.ping");
    }

    @Override
    public void pong(Command.Pong c) {
        say("command.pong");
    }

    @Override
    public void quit(Command.Quit c) {
        say("command.quit");
    }

    @Override
    public void op(Command.Op c) {
        say("command.op");
    }

    @Override
    public void announce(InstructorCommand.Announce c) {
        say("command.announce", c.text());
    }

    @Override
    public void hush(InstructorCommand.Hush c) {
        say(c.on() ? "command.hush.on" : "command.hush.off");
    }

    @Override
    public void clear(InstructorCommand.Clear c) {
        say(c.room().isEmpty() ? "command.clear.here" : "command.clear", c.room());
    }

    @Override
    public void mute(InstructorCommand.Mute c) {
        say("command.mute", c.name());
    }

    @Override
    public void unmute(InstructorCommand.Unmute c) {
        say("command.unmute", c.name());
    }

    @Override
    public void kick(InstructorCommand.Kick c) {
        say("command.kick", c.name());
    }

    @Override
    public void ban(InstructorCommand.Ban c) {
        say("command.ban", c.name());
    }

    @Override
    public void unban(InstructorCommand.Unban c) {
        say("command.unban", c.name());
    }

    @Override
    public void free(InstructorCommand.Free c) {
        say("command.free", c.name());
    }

    private void say(String key, Object... facts) {
        words = Explain.say(key, facts);
    }
}
