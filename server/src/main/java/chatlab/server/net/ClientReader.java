package chatlab.server.net;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.BadLineException;
import chatlab.protocol.Chat1;
import chatlab.protocol.EndlessLineException;
import chatlab.protocol.Event;
import chatlab.protocol.Greeting;
import chatlab.protocol.LineReader;
import chatlab.protocol.Text;
import chatlab.server.delivery.Connection;
import chatlab.server.limits.IdleWatch;
import chatlab.server.session.Session;
import chatlab.server.session.Shared;
import java.io.IOException;
import java.io.InputStream;

/**
 * The client's thread: reads a line, obeys it, reads the next one. An error ends this thread and the client's connection, and
 * nothing else.
 */
final class ClientReader implements Runnable {
    /** This many unreadable lines in a row end the connection. */
    private static final int MAX_BAD_LINES = 10;

    /** The first byte of a client that speaks TLS. */
    private static final int TLS_HANDSHAKE = 0x16;

    private final Connection connection;
    private final Shared server;
    private final Session session;
    private final LineReader lines;
    private final IdleWatch.Watched watched;

    ClientReader(Connection connection, Shared server) throws IOException {
        this.connection = connection;
        this.server = server;
        this.session = new Session(connection, server);
        this.watched = server.idleWatch().watch(connection, this::giveUpIdle);
        InputStream text = new TelnetFilter(connection.input(), () -> !connection.isRich(), watched::knowsLineEnd);
        this.lines = new LineReader(text, Chat1.CLIENT_LINE);
    }

    // begin run
    @Override
    public void run() {
        try {
            greet();
            letInAfterAWhile();
            if (isTls()) {
                giveUp("bye.tls");
            } else {
                obeyLines();
            }
        } catch (EndlessLineException e) {
            giveUp("bye.endless");
        } catch (IOException e) {
            connection.close(); // reset by the client, or closed by the server
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            giveUp("bye.fault");
            throw e;
        } finally {
            try {
                session.end("lost", "");
            } finally {
                leaveSlowly();
            }
        }
    }
    // end run

    private void greet() {
        String title = server.settings().title();
        connection.greet(new Greeting(title, server.eventLog().isRecording(), connection.name()));
    }

    /** Lets the client in after a while, although it has sent nothing. */
    private void letInAfterAWhile() {
        server.scheduler().after(server.settings().joinMillis(), session::enter);
    }

    /** Waits for the first bytes. TLS has no lines, so this cannot wait for the end of one. */
    private boolean isTls() throws IOException {
        return readMore() && lines.peek() == TLS_HANDSHAKE;
    }

    private void obeyLines() throws IOException, InterruptedException {
        boolean first = true;
        int badLines = 0;
        while (!connection.isLeaving()) {
            try {
                String line = nextLine();
                if (line == null) {
                    session.end(connection.isRich() ? "lost" : "quit", "");
                    return;
                }
                if (first && isHttp(line)) {
                    giveUp("bye.http");
                    return;
                }
                first = false;
                badLines = 0;
                session.obey(line);
            } catch (BadLineException e) {
                if (++badLines == MAX_BAD_LINES) {
                    giveUp("bye.junk");
                    return;
                }
                session.badLine(e.code());
            }
            if (!lines.hasLine()) {
                session.publish(); // the next read may wait for a long time
            }
            watched.lineEnds(
                    session.isPasting()); // the idle watch ends clients that leave a line or a paste unfinished
        }
    }

    /**
     * The next line, or null when the client has ended its side. The last line of a plain client may lack its line end. Lines
     * of a plain client may have backspaces: a terminal without a line editor sends them as they are typed.
     */
    private String nextLine() throws IOException, BadLineException {
        while (!lines.hasLine()) {
            if (!readMore()) {
                return connection.isRich() ? null : edited(lines.takeRest());
            }
        }
        String line = lines.readLine();
        return connection.isRich() ? line : edited(line);
    }

    private static String edited(String line) {
        return line == null ? null : Text.edited(line);
    }

    /** Reads once. False when the client has ended its side, or was told goodbye during the read. */
    private boolean readMore() throws IOException {
        watched.readingBegins(lines.isMidLine(), session.isPasting());
        connection.setReaderState("reading");
        boolean more = lines.readMore();
        watched.readingEnds();
        connection.setReaderState("obeying");
        return more && !connection.isLeaving();
    }

    private static boolean isHttp(String line) {
        // contains first: to compile a pattern for each client would cost 1.6 KB of garbage
        return line.contains(" HTTP/") && line.matches("[A-Z]+ \\S+ HTTP/\\d\\.\\d");
    }

    private void giveUp(String why) {
        connection.goodbye(new Event.Bye("", "error", WORDS.get(why)));
    }

    /** Called by the thread of the watch while the reader waits in read(). So the person leaves at once, not after the read. */
    private void giveUpIdle(String why) {
        giveUp(why);
        session.end("lost", "");
    }

    /**
     * Waits until the last words are written, then reads until the client closes its side. If this server closed a socket
     * from which it has not read all bytes, the system would throw away the last words. The connection closes itself if this
     * takes too long.
     */
    private void leaveSlowly() {
        connection.setReaderState("leaving");
        try {
            connection.finish();
            connection.awaitFlushed();
            InputStream rest = connection.input();
            byte[] unread = new byte[4096];
            while (rest.read(unread) >= 0) {
                // the client has been told goodbye
            }
        } catch (IOException | InterruptedException e) {
            // closed meanwhile
        } finally {
            connection.close();
            server.connectionLimit().disconnect(connection.address());
        }
    }
}
