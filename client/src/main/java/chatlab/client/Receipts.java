package chatlab.client;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What was sent and has no answer yet, by its tag. When its connection is lost, a message becomes doubtful: the history
 * shows whether it was said. What the history does not show was not delivered. Not safe for use by several threads.
 *
 * @param <S> what the client keeps of a thing that was sent
 */
public final class Receipts<S> {
    private final Function<S, Sent> content;
    private final Map<String, S> waiting = new LinkedHashMap<>();
    private final Map<String, S> doubtful = new LinkedHashMap<>();
    private long lastTag;

    /** {@code content}: what was sent. */
    public Receipts(Function<S, Sent> content) {
        this.content = content;
    }

    /** Notes what is about to be sent, and returns the tag for it. */
    public String add(S sent) {
        String tag = "k" + ++lastTag;
        waiting.put(tag, sent);
        return tag;
    }

    /** How many things have no answer yet. */
    public int size() {
        return waiting.size() + doubtful.size();
    }

    /** The server has answered. Empty where nothing was waiting for this. */
    public Optional<S> answered(String tag) {
        S sent = waiting.remove(tag);
        return Optional.ofNullable(sent == null ? doubtful.remove(tag) : sent);
    }

    /** Whether something like this waits for its answer. */
    public boolean isWaitingFor(Predicate<Sent> kind) {
        return waiting.values().stream().map(content).anyMatch(kind);
    }

    /** No answer will come to these: messages are doubtful now, questions are forgotten. */
    public void lost(Predicate<S> which) {
        Iterator<Map.Entry<String, S>> all = waiting.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<String, S> next = all.next();
            if (which.test(next.getValue())) {
                if (content.apply(next.getValue()).isMessage()) {
                    doubtful.put(next.getKey(), next.getValue());
                }
                all.remove();
            }
        }
    }

    /** The history shows a message of this person. Takes the first doubtful message with the same text, or is empty. */
    public Optional<S> seenInHistory(List<String> lines) {
        Iterator<S> all = doubtful.values().iterator();
        while (all.hasNext()) {
            S sent = all.next();
            if (content.apply(sent).inHistory().equals(lines)) {
                all.remove();
                return Optional.of(sent);
            }
        }
        return Optional.empty();
    }

    /** Takes all that is still doubtful: it was not delivered; of private messages that is not known. */
    public List<S> giveUp() {
        List<S> lost = new ArrayList<>(doubtful.values());
        doubtful.clear();
        return lost;
    }
}
