package chatlab.swing.hood;

/** What the event dispatch thread was doing when somebody looked. */
enum EventThreadState {
    /** In getNextEvent(), as nearly always. */
    WAITING_FOR_EVENT,
    HANDLING,
    /** Within an event, which freezes the window. */
    SLEEPING,
    /** For a lock, within an event, which freezes the window. */
    BLOCKED;

    /** Tells it from the thread's state and its stack, newest call first. */
    static EventThreadState of(Thread.State state, StackTraceElement... stack) {
        for (StackTraceElement call : stack) {
            if (call.getMethodName().equals("getNextEvent")) {
                return WAITING_FOR_EVENT;
            }
        }
        return switch (state) {
            case BLOCKED -> BLOCKED;
            case WAITING, TIMED_WAITING -> SLEEPING;
            default -> HANDLING;
        };
    }

    boolean isBusy() {
        return this != WAITING_FOR_EVENT;
    }
}
