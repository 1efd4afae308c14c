package chatlab.server.log;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Chat1;
import chatlab.protocol.Event;
import java.io.IOError;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Shows arrivals, departures and messages to the instructor, with the address of the client. Other threads only put lines into
 * a queue; a thread of the console prints them, so a screen that is halted (Ctrl-S) blocks no other thread. Lines are printed in
 * the order of the queue, up to a tenth of a second late. Safe for use by several threads.
 */
public final class Console implements AutoCloseable {
    private static final int QUEUE = 4000;

    // When so many lines wait, no more of that kind are shown: a flood of messages hides no arrival, and a flood of
    // arrivals
    // hides no note of a fault. The longest paste fits.
    private static final int FOR_MESSAGES = Chat1.PASTE_LINES + 100;
    private static final int FOR_PEOPLE = QUEUE / 2;
    private static final int FOR_NOTES = QUEUE;

    /** Milliseconds that lines are collected. To wake the printing thread for each line would cost more than to print it. */
    private static final int COLLECT = 100;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Screen screen;
    private final Clock clock;
    private final int patience;

    /** The printing thread makes the text of the lines: the threads that put them in hold the lock of the hall. */
    private final BlockingQueue<Supplier<String>> lines = new ArrayBlockingQueue<>(QUEUE);

    private final AtomicLong dropped = new AtomicLong();
    private final Thread printer = new Thread(this::printAll, "console");
    private final CountDownLatch closing = new CountDownLatch(1);

    /** The day of the last line whose event was of the same day. Used by the printing thread only. */
    private LocalDate day;

    private Console(Screen screen, Clock clock, int patience) {
        this.screen = screen;
        this.clock = clock;
        this.patience = patience;
        this.day = LocalDate.now(clock);
        printer.setDaemon(true);
    }

    /**
     * A console whose thread runs. It shows the times of {@code zone}.
     *
     * @param patience milliseconds that the screen may take to show the last lines
     */
    public static Console start(Screen screen, ZoneId zone, int patience) {
        return start(screen, Clock.system(zone), patience);
    }

    static Console start(Screen screen, Clock clock, int patience) {
        Console console = new Console(screen, clock, patience);
        console.printer.start();
        return console;
    }

    /** {@code peer} is the address of the client that did it; empty for the server. */
    void show(Event event, String peer) {
        if (event instanceof Event.Msg e) {
            stamped(FOR_MESSAGES, e.at(), () -> message(e, peer));
        } else if (event instanceof Event.Join e) {
            stamped(FOR_PEOPLE, e.at(), () -> WORDS.get("console.join", e.name(), e.room(), from(peer)));
        } else if (event instanceof Event.Leave e) {
            String key = "console.leave." + e.code();
            stamped(FOR_PEOPLE, e.at(), () -> WORDS.get(key, e.name(), e.room(), from(peer), reason(e)));
        } else if (event instanceof Event.Nick e) {
            stamped(FOR_PEOPLE, e.at(), () -> WORDS.get("console.nick", e.old(), e.now(), from(peer)));
        } else if (event instanceof Event.Note e) {
            note(e.words());
        }
    }

    private static String message(Event.Msg message, String peer) {
        String room = place(message);
        boolean whole = message.part().isWhole();
        return from(peer) + " " + room + " #" + message.id() + " <" + message.from() + (whole ? "> " : "> | ")
                + message.text();
    }

    private static String place(Event.Msg message) {
        if (message.isPrivate()) {
            return WORDS.get("console.to-server");
        }
        return message.room().equals(Chat1.ALL_ROOMS) ? WORDS.get("console.all-rooms") : message.room();
    }

    /** Shows a line with the time before it. */
    public void note(String words) {
        stamped(FOR_NOTES, clock.instant(), () -> words);
    }

    /** Shows a line about a person, with the time before it. It is left out while there are too many of these. */
    void noteOfPerson(String words) {
        stamped(FOR_PEOPLE, clock.instant(), () -> words);
    }

    private void stamped(int share, Instant at, Supplier<String> words) {
        offer(share, () -> time(at) + " " + words.get());
    }

    /** With the date where the day is not today, and in the first line of a new day. Used by the printing thread only. */
    private String time(Instant at) {
        ZonedDateTime local = at.atZone(clock.getZone());
        LocalDate today = LocalDate.now(clock);
        boolean isToday = local.toLocalDate().equals(today);
        boolean isNewDay = isToday && !today.equals(day);
        day = isNewDay ? today : day;
        return (isToday && !isNewDay ? TIME : DATE_AND_TIME).format(local);
    }

    /** Shows a line as it is. Waits until there is room in the queue: for answers to the keyboard only. */
    public void answer(String line) {
        try {
            lines.put(() -> line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void offer(int share, Supplier<String> line) {
        if (lines.size() >= share || !lines.offer(line)) {
            dropped.incrementAndGet();
        }
    }

    /** Prints the lines that wait, and ends. Gives up when the screen does not take them for too long. */
    @Override
    public void close() {
        closing.countDown();
        printer.interrupt();
        try {
            printer.join(Math.max(1, patience)); // 0 would be for ever
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void printAll() {
        List<Supplier<String>> batch = new ArrayList<>();
        while (closing.getCount() > 0 || !lines.isEmpty()) {
            try {
                printNext(batch);
            } catch (OutOfMemoryError e) {
                dropped.addAndGet(batch.size());
            }
            batch.clear();
        }
    }

    private void printNext(List<Supplier<String>> batch) {
        try {
            batch.add(lines.take());
            closing.await(COLLECT, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // closed: the lines that wait are printed below
        }
        lines.drainTo(batch);
        long missing = dropped.getAndSet(0);
        if (missing > 0) {
            batch.add(() -> WORDS.get("console.dropped", missing));
        }
        print(batch.stream().map(Console::text).toList());
    }

    /** A fault in one line must not lose the others. Tabs are replaced, since terminals differ in their width. */
    private static String text(Supplier<String> line) {
        try {
            return line.get().replace("\t", "    ");
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private void print(List<String> batch) {
        try {
            if (!batch.isEmpty()) {
                screen.print(batch);
            }
        } catch (RuntimeException | IOError e) {
            // the screen is gone, the one place to report it; the chat goes on
        }
    }

    private static String from(String peer) {
        return peer.isEmpty() ? WORDS.get("console.server") : peer;
    }

    private static String reason(Event.Leave leave) {
        return leave.reason().isBlank() ? "" : ": " + leave.reason();
    }
}
