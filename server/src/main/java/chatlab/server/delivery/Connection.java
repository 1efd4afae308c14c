package chatlab.server.delivery;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Event;
import chatlab.protocol.Greeting;
import chatlab.protocol.PlainRenderer;
import chatlab.server.support.Scheduler;
import chatlab.server.support.ThreadReport;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One client's socket with its outbox. Its reader thread reads from it; whoever delivers writes to it; anybody may say
 * goodbye to it or close it.
 */
public final class Connection {
    /** How long last words may take to be written and read, milliseconds. */
    public static final int LAST_WORDS = 2000;

    /** How long a client may take to read half of its outbox when it has asked for more than fits there, milliseconds. */
    private static final int PATIENCE = 60_000;

    private static final byte[] NOTHING = {};

    private final int number;
    private final Socket socket;
    private final InetAddress address;
    private final String peer;
    private final Delivery delivery;
    private final PlainRenderer plain;
    private final Scheduler scheduler;
    private final Consumer<Connection> onClose;
    private final Outbox outbox = new Outbox();
    private final AtomicBoolean leaving = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch flushed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Changed by the client's own reader, while it holds the lock of the hall. */
    private volatile boolean rich;

    /** One word each, for those who ask what the threads do. */
    private volatile String readerState = "starting";

    private volatile String writerState = "";

    private volatile String name = "";

    /** The client counts for its own address. */
    public Connection(
            int number,
            Socket socket,
            Delivery delivery,
            PlainRenderer plain,
            Scheduler scheduler,
            Consumer<Connection> onClose) {
        this(number, socket, socket.getInetAddress(), delivery, plain, scheduler, onClose);
    }

    /** {@code address} stands for the client's in limits and bans, see {@code AddressGroups}. */
    public Connection(
            int number,
            Socket socket,
            InetAddress address,
            Delivery delivery,
            PlainRenderer plain,
            Scheduler scheduler,
            Consumer<Connection> onClose) {
        this.number = number;
        this.socket = socket;
        this.address = address;
        this.peer = peer(socket);
        this.delivery = delivery;
        this.plain = plain;
        this.scheduler = scheduler;
        this.onClose = onClose;
    }

    public int number() {
        return number;
    }

    /** The address that the client counts for: its own, or one that stands for its network. */
    public InetAddress address() {
        return address;
    }

    /** Address and port of the client, for people to read. */
    public String peer() {
        return peer;
    }

    private static String peer(Socket socket) {
        String host = socket.getInetAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + socket.getPort();
    }

    public InputStream input() throws IOException {
        return socket.getInputStream();
    }

    public boolean isRich() {
        return rich;
    }

    public void becomeRich() {
        rich = true;
    }

    public String name() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public void setReaderState(String state) {
        readerState = state;
    }

    /** Said by a thread that writes to this client alone. */
    void setWriterState(String state) {
        writerState = state;
    }

    /** What the threads of this client do right now. */
    public List<ThreadReport> threads() {
        ThreadReport reader = ThreadReport.ofClient(threadName("reader"), "reader", name, readerState);
        String writing = writerState; // once: it changes
        return writing.isEmpty()
                ? List.of(reader)
                : List.of(reader, ThreadReport.ofClient(threadName("writer"), "writer", name, writing));
    }

    /** Like {@code client 7 ada reader}. */
    public String threadName(String role) {
        return "client " + number + (name.isEmpty() ? " " : " " + name + " ") + role;
    }

    /** A line to this client alone, in the way it wants to be spoken to. */
    public void send(Event event) {
        if (rich) {
            put(Batch.line(event.print()));
        } else {
            plain.render(event, name).ifPresent(this::sendPlain);
        }
        delivery.ring();
    }

    /** A line that only a plain client is sent. */
    public void sendPlain(String line) {
        put(Batch.rows(line));
        delivery.ring();
    }

    /** The first line of all. A program looks for it, so it is one row, however long it is. */
    public void greet(Greeting greeting) {
        put(Batch.line(greeting.print()));
        delivery.ring();
    }

    /** Who is in a room, to a plain client. */
    public void sendPeople(String room, List<Event.Who> people) {
        plain.people(room, people).forEach(this::sendPlain);
    }

    /**
     * Like {@link #send}, but waits for room in the outbox: for long answers, and for the client's own reader only, since
     * the client itself decides how long that takes.
     */
    public void sendPatiently(Event event) {
        try {
            if (outbox.awaitRoom(PATIENCE)) {
                send(event);
            } else {
                closeAsSlow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Puts a line into the outbox. False when it is full: then this client has been told goodbye. */
    boolean put(byte[] line) {
        if (outbox.put(line)) {
            return true;
        }
        closeAsSlow();
        return false;
    }

    /** Whether so much waits to be read that it should not be sent what can wait. */
    public boolean hasMuchToRead() {
        return outbox.isHalfFull();
    }

    private void closeAsSlow() {
        outbox.finishAtOnce(lastWords(new Event.Bye("", "slow", WORDS.get("bye.slow"))));
        leave();
    }

    /** Says {@code bye} after all that waits to be written, then closes. */
    public void goodbye(Event.Bye bye) {
        outbox.finish(lastWords(bye));
        leave();
    }

    /** Writes what waits to be written, then closes. */
    public void finish() {
        outbox.finish(NOTHING);
        leave();
    }

    private byte[] lastWords(Event.Bye bye) {
        return rich
                ? Batch.line(bye.print())
                : Batch.rows(plain.render(bye, name).orElseThrow());
    }

    /** A client that neither reads its last words nor closes its side is closed all the same. */
    private void leave() {
        if (leaving.compareAndSet(false, true)) {
            scheduler.after(LAST_WORDS, this::close);
        }
        delivery.ring();
    }

    /** Whether goodbye has been said: what this client still says does not count. */
    public boolean isLeaving() {
        return leaving.get();
    }

    // For whoever delivers

    boolean needsVisit() {
        return outbox.needsVisit();
    }

    boolean awaitMail() throws InterruptedException {
        return outbox.awaitMail();
    }

    /** Moves mail into {@code bag} and returns how many bytes of it. */
    public int fill(byte[] bag) {
        return outbox.drainTo(bag);
    }

    /** Blocks for as long as the client does not read. An error ends the connection and nothing else. */
    void write(byte[] bag, int length) {
        try {
            socket.getOutputStream().write(bag, 0, length);
            if (outbox.isDone()) {
                socket.shutdownOutput();
                flushed.countDown();
            }
        } catch (IOException e) {
            close();
        }
    }

    /** Waits until the last words have been written, or the connection has been closed. */
    public void awaitFlushed() throws InterruptedException {
        flushed.await();
    }

    /** Waits {@code milliseconds}, but no longer than this connection lives. */
    public void pause(long milliseconds) throws InterruptedException {
        ended.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** The same for the client's own reader, which is seen to wait. */
    public void pauseReader(long milliseconds) throws InterruptedException {
        readerState = "throttled";
        pause(milliseconds);
        readerState = "obeying";
    }

    public boolean isClosed() {
        return closed.get();
    }

    /** Ends every read and write on the socket at once. */
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        leaving.set(true);
        try {
            socket.close();
        } catch (IOException e) {
            // nothing is lost: there was nothing more to say
        }
        flushed.countDown();
        ended.countDown();
        outbox.close();
        delivery.remove(this);
        onClose.accept(this);
    }
}
