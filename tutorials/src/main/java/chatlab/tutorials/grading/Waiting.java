package chatlab.tutorials.grading;

import java.util.List;
import java.util.regex.Pattern;

/** Why a thread waits, as far as its stack tells. */
final class Waiting {
    /** From the most particular method to the least. */
    private static final List<Waiting> KNOWN = List.of(
            new Waiting(
                    "wait.keyboard",
                    "chatlab\\.tutorials\\.grading\\.TypedInput\\.\\w+|java\\.io\\.FileInputStream\\.read\\w*"),
            new Waiting("wait.check", "chatlab\\.tutorials\\.grading\\.Client\\.\\w+"),
            new Waiting("wait.hold", "chatlab\\.tutorials\\.grading\\.(Hold|Gate)\\.\\w+"),
            new Waiting("wait.accept", "java\\.net\\.ServerSocket\\.accept|.*ServerSocketChannel\\w*\\.accept"),
            new Waiting("wait.connect", "java\\.net\\.Socket\\.connect|.*\\.SocketChannel\\w*\\.connect"),
            new Waiting("wait.line", "java\\.io\\.BufferedReader\\.readLine|java\\.util\\.Scanner\\.nextLine"),
            new Waiting("wait.write", "java\\.net\\.Socket\\$SocketOutputStream\\.write|sun\\.nio\\.ch\\..*\\.write"),
            new Waiting(
                    "wait.read",
                    "java\\.net\\.Socket\\$SocketInputStream\\.read|sun\\.nio\\.ch\\..*\\.read|chatlab\\.tutorials\\.grading\\.ScriptedInput\\.read"),
            new Waiting("wait.event-thread", ".*\\.(EventQueue|SwingUtilities)\\.invokeAndWait"),
            new Waiting("wait.sleep", "java\\.lang\\.Thread\\.sleep"),
            new Waiting("wait.join", "java\\.lang\\.Thread\\.join"),
            new Waiting("wait.queue", "java\\.util\\.concurrent\\.\\w+(Queue|Deque)\\.(take|poll)\\w*"),
            new Waiting("wait.room", "java\\.util\\.concurrent\\.\\w+(Queue|Deque)\\.(put|offer)\\w*"),
            new Waiting("wait.lock", "java\\.util\\.concurrent\\.locks\\.\\w+(\\$\\w+)?\\.lock\\w*"),
            new Waiting("wait.latch", "java\\.util\\.concurrent\\.(CountDownLatch|CyclicBarrier|Semaphore)\\.\\w+"),
            new Waiting("wait.future", ".*Future\\w*\\.get|javax\\.swing\\.SwingWorker\\.get"),
            new Waiting("wait.notify", "java\\.lang\\.Object\\.wait\\w*"));

    private final String key;
    private final Pattern method;

    private Waiting(String key, String method) {
        this.key = key;
        this.method = Pattern.compile(method);
    }

    /** The words for it; empty when the thread is not known to wait. */
    static String reason(StackTraceElement[] called) {
        for (Waiting known : KNOWN) {
            for (StackTraceElement frame : called) {
                String name = frame.getClassName() + "." + frame.getMethodName();
                if (known.method.matcher(name).matches()) {
                    return ExerciseMessages.SHARED.get(known.key);
                }
            }
        }
        return "";
    }
}
