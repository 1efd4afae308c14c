package chatlab.client;

import chatlab.protocol.ClientLine;
import chatlab.protocol.Name;
import chatlab.protocol.NaturalOrder;
import chatlab.protocol.Text;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The names that can complete what stands before the caret: one rule for all clients. A name may begin behind anything
 * that is no letter, as in {@code (an} or {@code @an}. Where no letter was typed there is nothing to complete, so a Tab
 * in a pasted text does not say names; nor is there in the word of a command.
 */
public final class NameCompletion {
    /**
     * What can be put in the place of the text from {@code start} to the caret.
     *
     * @param names the best one first; empty where there is nothing to complete
     */
    public record Proposal(int start, List<String> names) {}

    private final Comparator<String> order;

    /** Proposes names in natural order. */
    public NameCompletion() {
        this(new NaturalOrder());
    }

    NameCompletion(Comparator<String> order) {
        this.order = order;
    }

    /**
     * Looks for names that begin like the text before the caret. It tries the longest beginning first: {@code mary-a} is
     * Mary-Ann, and Anna where there is no name with {@code mary-a}.
     *
     * @param names of people; each may come more than once
     * @param me the user's own name, which comes last; empty where there is none
     */
    public Proposal propose(String text, int caret, Collection<String> names, String me) {
        if (isInCommandWord(text, caret)) {
            return new Proposal(caret, List.of());
        }
        for (int start = startOfWord(text, caret); start < caret; start++) {
            if (isLetterAt(text, start) && (start == 0 || !isLetterBefore(text, start))) {
                List<String> fitting = startingWith(text.substring(start, caret), names, me);
                if (!fitting.isEmpty()) {
                    return new Proposal(start, fitting);
                }
            }
        }
        return new Proposal(caret, List.of());
    }

    private List<String> startingWith(String prefix, Collection<String> names, String me) {
        String wanted = decomposed(prefix);
        String myKey = Name.keyOf(me);
        return names.stream()
                .distinct()
                .filter(name -> startsWith(decomposed(name), wanted))
                .sorted(Comparator.comparing((String name) -> Name.keyOf(name).equals(myKey))
                        .thenComparing(order))
                .toList();
    }

    /** An accent need not be typed. */
    private static boolean startsWith(String name, String prefix) {
        return name.startsWith(prefix) || name.replaceAll("\\p{M}", "").startsWith(prefix);
    }

    /** In small letters, by way of the capitals, where some letters have their like; accents are characters of their own. */
    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isInCommandWord(String text, int caret) {
        return ClientLine.looksLikeCommand(text)
                && text.substring(0, caret).chars().noneMatch(Character::isWhitespace);
    }

    /** Where the characters begin that may all belong to one name. */
    private static int startOfWord(String text, int caret) {
        int start = caret;
        while (start > 0 && isOfName(text.codePointBefore(start))) {
            start -= Character.charCount(text.codePointBefore(start));
        }
        return start;
    }

    private static boolean isOfName(int c) {
        return Character.isLetterOrDigit(c) || Text.isMark(c) || c == '-' || c == '_' || c == '.';
    }

    private static boolean isLetterAt(String text, int index) {
        return Character.isLetter(text.codePointAt(index));
    }

    /** A mark belongs to the letter before it. */
    private static boolean isLetterBefore(String text, int index) {
        int before = text.codePointBefore(index);
        return Character.isLetter(before) || Text.isMark(before);
    }
}
