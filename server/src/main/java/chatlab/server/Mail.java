package chatlab.server;

import chatlab.protocol.Event;
import chatlab.protocol.PlainRenderer;
import chatlab.protocol.Utf8;

/**
 * An event on its way to many clients: turned into bytes once for each of the two ways in which clients are spoken to,
 * and only when somebody needs it. Used under the lock of the hall.
 */
final class Mail {
    private final Event event;
    private final PlainRenderer renderer;
    private byte[] rich;
    private byte[] plain;

    Mail(Event event, PlainRenderer renderer) {
        this.event = event;
        this.renderer = renderer;
    }

    static byte[] line(String line) {
        return Utf8.encode(line + "\n");
    }

    Event event() {
        return event;
    }

    byte[] rich() {
        if (rich == null) {
            rich = line(event.print());
        }
        return rich;
    }

    /** Has no bytes where plain clients are not told of the event. */
    byte[] plain() {
        if (plain == null) {
            plain = renderer.render(event, "").map(Mail::line).orElse(new byte[0]);
        }
        return plain;
    }

    /** False when the client's outbox is full. */
    boolean putInto(Connection client) {
        byte[] line = client.isRich() ? rich() : plain();
        return line.length == 0 || client.put(line);
    }
}
