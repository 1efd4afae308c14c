package chatlab.server.web;

import chatlab.protocol.Words;
import chatlab.server.support.CannotStartException;
import chatlab.server.support.Scheduler;
import chatlab.server.support.Settings;
import chatlab.server.support.ThreadReport;
import chatlab.server.support.Threads;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The web page of the room, by the HTTP server of the JDK ({@code jdk.httpserver}). The room never depends on it: if the page
 * cannot be had, a sentence says why, and the room runs without it. Safe for use by several threads.
 */
public final class LabPage implements AutoCloseable {
    static final Words WORDS = new Words(LabPage.class);

    /** The path of the page for the projector, and of the stream that fills it. */
    static final String WALL = "/wall";

    static final String EVENTS = "/wall/events";

    /** The word in place of a port. */
    private static final String OFF = "off";

    private static final int DEFAULT_PORT = 8080;
    private static final int LAST_PORT = 65535;

    /**
     * Milliseconds that one write of an answer may take. The system lets a thread go on only after a third of its buffer has been
     * read. That buffer may hold 4 MB: with less time, a browser that reads 30 KB a second would count as stuck.
     */
    private static final int PATIENCE = 60_000;

    /** Milliseconds between two looks for writes that take longer. */
    private static final int LOOK_EVERY = 1000;

    /** Seconds that a thread waits for another request. */
    private static final int KEEP_THREAD = 10;

    /** Connections that the system keeps until they are accepted. */
    private static final int BACKLOG = 256;

    /** Null when there is no page; then the next four are, too. */
    private final HttpServer server;

    private final ExecutorService workers;
    private final PageHandler handler;
    private final Wall wall;
    private final Place place;

    private LabPage(HttpServer server, ExecutorService workers, PageHandler handler, Wall wall, Place place) {
        this.server = server;
        this.workers = workers;
        this.handler = handler;
        this.wall = wall;
        this.place = place;
    }

    /**
     * The page for the room on this socket. It answers from {@link #start} on.
     *
     * @param notes is told why there is no page, and of faults
     * @param state what the wall shows; asked by one thread at a time, and only while a browser shows the wall
     * @throws CannotStartException if the settings have no address to listen on
     */
    public static LabPage open(
            Settings settings, ServerSocket room, Threads threads, Consumer<String> notes, Supplier<WallState> state)
            throws CannotStartException {
        return open(settings, room, threads, notes, KitFiles.ofThisProgram(), new PictureFeed(state), PATIENCE);
    }

    static LabPage open(
            Settings settings,
            ServerSocket room,
            Threads threads,
            Consumer<String> notes,
            KitFiles kit,
            PictureFeed feed,
            int patience)
            throws CannotStartException {
        String wanted = settings.web();
        boolean byItself = wanted.isEmpty();
        // a room on any free port is a test, and has no page of its own accord
        boolean unwanted = byItself && (settings.listenOn().port() == 0 || !kit.haveClient());
        if (unwanted || wanted.equalsIgnoreCase(OFF)) {
            return none();
        }
        int port = byItself ? DEFAULT_PORT : portOf(wanted);
        if (port < 0) {
            notes.accept(WORDS.get("bad-port", wanted));
            return none();
        }
        try {
            LabPage page = listen(settings.title(), room, port, threads, notes, kit, feed, patience);
            if (!kit.haveClient()) {
                notes.accept(WORDS.get("no-kit"));
            }
            return page;
        } catch (IOException e) {
            notes.accept(explain(e, String.valueOf(port)));
            return none();
        }
    }

    private static LabPage none() {
        return new LabPage(null, null, null, null, null);
    }

    private static LabPage listen(
            String title,
            ServerSocket room,
            int port,
            Threads threads,
            Consumer<String> notes,
            KitFiles kit,
            PictureFeed feed,
            int patience)
            throws IOException {
        HttpLimits.set();
        HttpServer server = HttpServer.create(new InetSocketAddress(room.getInetAddress(), port), BACKLOG);
        Place place = new Place(
                room.getInetAddress(), room.getLocalPort(), server.getAddress().getPort());
        Wall wall = new Wall(threads, feed);
        PageHandler handler =
                new PageHandler(new Once<>(() -> new PageTable(title, place, kit)), place, patience, wall, notes);
        AtomicInteger made = new AtomicInteger();
        // a thread for each connection, since it also reads the request: clients that send half of one hold up no other
        ExecutorService workers = new ThreadPoolExecutor(
                0,
                HttpLimits.CONNECTIONS,
                KEEP_THREAD,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> threads.unstarted("web " + made.incrementAndGet(), task));
        server.createContext("/", handler);
        server.setExecutor(workers);
        return new LabPage(server, workers, handler, wall, place);
    }

    private static String explain(IOException error, String port) {
        String message = String.valueOf(error.getMessage());
        boolean taken = error instanceof BindException && !message.contains("ermission");
        return taken ? WORDS.get("in-use", port) : WORDS.get("failed", port, message);
    }

    /** A port, 0 for any free one, or -1. */
    private static int portOf(String wanted) {
        try {
            int port = Integer.parseInt(wanted);
            return port <= LAST_PORT ? port : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** {@code scheduler} looks for answers that are not read. */
    public void start(Scheduler scheduler) {
        if (isOpen()) {
            scheduler.every(LOOK_EVERY, handler::endStuckAnswers);
            workers.execute(handler::prepare);
            server.start();
        }
    }

    public boolean isOpen() {
        return server != null;
    }

    /** The TCP port of the page, or 0 if there is none. */
    public int port() {
        return isOpen() ? server.getAddress().getPort() : 0;
    }

    /** The address of the wall that shows names, for the instructor only; empty without a page. */
    public String wallWithNames() {
        // a browser keeps what follows the # for itself, so the token is in no request and in no log
        return isOpen()
                ? place.pageAt(place.hostFor(InetAddress.getLoopbackAddress())) + WALL + "#" + wall.token()
                : "";
    }

    /** One report for all threads of an open page. */
    public ThreadReport thread() {
        return ThreadReport.ofServer("web", handler.countDownloads() > 0 ? "sending" : "waiting");
    }

    /** Ends all connections to the page, also in the middle of a download. */
    @Override
    public void close() {
        if (!isOpen()) {
            return;
        }
        wall.close();
        server.stop(0);
        workers.shutdownNow();
        try {
            workers.awaitTermination(1, TimeUnit.SECONDS);
            wall.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
