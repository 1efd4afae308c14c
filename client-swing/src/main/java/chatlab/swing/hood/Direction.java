package chatlab.swing.hood;

/** Which way a line goes, as this client sees it. */
enum Direction {
    TO_SERVER,
    FROM_SERVER
}
