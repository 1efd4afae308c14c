package chatlab.swing.net;

import chatlab.client.Connector;
import chatlab.client.FirstLine;
import chatlab.client.LossReason;
import chatlab.client.Patience;
import chatlab.client.UserError;
import chatlab.protocol.Event;
import chatlab.protocol.Utf8;
import chatlab.protocol.Words;
import chatlab.swing.model.Feed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/**
 * One connection, from the attempt to open it to its end. For the event dispatch thread only; the reader and the writer
 * are its two other threads.
 */
final class Link {
    private static final Words WORDS = new Words(Link.class);

    /** For a goodbye to get out. The writer mostly needs a moment; all of this passes where the server does not read. */
    private static final int GOODBYE_MILLIS = 3_000;

    private final Feed feed;
    private final AtomicReference<Probe> probe;
    private final Runnable changed;
    private final Consumer<String> over;
    private final Patience patience;

    private final Activity reading = new Activity();
    private final Inbox inbox = new Inbox();
    private final Drain drain = new Drain(this::handleNext, this::sliceDone);
    private final LineSource source;

    /** Null before the server has greeted. */
    private SocketWriter writer;

    private long greetedAt;

    /** Whether the bytes sent last were no whole line. */
    private boolean midLine;

    private boolean readingEnded;
    private Throwable readingTrouble;

    private boolean closed;

    /** Runs {@code changed} after events, and {@code over} with a sentence when it ends without having been closed. */
    Link(
            Connector connector,
            Feed feed,
            AtomicReference<Probe> probe,
            Patience patience,
            Runnable changed,
            Consumer<String> over) {
        this.feed = feed;
        this.probe = probe;
        this.changed = changed;
        this.over = over;
        this.patience = patience;
        this.source = new LineSource(connector, reading, probe);
    }

    void open() {
        new SocketReader(source, inbox, reading, this).execute();
    }

    /** There is something in the inbox, or the reader has ended. */
    void emptyInbox() {
        drain.empty();
    }

    private void sliceDone() {
        changed.run();
        if (readingEnded && drain.isDone()) {
            fail(whyReadingEnded());
        }
    }

    /** Says whether there was anything to do. */
    private boolean handleNext() {
        if (feed.tellMore()) {
            return true;
        }
        Item item = inbox.take();
        if (item != null) {
            handle(item);
        }
        return item != null;
    }

    private void handle(Item item) {
        if (writer == null) {
            firstLine(item instanceof Item.Line line ? line.text() : "");
        } else if (item instanceof Item.Line line) {
            line.event().ifPresent(this::received);
        } else if (item instanceof Item.Dropped gap) {
            feed.overflowed(gap.items());
        } else {
            feed.unreadable();
        }
        if (item instanceof Item.Line line && !line.text().isEmpty()) {
            probe.get().handled(line.text());
        }
    }

    private void firstLine(String line) {
        FirstLine first = FirstLine.of(line);
        if (!first.isGreeting()) {
            fail(first.complaint());
            return;
        }
        greetedAt = System.nanoTime();
        writer = new SocketWriter(source.connection().orElseThrow(), probe);
        writer.start();
        patience.expectWelcome();
        feed.greeted();
    }

    private void received(Event event) {
        feed.received(event);
        if (event instanceof Event.Hello hello) {
            patience.expectEvery(hello.ping());
        }
    }

    /** The reader has ended: null, since the server has closed, or a UserError, an IOException or a fault of this program. */
    void ended(Throwable trouble) {
        readingEnded = true;
        readingTrouble = trouble;
        emptyInbox();
    }

    private String whyReadingEnded() {
        if (readingTrouble instanceof UserError) {
            return readingTrouble.getMessage();
        } else if (writer == null) {
            return LossReason.beforeGreeting();
        } else if (!feed.isWelcome()) {
            return LossReason.beforeWelcome();
        }
        return LossReason.sentence(LossReason.of(readingTrouble, writer.trouble()));
    }

    /** To be called several times a second: asks a silent server for a sign of life, and in the end gives up. */
    void tick() {
        if (closed || source.isPaused() || source.connection().isEmpty()) {
            return;
        }
        if (feed.isEnding()) {
            patience.expectEnd(System.nanoTime());
        }
        switch (patience.at(System.nanoTime(), source.heardAt())) {
            case WAIT -> {}
            case ASK -> ask();
            case GIVE_UP -> fail(whyGivenUp());
        }
    }

    private String whyGivenUp() {
        if (writer == null) {
            return LossReason.withoutGreeting();
        }
        return LossReason.sentence(feed.isEnding() ? WORDS.get("lost.goodbye") : LossReason.silence());
    }

    /** The machine has slept: wants to know soon whether the other side is still there. */
    void wokenUp() {
        if (writer != null) {
            ask();
            patience.expectSoon(System.nanoTime());
        }
    }

    private void ask() {
        send(List.of("/ping"));
    }

    /** Leaves lines to the writer. Before the greeting they are thrown away. */
    void send(List<String> lines) {
        List<String> whole = lines;
        if (midLine) { // or the next line, perhaps a private one or a key, would become part of the half line
            whole = new ArrayList<>(lines);
            whole.add(0, "");
        }
        midLine = false;
        write(whole, Utf8.encode(String.join("\n", whole) + "\n"));
    }

    /** Whether the server waits for the rest of a line. */
    boolean isMidLine() {
        return midLine;
    }

    void sendRaw(byte[] bytes) {
        if (writer != null && bytes.length > 0) {
            midLine = bytes[bytes.length - 1] != '\n';
        }
        write(new String(bytes, StandardCharsets.UTF_8).lines().toList(), bytes);
    }

    private void write(List<String> lines, byte[] bytes) {
        if (writer != null && !closed && !writer.offer(lines, bytes)) {
            SwingUtilities.invokeLater(() -> fail(LossReason.sentence(WORDS.get("lost.stuck")))); // the caller is busy
        }
    }

    /** How long a greeted connection has held. */
    Duration held() {
        return writer == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - greetedAt);
    }

    LineSource source() {
        return source;
    }

    Optional<WorkingThread> reader() {
        return reading.now();
    }

    Optional<WorkingThread> writer() {
        return writer == null ? Optional.empty() : writer.now();
    }

    private void fail(String words) {
        if (!closed) {
            close();
            over.accept(words);
        }
    }

    /** Ends the connection without a goodbye. */
    private void close() {
        closed = true;
        drain.close();
        source.close();
        if (writer != null) {
            writer.close();
        }
    }

    /** Ends the connection, after a goodbye to a server that has greeted. Does not wait; does not run {@code over}. */
    void leave() {
        if (writer == null) {
            close();
        } else if (!closed) {
            send(List.of("/quit"));
            writer.finish(); // it closes the connection
            closed = true;
            drain.close();
            Timer limit = new Timer(GOODBYE_MILLIS, e -> close());
            limit.setRepeats(false);
            limit.start();
        }
    }

    /** Waits until the goodbye is out, but not for long. */
    void awaitGoodbye() throws InterruptedException {
        if (writer != null) {
            writer.await(GOODBYE_MILLIS);
        }
    }
}
