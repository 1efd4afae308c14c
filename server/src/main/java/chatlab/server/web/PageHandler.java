package chatlab.server.web;

import static chatlab.server.web.LabPage.WORDS;

import chatlab.server.limits.AddressGroups;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;

/** Answers one request after the other, in the threads of the page. */
final class PageHandler implements HttpHandler {
    /** Bytes. The system takes a smaller answer from the thread at once, even if the browser does not read it. */
    private static final long LARGE = 64 * 1024;

    /** Large answers at the same time; a browser that wants a further one is asked to come again. */
    private static final int DOWNLOADS = 16;

    /** Seconds until a browser that was refused a download asks again. */
    private static final String PAUSE = "3";

    private static final String EVENTS = "text/event-stream; charset=utf-8";

    /** To scripts of others this page is closed, and a browser does not guess what an answer is. */
    private static final List<List<String>> SAFETY = List.of(
            List.of(
                    "Content-Security-Policy",
                    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
            List.of("X-Content-Type-Options", "nosniff"),
            List.of("Referrer-Policy", "no-referrer"),
            List.of("Cross-Origin-Resource-Policy", "same-origin"),
            List.of("Cache-Control", "no-cache"));

    private final Once<PageTable> table;
    private final Place place;
    private final HostRule hosts = new HostRule();
    private final AddressGroups groups = AddressGroups.ofThisMachine();
    private final DownloadPlaces downloads = new DownloadPlaces(DOWNLOADS);
    private final WriteWatch writes;
    private final Wall wall;
    private final DownloadPace pace = new DownloadPace();
    private final Consumer<String> complaints;

    /** {@code patience}: milliseconds that one write of an answer may take. */
    PageHandler(Once<PageTable> table, Place place, int patience, Wall wall, Consumer<String> complaints) {
        this.table = table;
        this.place = place;
        this.writes = new WriteWatch(patience, System::nanoTime);
        this.wall = wall;
        this.complaints = complaints;
    }

    /** Makes the table, which lists the files of the book: the server listens sooner if another thread does that. */
    void prepare() {
        try {
            table.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int countDownloads() {
        return downloads.countTaken();
    }

    /** Ends the answers of which the browser takes nothing any more. Does not block. */
    void endStuckAnswers() {
        writes.look();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        boolean takenOver = false;
        try {
            takenOver = answer(exchange);
        } catch (RuntimeException e) {
            complaints.accept(WORDS.get("fault", e));
        } finally {
            if (!takenOver) {
                exchange.close();
            }
        }
    }

    /** Whether the wall has taken the request over, and ends it. */
    private boolean answer(HttpExchange exchange) throws IOException {
        // after one answer: a client that asks again and again and reads none of the answers would hold a thread
        exchange.getResponseHeaders().set("Connection", "close");
        InetAddress arrived = exchange.getLocalAddress().getAddress();
        String host = place.hostFor(arrived);
        if (!exchange.getRequestMethod().equals("GET") && !isHead(exchange)) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            send(exchange, 405, table.get().message("/", "method"));
        } else if (!place.covers(arrived) || !isForUs(exchange)) {
            send(exchange, 421, table.get().message(place.pageAt(host), "misdirected", place.pageAt(host)));
        } else {
            String path = exchange.getRequestURI().getRawPath();
            if (LabPage.EVENTS.equals(path)) {
                return sendEvents(exchange);
            }
            Content content = path == null ? null : table.get().find(path, host);
            if (content == null) {
                send(exchange, 404, table.get().message("/", "not-found"));
            } else {
                sendFound(exchange, content);
            }
        }
        return false;
    }

    private boolean sendEvents(HttpExchange exchange) throws IOException {
        addSafety(exchange);
        exchange.getResponseHeaders().set("Content-Type", EVENTS);
        if (isHead(exchange)) {
            exchange.sendResponseHeaders(200, -1);
            return false;
        }
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        if (wall.open(exchange, shown == null ? "" : shown.replaceFirst("(?i)^Bearer ", ""))) {
            return true;
        }
        exchange.getResponseHeaders().set("Retry-After", PAUSE);
        send(exchange, 503, table.get().message(LabPage.WALL, "wall-full", wall.countStreams()));
        return false;
    }

    /** A request of HTTP/1.0, as a person types it in nc, names no host. A browser always does. */
    private boolean isForUs(HttpExchange exchange) throws IOException {
        List<String> named = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        return named.isEmpty()
                ? exchange.getProtocol().equals("HTTP/1.0")
                : named.size() == 1 && hosts.allows(named.get(0));
    }

    private void sendFound(HttpExchange exchange, Content content) throws IOException {
        if (content.length() <= LARGE) {
            sendUnlessKnown(exchange, content);
            return;
        }
        InetAddress visitor = groups.groupOf(exchange.getRemoteAddress().getAddress());
        if (!downloads.take(visitor)) {
            // the browser loads the address again by itself, which works without script
            exchange.getResponseHeaders().set("Retry-After", PAUSE);
            exchange.getResponseHeaders().set("Refresh", PAUSE);
            send(exchange, 503, table.get().message("/", "busy"));
            return;
        }
        try {
            sendUnlessKnown(exchange, content);
        } finally {
            downloads.leave(visitor);
        }
    }

    private void sendUnlessKnown(HttpExchange exchange, Content content) throws IOException {
        try {
            String tag = "\"" + content.sha256() + "\"";
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                addSafety(exchange);
                exchange.sendResponseHeaders(304, -1);
            } else {
                send(exchange, 200, content);
            }
        } catch (KitFile.ChangedException e) {
            exchange.getResponseHeaders().remove("ETag");
            send(exchange, 503, table.get().message("/", "changed"));
        }
    }

    private void send(HttpExchange exchange, int status, Content content) throws IOException {
        try (InputStream in = content.open()) {
            Headers headers = exchange.getResponseHeaders();
            addSafety(exchange);
            headers.set("Content-Type", content.type());
            long length = content.length();
            if (isHead(exchange)) {
                headers.set("Content-Length", String.valueOf(length));
                exchange.sendResponseHeaders(status, -1);
            } else {
                exchange.sendResponseHeaders(status, length);
                copy(in, writes.watch(exchange.getResponseBody()), length > LARGE);
            }
        }
    }

    private void copy(InputStream in, OutputStream out, boolean large) throws IOException {
        byte[] chunk = new byte[DownloadPace.CHUNK];
        try {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                if (large) {
                    pace.await();
                }
                out.write(chunk, 0, count);
            }
            out.close();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("the server is closing");
        }
    }

    private static void addSafety(HttpExchange exchange) {
        SAFETY.forEach(header -> exchange.getResponseHeaders().set(header.get(0), header.get(1)));
    }

    private static boolean isHead(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("HEAD");
    }
}
