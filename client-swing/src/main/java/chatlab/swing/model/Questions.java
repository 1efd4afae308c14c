package chatlab.swing.model;

import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands that wait for their answer, by tag. Messages are not among them: see {@link OwnMessages}. */
final class Questions {
    static final int MAX = 64;

    /**
     * A command that was sent.
     *
     * @param conversation where the user was then
     * @param shown whether the user is told of the answer in that conversation
     * @param reply is told of the answer, too
     */
    record Question(Command command, Conversation conversation, boolean shown, Reply reply) {}

    private final Map<String, Question> open = new LinkedHashMap<>();
    private long last;

    /** Sends a command, or says that too many wait already. */
    boolean ask(Command command, Conversation conversation, boolean shown, Outgoing out) {
        return ask(new Question(command, conversation, shown, Reply.NONE), out);
    }

    /** The same for a question that is made already. */
    boolean ask(Question question, Outgoing out) {
        if (open.size() >= MAX) {
            return false;
        }
        String tag = "q" + ++last;
        open.put(tag, question);
        out.send(List.of(new ClientLine(question.command, tag).print()));
        return true;
    }

    /** The server has answered. Empty where nothing waits for this. */
    Optional<Question> answered(String tag) {
        return Optional.ofNullable(open.remove(tag));
    }

    /** What waits for an answer with this tag. */
    Optional<Question> find(String tag) {
        return Optional.ofNullable(open.get(tag));
    }

    boolean isWaitingFor(Class<? extends Command> kind) {
        return open.values().stream().anyMatch(question -> kind.isInstance(question.command));
    }

    /** The same for a command that the user has typed or clicked. */
    boolean isUserWaitingFor(Class<? extends Command> kind) {
        return open.values().stream().anyMatch(question -> question.shown && kind.isInstance(question.command));
    }

    /** No answers will come any more, and {@code words} say so. */
    void forget(String words) {
        List<Question> unanswered = List.copyOf(open.values());
        open.clear();
        unanswered.forEach(question -> question.reply.refused(words));
    }
}
