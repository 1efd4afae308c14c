package chatlab.swing.transcript;

/** What a run of characters is. {@link Look} knows how that looks. */
enum Style {
    TEXT,
    /** Text from the history, or text of one's own that nobody has got yet. */
    FAINT,
    CODE,
    FAINT_CODE,
    /** Times, and what else is there for those who look for it. */
    DETAIL,
    /** Somebody's name, in his colour. */
    NAME,
    /** A word that says what this is. */
    LABEL,
    QUIET,
    ERROR,
    ERROR_LABEL,
    /** Of a day or another heading. */
    HEADING,
    /** Can be clicked, as all that has a deed. */
    LINK
}
