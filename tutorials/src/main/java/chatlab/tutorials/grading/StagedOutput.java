package chatlab.tutorials.grading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The stream to a client, for the student's class. It can be shut, as when the client does not read: then a write waits. The lock of
 * this object is not given away meanwhile, in case that an answer holds it.
 */
public final class StagedOutput extends OutputStream {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Object key = new Object();
    private final StagedLock lock;

    // Guarded by the key
    private boolean shut;
    private boolean entered;
    private boolean lockHeld;
    private int writes;
    private int mostWrites = Integer.MAX_VALUE;
    private IOException failure;

    /** @param lock the lock that an answer should not hold in write */
    public StagedOutput(StagedLock lock) {
        this.lock = lock;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        synchronized (key) {
            lockHeld = lock.isHeldByMe();
            entered = true;
            if (writes == mostWrites) {
                throw failure;
            }
            writes++;
            try {
                while (shut) {
                    key.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            written.write(bytes, offset, length);
        }
    }

    /** From now on each write waits. */
    public void shut() {
        synchronized (key) {
            shut = true;
        }
    }

    /** Lets all writes go on. */
    public void open() {
        synchronized (key) {
            shut = false;
            key.notifyAll();
        }
    }

    /** Each write fails with this after so many. */
    public void failAfter(int count, IOException with) {
        synchronized (key) {
            mostWrites = count;
            failure = with;
        }
    }

    /** Whether a thread was in write. */
    public boolean isEntered() {
        synchronized (key) {
            return entered;
        }
    }

    /** Whether the last thread in write held the lock. */
    public boolean isLockHeld() {
        synchronized (key) {
            return lockHeld;
        }
    }

    /** How many writes have begun. */
    public int writes() {
        synchronized (key) {
            return writes;
        }
    }

    /** All that was written, as UTF-8. */
    public String text() {
        synchronized (key) {
            return written.toString(UTF_8);
        }
    }
}
