package chatlab.swing.net;

import chatlab.swing.net.WorkingThread.Doing;
import java.util.Optional;

/** What one thread is doing. The thread itself says so, any thread may ask. */
final class Activity {
    private volatile WorkingThread now;

    /** The name that the thread had and gets back; threads of a pool have another life after this one. */
    private String nameBefore;

    /** The calling thread begins. As long as it goes on, thread dumps show it under this name. */
    void begin(String name, Doing doing) {
        Thread thread = Thread.currentThread();
        nameBefore = thread.getName();
        thread.setName(name);
        now = new WorkingThread(thread, doing);
    }

    void is(Doing doing) {
        now = new WorkingThread(Thread.currentThread(), doing);
    }

    void end() {
        is(Doing.ENDED);
        Thread.currentThread().setName(nameBefore);
    }

    /** Empty before it has begun. */
    Optional<WorkingThread> now() {
        return Optional.ofNullable(now);
    }
}
