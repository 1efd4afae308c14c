package chatlab.swing.model;

import chatlab.protocol.BadNameException;
import chatlab.protocol.Name;
import chatlab.protocol.Words;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Finds another name for a person that cannot have the wanted one. */
final class Suggestion {
    private static final Words WORDS = new Words(Suggestion.class);
    private static final int MAX_REFUSED = 100;

    /** Keys of names that the server has refused already. */
    private final Set<String> refused = new LinkedHashSet<>();

    /** A name like {@code wanted}, with a number; {@code taken} knows names that are in use. */
    String instead(String wanted, Predicate<String> taken) {
        if (refused.size() < MAX_REFUSED) {
            refused.add(Name.keyOf(wanted));
        }
        String base = possible(wanted).replaceFirst("(?<=.)\\p{Nd}+$", "");
        if (!isPossible(numbered(base, 2))) {
            base = WORDS.get("name.any");
        }
        int number = 2;
        while (number < 2 * MAX_REFUSED && isInUse(numbered(base, number), taken)) {
            number++;
        }
        return numbered(base, number);
    }

    private boolean isInUse(String name, Predicate<String> taken) {
        return refused.contains(Name.keyOf(name)) || taken.test(name);
    }

    /** Only the characters that a name may have, beginning with a letter. */
    private static String possible(String wanted) {
        return wanted.replaceAll("[^\\p{L}\\p{M}\\p{Nd}._-]", "").replaceFirst("^\\P{L}+", "");
    }

    private static String numbered(String base, int number) {
        String digits = String.valueOf(number);
        int most = Name.MAX_LENGTH - digits.length();
        int length = base.codePointCount(0, base.length());
        return (length <= most ? base : base.substring(0, base.offsetByCodePoints(0, most))) + digits;
    }

    private static boolean isPossible(String name) {
        try {
            Name.ofPerson(name);
            return true;
        } catch (BadNameException e) {
            return false;
        }
    }
}
