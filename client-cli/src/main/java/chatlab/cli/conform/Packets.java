package chatlab.cli.conform;

/** How the lines of a session are sent: no receiver may notice a difference between the first two. */
enum Packets {
    LINES,
    SINGLE_BYTES,
    /** A byte for each character, which is no UTF-8. */
    LATIN_1
}
