package chatlab.server.session;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Chat1;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.PasteLines;
import chatlab.protocol.Utf8;
import chatlab.server.chat.Draft;
import chatlab.server.chat.Person;
import chatlab.server.chat.Publisher.Reach;
import chatlab.server.delivery.Connection;
import chatlab.server.limits.Throttle;
import chatlab.server.support.RefusedException;
import java.util.ArrayList;
import java.util.List;

/**
 * One paste of one client, from {@code /paste} to the dot: its lines are collected and then published at once, or the paste
 * is refused as a whole. For the client's own reader.
 */
final class IncomingPaste {
    /** Bytes that a line of a paste costs, however short it is. */
    private static final int CHEAPEST = 80;

    private final Connection connection;
    private final Shared server;
    private final Throttle throttle;
    private final Person person;
    private final String to;
    private final String tag;
    private final List<String> lines = new ArrayList<>();

    /** The person that had the name when the paste began: the name may be another person's when it ends. */
    private Person receiver;

    private int bytes;
    private boolean refused;
    private boolean ended;

    /** {@code to}: the person that it is for, empty for the room. */
    IncomingPaste(Connection connection, Shared server, Throttle throttle, Person person, String to, String tag) {
        this.connection = connection;
        this.server = server;
        this.throttle = throttle;
        this.person = person;
        this.to = to;
        this.tag = tag;
    }

    /** Refuses at once a paste that could not be published. */
    void begin() {
        try {
            server.hall().inOrder(connection, () -> {
                receiver = to.isEmpty() ? null : server.publisher().receiver(to);
                server.publisher().checkMaySpeak(person, receiver);
            });
            if (!connection.isRich()) {
                connection.sendPlain("* " + WORDS.get("paste.begun"));
            }
        } catch (RefusedException e) {
            refuse(e.code(), e.getMessage());
        }
    }

    /** Takes the next line. Returns whether more lines follow. A line costs its size, also where it was refused. */
    boolean add(String line) {
        int size = Utf8.length(line) + 1;
        throttle.charge(Math.max(CHEAPEST, size));
        if (line.equals(PasteLines.END)) {
            end();
            return false;
        }
        if (!refused) {
            lines.add(PasteLines.parse(line));
            bytes += size;
            if (lines.size() > Chat1.PASTE_LINES || bytes > Chat1.PASTE_BYTES) {
                String words = WORDS.get("paste.too-long", Chat1.PASTE_LINES, Chat1.PASTE_BYTES / 1024);
                refuse(ErrorCode.TOO_LONG, words);
            }
        }
        return true;
    }

    /** Refuses the paste for a line that could not be read. It costs as much as a line that is said. */
    void addBadLine(ErrorCode code, String words) {
        throttle.charge(Throttle.LINE);
        refuse(code, words);
    }

    /** Throws away the lines so far and all lines that follow, so that no line is said alone. Answers once. */
    void refuse(ErrorCode code, String words) {
        if (!refused) {
            refused = true;
            lines.clear();
            connection.send(new Event.Err(tag, code.wire(), words));
            if (!ended && !connection.isRich()) {
                connection.sendPlain("* " + WORDS.get("paste.ignored"));
            }
        }
    }

    /** The lines that are kept to be published. */
    List<String> lines() {
        return lines;
    }

    private void end() {
        ended = true;
        if (refused) {
            return;
        }
        if (lines.isEmpty()) {
            refuse(ErrorCode.BAD_ARGS, WORDS.get("paste.empty"));
            return;
        }
        try {
            server.hall().inOrder(connection, this::publish);
        } catch (RefusedException e) {
            refuse(e.code(), e.getMessage());
        }
    }

    private void publish() throws RefusedException {
        Draft paste = Draft.paste(lines, tag);
        if (receiver == null) {
            server.publisher().post(person, Reach.ROOM, List.of(paste));
        } else {
            server.publisher().whisper(person, receiver, paste);
        }
    }
}
