package chatlab.swing.model;

import chatlab.protocol.Name;
import chatlab.protocol.Text;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds texts in which a person is named. */
final class Mention {
    /** Scripts without blanks between words: next to a letter of these, a name may begin or end anywhere. */
    private static final Set<UnicodeScript> WITHOUT_BLANKS = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN);

    /** What names consist of. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}._-]+");

    private final String name;
    private final String key;

    /** Of a person of this name. */
    Mention(String name) {
        this.name = name;
        key = name.isEmpty() ? "" : Name.keyOf(bare(name)); // without a name, no tables of letters are loaded
    }

    /** Whether it looks for exactly this name. */
    boolean isOf(String other) {
        return name.equals(other);
    }

    /** Whether a word is the name, or is taken for the name, or contains the name where words need no blanks. */
    boolean isIn(String text) {
        if (key.isEmpty() || isOtherAscii(text)) {
            return false;
        }
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            if (isInWord(Name.keyOf(bare(words.group())))) {
                return true;
            }
        }
        return false;
    }

    private boolean isInWord(String word) {
        for (int start = word.indexOf(key); start >= 0; start = word.indexOf(key, start + 1)) {
            if (isBoundary(word, start) && isBoundary(word, start + key.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name may begin or end at this place of a word: at its ends, and beside a letter of a script without blanks. */
    private static boolean isBoundary(String word, int place) {
        if (place == 0 || place == word.length()) {
            return true;
        }
        int after = word.codePointAt(place);
        return !Text.isMark(after) && (needsNoBlanks(after) || needsNoBlanks(letterBefore(word, place)));
    }

    private static int letterBefore(String word, int place) {
        int start = place;
        do {
            start = word.offsetByCodePoints(start, -1);
        } while (start > 0 && Text.isMark(word.codePointAt(start)));
        return word.codePointAt(start);
    }

    private static boolean needsNoBlanks(int c) {
        return WITHOUT_BLANKS.contains(UnicodeScript.of(c));
    }

    /** Whether this is plain ASCII without the letters of the name in a row, as most texts are: the other way takes longer. */
    private boolean isOtherAscii(String text) {
        char first = key.charAt(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || (folded(c) == first && isKeyAt(i, text))) {
                return false;
            }
        }
        return true;
    }

    private boolean isKeyAt(int start, String text) {
        int i = 0;
        while (i < key.length() && start + i < text.length() && folded(text.charAt(start + i)) == key.charAt(i)) {
            i++;
        }
        return i == key.length();
    }

    /** What the key of a name has in the place of this ASCII character. */
    private static char folded(char c) {
        if (c >= 'A' && c <= 'Z') {
            return (char) (c - 'A' + 'a');
        }
        return c == '0' ? 'o' : c == '1' ? 'l' : c;
    }

    /** Dots and hyphens may be part of a name, but behind a word they mostly belong to the sentence. */
    private static String bare(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && isPunctuation(word.charAt(start))) {
            start++;
        }
        while (end > start && isPunctuation(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(start, end);
    }

    private static boolean isPunctuation(char c) {
        return c == '.' || c == '-' || c == '_';
    }
}
