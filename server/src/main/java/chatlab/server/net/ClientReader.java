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
import chatlab.server.session.Session;
import chatlab.server.session.Shared;
import java.io.IOException;
import java.io.InputStream;

/**
 * The client's thread: reads a line, obeys it, reads the next one. When it meets an error it ends, and only this client
 * is gone.
 */
final class ClientReader implements Runnable {
    /** Lines that cannot be read at all, one after the other, before we give up. */
    private static final int MAX_BAD_LINES = 10;

    private final Connection connection;
    private final Shared server;
    private final Session session;
    private final PatientInput input;
    private final LineReader lines;

    ClientReader(Connection connection, Shared server) throws IOException {
        this.connection = connection;
        this.server = server;
        this.session = new Session(connection, server);
        this.input = new PatientInput(connection, session, server.settings());
        this.lines = new LineReader(input, Chat1.CLIENT_LINE);
        input.watch(lines);
    }

    @Override
    public void run() {
        try {
            greet();
            letInAfterAWhile();
            readLines();
        } catch (EndlessLineException e) {
            giveUp("bye.endless");
        } catch (PatientInput.OutOfPatienceException e) {
            giveUp(e.getMessage());
        } catch (IOException e) {
            connection.close(); // reset by the client, or closed by us
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

    /** Lets a client in that has said nothing for a while. */
    private void letInAfterAWhile() {
        server.scheduler().after(server.settings().joinMillis(), session::enter);
    }

    private void greet() {
        String title = server.settings().title();
        connection.greet(new Greeting(title, server.eventLog().isRecording(), connection.name()));
    }

    private void readLines() throws IOException, InterruptedException {
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
                inTurn(() -> session.obey(line));
            } catch (BadLineException e) {
                if (++badLines == MAX_BAD_LINES) {
                    giveUp("bye.junk");
                    return;
                }
                inTurn(() -> session.badLine(e.code()));
            }
            if (!lines.hasLine()) {
                session.speak(); // before anything that may wait
            }
            if (!session.isPasting()) {
                input.lineIsDone();
            }
        }
    }

    /**
     * The next line, or null when the client has ended its side. A plain client may do that without having ended its last
     * line, and may have typed backspaces, which a terminal without a line editor sends as they are.
     */
    private String nextLine() throws IOException, BadLineException {
        String line = lines.readLine();
        if (connection.isRich()) {
            return line;
        }
        String last = line == null ? lines.takeRest() : line;
        return last == null ? null : Text.edited(last);
    }

    /** Obeys a line, after the wait that a client which talks too fast has to bear. */
    private void inTurn(Runnable obey) throws InterruptedException {
        session.awaitTurn();
        if (!connection.isLeaving()) {
            obey.run();
        }
    }

    private void giveUp(String why) {
        connection.goodbye(new Event.Bye("", "error", WORDS.get(why)));
    }

    private static boolean isHttp(String line) {
        // a pattern costs each newcomer some 1.6 KB of garbage, and few are browsers
        return line.contains(" HTTP/") && line.matches("[A-Z]+ \\S+ HTTP/\\d\\.\\d");
    }

    /**
     * Lets the last words reach the client: they would be lost if we closed while something it sent is still unread. The
     * scheduler sees to it that this does not last.
     */
    private void leaveSlowly() {
        connection.setReaderState("leaving");
        try {
            connection.finish();
            connection.awaitFlushed();
            connection.setReadTimeout(0);
            InputStream rest = connection.input();
            byte[] unread = new byte[4096];
            while (rest.read(unread) >= 0) {
                // too late to be obeyed
            }
        } catch (IOException | InterruptedException e) {
            // closed: that is what we waited for
        } finally {
            connection.close();
            server.connectionLimit().disconnect(connection.address());
        }
    }
}
