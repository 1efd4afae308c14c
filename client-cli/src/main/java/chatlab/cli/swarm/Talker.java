package chatlab.cli.swarm;

import chatlab.client.ChatConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The writing thread of a talker: talks now and then, or as fast as the next person hears it. */
final class Talker implements Runnable {
    private final int number;
    private final ChatConnection connection;
    private final Habits habits;
    private final Tally tally;
    private final Gathering gathering;
    private final SplittableRandom random;
    private final Semaphore window;
    private long said;

    Talker(int number, ChatConnection connection, Habits habits, Tally tally, Gathering gathering) {
        this.number = number;
        this.connection = connection;
        this.habits = habits;
        this.tally = tally;
        this.gathering = gathering;
        this.random = new SplittableRandom(habits.seed() + number);
        this.window = new Semaphore(habits.window());
    }

    @Override
    public void run() {
        try {
            if (habits.isFlatOut()) {
                talkFlatOut();
            } else {
                talkNowAndThen();
            }
            connection.send(gathering.line(number, -1 - said));
        } catch (IOException e) {
            // the listener of this connection counts the loss
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Each message has its time, even if the previous write took long: a slow server gets no less to do. */
    private void talkNowAndThen() throws IOException, InterruptedException {
        double interval = TimeUnit.SECONDS.toNanos(1) / habits.rate();
        double due = System.nanoTime() + random.nextDouble() * interval;
        while (!gathering.end().await((long) due - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            say(1);
            due += (0.5 + random.nextDouble()) * interval;
        }
    }

    private void talkFlatOut() throws IOException, InterruptedException {
        while (gathering.end().getCount() > 0) {
            if (window.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                say(1 + window.drainPermits());
            }
        }
    }

    private void say(int messages) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            lines.add(gathering.line(number, ++said));
        }
        tally.sent.add(messages);
        connection.send(lines);
    }

    /** The next person has heard a message of this talker. */
    void wasHeard() {
        window.release();
    }
}
