import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

public final class Outbox implements Runnable {
    private final OutputStream out;
    private final int mostBytes;
    private boolean closed;

    public Outbox(OutputStream out, int mostBytes) {
        this.out = out;
        this.mostBytes = mostBytes;
    }

    public synchronized boolean put(String line) {
        byte[] bytes = (line + "\n").getBytes(UTF_8);
        if (closed || bytes.length > mostBytes) {
            return false;
        }
        try {
            out.write(bytes);
        } catch (IOException e) {
            closed = true;
        }
        return !closed;
    }

    @Override
    public synchronized void run() {
        try {
            while (!closed) {
                wait();
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
