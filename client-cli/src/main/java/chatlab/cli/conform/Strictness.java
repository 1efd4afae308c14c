package chatlab.cli.conform;

/** How much of a session's wording a server must have. */
public enum Strictness {
    /** Every line as it stands: for the kit's own server. */
    EXACT,
    /** The wording of plain notices is free, keys come in any order: what the specification demands of every server. */
    FREE,
    /** As {@link #FREE}, and other people use the server, so lines about them may come between. */
    AMONG_OTHERS
}
