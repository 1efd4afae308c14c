package chatlab.swing.transcript;

/** What a reader takes for one sign can be several characters: a letter and its accents, the halves of an emoji. */
final class Signs {
    private Signs() {}

    /** Whether a cut before the character at {@code index} would tear a sign apart. */
    static boolean isWithin(CharSequence text, int index) {
        char c = text.charAt(index);
        int type = Character.getType(c);
        return Character.isLowSurrogate(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
