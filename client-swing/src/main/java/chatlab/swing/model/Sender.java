package chatlab.swing.model;

import chatlab.client.Member;
import chatlab.client.Sent;
import chatlab.client.Shown;
import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import chatlab.swing.model.Entry.Tone;
import chatlab.swing.model.Questions.Question;
import java.util.List;
import java.util.Optional;

/** Sends what the user wants to say or to ask, or says why it cannot be sent. */
final class Sender {
    private final Chat chat;
    private final Outgoing out;

    Sender(Chat chat, Outgoing out) {
        this.chat = chat;
        this.out = out;
    }

    /** Sends a message, and shows the conversation that it is for. */
    boolean say(Sent sent, Conversation where) {
        String to = receiver(sent);
        boolean here = where.isPrivate() ? Member.same(to, where.name()) : to.isEmpty();
        Optional<String> obstacle = chat.whyNot(to);
        if (obstacle.isPresent()) {
            if (!here) { // the reason must stand in the open conversation
                tell(where, obstacle.get());
            }
            return false;
        }
        if (chat.ownMessages.isFull()) {
            chat.board.complain(where, "too-many");
            return false;
        }
        Conversation target = to.isEmpty() ? chat.conversations.room() : chat.conversations.with(to);
        chat.conversations.show(target);
        chat.ownMessages.send(sent, chat.me(), target, chat.clock().instant(), out);
        return true;
    }

    /** Says why nothing is sent. Without a connection this is an error, under a mute or a hush it is not. */
    private void tell(Conversation where, String obstacle) {
        chat.board.notice(where, chat.isOnline() ? Tone.INFO : Tone.ERROR, obstacle);
    }

    /** The name, as it is shown, of the person that a message is for; empty where it is for the room, or for all. */
    private static String receiver(Sent sent) {
        return sent.to().isEmpty() ? "" : Shown.name(sent.to());
    }

    /** Sends a command; its answer is shown in this conversation. */
    boolean ask(Command command, Conversation where) {
        return ask(command, where, Reply.NONE);
    }

    /** The same; {@code reply} is told of the answer first. */
    boolean ask(Command command, Conversation where, Reply reply) {
        Optional<String> offline = chat.whyOffline();
        if (offline.isPresent()) {
            refuse(where, reply, offline.get());
            return false;
        }
        if (command instanceof Command.Pong) {
            out.send(List.of(new ClientLine(command).print())); // has no answer
            return true;
        }
        boolean asked = chat.questions.ask(new Question(command, where, true, reply), out);
        if (!asked) {
            refuse(where, reply, TranscriptWriter.words("too-many"));
        } else if (command instanceof ClassroomCommand.Predictions watching) {
            chat.courseNews.watch(watching.question()); // the server tells of the question that was asked for last
        }
        return asked;
    }

    /** Says why a command cannot be sent. */
    void refuse(Conversation where, Reply reply, String words) {
        if (!reply.refused(words)) {
            chat.board.notice(where, Tone.ERROR, words);
        }
    }

    /** Sends an undelivered message as a new one. */
    void sendAgain(Conversation conversation, Pending lost) {
        chat.ownMessages.givenBack(lost).ifPresent(sent -> {
            Optional<String> obstacle = chat.whyNot(receiver(sent));
            if (obstacle.isPresent()) {
                tell(conversation, obstacle.get());
            } else {
                chat.ownMessages.discard(lost);
                chat.ownMessages.send(
                        readdressed(sent, conversation),
                        chat.me(),
                        conversation,
                        chat.clock().instant(),
                        out);
            }
        });
    }

    /** The other person may have another name by now. */
    private static Sent readdressed(Sent sent, Conversation conversation) {
        if (!conversation.isPrivate()) {
            return sent;
        }
        return sent.command() instanceof Command.Msg msg
                ? new Sent(new Command.Msg(conversation.name(), msg.text()))
                : new Sent(new Command.Paste(conversation.name()), sent.paste());
    }
}
