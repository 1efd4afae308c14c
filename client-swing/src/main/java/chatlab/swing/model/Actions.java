package chatlab.swing.model;

import chatlab.client.PublishGuard;
import chatlab.client.Sent;
import chatlab.client.Shown;
import chatlab.client.TypedText;
import chatlab.protocol.BadCommandException;
import chatlab.protocol.BadNameException;
import chatlab.protocol.Chat1;
import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import chatlab.protocol.CourseQuestion;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.Name;
import chatlab.protocol.Utf8;
import chatlab.protocol.Verb;
import chatlab.swing.model.Entry.Tone;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the user does. If an action fails, the open conversation says why; no typed text is lost. */
public final class Actions {
    private final Chat chat;
    private final Outgoing out;
    private final Sender sender;
    private final Runnable changed;
    private final PublishGuard guard = new PublishGuard();

    /** {@code changed} is run after each action, so that the views show what it did. */
    public Actions(Chat chat, Outgoing out, Runnable changed) {
        this.chat = chat;
        this.out = out;
        this.sender = new Sender(chat, out);
        this.changed = changed;
    }

    /**
     * How much a text takes of what can be sent at once.
     *
     * @param used bytes of one line or of all of them, or the number of lines
     * @param most how many there may be
     */
    public record Limit(int used, int most) {
        public boolean tooMuch() {
            return used > most;
        }

        double share() {
            return used / (double) most;
        }
    }

    /** The limit that this text comes nearest to, were it sent off in this conversation. */
    public static Limit limit(Conversation conversation, String text) {
        return TypedSize.of(conversation, text);
    }

    /**
     * What was typed and sent off: a command, a text, or, with several lines, code. Says whether it was taken; otherwise
     * the conversation says why and the text stays with the user. (Where {@link Chat#whyNot} says why, nothing more is
     * said.)
     */
    public boolean typed(Conversation conversation, String text) {
        boolean taken = !text.isBlank() && take(conversation, text);
        changed.run();
        return taken;
    }

    private boolean take(Conversation where, String text) {
        if (limit(where, text).tooMuch()) {
            boolean line = TypedText.lines(text).size() == 1;
            chat.board.complain(
                    where,
                    line ? "too-long" : "too-much",
                    Chat1.CLIENT_LINE,
                    Chat1.PASTE_LINES,
                    Chat1.PASTE_BYTES / 1024);
            return false;
        }
        try {
            Sent sent = TypedText.read(where.isPrivate() ? where.name() : "", text);
            Optional<String> objection = guard.objection(text, sent);
            if (objection.isPresent()) {
                chat.board.notice(where, Tone.ERROR, objection.get());
                return false;
            }
            return perform(sent, where, Reply.NONE);
        } catch (BadCommandException | BadNameException e) {
            chat.board.notice(where, Tone.ERROR, e.getMessage());
            return false;
        }
    }

    private boolean perform(Sent sent, Conversation where, Reply reply) {
        Command command = sent.command();
        if (command instanceof Command.Quit quit) {
            quit(quit.reason());
            return true;
        } else if (command instanceof Command.Help) {
            help(where);
            return true;
        } else if (command instanceof Command.Paste && sent.paste().isEmpty()) {
            chat.board.tell(where, "paste.how");
            return true;
        } else if (sent.isMessage()) {
            return sender.say(sent, where);
        } else if (command instanceof Command.Join || command instanceof Command.Leave) {
            return goTo(command, where, reply);
        }
        return sender.ask(command, where, reply);
    }

    private void help(Conversation where) {
        for (Verb verb : chat.commands("")) {
            chat.board.tell(where, "help.command", verb.usage(), verb.help());
        }
        chat.board.tell(where, "help.text");
    }

    /** The room that the user asks for comes into view, and so does why it cannot be entered. */
    private boolean goTo(Command command, Conversation where, Reply reply) {
        Conversation room = chat.conversations.room();
        boolean asked = sender.ask(command, chat.isOnline() ? room : where, reply);
        if (asked) {
            chat.conversations.show(room);
        }
        return asked;
    }

    /** Any command; its answer is shown in the open conversation. There must be no line end in it. */
    public void command(Command command) {
        command(command, Reply.NONE);
    }

    /** The same for a dialog, which is told of a refusal first. A message has no reply. */
    public void command(Command command, Reply reply) {
        Conversation where = chat.conversations.open();
        if (Utf8.length(new ClientLine(command, "q9999999").print()) > Chat1.CLIENT_LINE) {
            sender.refuse(where, reply, TranscriptWriter.words("too-long", Chat1.CLIENT_LINE));
        } else {
            perform(new Sent(command), where, reply);
        }
        changed.run();
    }

