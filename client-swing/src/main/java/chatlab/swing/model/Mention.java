package chatlab.swing.model;

import chatlab.protocol.Name;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether somebody is named in a text. */
final class Mention {
    /** What names consist of. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}._-]+");

    private Mention() {}

    /** Whether one of the words is this name, or one that is taken for it. */
    static boolean of(String name, String text) {
        String key = Name.keyOf(bare(name));
        Matcher words = WORD.matcher(text);
        while (!key.isEmpty() && words.find()) {
            String word = bare(words.group());
            boolean possible = word.length() <= name.length() * 4; // normalizing makes few characters of one
            if (possible && Name.keyOf(word).equals(key)) {
                return true;
            }
        }
        return false;
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
