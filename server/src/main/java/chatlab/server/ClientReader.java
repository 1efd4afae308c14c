package chatlab.server;

import chatlab.protocol.BadLineException;
import chatlab.protocol.Chat1;
import chatlab.protocol.EndlessLineException;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.Greeting;
import chatlab.protocol.LineReader;
import java.io.IOException;
import java.io.InputStream;

/**
 * The client's thread: reads a line, obeys it, reads the next one. When it meets an error it ends, and only this client
 * is gone.
 */
final class ClientReader implements Runnable {
    /** Lines that cannot be read at all, one after the other, before we give up. */
    private static final int MAX_BAD_LINES = 10;

    /**
     * Milliseconds after which a paste is refused rather than waited for: many that are ready at the same time would
     * silence all others from the same address for minutes.
     */
    private static final int LONGEST_FOR_PASTE = 10_000;

    private final Connection connection;
    private final Services server;
    private final Session session;
    private final PatientInput input;
    private final LineReader lines;
    private final FloodGate gate = FloodGate.ofClient(System.nanoTime());

    /** Whether it was said that the address has to wait: once, since it may be so again and again while others talk. */
    private boolean addressWarned;

    ClientReader(Connection connection, Services server) throws IOException {
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

    /** Lets in who has said nothing for a while; later where its address has to wait, and so may its first line. */
    private void letInAfterAWhile() {
        int aWhile = server.settings().joinMillis;
        server.housekeeper().after(aWhile, () -> {
            if (!session.hasEntered() && !connection.isLeaving()) {
                long wait = server.gates().reserve(connection.address(), 0, System.nanoTime());
                server.housekeeper().after(wait == 0 ? 0 : wait + aWhile, session::enter);
            }
        });
    }

    private void greet() {
        String title = server.settings().title;
        String greeting = new Greeting(title, server.journal().isRecording(), connection.name()).print();
        connection.sendPlain(greeting);
    }

    private void readLines() throws IOException, InterruptedException {
        boolean first = true;
        int badLines = 0;
        while (!connection.isLeaving()) {
            try {
                String line = lines.readLine();
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
                inTurn(session.costToAddress(line), () -> session.obey(line));
            } catch (BadLineException e) {
                if (++badLines == MAX_BAD_LINES) {
                    giveUp("bye.junk");
                    return;
                }
                inTurn(session.isPasting() ? 0 : 1, () -> session.badLine(e.code()));
            }
            if (!lines.hasLine()) {
                session.speak(); // before anything that may wait
            }
            if (!session.isPasting()) {
                input.lineIsDone();
            }
        }
    }

    /** Does what one line asks for. Makes this client wait before that when it, or all from its address, talk too fast. */
    private void inTurn(int costToAddress, Runnable obey) throws InterruptedException {
        int cost = session.isPasting() ? 0 : 1; // a paste is paid for by its size
        if (isThrottled()) {
            awaitTurn(cost);
            awaitTurnOfAddress(costToAddress);
        }
        if (connection.isLeaving()) {
            return; // the place at the address was given back, and nothing else was paid
        }
        obey.run();
        int answers = session.takeCostOfAnswers();
        cost += answers + session.takeCostOfPastes();
        if (isThrottled()) {
            gate.charge(cost, System.nanoTime());
            server.gates().charge(connection.address(), answers, System.nanoTime());
        }
    }

    private boolean isThrottled() {
        return server.settings().flood.isOn() && !session.isInstructor();
    }

    private void awaitTurn(int cost) throws InterruptedException {
        long wait = gate.askFor(cost, System.nanoTime());
        if (gate.waitsInARow() > server.settings().floodWaits) {
            session.speak();
            giveUp("bye.flood");
        } else if (wait > 0) {
            pause(wait, gate.shouldWarn() ? "slow-down" : "");
        }
    }

    private void awaitTurnOfAddress(int cost) throws InterruptedException {
        if (cost == 0 || connection.isLeaving()) {
            return;
        }
        long wait = server.gates().reserve(connection.address(), cost, System.nanoTime());
        if (wait == 0) {
            return;
        }
        if (wait > LONGEST_FOR_PASTE && session.isPasting()) {
            server.gates().charge(connection.address(), -cost, System.nanoTime());
            session.refusePaste(ErrorCode.FULL, Words.get("full.pastes"));
            return;
        }
        boolean warn = session.hasEntered() && !addressWarned; // before, a program waits for other lines
        addressWarned |= warn;
        pause(wait, warn ? "slow-down.address" : "");
        if (connection.isLeaving()) {
            server.gates().charge(connection.address(), -cost, System.nanoTime());
        }
    }

    /** {@code words}: the key of what to say about it, or empty. */
    private void pause(long milliseconds, String words) throws InterruptedException {
        session.speak();
        if (!words.isEmpty()) {
            connection.send(new Event.Note("slow-down", Words.get(words)));
        }
        connection.setReaderState("throttled");
        connection.pause(milliseconds);
        connection.setReaderState("obeying");
    }

    private void giveUp(String why) {
        connection.goodbye(new Event.Bye("", "error", Words.get(why)));
    }

    private static boolean isHttp(String line) {
        // a pattern costs each newcomer some 1.6 KB of garbage, and few are browsers
        return line.contains(" HTTP/") && line.matches("[A-Z]+ \\S+ HTTP/\\d\\.\\d");
    }

    /**
     * Lets the last words reach the client: they would be lost if we closed while something it sent is still unread. The
     * housekeeper sees to it that this does not last.
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
            server.admission().disconnect(connection.address());
        }
    }
}
