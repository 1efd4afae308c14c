package chatlab.tutorials.grading;

/** Shows a string so that nothing in it is invisible. */
final class Quoted {
    private static final int LONGEST = 300;

    private Quoted() {}

    static String of(String text) {
        if (text == null) {
            return ExerciseMessages.SHARED.get("nothing");
        }
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().limit(LONGEST).forEach(c -> append(shown, c));
        boolean cut = text.codePointCount(0, text.length()) > LONGEST;
        return shown.append(cut ? "..." : "").append('"').toString();
    }

    private static void append(StringBuilder shown, int c) {
        switch (c) {
            case '\n':
                shown.append("\\n");
                break;
            case '\r':
                shown.append("\\r");
                break;
            case '\t':
                shown.append("\\t");
                break;
            case '\\':
                shown.append("\\\\");
                break;
            case '"':
                shown.append("\\\"");
                break;
            default:
                shown.append(isInvisible(c) ? String.format("\\u%04x", c) : Character.toString(c));
        }
    }

    /** A byte order mark, a zero-width space, half of a surrogate pair: each makes two strings differ that look the same. */
    private static boolean isInvisible(int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.SURROGATE:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
                return true;
            default:
                return Character.isSpaceChar(c) && c != ' ';
        }
    }
}
