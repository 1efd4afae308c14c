package chatlab.swing.net;

import chatlab.client.Backoff;
import chatlab.client.ChatConnection;
import chatlab.client.Connector;
import chatlab.client.Patience;
import chatlab.protocol.Endpoint;
import chatlab.protocol.Words;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Feed;
import chatlab.swing.model.Outgoing;
import chatlab.swing.model.Status;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.swing.Timer;

/** The way to one server, over as many connections as it takes. For the event dispatch thread only. */
public final class ChatSession implements Outgoing {
    private static final Words WORDS = new Words(ChatSession.class);

    private static final int TICK_MILLIS = 250;

    /** A whole class may come at once to a server that has just been started. */
    private static final int GREETING_MILLIS = 5_000;

    /** Begins to wait for a greeting; {@code known}: this server has let this person in before. */
    interface Waiting {
        Patience begin(boolean known);
    }

    private final Chat chat;
    private final Runnable changed;
    private final Supplier<Backoff> backoffs;
    private final Waiting waiting;
    private final Feed feed;
    /** The probe of now: the threads ask for it at each step. */
    private final AtomicReference<Probe> probe = new AtomicReference<>(Probe.NONE);

    private final Timer ticks = new Timer(TICK_MILLIS, e -> tick());
    private final Timer retry = new Timer(0, e -> connect());

    private Endpoint server;
    private Backoff backoff;
    private SleepWatch sleep;

    /** Null while there is no connection and none is being opened. */
    private Link link;

    /** {@code changed} is run on the event dispatch thread after anything of the chat may have changed. */
    public ChatSession(Chat chat, Runnable changed) {
        this(
                chat,
                changed,
                () -> new Backoff(new Random()),
                known -> new Patience(System.nanoTime(), GREETING_MILLIS, known));
    }

    /** With a backoff for each server that is joined, and a patience for each connection. */
    ChatSession(Chat chat, Runnable changed, Supplier<Backoff> backoffs, Waiting waiting) {
        this.chat = chat;
        this.changed = changed;
        this.backoffs = backoffs;
        this.waiting = waiting;
        this.feed = new Feed(chat, this);
        retry.setRepeats(false);
    }

    /**
     * Joins a server; a connection that is still there is ended first. Where it was lost or has ended, and this is the same
     * server and the same person, there is another attempt to come back now.
     */
    public void join(Endpoint server, String name) {
        boolean same = server.equals(this.server) && feed.isFor(name);
        if (same && isComingBack()) {
            retryNow();
        } else if (same && isOver()) {
            joinAgain();
        } else {
            leave();
            this.server = server;
            feed.begin(server.toString(), name);
            begin();
        }
    }

    /** After the end: tries once to come back, as the same person under the current name. */
    public void joinAgain() {
        feed.again();
        begin();
    }

    private void begin() {
        backoff = backoffs.get();
        sleep = new SleepWatch(chat.clock());
        ticks.start();
        connect();
    }

    /** Gives up: an attempt under way is ended, and so is a connection. */
    @Override
    public void cancel() {
        boolean isUnderWay = link != null || retry.isRunning();
        boolean wasIn = link != null && feed.isWelcome();
        leave();
        if (isUnderWay) {
            end(WORDS.get(wasIn ? "left" : "cancelled"));
        }
    }

    /** After a loss: tries now and not only later. */
    public void retryNow() {
        if (retry.isRunning()) {
            retry.stop();
            connect();
        }
    }

    private boolean isComingBack() {
        return feed.mayComeBack() && !feed.isWelcome() && (link != null || retry.isRunning());
    }

    private boolean isOver() {
        return feed.wasIn() && chat.status() instanceof Status.Ended;
    }

    private void connect() {
        Patience patience = waiting.begin(feed.wasIn());
        feed.connecting();
        link = new Link(new Connector(server), feed, probe, patience, changed, this::lost);
        link.open();
        changed.run();
    }

    /** The link has ended by itself; {@code words} are a sentence that says why. */
    private void lost(String words) {
        boolean wasIn = feed.isWelcome();
        backoff.held(link.held());
        link = null;
        if (feed.mayComeBack()) {
            int millis = (int) backoff.nextMillis();
            feed.lost(
                    wasIn ? words : WORDS.get("still", words),
                    chat.clock().instant().plusMillis(millis));
            retry.setInitialDelay(millis);
            retry.restart();
            changed.run();
        } else {
            end(wasIn && feed.isEnding() ? WORDS.get("closed") : words);
        }
    }

    private void end(String words) {
        ticks.stop();
        feed.ended(words);
        changed.run();
    }

    private void tick() {
        if (sleep.hasSlept()) {
            wokenUp();
        }
        if (link != null) {
            link.tick();
        }
    }

    private void wokenUp() {
        if (link == null) {
            retryNow();
        } else {
            link.wokenUp();
        }
    }

    private void leave() {
        retry.stop();
        if (link != null) {
            link.leave();
            link = null;
        }
    }

    @Override
    public void send(List<String> lines) {
        if (link != null) {
            link.send(lines);
        }
    }

    /** Sends bytes as they are, for experiments; they need not be a line. {@link #send} ends a line that they began. */
    public void sendRaw(byte[] bytes) {
        if (link != null) {
            link.sendRaw(bytes);
        }
    }

    /** Whether the server has been sent the beginning of a line, and waits for the rest. */
    public boolean isMidLine() {
        return link != null && link.isMidLine();
    }

    /** Lets this probe watch the lines from now on; {@link Probe#NONE} ends that. */
    public void watch(Probe probe) {
        this.probe.set(probe);
    }

    /** Stops reading from the socket, or goes on. */
    public void pauseReading(boolean pause) {
        if (link != null) {
            link.source().pause(pause);
        }
    }

    public boolean isReadingPaused() {
        return link != null && link.source().isPaused();
    }

    /** Bytes that have arrived at this machine and were not read yet; 0 without a connection. */
    public int bytesWaiting() {
        Optional<ChatConnection> connection =
                Optional.ofNullable(link).flatMap(open -> open.source().connection());
        try {
            return connection.isPresent() ? connection.get().bytesWaiting() : 0;
        } catch (IOException e) {
            return 0; // it has just been closed
        }
    }

    /** The thread that reads the socket, while there is one. */
    public Optional<WorkingThread> reader() {
        return Optional.ofNullable(link).flatMap(Link::reader);
    }

    /** The thread that writes to the socket, while there is one. */
    public Optional<WorkingThread> writer() {
        return Optional.ofNullable(link).flatMap(Link::writer);
    }

    /** Says goodbye, and waits until it is out, but some seconds at most: the program ends. */
    public void close() {
        Link last = link;
        leave();
        ticks.stop();
        if (last != null) {
            try {
                last.awaitGoodbye();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // then without it
            }
        }
    }

    /** Notices that the machine has slept: much time has passed between two calls of {@link #hasSlept}. */
    static final class SleepWatch {
        /** Longer than any pause between two calls: the calling thread may be held up for some seconds. */
        private static final Duration NO_PAUSE = Duration.ofSeconds(20);

        private final Clock clock;
        private Instant last;

        SleepWatch(Clock clock) {
            this.clock = clock;
            this.last = clock.instant();
        }

        /** Whether the machine has slept since the last call. To be called every second or so. */
        boolean hasSlept() {
            Instant now = clock.instant();
            boolean slept = Duration.between(last, now).compareTo(NO_PAUSE) > 0;
            last = now;
            return slept;
        }
    }
}
