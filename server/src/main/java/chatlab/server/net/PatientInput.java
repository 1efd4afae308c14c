package chatlab.server.net;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Chat1;
import chatlab.protocol.Event;
import chatlab.protocol.LineReader;
import chatlab.server.delivery.Connection;
import chatlab.server.session.Session;
import chatlab.server.support.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * What comes from a client, and what is done while nothing comes: a silent rich client is asked whether it is still
 * there. A client that has begun a line and does not end it is given up; a plain one is told before that how a line ends.
 * Saying nothing at all is fine.
 */
final class PatientInput extends InputStream {
    private static final int TLS_HANDSHAKE = 0x16;

    private final Connection connection;
    private final Session session;
    private final Settings settings;
    private final InputStream in;
    private final TelnetFilter telnet = new TelnetFilter();
    private LineReader lines;
    private long heardAt;
    private long begunAt;
    private boolean heardAnything;
    private boolean begun;
    private boolean midLine;
    private boolean toldOfLineEnd;
    private boolean pinged;

    PatientInput(Connection connection, Session session, Settings settings) throws IOException {
        this.connection = connection;
        this.session = session;
        this.settings = settings;
        this.in = connection.input();
    }

    /** Patience has an end; the message is the key of the words for it. */
    static final class OutOfPatienceException extends IOException {
        private static final long serialVersionUID = 1;

        OutOfPatienceException(String key) {
            super(key);
        }
    }

    /** The reader that makes lines of this input. */
    void watch(LineReader lines) {
        this.lines = lines;
    }

    /** What has been begun has been finished. */
    void lineIsDone() {
        begun = false;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        midLine = lines.isMidLine();
        if (!begun && (midLine || session.isPasting())) {
            begun = true;
            begunAt = System.nanoTime();
        }
        heardAt = System.nanoTime(); // whether it came or was obeyed just now: the client was not silent
        pinged = false;
        connection.setReaderState("reading");
        while (true) {
            try {
                connection.setReadTimeout(checkPatience());
                int count = in.read(buffer, offset, length);
                int text = count > 0 ? heard(buffer, offset, count) : count;
                if (text != 0) {
                    connection.setReaderState("obeying");
                    return text;
                }
            } catch (SocketTimeoutException e) {
                // look what is due
            }
        }
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("a line reader reads as much as there is");
    }

    /** Returns how many of the bytes are text. */
    private int heard(byte[] buffer, int offset, int count) throws OutOfPatienceException {
        if (!heardAnything && buffer[offset] == TLS_HANDSHAKE) {
            throw new OutOfPatienceException("bye.tls");
        }
        heardAnything = true;
        if (connection.isRich()) {
            return count;
        }
        int text = telnet.keepText(buffer, offset, count);
        if (telnet.taken() > Chat1.ENDLESS_LINE) {
            throw new OutOfPatienceException("bye.endless");
        }
        return text;
    }

    /** Does what is due, and returns after how many milliseconds something else will be; 0 is never. */
    private int checkPatience() throws OutOfPatienceException {
        long wait = Long.MAX_VALUE;
        if (begun) {
            long left = left(begunAt, settings.lineMillis());
            if (left <= 0) {
                throw new OutOfPatienceException("bye.unfinished");
            }
            wait = left;
        }
        if (connection.isRich()) {
            wait = Math.min(wait, checkSilence());
        } else if (midLine && !toldOfLineEnd && !telnet.hasSeenCommand()) { // a terminal's user knows the Enter key
            wait = Math.min(wait, checkLineEnd());
        }
        return wait == Long.MAX_VALUE ? 0 : (int) wait;
    }

    private long checkSilence() throws OutOfPatienceException {
        long left = left(heardAt, pinged ? 2 * settings.pingMillis() : settings.pingMillis());
        if (left > 0) {
            return left;
        }
        if (pinged) {
            throw new OutOfPatienceException("bye.silent");
        }
        connection.send(new Event.Ping(""));
        pinged = true;
        return checkSilence();
    }

    /** The client of many a first tutorial ends no line, and its author waits for an answer: so tell it, once. */
    private long checkLineEnd() {
        long left = left(heardAt, settings.hintMillis());
        if (left <= 0) {
            connection.sendPlain("* " + WORDS.get("no-line-end"));
            toldOfLineEnd = true;
            return Long.MAX_VALUE;
        }
        return left;
    }

    private static long left(long since, int millis) {
        long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
        return passed >= millis ? 0 : millis - passed;
    }
}
