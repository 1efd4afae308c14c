package chatlab.server;

import chatlab.protocol.Chat1;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.PasteLines;
import chatlab.protocol.Utf8;

/** Where one client hands in its pastes: collects the lines of one and says them all at once, or refuses it whole. */
final class PasteDesk {
    /** Bytes of a paste that cost as much as one ordinary line. */
    private static final int BYTES_A_LINE = 4096;

    /** Bytes that a line of a paste counts for, however short it is. */
    private static final int CHEAPEST = 80;

    /** The same for all from one address, who could each have one ready: here it counts what it is to those who see it. */
    private static final int BYTES_A_LINE_OF_ADDRESS = 1024;

    private static final int CHEAPEST_FOR_ADDRESS = 160;

    private final Connection connection;
    private final Services server;
    private PasteInProgress paste;
    private int owed;

    PasteDesk(Connection connection, Services server) {
        this.connection = connection;
        this.server = server;
    }

    /** Whether the lines that come are lines of a paste. */
    boolean isOpen() {
        return paste != null;
    }

    /** How many lines the pastes since this was last asked cost. A refused one is not cheaper. */
    int takeCost() {
        int lines = owed / BYTES_A_LINE;
        owed %= BYTES_A_LINE;
        return lines;
    }

    /** As how many lines this line of a paste counts for its address: nothing is said before the end. */
    int costToAddress(String line) {
        if (!line.equals(PasteLines.END) || paste.isRefused()) {
            return 0;
        }
        int size = 0;
        for (String said : paste.lines()) {
            size += Math.max(CHEAPEST_FOR_ADDRESS, Utf8.length(said));
        }
        return 1 + size / BYTES_A_LINE_OF_ADDRESS;
    }

    /** {@code to}: whom it is for, empty for the room. */
    void begin(Person person, String to, String tag) {
        paste = new PasteInProgress(to, tag);
        try {
            server.hall()
                    .inOrder(
                            connection,
                            () -> server.speech()
                                    .checkMaySpeak(
                                            person,
                                            to.isEmpty() ? null : server.hall().present(to)));
            if (!connection.isRich()) {
                connection.sendPlain("* " + Words.get("paste.begun"));
            }
        } catch (Refused e) {
            refuse(e.code(), e.getMessage());
        }
    }

    void line(Person person, String line) {
        owed += Math.max(CHEAPEST, Utf8.length(line) + 1);
        if (line.equals(PasteLines.END)) {
            PasteInProgress whole = paste;
            paste = null;
            if (!whole.isRefused()) {
                end(person, whole);
            }
        } else if (!paste.add(line)) {
            refuse(ErrorCode.TOO_LONG, Words.get("paste.too-long", Chat1.PASTE_LINES, Chat1.PASTE_BYTES / 1024));
        }
    }

    /** A line that could not be read spoils the paste, and costs as much as one that is said. */
    void badLine(ErrorCode code, String words) {
        owed += BYTES_A_LINE;
        refuse(code, words);
    }

    /** What has come of this paste is thrown away, and so is the rest of it when it comes. Answered only once. */
    void refuse(ErrorCode code, String words) {
        if (!paste.isRefused()) {
            paste.refuse();
            connection.send(new Event.Err(paste.tag(), code.wire(), words));
        }
    }

    private void end(Person person, PasteInProgress whole) {
        try {
            if (whole.lines().isEmpty()) {
                throw new Refused(ErrorCode.BAD_ARGS, Words.get("paste.empty"));
            }
            server.hall().inOrder(connection, () -> {
                if (whole.to().isEmpty()) {
                    server.speech().say(person, whole.lines(), true, whole.tag());
                } else {
                    server.speech().whisper(person, whole.to(), whole.lines(), true, whole.tag());
                }
            });
        } catch (Refused e) {
            connection.send(new Event.Err(whole.tag(), e.code().wire(), e.getMessage()));
        }
    }
}
