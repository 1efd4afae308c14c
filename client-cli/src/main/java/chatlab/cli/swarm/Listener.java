package chatlab.cli.swarm;

import chatlab.client.ChatConnection;
import chatlab.protocol.BadLineException;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Rows;
import chatlab.protocol.Text;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * The reading thread of a good person: reads all lines, and checks that each talker's messages come once, in order and
 * unchanged.
 */
final class Listener implements Runnable {
    /** How the server of the kit begins to refuse a command to a plain client. */
    private static final String REFUSAL = "! " + ErrorCode.NOT_ALLOWED.wire() + ":";

    private final ChatConnection connection;
    private final Tally tally;
    private final IntConsumer onHeard;
    private final long[] heard;
    private final Gathering gathering;

    /** The rows of the current line. A server folds long lines, and only the next row shows whether a line goes on. */
    private String begun = "";

    private boolean present;
    private volatile boolean leaving;
    private volatile String lastWords = "";
    private volatile String refusal = "";

    /** {@code onHeard} gets the number of the talker of each message that was heard. */
    Listener(ChatConnection connection, Habits habits, Tally tally, Gathering gathering, IntConsumer onHeard) {
        this.connection = connection;
        this.gathering = gathering;
        this.tally = tally;
        this.onHeard = onHeard;
        this.heard = new long[habits.talkers()];
    }

    @Override
    public void run() {
        try {
            for (String row = readRow(); row != null; row = readRow()) {
                hearRow(row);
            }
        } catch (IOException e) {
            // counted below, as an orderly end is that came too early
        }
        hear(begun);
        if (!leaving) {
            tally.thrownOut.increment();
        }
        connection.close();
    }

    private String readRow() throws IOException {
        while (true) {
            try {
                return connection.readLine();
            } catch (BadLineException e) {
                tally.changed.increment(); // the swarm never sends an unreadable line
            }
        }
    }

    /** Handles a message as soon as its stamp is complete, any other line when the next line begins. */
    private void hearRow(String row) {
        if (!begun.isEmpty() && Rows.goesOn(row)) {
            begun = Rows.joined(begun, row);
        } else {
            hear(begun);
            begun = row;
        }
        if (Stamped.parse(begun).isPresent()) {
            hear(begun);
            begun = "";
        }
    }

    private void hear(String line) {
        Optional<Stamped> message = Stamped.parse(line);
        if (message.isEmpty()) {
            lastWords = line.isEmpty() ? lastWords : Text.clean(line);
            refusal = line.startsWith(REFUSAL) ? Text.clean(line) : refusal;
            return;
        }
        Stamped stamped = message.get();
        if (stamped.swarm() != gathering.swarm()) {
            return;
        }
        if (stamped.number() == 0) {
            bePresent();
        } else if (stamped.talker() < 0 || stamped.talker() >= heard.length) {
            tally.changed.increment();
        } else if (stamped.number() < 0) {
            tally.lost.add(-1 - stamped.number() - heard[stamped.talker()]);
            gathering.farewells().countDown();
        } else {
            check(stamped);
            onHeard.accept(stamped.talker());
        }
    }

    private void bePresent() {
        if (!present) {
            present = true;
            gathering.present().countDown();
        }
    }

    private void check(Stamped stamped) {
        tally.delivered.increment();
        tally.latencies.add(TimeUnit.MICROSECONDS.toNanos(gathering.micros() - stamped.sentAt()));
        long expected = heard[stamped.talker()] + 1;
        if (stamped.number() < expected) {
            tally.outOfOrder.increment();
            return;
        }
        tally.lost.add(stamped.number() - expected);
        heard[stamped.talker()] = stamped.number();
        if (!stamped.says(gathering.sentences().of(stamped.talker(), stamped.number()))) {
            tally.changed.increment();
        }
    }

    /** The last line of the server that was no message: mostly the reason why it refused this person. */
    String lastWords() {
        return lastWords;
    }

    /** Why the server does not let this person into the room, like under a lock; empty if it does. */
    String refusal() {
        return refusal;
    }

    /** From now on the end of the connection does not count as thrown out. */
    void mayLeave() {
        leaving = true;
    }
}
