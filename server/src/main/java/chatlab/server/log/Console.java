package chatlab.server.log;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Chat1;
import chatlab.protocol.Event;
import chatlab.server.delivery.Connection;
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
 * What the instructor sees: who comes and goes and what is said, with the address it came from. Whoever has something to
 * show only puts it into a queue; a thread of its own prints, so a screen that is halted (Ctrl-S) halts nobody.
 * Lines may be a tenth of a second late, and come in the order in which they were put in.
 */
public final class Console implements AutoCloseable {
    private static final int QUEUE = 4000;

    /**
     * When so many lines wait, what is said is no longer shown: so no flood hides what goes wrong, or keeps the printer
     * busy. Room for the longest paste and 100 lines more.
     */
    private static final int FOR_MESSAGES = Chat1.PASTE_LINES + 100;

    /** And when so many wait, nobody is seen to come, go or change names any more. */
    private static final int FOR_PEOPLE = QUEUE / 2;

    /** Milliseconds that lines are collected. To wake the printer for each of them would cost more than to show it. */
    private static final int REST = 100;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Screen screen;
    private final Clock clock;

    /** Lines that are still to be made: those who talk do not have the time, they hold the lock of the hall. */
    private final BlockingQueue<Supplier<String>> lines = new ArrayBlockingQueue<>(QUEUE);

    private final AtomicLong dropped = new AtomicLong();
    private final Thread printer;
    private final CountDownLatch closing = new CountDownLatch(1);

    private volatile boolean open = true;

    /** The day on which the last line was printed that was of that day. For the thread that prints. */
    private LocalDate day;

    /** Shows times as clocks in {@code zone} do. */
    public Console(Screen screen, ZoneId zone) {
        this(screen, Clock.system(zone));
    }

    /** Shows times in the zone of {@code clock}. */
    public Console(Screen screen, Clock clock) {
        this.screen = screen;
        this.clock = clock;
        this.day = LocalDate.now(clock);
        this.printer = new Thread(this::printAll, "console");
        printer.setDaemon(true);
        printer.start();
    }

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
        return from(peer) + " " + room + " <" + message.from() + (whole ? "> " : "> | ") + message.text();
    }

    private static String place(Event.Msg message) {
        if (message.isPrivate()) {
            return WORDS.get("console.to-server");
        }
        return message.room().equals(Chat1.ALL_ROOMS) ? WORDS.get("console.all-rooms") : message.room();
    }

    /** One line, with the time before it. */
    public void note(String words) {
        stamped(QUEUE, clock.instant(), () -> words);
    }

    /** The same about somebody, which can wait while too many come and go. */
    void noteOfPeople(String words) {
        stamped(FOR_PEOPLE, clock.instant(), () -> words);
    }

    /** The thread that prints makes a clock's time of {@code at}: whoever talks holds the lock of the hall. */
    private void stamped(int share, Instant at, Supplier<String> words) {
        offer(share, () -> time(at) + " " + words.get());
    }

    /** With the date where the day is not today, and in the first line of a new day. For the thread that prints. */
    private String time(Instant at) {
        ZonedDateTime local = at.atZone(clock.getZone());
        LocalDate today = LocalDate.now(clock);
        boolean isToday = local.toLocalDate().equals(today);
        boolean isNewDay = isToday && !today.equals(day);
        day = isNewDay ? today : day;
        return (isToday && !isNewDay ? TIME : DATE_AND_TIME).format(local);
    }

    /** One line as it is. */
    public void print(String line) {
        offer(QUEUE, () -> line);
    }

    /** One line as it is, for whoever asked for it and can wait until there is room. */
    public void answer(String line) {
        try {
            lines.put(() -> line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code share}: when so many lines wait already, this one is not shown. */
    private void offer(int share, Supplier<String> line) {
        if (lines.size() >= share || !lines.offer(line)) {
            dropped.incrementAndGet();
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

    private void printAll() {
        List<Supplier<String>> batch = new ArrayList<>();
        while (open || !lines.isEmpty()) {
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
            closing.await(REST, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // closed: what is left is printed below
        }
        lines.drainTo(batch);
        long missing = dropped.getAndSet(0);
        if (missing > 0) {
            batch.add(() -> WORDS.get("console.dropped", missing));
        }
        show(batch.stream().map(Console::made).toList());
    }

    /** A fault in one line must not take the others along. Terminals do not agree on how wide a tab is. */
    private static String made(Supplier<String> line) {
        try {
            return line.get().replace("\t", "    ");
        } catch (RuntimeException e) {
            return e.toString();
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
        return peer.isEmpty() ? WORDS.get("console.server") : peer;
    }

    private static String reason(Event.Leave leave) {
        return leave.reason().isBlank() ? "" : ": " + leave.reason();
    }
}
