package chatlab.cli.swarm;

import chatlab.protocol.Words;
import java.util.List;

/**
 * What the talkers say: sentences of a class, which follow from talker and number, so that a listener can check whether
 * a message is whole. Immutable: any thread may use it.
 */
final class Sentences {
    private static final Words WORDS = new Words(Sentences.class);
    private static final String CALL = WORDS.get("call");
    private static final String FAREWELL = WORDS.get("farewell");

    private final List<String> texts;
    private final long seed;

    /** Each text has as many sentences as {@code characters} have room for, but at least one. */
    Sentences(int characters, long seed) {
        this.texts = texts(all(), characters);
        this.seed = seed;
    }

    /** All sentences, in the order of the bundle, where a question stands before its answer. */
    static List<String> all() {
        return WORDS.get("sentences").lines().toList();
    }

    private static List<String> texts(List<String> sentences, int characters) {
        return sentences.stream()
                .map(first -> text(sentences, sentences.indexOf(first), characters))
                .toList();
    }

    /** The sentence at this place, and the ones after it that there is room for. */
    private static String text(List<String> sentences, int place, int characters) {
        StringBuilder text = new StringBuilder(sentences.get(place));
        for (int i = place + 1; ; i++) {
            String next = sentences.get(i % sentences.size());
            if (text.length() + 1 + next.length() > characters) {
                return text.toString();
            }
            text.append(' ').append(next);
        }
    }

    /** What this talker says as message 1, 2, 3 ..., as a call (0), or as its farewell (below 0). */
    String of(int talker, long number) {
        if (number <= 0) {
            return number == 0 ? CALL : FAREWELL;
        }
        return texts.get(Math.floorMod(seed + 7 * number + talker, texts.size()));
    }
}
