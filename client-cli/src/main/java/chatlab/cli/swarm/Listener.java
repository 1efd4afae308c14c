package chatlab.cli.swarm;

import chatlab.client.ChatConnection;
import chatlab.protocol.BadLineException;
import chatlab.protocol.Rows;
import chatlab.protocol.Text;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * One who behaves: reads all that comes, and checks it. Each talker's messages must come once, in order and unchanged.
 * Its thread alone changes what it has heard.
 */
final class Listener implements Runnable {
    private final ChatConnection connection;
    private final Habits habits;
    private final Tally tally;
    private final IntConsumer onHeard;
    private final long[] heard;
    private final Gathering gathering;

    /** The line of which rows have come: a server folds long lines, and only the next row tells whether one goes on. */
    private String begun = "";

    private boolean present;
    private volatile boolean leaving;
    private volatile String lastWords = "";

    /** {@code onHeard} is told the number of each talker that was heard. */
    Listener(ChatConnection connection, Habits habits, Tally tally, Gathering gathering, IntConsumer onHeard) {
        this.connection = connection;
        this.gathering = gathering;
        this.habits = habits;
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
            // counted below, like an orderly end that nobody asked for
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
                tally.changed.increment(); // nobody of ours says such a thing
            }
        }
    }

    /** A message that has all its letters is heard at once, any other line when the next one begins. */
    private void hearRow(String row) {
        if (!begun.isEmpty() && Rows.goesOn(row)) {
            begun = Rows.joined(begun, row);
        } else {
            hear(begun);
            begun = row;
        }
        if (Stamped.parse(begun)
                .filter(m -> m.isLongEnough(habits.characters()))
                .isPresent()) {
            hear(begun);
            begun = "";
        }
    }

    private void hear(String line) {
        Optional<Stamped> message = Stamped.parse(line);
        if (message.isEmpty()) {
            lastWords = line.isEmpty() ? lastWords : Text.clean(line);
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
        tally.latencies.add(System.nanoTime() - stamped.sentAt());
        long expected = heard[stamped.talker()] + 1;
        if (stamped.number() < expected) {
            tally.outOfOrder.increment();
            return;
        }
        tally.lost.add(stamped.number() - expected);
        heard[stamped.talker()] = stamped.number();
        if (!stamped.isWhole(habits.characters(), habits.seed())) {
            tally.changed.increment();
        }
    }

    /** What the server said last that was no message: mostly why it let this one not in. */
    String lastWords() {
        return lastWords;
    }

    /** The connection may end now. */
    void mayLeave() {
        leaving = true;
    }
}
