package chatlab.swing.model;

import chatlab.client.Member;
import chatlab.client.Shown;
import chatlab.protocol.BadNameException;
import chatlab.protocol.Command;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.swing.model.Questions.Question;
import java.util.Optional;

/** Gets a name from the server: the first name, the same name again after a loss, or a new name. */
final class Introduction {
    private final Chat chat;
    private final Outgoing out;

    /** The name that the user asked for; empty for a guest. */
    private final String wanted;

    /** Whether the server has let this person in under another name and is about to say why. */
    private boolean refusalExpected;

    Introduction(Chat chat, Outgoing out, String wanted) {
        this.chat = chat;
        this.out = out;
        this.wanted = wanted;
    }

    void greeted() {
        Member member = chat.member;
        refusalExpected = false;
        String name = member.wasIn() ? member.name() : isPossible(wanted) ? wanted : "";
        chat.questions.ask(new Command.Proto(1, name, member.token()), chat.conversations.room(), true, out);
    }

    /** The first HELLO of a connection has come, with our name. */
    void welcomed(Event.Hello e, boolean back) {
        chat.questions.answered(e.re());
        Member member = chat.member;
        boolean asWanted = back || wanted.isEmpty() || member.isMe(wanted);
        refusalExpected = e.re().isEmpty() && !asWanted;
        if (!asWanted && !isPossible(wanted)) {
            chat.refuse(wanted, reason(wanted));
        } else if (!refusalExpected) {
            chat.settle();
        }
    }

    /** Another HELLO: the user wanted another name than {@code before}, and has it. */
    void renamed(Event.Hello e, String before) {
        chat.questions.answered(e.re()).map(Question::reply).ifPresent(Reply::done);
        if (!chat.member.isMe(before)) {
            chat.refused = null;
            chat.settle();
        }
    }

    /** The event after the first HELLO has come. If it is not the expected refusal, the server has not refused. */
    void other() {
        if (refusalExpected) {
            refusalExpected = false;
            chat.settle();
        }
    }

    /** Says whether this error was about the name. */
    boolean isRefusal(Event.Err e) {
        String words = Shown.words(e.words().isEmpty() ? e.code() : e.words());
        if (refusalExpected) {
            refusalExpected = false;
            if (isAboutName(e)) {
                chat.questions.answered(e.re());
                chat.refuse(wanted, words);
                return true;
            }
            chat.settle();
        }
        Optional<Question> question = chat.questions.find(e.re()).filter(q -> q.command() instanceof Command.Proto);
        question.ifPresent(asked -> {
            chat.questions.answered(e.re());
            refused(asked, words);
        });
        return question.isPresent();
    }

    private boolean isAboutName(Event.Err e) {
        return chat.questions.find(e.re()).isPresent()
                || e.code().equals(ErrorCode.NAME_TAKEN.wire())
                || e.code().equals(ErrorCode.BAD_NAME.wire());
    }

    private void refused(Question question, String words) {
        Command.Proto asked = (Command.Proto) question.command();
        Conversation room = chat.conversations.room();
        if (!asked.token().isEmpty()) {
            if (isPossible(asked.name())) { // a guest has not chosen its name, and does not miss it
                chat.board.complain(room, "name.gone", asked.name(), chat.member.name(), words);
            }
        } else if (chat.refused != null) {
            chat.refuse(asked.name(), words);
        } else if (!question.reply().refused(words)) {
            chat.board.notice(chat.conversations.open(), Entry.Tone.ERROR, words);
        }
    }

    /** Whether the question of the name is settled. */
    boolean isOver() {
        return !refusalExpected && chat.refused == null;
    }

    private static boolean isPossible(String name) {
        return reason(name).isEmpty();
    }

    /** Why this name is not allowed; empty if it is. */
    private static String reason(String name) {
        try {
            Name.ofPerson(name);
            return "";
        } catch (BadNameException e) {
            return e.getMessage();
        }
    }
}
