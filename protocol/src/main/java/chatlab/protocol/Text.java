package chatlab.protocol;

/** Makes a text of another person safe to show. */
public final class Text {
    /** The most marks that are kept on one base. Writing systems need two or three; hundreds would cover the lines above. */
    private static final int MARKS_ON_A_BASE = 8;

    private static final char BACKSPACE = '\b';
    private static final char DELETE = '\u007F';

    private Text() {}

    /**
     * Replaces with a space each character that could end a line, move a cursor or turn the direction of writing, and drops
     * marks beyond eight on one base. Never longer than before, in code points or in bytes of UTF-8.
     * Clean text comes back as the same object.
     */
    public static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t') || c > '~') {
                return cleanFrom(text, i);
            }
        }
        return text;
    }

    private static String cleanFrom(String text, int firstDoubtful) {
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, firstDoubtful);
        int marks = 0;
        for (int i = firstDoubtful; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isMark(c)) {
                marks++;
            } else if (isHarmful(c) || !isFormat(c)) { // an invisible character, such as a joiner, is no new base
                marks = 0;
            }
            if (marks <= MARKS_ON_A_BASE || !isMark(c)) {
                clean.appendCodePoint(isHarmful(c) ? ' ' : c);
            }
        }
        return clean.toString().equals(text) ? text : clean.toString();
    }

    /** Applies the backspaces in a typed line: each BS or DEL removes the character before it, with its marks. */
    public static String edited(String typed) {
        if (typed.indexOf(BACKSPACE) < 0 && typed.indexOf(DELETE) < 0) {
            return typed;
        }
        StringBuilder edited = new StringBuilder(typed.length());
        for (char c : typed.toCharArray()) {
            if (c == BACKSPACE || c == DELETE) {
                eraseLast(edited);
            } else {
                edited.append(c);
            }
        }
        return edited.toString();
    }

    private static void eraseLast(StringBuilder text) {
        int c = 0;
        do {
            if (text.length() == 0) {
                return;
            }
            c = text.codePointBefore(text.length());
            text.setLength(text.length() - Character.charCount(c));
        } while (isMark(c));
    }

    /**
     * Replaces each run of characters that look like nothing with one space. Otherwise a terminal would wrap a long padding, and
     * show the text after it as a line of its own. A single joiner within a word stays: Persian and some emoji need it.
     */
    public static String collapseBlanks(String text) {
        StringBuilder collapsed = new StringBuilder(text.length());
        boolean afterSpace = false;
        boolean afterFormat = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isBlank(c)) {
                collapsed.append(afterSpace ? "" : " ");
                afterSpace = true;
            } else if (!isFormat(c)) {
                collapsed.appendCodePoint(c);
                afterSpace = false;
                afterFormat = false;
            } else if (!afterSpace && !afterFormat) {
                collapsed.appendCodePoint(c);
                afterFormat = true;
            }
        }
        return collapsed.toString();
    }

    private static boolean isBlank(int c) {
        return c == '\t'
                || Character.isSpaceChar(c) // also the wide and the non-breaking ones
                || c == 0x115F
                || c == 0x1160 // Hangul fillers
                || c == 0x3164
                || c == 0xFFA0
                || c == 0x2800; // an empty Braille cell
    }

    /** Whether this code point has no width: joiners, soft hyphens, marks of byte order. */
    private static boolean isFormat(int c) {
        return Character.getType(c) == Character.FORMAT;
    }

    /** Whether {@link #clean} would replace this code point. */
    static boolean isHarmful(int c) {
        return (c < ' ' && c != '\t')
                || (c >= 0x7F && c <= 0x9F) // DEL and C1, which holds NEL
                || c == 0x2028
                || c == 0x2029
                || isBidiControl(c)
                || (c >= 0xE0000 && c <= 0xE007F) // tag characters
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static boolean isBidiControl(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /** Whether this code point is a mark on the character before it, like an accent. */
    public static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
