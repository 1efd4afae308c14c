package chatlab.tutorials.grading;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A thread dump in words: {@code thread "main" waits in accept() for the next client (Greeter.java:12)}. */
final class ThreadDump {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ThreadDump() {}

    /** A sentence for each thread that is in the student's code now, or that was called from the check. */
    static List<String> inWords() {
        List<String> words = new ArrayList<>();
        long[] deadlocked = THREADS.findDeadlockedThreads();
        if (deadlocked != null) {
            String names = Arrays.stream(THREADS.getThreadInfo(deadlocked))
                    .map(info -> '"' + info.getThreadName() + '"')
                    .collect(Collectors.joining(", "));
            words.add(ExerciseMessages.SHARED.get("thread.deadlock", names));
        }
        for (ThreadInfo info : THREADS.dumpAllThreads(false, false)) {
            boolean own = info.getThreadId() == Thread.currentThread().getId(); // it makes this dump
            String sentence = own ? "" : inWords(info);
            if (!sentence.isEmpty()) {
                words.add(sentence);
            }
        }
        return words;
    }

    private static String inWords(ThreadInfo info) {
        StackTraceElement[] stack = info.getStackTrace();
        int own = Frames.mostTelling(stack);
        if (own < 0 || Arrays.stream(stack).anyMatch(ThreadDump::onlyWaitsForTheCheck)) {
            return "";
        }
        String place = Frames.place(stack[own]);
        if (info.getThreadState() == Thread.State.BLOCKED) {
            return ExerciseMessages.SHARED.get("thread.blocked", info.getThreadName(), info.getLockOwnerName(), place);
        }
        if (own == 0) {
            return ExerciseMessages.SHARED.get("thread.runs", info.getThreadName(), "", "", place);
        }
        String called = stack[own - 1].getMethodName() + "()";
        String reason = Waiting.reason(Arrays.copyOf(stack, own));
        return reason.isEmpty()
                ? ExerciseMessages.SHARED.get("thread.in", info.getThreadName(), called, "", place)
                : ExerciseMessages.SHARED.get("thread.waits", info.getThreadName(), called, reason, place);
    }

    private static boolean onlyWaitsForTheCheck(StackTraceElement frame) {
        return frame.getClassName().equals(Limited.class.getName())
                && frame.getMethodName().equals("run");
    }
}
