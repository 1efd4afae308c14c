import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The lines that wait to be written to one client. A thread of its own writes them; no other thread ever waits for the client. */
public final class Outbox implements Runnable {
    /** No line, since it has a line end. */
    private static final String END = "the end\n";

    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>();
    private final OutputStream out;
    private final int mostBytes;
    private int bytes; // of what waits and of what is being written; guarded by this
    private boolean closed;

    /** An outbox in which at most so many bytes wait. */
    public Outbox(OutputStream out, int mostBytes) {
        this.out = out;
        this.mostBytes = mostBytes;
    }

    private static int size(String line) {
        return line.getBytes(UTF_8).length + 1;
    }

    /** Puts a line in. False, and nothing is put, when it does not fit or the outbox is closed. Never waits. */
    public synchronized boolean put(String line) {
        if (closed || bytes + size(line) > mostBytes) {
            return false;
        }
        bytes += size(line);
        return waiting.offer(line);
    }

    /** Writes what waits, until the outbox is closed and empty. */
    @Override
    public void run() {
        try {
            boolean ended = false;
            while (!ended) {
                List<String> lines = new ArrayList<>();
                lines.add(waiting.take());
                waiting.drainTo(lines);
                ended = lines.remove(END);
                if (!lines.isEmpty()) {
                    byte[] text = (String.join("\n", lines) + "\n").getBytes(UTF_8);
                    out.write(text);
                    out.flush();
                    written(text.length);
                }
            }
        } catch (IOException | InterruptedException e) {
            close();
        }
    }

    private synchronized void written(int count) {
        bytes -= count;
    }

    /** Nothing can be put in any more. What waits is still written. */
    public synchronized void close() {
        if (!closed) {
            closed = true;
            waiting.add(END);
        }
    }
}
