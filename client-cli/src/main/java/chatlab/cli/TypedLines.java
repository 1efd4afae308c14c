package chatlab.cli;

import chatlab.client.PublishGuard;
import chatlab.client.Sent;
import chatlab.client.TypedText;
import chatlab.protocol.BadCommandException;
import chatlab.protocol.BadNameException;
import chatlab.protocol.Command;
import chatlab.protocol.SystemCharset;
import chatlab.protocol.Verb;
import chatlab.protocol.Words;
import java.util.List;
import java.util.Optional;

/** What typed lines mean. For the keyboard's thread only. */
final class TypedLines {
    private static final Words WORDS = new Words(TypedLines.class);

    /** The only command of this client alone: sends the undelivered messages again. */
    static final String AGAIN = "/again";

    static final long GOODBYE_MILLIS = 1_000;

    private final UserConsole console;
    private final Dispatch dispatch;
    private final Ending ending;
    private final PublishGuard guard = new PublishGuard();

    /** Whether this person knows that not all that was typed could be read. */
    private boolean warned;

    /** The paste that is being typed; null where none is. */
    private TypedPaste paste;

    TypedLines(UserConsole console, Dispatch dispatch, Ending ending) {
        this.console = console;
        this.dispatch = dispatch;
        this.ending = ending;
    }

    /** Says whether there is anything left to type for. */
    boolean typed(String typed) throws InterruptedException {
        if (ending.isOver()) {
            return false;
        }
        if (!warned && typed.indexOf(SystemCharset.UNREADABLE) >= 0) {
            warned = true;
            dispatch.tell(WORDS.get("unreadable", SystemCharset.get().displayName()));
        }
        List<String> lines = TypedText.lines(typed);
        if (lines.size() > 1 && paste == null && !dispatch.isRaw()) {
            return take(typed);
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
            dispatch.refuse(WORDS.get("paste.unfinished"));
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
                TypedPaste ended = paste;
                paste = null;
                Sent sent = ended.toSend();
                if (!ended.isRefused() && isAllowed(String.join("\n", sent.paste()), sent)) {
                    dispatch.send(sent, "");
                }
            }
            return true;
        }
        if (typed.isBlank()) {
            return true;
        } else if (typed.strip().equals(AGAIN)) {
            dispatch.again();
            return true;
        }
        return take(typed);
    }

    /** Does what was typed: a command, a text, or several lines at once. */
    private boolean take(String typed) throws InterruptedException {
        try {
            Sent sent = TypedText.read("", typed);
            return !isAllowed(typed, sent) || command(sent, typed);
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

    private boolean command(Sent sent, String typed) throws InterruptedException {
        Command command = sent.command();
        if (command instanceof Command.Quit quit) {
            return leave(quit.reason());
        } else if (command instanceof Command.Help) {
            help();
        } else if (command instanceof Command.Paste begun && sent.paste().isEmpty()) {
            paste = new TypedPaste(begun.to());
            if (console.isInteractive()) {
                dispatch.tell(WORDS.get("paste.begun"));
            }
        } else {
            dispatch.send(sent, typed);
        }
        return true;
    }

    /** A person is asked once before something secret is said; a pipe says what it says. */
    private boolean isAllowed(String typed, Sent sent) {
        Optional<String> objection = console.isInteractive() ? guard.objection(typed, sent) : Optional.empty();
        objection.ifPresent(dispatch::refuse);
        return objection.isEmpty();
    }

    private void help() {
        for (Verb verb : Verb.values()) {
            if (verb.isForPeople()) {
                String who = verb.isForInstructor() ? " " + WORDS.get("help.instructor") : "";
                dispatch.tell(verb.usage() + ": " + verb.help() + who);
            }
        }
        dispatch.tell(AGAIN + ": " + WORDS.get("help.again"));
        dispatch.tell(WORDS.get("help.keys"));
    }

    /** Says goodbye, and ends it all if the server does not answer at once. Always false: there is no more to type. */
    private boolean leave(String reason) throws InterruptedException {
        ending.leave();
        boolean sent = dispatch.quit(reason);
        boolean patient = sent && !console.isInteractive(); // a pipe waits for the receipts of its lines
        if (!patient && !(sent && ending.await(GOODBYE_MILLIS))) {
            ending.end(Outcome.GOOD);
        }
        return false;
    }

    private static boolean isQuit(String typed) {
        return typed.strip().equals("/" + Verb.QUIT.word());
    }
}
