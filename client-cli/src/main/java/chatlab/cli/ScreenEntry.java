package chatlab.cli;

/**
 * One thing to show.
 *
 * @param time hour and minute, or empty
 * @param name of the person that gives the colour, or empty
 * @param speaker the name as it is shown, with more words in private messages; or empty
 * @param text clean: nothing in it moves a cursor or ends a line
 */
record ScreenEntry(Kind kind, String time, String name, String speaker, String text) {
    /** Columns of {@code 14:02 } and of what stands in its place in lines that have no time. */
    private static final int TIME = 6;

    enum Kind {
        /** A message, public or private. */
        SAID,
        /** A line of a paste, under a line that says whose. */
        PASTED,
        /** Something that has happened. */
        EVENT,
        /** Something that went wrong. */
        ERROR,
        /** A line of a server that does not speak CHAT/1. */
        RAW
    }

    static ScreenEntry event(String time, String text) {
        return new ScreenEntry(Kind.EVENT, time, "", "", text);
    }

    static ScreenEntry error(String time, String text) {
        return new ScreenEntry(Kind.ERROR, time, "", "", text);
    }

    static ScreenEntry raw(String text) {
        return new ScreenEntry(Kind.RAW, "", "", "", text);
    }

    /** A message as an instructor sees it, which may act on its number: {@code /kick #17}. */
    ScreenEntry numbered(long id) {
        return kind == Kind.SAID ? new ScreenEntry(kind, time, name, speaker + " #" + id, text) : this;
    }

    /** What stands between the time and the text. */
    String mark() {
        return switch (kind) {
            case SAID -> "<" + speaker + "> ";
            case PASTED -> "| ";
            case EVENT -> "* ";
            case ERROR -> "! ";
            case RAW -> "";
        };
    }

    /** What stands where other lines have the time. */
    String timeColumn() {
        return kind == Kind.RAW ? "" : time.isEmpty() ? " ".repeat(TIME) : time + " ";
    }

    /** What every row but the first begins with: farther in than any mark, so that no row looks like a first one. */
    String indent() {
        return " ".repeat(kind == Kind.RAW ? 2 : TIME + 2);
    }

    /** What stands behind the indent of every row but the first. */
    String repeatedMark() {
        return kind == Kind.PASTED ? mark() : "";
    }

    /** The whole as one plain line. */
    String line() {
        return timeColumn() + mark() + text;
    }
}
