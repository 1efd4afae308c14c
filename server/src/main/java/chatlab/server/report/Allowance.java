package chatlab.server.report;

/**
 * How much of hands, polls and facts a report keeps in memory. A server lets a class have less; a transcript that a person has
 * made to take all memory has more.
 */
final class Allowance {
    /** For all runs: 200 facts of each of 1000 names, which a server keeps at the most, and hands and polls. */
    private static final int ITEMS = 250_000;

    /** Characters of polls. */
    private static final long TEXT = 8 * 1024 * 1024;

    private int items;
    private long text;
    private boolean isExceeded;

    /** Whether there is room for one more, with a text of so many characters. */
    boolean take(long characters) {
        if (items >= ITEMS || text + characters > TEXT) {
            refuse();
            return false;
        }
        items++;
        text += characters;
        return true;
    }

    /** Something has no room. */
    void refuse() {
        isExceeded = true;
    }

    /** Whether something had no room. */
    boolean isExceeded() {
        return isExceeded;
    }
}
