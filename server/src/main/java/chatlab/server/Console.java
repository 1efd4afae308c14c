package chatlab.server;

import chatlab.protocol.Chat1;
import chatlab.protocol.Event;
import chatlab.protocol.Text;
import java.io.IOError;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the instructor sees: who comes and goes and what is said, with the address it came from. Whoever has something to
 * show only puts it into a queue; a thread of its own prints, so a screen that is halted (Ctrl-S) halts nobody.
 */
final class Console implements AutoCloseable {
    private static final int QUEUE = 1000;

    /** Places in the queue that what is said does not get, so that no flood hides what goes wrong. */
    private static final int FOR_NOTES = 200;

    private static final int LINES_A_MILLISECOND = 8;

    /** Milliseconds: what goes wrong is shown at once, or so. */
    private static final int LONGEST_REST = 100;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Screen screen;
    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread printer;
    private final CountDownLatch closing = new CountDownLatch(1);

    private volatile boolean open = true;

    Console(Screen screen) {
        this.screen = screen;
        this.printer = new Thread(this::print, "console");
        printer.setDaemon(true);
        printer.start();
    }

    void show(Event event, String peer) {
        if (event instanceof Event.Msg && lines.remainingCapacity() <= FOR_NOTES) {
            dropped.incrementAndGet(); // not even worth making the line
        } else if (event instanceof Event.Msg e) {
            String room = e.room().equals(Chat1.ALL_ROOMS) ? Words.get("console.all-rooms") : e.room();
            String mark = e.part().isWhole() ? "> " : "> | ";
            // the lines of a paste keep their indentation, but nobody can say how wide a tab is
            String text = e.part().isWhole()
                    ? Text.collapseBlanks(e.text())
                    : e.text().replace("\t", "    ");
            note(from(peer) + " " + room + " <" + e.from() + mark + text);
        } else if (event instanceof Event.Join e) {
            note(Words.get("console.join", e.name(), e.room(), from(peer)));
        } else if (event instanceof Event.Leave e) {
            note(Words.get("console.leave." + e.code(), e.name(), e.room(), from(peer), reason(e)));
        } else if (event instanceof Event.Nick e) {
            note(Words.get("console.nick", e.old(), e.now(), from(peer)));
        } else if (event instanceof Event.Note e) {
            note(e.words());
        }
    }

    /** One line, with the time before it. */
    void note(String words) {
        print(LocalTime.now().format(TIME) + " " + words);
    }

    /** One line as it is. */
    void print(String line) {
        if (!lines.offer(line)) {
            dropped.incrementAndGet();
        }
    }

    /** The same for whoever asked for this line and can wait until there is room for it. */
    void answer(String line) {
        try {
            lines.put(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Prints what is left, for as long as the screen takes it. */
    @Override
    public void close() {
        open = false;
        closing.countDown();
        printer.interrupt();
        try {
            printer.join(Connection.LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print() {
        List<String> batch = new ArrayList<>();
        while (open || !lines.isEmpty()) {
            try {
                batch.add(lines.take());
            } catch (InterruptedException e) {
                // closed: what is left is printed below
            }
            lines.drainTo(batch);
            long missing = dropped.getAndSet(0);
            if (missing > 0) {
                batch.add(Words.get("console.dropped", missing));
            }
            show(batch);
            rest(batch.size());
            batch.clear();
        }
    }

    /** Nobody reads thousands of lines a second: a flood of them must not cost the room its processor. */
    private void rest(int lines) {
        try {
            closing.await(Math.min(LONGEST_REST, lines / LINES_A_MILLISECOND), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // closed
        }
    }

    private void show(List<String> batch) {
        try {
            if (!batch.isEmpty()) {
                screen.print(batch);
            }
        } catch (RuntimeException | IOError e) {
            // the screen is gone, and with it the one place to say so; the chat goes on
        }
    }

    private static String from(String peer) {
        return peer.isEmpty() ? Words.get("console.server") : peer;
    }

    private static String reason(Event.Leave leave) {
        return leave.reason().isBlank() ? "" : ": " + Text.collapseBlanks(leave.reason());
    }
}
