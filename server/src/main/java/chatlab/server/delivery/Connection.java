package chatlab.server.delivery;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Endpoint;
import chatlab.protocol.Event;
import chatlab.protocol.Greeting;
import chatlab.protocol.PlainRenderer;
import chatlab.server.support.ThreadReport;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One client's socket with its outbox. The client's reader thread reads from it, the {@link Delivery} writes to it. Any thread
 * may put a line into the outbox, say goodbye or close it: safe for use by several threads.
 */
public final class Connection {
    /** How long a long answer waits for room in the outbox, milliseconds. */
    private static final int PATIENCE = 60_000;

    private final int number;
    private final Socket socket;
    private final InetAddress address;
    private final String peer;
    private final Delivery delivery;
    private volatile PlainRenderer plain;
    private final Executor afterLastWords;
    private final Consumer<Connection> onClose;
    private final Outbox outbox = new Outbox();
    private final AtomicBoolean leaving = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch flushed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Changed by the client's own reader, while it holds the lock of the hall. */
    private volatile boolean rich;

    private volatile String name = "";

    // What the two threads of this client do, one word each. The writer's is empty where the postman is the writer.
    private volatile String readerState = "starting";
    private volatile String writerState = "";
    private volatile int turns; // written by the reader only

    /**
     * @param number of the client, in the names of its threads
     * @param address for limits and bans: the client's address, or the address that stands for its network
     * @param afterLastWords runs its task when the client has had enough time to read the last words
     * @param onClose is called once, when the connection is closed
     */
    public Connection(
            int number,
            Socket socket,
            InetAddress address,
            Delivery delivery,
            PlainRenderer plain,
            Executor afterLastWords,
            Consumer<Connection> onClose) {
        this.number = number;
        this.socket = socket;
        this.address = address;
        this.peer = new Endpoint(socket.getInetAddress().getHostAddress(), socket.getPort()).toString();
        this.delivery = delivery;
        this.plain = plain;
        this.afterLastWords = afterLastWords;
        this.onClose = onClose;
    }

    public int number() {
        return number;
    }

    /** For limits and bans: the client's address, or the address that stands for its network. */
    public InetAddress address() {
        return address;
    }

    /** Address and port of the client, for people to read. */
    public String peer() {
        return peer;
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

    /** Whether a plain client is shown the numbers of messages. */
    public void showIds(boolean shown) {
        plain = plain.withIds(shown);
    }

    public String name() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public void setReaderState(String state) {
        turns++;
        readerState = state;
    }

    /** Set by a thread that writes to this client only. */
    void setWriterState(String state) {
        writerState = state;
    }

    /** What the threads of this client do right now. */
    public List<ThreadReport> threads() {
        String writing = writerState; // read once, since it changes
        ThreadReport reader = report("reader", readerState);
        return writing.isEmpty() ? List.of(reader) : List.of(reader, report("writer", writing));
    }

    public MailFigures figures() {
        return outbox.figures(turns);
    }

    private ThreadReport report(String role, String state) {
        return ThreadReport.ofClient(threadName(role), role, name, state);
    }

    /** Like {@code client 7 ada reader}. */
    public String threadName(String role) {
        return "client " + number + (name.isEmpty() ? " " : " " + name + " ") + role;
    }

    /** Sends an event to this client only: as a line of the protocol, or in words to a plain client. */
    public void send(Event event) {
        if (rich) {
            sendLine(event.print());
        } else {
            plain.render(event, name).ifPresent(this::sendPlain);
        }
    }

    /** Sends words to a plain client, in rows that fit its terminal. */
    public void sendPlain(String line) {
        put(Batch.rows(line));
        delivery.ring();
    }

    /** Sends the first line of all. Programs look for it, so it is one row, however long it is. */
    public void greet(Greeting greeting) {
        sendLine(greeting.print());
    }

    private void sendLine(String line) {
        put(Batch.line(line));
        delivery.ring();
    }

    /**
     * Waits for room in the outbox, before the next piece of a long answer to the client itself: its own reader waits for as
     * long as the client takes to read.
     */
    public void awaitRoom() {
        try {
            if (!outbox.awaitRoom(PATIENCE)) {
                goodbyeToSlow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Puts the lines of a batch into the outbox. False when it is full, and then goodbye is said to this client. */
    public boolean put(Batch batch) {
        byte[] lines = rich ? batch.rich() : batch.plain(plain);
        if (lines.length == 0 || outbox.put(lines)) {
            return true;
        }
        goodbyeToSlow();
        return false;
    }

    private void put(byte[] mail) {
        if (!outbox.put(mail)) {
            goodbyeToSlow();
        }
    }

    /** Whether the client has so much to read that mail which can wait should not be sent now. */
    public boolean hasMuchToRead() {
        return outbox.isHalfFull();
    }

    private void goodbyeToSlow() {
        outbox.finishAtOnce(lastWords(new Event.Bye("", "slow", WORDS.get("bye.slow"))));
        leave();
    }

    /** Says {@code bye} after all mail that waits, then closes. */
    public void goodbye(Event.Bye bye) {
        outbox.finish(lastWords(bye));
        leave();
    }

    /** Writes all mail that waits, then closes. */
    public void finish() {
        outbox.finish(new byte[0]);
        leave();
    }

    private byte[] lastWords(Event.Bye bye) {
        return rich
                ? Batch.line(bye.print())
                : Batch.rows(plain.render(bye, name).orElseThrow());
    }

    /** The reader closes when the client has read the last words; otherwise this is closed after a while. */
    private void leave() {
        if (leaving.compareAndSet(false, true)) {
            afterLastWords.execute(this::close);
        }
        delivery.ring();
    }

    /** Whether goodbye has been said: lines that this client still sends are not obeyed. */
    public boolean isLeaving() {
        return leaving.get();
    }

    /** For the delivery. */
    Outbox outbox() {
        return outbox;
    }

    /** Blocks for as long as the client does not read. An error closes this connection. */
    void write(byte[] buffer, int length) {
        try {
            socket.getOutputStream().write(buffer, 0, length);
            if (outbox.isDone()) {
                socket.shutdownOutput();
                flushed.countDown();
            }
        } catch (IOException e) {
            close();
        }
    }

    /** Waits until the last words are written or the connection is closed. */
    public void awaitFlushed() throws InterruptedException {
        flushed.await();
    }

    /** Waits {@code milliseconds}, or until the connection is closed. */
    public void pause(long milliseconds) throws InterruptedException {
        ended.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** The same for the client's own reader, whose thread report says so. */
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
            // closed all the same, and nothing more is to be written
        }
        flushed.countDown();
        ended.countDown();
        outbox.close();
        delivery.remove(this);
        onClose.accept(this);
    }
}
