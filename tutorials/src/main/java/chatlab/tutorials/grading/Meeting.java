package chatlab.tutorials.grading;

/**
 * Makes a race happen instead of hoping for it: the first thread that comes in is held until a second one comes in, too. Where
 * a lock keeps the second one out, the first goes on as soon as nothing else moves, and the two have not met. So a wrong
 * answer is rejected each time, and a right one never.
 */
public final class Meeting {
    private Thread first;
    private boolean met;
    private boolean over;

    /** Holds the first thread that comes here. Later ones, and all after the meeting or its end, pass at once. */
    public void pass() {
        if (comesIn()) {
            try {
                Wait.until(this::met);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            end();
        }
    }

    /** True for the first. */
    private synchronized boolean comesIn() {
        if (!over && first == null) {
            first = Thread.currentThread();
            return true;
        }
        if (!over && first != Thread.currentThread()) {
            met = true;
            over = true;
        }
        return false;
    }

    private synchronized void end() {
        over = true;
    }

    /** Waits until a thread is held here: now the second one may be sent in. False if it is proven that none will come. */
    public boolean awaitFirst() throws InterruptedException {
        return Wait.until(this::isFirstHere);
    }

    private synchronized boolean isFirstHere() {
        return first != null;
    }

    /** Whether two threads were here at the same time. */
    public synchronized boolean met() {
        return met;
    }
}
