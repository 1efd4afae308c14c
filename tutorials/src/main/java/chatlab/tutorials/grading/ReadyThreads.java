package chatlab.tutorials.grading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The threads of this process that are ready to run. Java cannot tell them: a thread that was woken, and was given no processor
 * yet, still waits for Java. Linux can (see "proc(5)"); of other systems nothing is known.
 */
final class ReadyThreads {
    private static final Path OF_PROCESS = Path.of("/proc/self/task");
    private static final Path THIS_ONE = Path.of("/proc/thread-self");

    /** Threads of the virtual machine, by the beginnings of their names. A check never waits for them. */
    private static final List<String> OF_THE_MACHINE =
            List.of("VM ", "C1 ", "C2 ", "G1 ", "GC ", "Service ", "Monitor ");

    private ReadyThreads() {}

    /** The number of this thread in the system; empty where that is not known. */
    static String current() {
        try {
            return Files.readSymbolicLink(THIS_ONE).getFileName().toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** Whether a thread is ready, apart from those with these numbers. */
    static boolean any(Set<String> butNot) {
        return all().stream().filter(number -> !butNot.contains(number)).anyMatch(ReadyThreads::isReady);
    }

    /** The numbers of all threads of this process; none where they are not known. */
    static Set<String> all() {
        if (!Files.isDirectory(OF_PROCESS)) {
            return Set.of();
        }
        try (Stream<Path> threads = Files.list(OF_PROCESS)) {
            return threads.map(thread -> thread.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException e) {
            return Set.of();
        }
    }

    /** The state is behind the name, which is in round brackets: {@code 4711 (postman) R 4700 ...}. */
    private static boolean isReady(String number) {
        try {
            String stat = Files.readString(OF_PROCESS.resolve(number).resolve("stat"));
            int end = stat.lastIndexOf(')');
            String name = stat.substring(stat.indexOf('(') + 1, end);
            return stat.startsWith(" R", end + 1) && OF_THE_MACHINE.stream().noneMatch(name::startsWith);
        } catch (IOException e) {
            return false; // it has ended
        }
    }
}