    /** Sends an undelivered message as a new one. */
    public void sendAgain(Conversation conversation, Pending lost) {
        sender.sendAgain(conversation, lost);
        changed.run();
    }

    /** The user does not need the undelivered message any more. */
    public void discard(Pending lost) {
        chat.ownMessages.discard(lost);
        changed.run();
    }

    /** The conversation was saved in this file: a notice in it tells this. */
    public void saved(Conversation conversation, Path file) {
        chat.board.tell(conversation, "saved", file);
        changed.run();
    }

    /** The user looks at this conversation from now on. */
    public void show(Conversation conversation) {
        chat.conversations.show(conversation);
        changed.run();
    }

    /** The private conversation with this person, a new one if there was none; it is shown. */
    public Conversation talkTo(String person) {
        Conversation conversation = chat.conversations.with(Shown.name(person));
        chat.conversations.show(conversation);
        changed.run();
        return conversation;
    }

    /** The user has read that the other person may be a new one, and wants to write to that person. */
    public void agree(Conversation conversation) {
        chat.conversations.partners.agree(conversation.name());
        changed.run();
    }

    /** Closes a private conversation. */
    public void close(Conversation conversation) {
        chat.conversations.close(conversation);
        changed.run();
    }

    /** Whether the user can see the window at all. */
    public void looking(boolean focused) {
        chat.conversations.looking(focused);
        changed.run();
    }

    /** The alert has been seen. */
    public void dismissAlert() {
        chat.conversations.setAlert(null);
        changed.run();
    }

    /** The user has seen that an instructor calls it. */
    public void dismissCall() {
        chat.classState.dismissCall();
        changed.run();
    }

    /** The user has seen what has happened to the course. */
    public void dismissCourseNews() {
        chat.courseNews.dismiss();
        changed.run();
    }

    /** Asks for another name, also in answer to {@link Status.NameRefused}. */
    public void rename(String name) {
        boolean refused = chat.status() instanceof Status.NameRefused;
        try {
            Command proto =
                    new Command.Proto(Chat1.VERSION, Name.ofPerson(name.strip()).shown(), "");
            if (refused) {
                chat.questions.ask(proto, chat.conversations.open(), true, out);
            } else {
                sender.ask(proto, chat.conversations.open());
            }
        } catch (BadNameException e) {
            if (refused) {
                chat.refuse(name, e.getMessage());
            } else {
                chat.board.notice(chat.conversations.open(), Tone.ERROR, e.getMessage());
            }
        }
        changed.run();
    }

    /** The user does not care for another name: stays in as the guest of {@link Status.NameRefused}. */
    public void stayGuest() {
        if (chat.status() instanceof Status.NameRefused) {
            chat.refused = null;
            chat.chosen = "";
            chat.settle();
        }
        changed.run();
    }

    /** The answer is in {@link Chat#rooms} later on. */
    public void askRooms() {
        askQuietly(new Command.Rooms());
    }

    /** The answer is in {@link Chat#serverThreads} later on. */
    public void askThreads() {
        askQuietly(new Command.Threads());
    }

    /** Asks for {@link Chat#progress}, unless the server has told all of it. A view may call this again and again. */
    public void askProgress() {
        boolean waiting = chat.questions.isWaitingFor(InstructorCommand.Progress.class);
        if (chat.isOnline() && chat.isInstructor() && !waiting && !chat.progress.isAsked()) {
            chat.progress.ask();
            askQuietly(new InstructorCommand.Progress());
        }
    }

    /** Asks to be told of each change in {@link Chat#courseNews} of this question, and no longer of another one. */
    public void watch(CourseQuestion question) {
        boolean waiting = chat.questions.isWaitingFor(ClassroomCommand.Predictions.class);
        if (chat.isOnline() && !waiting && !chat.courseNews.isWatched(question)) {
            chat.courseNews.watch(question);
            askQuietly(new ClassroomCommand.Predictions(question));
        }
    }

    /** Views ask again and again: not before the answer to the last question has come. */
    private void askQuietly(Command command) {
        if (chat.isOnline() && !chat.questions.isWaitingFor(command.getClass())) {
            chat.questions.ask(command, chat.conversations.open(), false, out);
        }
        changed.run();
    }

    /** Says goodbye; the server then closes, and no other connection is tried. */
    private void quit(String reason) {
        chat.leaving = true;
        if (chat.status() instanceof Status.Lost || chat.status() instanceof Status.Connecting) {
            out.cancel(); // there is no connection for the goodbye
            return;
        }
        out.send(List.of(new ClientLine(new Command.Quit(reason), "quit").print()));
    }
}
