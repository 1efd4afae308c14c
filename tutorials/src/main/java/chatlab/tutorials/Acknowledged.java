package chatlab.tutorials;

import chatlab.protocol.ClassroomCommand.Did;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which reports the server of the class has, in a file of its own: its first line says which run of a server. Where it is lost, or two windows
 * write it at once, something is reported twice, which does no harm. For one thread.
 */
final class Acknowledged {
    private final Path file;
    private final Set<String> facts = new HashSet<>();

    Acknowledged(Path file) {
        this.file = file;
    }

    /** Reads what this run has under this name; to a new one all is reported again. */
    void begin(String run, Enrolment enrolment) throws IOException {
        facts.clear();
        String head = "# " + run + " " + enrolment.server() + " " + enrolment.name();
        List<String> lines = Files.exists(file)
                ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .toList()
                : List.of();
        if (!lines.isEmpty() && lines.get(0).equals(head)) {
            facts.addAll(lines.subList(1, lines.size()));
        } else {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, List.of(head));
        }
    }

    /** Whether this run has taken no report yet. */
    boolean isEmpty() {
        return facts.isEmpty();
    }

    boolean has(Did fact) {
        return facts.contains(line(fact));
    }

    void add(Did fact) throws IOException {
        if (facts.add(line(fact))) {
            Files.write(file, List.of(line(fact)), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static String line(Did fact) {
        return fact.question() + " " + fact.fact();
    }
}
