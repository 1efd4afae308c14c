import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The lines that wait to be written to one client. A thread of its own writes them; no other thread ever waits for the client. */
public final class Outbox implements Runnable {
    private final OutputStream out;
    private final int mostBytes;
    private List<byte[]> waiting = new ArrayList<>();
    private int waitingBytes;
    private boolean closed;

    /** An outbox in which at most so many bytes wait. */
    public Outbox(OutputStream out, int mostBytes) {
        this.out = out;
        this.mostBytes = mostBytes;
    }

    /** Puts a line in. False, and nothing is put, when it does not fit or the outbox is closed. Never waits. */
    public synchronized boolean put(String line) {
        byte[] bytes = (line + "\n").getBytes(UTF_8);
        if (closed || waitingBytes + bytes.length > mostBytes) {
            return false;
        }
        waiting.add(bytes);
        waitingBytes += bytes.length;
        notifyAll();
        return true;
    }

    /** Writes what waits, until the outbox is closed and empty. */
    @Override
    public void run() {
        try {
            byte[] bytes = takeAll();
            while (bytes.length > 0) {
                out.write(bytes);
                bytes = takeAll();
            }
        } catch (IOException | InterruptedException e) {
            close();
        }
    }

    private synchronized byte[] takeAll() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(waitingBytes);
        waiting.forEach(all::writeBytes);
        waiting = new ArrayList<>();
        waitingBytes = 0;
        return all.toByteArray();
    }

    /** Nothing can be put in any more. What waits is still written. */
    public synchronized void close() {
        closed = true;
        waiting.clear();
        notifyAll();
    }
}
