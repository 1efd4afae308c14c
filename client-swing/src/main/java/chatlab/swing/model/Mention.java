package chatlab.swing.model;

import chatlab.protocol.Name;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds texts in which somebody is named. */
final class Mention {
    /** What names consist of. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}._-]+");

    private final String key;
    private final int maxLength;

    /** Of somebody of this name. */
    Mention(String name) {
        key = Name.keyOf(bare(name));
        maxLength = name.length() * 4; // normalizing makes few characters of one
    }

    /** Whether one of the words is the name, or one that is taken for it. */
    boolean isIn(String text) {
        if (key.isEmpty() || isOtherAscii(text)) {
            return false;
        }
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = bare(words.group());
            if (word.length() <= maxLength && Name.keyOf(word).equals(key)) {
                return true;
            }
        }
        return false;
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
