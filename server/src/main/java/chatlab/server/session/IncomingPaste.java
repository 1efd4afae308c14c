package chatlab.server.session;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Chat1;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.PasteLines;
import chatlab.protocol.Utf8;
import chatlab.server.chat.Person;
import chatlab.server.delivery.Connection;
import chatlab.server.limits.Throttle;
import chatlab.server.support.RefusedException;

/** Where one client hands in its pastes: collects the lines of one and says them all at once, or refuses it whole. */
final class IncomingPaste {
    /** Bytes that a line of a paste costs, however short it is. */
    private static final int CHEAPEST = 80;

    private final Connection connection;
    private final Shared server;
    private final Throttle throttle;
    private PasteInProgress paste;

    IncomingPaste(Connection connection, Shared server, Throttle throttle) {
        this.connection = connection;
        this.server = server;
        this.throttle = throttle;
    }

    /** Whether the lines that come are lines of a paste. */
    boolean isOpen() {
        return paste != null;
    }

    /** {@code to}: whom it is for, empty for the room. */
    void begin(Person person, String to, String tag) {
        paste = new PasteInProgress(to, tag);
        try {
            server.hall()
                    .inOrder(
                            connection,
                            () -> server.hall()
                                    .silence()
                                    .checkMaySpeak(
                                            person,
                                            to.isEmpty() ? null : server.hall().present(to)));
            if (!connection.isRich()) {
                connection.sendPlain("* " + WORDS.get("paste.begun"));
            }
        } catch (RefusedException e) {
            refuse(e.code(), e.getMessage());
        }
    }

    /** The lines of a paste will follow, and they are thrown away: they were not meant for everybody. */
    void beginRefused(String tag, ErrorCode code, String words) {
        paste = new PasteInProgress("", tag);
        refuse(code, words);
    }

    /** A line of a paste costs its size, and one of a refused paste is not cheaper. */
    void line(Person person, String line) {
        throttle.charge(Math.max(CHEAPEST, Utf8.length(line) + 1));
        if (line.equals(PasteLines.END)) {
            PasteInProgress whole = paste;
            paste = null;
            if (!whole.isRefused()) {
                end(person, whole);
            }
        } else if (!paste.add(line)) {
            refuse(ErrorCode.TOO_LONG, WORDS.get("paste.too-long", Chat1.PASTE_LINES, Chat1.PASTE_BYTES / 1024));
        }
    }

    /** A line that could not be read spoils the paste, and costs as much as one that is said. */
    void badLine(ErrorCode code, String words) {
        throttle.charge(Throttle.LINE);
        refuse(code, words);
    }

    /** What has come of this paste is thrown away, and so is the rest of it when it comes. Answered only once. */
    private void refuse(ErrorCode code, String words) {
        if (!paste.isRefused()) {
            paste.refuse();
            connection.send(new Event.Err(paste.tag(), code.wire(), words));
        }
    }

    private void end(Person person, PasteInProgress whole) {
        try {
            if (whole.lines().isEmpty()) {
                throw new RefusedException(ErrorCode.BAD_ARGS, WORDS.get("paste.empty"));
            }
            server.hall().inOrder(connection, () -> {
                if (whole.to().isEmpty()) {
                    server.publisher().say(person, whole.lines(), true, whole.tag());
                } else {
                    server.publisher().whisper(person, whole.to(), whole.lines(), true, whole.tag());
                }
            });
        } catch (RefusedException e) {
            connection.send(new Event.Err(whole.tag(), e.code().wire(), e.getMessage()));
        }
    }
}
