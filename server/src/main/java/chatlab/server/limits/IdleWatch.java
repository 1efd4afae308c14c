package chatlab.server.limits;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Event;
import chatlab.server.delivery.Connection;
import chatlab.server.support.Settings;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The idle time-outs of all clients. Readers just read; the watch looks at regular times how long each client has sent
 * nothing. A silent rich client is sent PING, and then BYE. A client that has begun a line or a paste must end it in time; a
 * plain client is told before that how a line ends. A plain client may be silent for ever. Safe for use by several threads;
 * one thread looks.
 *
 * <p>The watch counts its looks and reads no clock. So no time passes for it while the machine sleeps, and a client is not given
 * up because its answer has waited in the socket meanwhile.
 */
public final class IdleWatch {
    private static final int LONGEST_PERIOD = 1000;

    private final Settings settings;
    private final int periodMillis;
    private final Set<Watched> clients = ConcurrentHashMap.newKeySet();

    /** Written by the thread that looks. */
    private volatile int looks = 1;

    public IdleWatch(Settings settings) {
        this.settings = settings;
        int smallest = Math.min(settings.hintMillis(), Math.min(settings.lineMillis(), settings.pingMillis()));
        this.periodMillis = Math.max(1, Math.min(LONGEST_PERIOD, smallest / 4));
    }

    /** Milliseconds between two looks. A time-out is as exact as that, and late where the looks are. */
    public int periodMillis() {
        return periodMillis;
    }

    /** Watches a client until goodbye is said to it. {@code giveUp} says goodbye, for the reason that it is given, and must not block. */
    public Watched watch(Connection connection, Consumer<String> giveUp) {
        Watched client = new Watched(connection, giveUp);
        clients.add(client);
        return client;
    }

    /** Looks at each client once. Does not block. */
    public void look() {
        looks++;
        clients.removeIf(client -> client.connection.isLeaving());
        clients.forEach(this::look);
    }

    private void look(Watched client) {
        if (client.heardAt == 0) {
            return; // its reader is busy
        }
        if (isOver(client.lineBegunAt, settings.lineMillis()) || isOver(client.pasteBegunAt, settings.lineMillis())) {
            client.giveUp.accept("bye.unfinished");
        } else if (client.connection.isRich()) {
            lookForSilence(client);
        } else if (client.lineBegunAt != 0 && !client.knowsLineEnd && isOver(client.heardAt, settings.hintMillis())) {
            client.knowsLineEnd = true;
            client.connection.sendPlain("* " + WORDS.get("no-line-end"));
        }
    }

    // begin silence
    private void lookForSilence(Watched client) {
        if (isOver(client.pingedAt, settings.pingMillis())) {
            client.giveUp.accept("bye.silent");
        } else if (client.pingedAt == 0 && isOver(client.heardAt, settings.pingMillis())) {
            client.pingedAt = looks;
            client.connection.send(new Event.Ping(""));
        }
    }
    // end silence

    private boolean isOver(int since, int millis) {
        return since != 0 && looks - since > millis / periodMillis;
    }

    /** What is known of one client. Its reader calls the methods. The times are numbers of looks, and 0 means none. */
    public final class Watched {
        private final Connection connection;
        private final Consumer<String> giveUp;

        /** None while the reader obeys a line: the reader cannot hear the client then, so the client is not silent. */
        private volatile int heardAt;

        /** None after the client has been heard again. */
        private volatile int pingedAt;

        private volatile int lineBegunAt;
        private volatile int pasteBegunAt;
        private volatile boolean knowsLineEnd;

        private Watched(Connection connection, Consumer<String> giveUp) {
            this.connection = connection;
            this.giveUp = giveUp;
        }

        /** The reader waits for the client, which may have begun a line or a paste. */
        public void readingBegins(boolean midLine, boolean pasting) {
            int now = looks;
            if (midLine && lineBegunAt == 0) {
                lineBegunAt = now;
            }
            if (pasting && pasteBegunAt == 0) {
                pasteBegunAt = now;
            }
            if (pingedAt != 0) {
                pingedAt = 0;
            }
            heardAt = now;
        }

        public void readingEnds() {
            heardAt = 0;
        }

        /** A line was ended, and with it a paste unless that goes on. */
        public void lineEnds(boolean pasting) {
            if (lineBegunAt != 0) {
                lineBegunAt = 0;
            }
            if (pasteBegunAt != 0 && !pasting) {
                pasteBegunAt = 0;
            }
        }

        /** The client is a terminal, which ends each line itself: it need not be told how a line ends. */
        public void knowsLineEnd() {
            knowsLineEnd = true;
        }
    }
}
