package chatlab.tutorials.grading;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;

/** The queue of events, which can keep back the events of Swing's timers. */
public final class HeldTimers extends EventQueue {
    private List<AWTEvent> held;

    @Override
    public void postEvent(AWTEvent event) {
        synchronized (this) {
            if (held != null && Thread.currentThread().getName().equals("TimerQueue")) {
                held.add(event);
                return;
            }
        }
        super.postEvent(event);
    }

    public synchronized void hold() {
        held = new ArrayList<>();
    }

    public void release() {
        List<AWTEvent> due;
        synchronized (this) {
            due = held;
            held = null;
        }
        due.forEach(super::postEvent);
    }
}
