package chatlab.cli;

import chatlab.client.Sent;
import chatlab.protocol.BadCommandException;
import chatlab.protocol.BadNameException;
import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import chatlab.protocol.Name;
import chatlab.protocol.Text;
import chatlab.protocol.Verb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What typed lines mean. For the keyboard's thread only. */
final class Outgoing {
    /** The one command that no server knows: sends once more what was not delivered. */
    static final String AGAIN = "/again";

    private static final long GOODBYE_MILLIS = 1_000;

    private final Console console;
    private final Dispatch dispatch;
    private final Ending ending;

    /** The paste that is being typed; null where none is. */
    private TypedPaste paste;

    Outgoing(Console console, Dispatch dispatch, Ending ending) {
        this.console = console;
        this.dispatch = dispatch;
        this.ending = ending;
    }

    /** Says whether there is anything left to type for. */
    boolean typed(String typed) throws InterruptedException {
        if (ending.isOver()) {
            return false;
        }
        List<String> lines = lines(typed);
        if (lines.size() > 1 && paste == null) {
            pasted(lines);
            return true;
        }
        for (String line : lines) {
            if (!line(line)) {
                return false;
            }
        }
        return true;
    }

    /** Nothing more will be typed. */
    void endOfInput() throws InterruptedException {
        ending.endInput();
        if (paste != null) {
            dispatch.refuse(Words.get("paste.unfinished"));
        }
        if (!ending.isLeaving()) {
            if (console.isInteractive()) {
                leave("");
            } else {
                dispatch.finish();
            }
        }
    }

    private boolean line(String typed) throws InterruptedException {
        if (dispatch.isRaw()) {
            dispatch.sendRaw(typed);
            return !isQuit(typed) || leave("");
        }
        if (paste != null) {
            if (paste.isEndedBy(typed)) {
                if (!paste.isRefused()) {
                    dispatch.send(paste.toSend(), "");
                }
                paste = null;
            }
            return true;
        }
        if (typed.isBlank()) {
            return true;
        } else if (typed.strip().equals(AGAIN)) {
            dispatch.again();
            return true;
        }
        try {
            return command(ClientLine.parse(Text.clean(typed)).command(), typed);
        } catch (BadCommandException e) {
            dispatch.refuse(e.getMessage());
            if (e.isOf(Verb.PASTE) && !console.isInteractive()) { // a pipe goes on with the lines of the paste
                paste = TypedPaste.refused();
            }
            return true;
        } catch (BadNameException e) {
            dispatch.refuse(e.getMessage());
            return true;
        }
    }

    private boolean command(Command command, String typed) throws InterruptedException, BadNameException {
        if (command instanceof Command.Quit quit) {
            return leave(quit.reason());
        } else if (command instanceof Command.Help) {
            help();
        } else if (command instanceof Command.Paste begun) {
            paste = new TypedPaste(begun.to());
            if (console.isInteractive()) {
                dispatch.tell(Words.get("paste.begun"));
            }
        } else if (command instanceof Command.Nick nick) {
            dispatch.send(new Sent(new Command.Nick(Name.ofPerson(nick.name()).shown())), typed);
        } else if (command instanceof Command.Join join) {
            dispatch.send(new Sent(new Command.Join(Name.ofRoom(join.room()).shown())), typed);
        } else {
            dispatch.send(new Sent(command), typed);
        }
        return true;
    }

    /** Several lines at once are one message, and nothing in them is a command, but a private one stays private. */
    private void pasted(List<String> lines) throws InterruptedException {
        String first = lines.get(0);
        String to = "";
        try {
            if (ClientLine.looksLikeCommand(first) && ClientLine.parse(first).command() instanceof Command.Msg msg) {
                to = msg.to();
                lines.set(0, msg.text());
            }
        } catch (BadCommandException e) {
            // then it is text like the rest
        }
        if (dispatch.isRaw()) {
            lines.forEach(dispatch::sendRaw);
        } else {
            dispatch.send(TypedPaste.of(to, lines), "");
        }
    }

    private void help() {
        for (Verb verb : Verb.values()) {
            if (verb.isForPeople()) {
                String who = verb.isForInstructor() ? " " + Words.get("help.instructor") : "";
                dispatch.tell(verb.usage() + ": " + verb.help() + who);
            }
        }
        dispatch.tell(AGAIN + ": " + Words.get("help.again"));
        dispatch.tell(Words.get("help.keys"));
    }

    /** Says goodbye, and ends it all if the server does not answer at once. Always false: there is no more to type. */
    private boolean leave(String reason) throws InterruptedException {
        ending.leave();
        boolean sent = dispatch.quit(reason);
        boolean patient = sent && !console.isInteractive(); // what was sent before is worth its receipts
        if (!patient && !(sent && ending.await(GOODBYE_MILLIS))) {
            ending.end(Outcome.GOOD);
        }
        return false;
    }

    private static boolean isQuit(String typed) {
        return typed.strip().equals("/" + Verb.QUIT.word());
    }

    private static List<String> lines(String typed) {
        List<String> lines = new ArrayList<>(Arrays.asList(typed.split("\r\n|\r|\n", -1)));
        while (lines.size() > 1 && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }
}
