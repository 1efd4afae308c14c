package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a report of a long transcript takes, with 256 MB of heap. It judges nothing, since the figures belong to the machine:
 * {@code ./mvnw -pl kit -am verify -Dtest=ReportBenchmark "-Dsurefire.failIfNoSpecifiedTests=false"}.
 */
class ReportBenchmark {
    private static final int MEGABYTES = 200;
    private static final int PEOPLE = 300;
    private static final List<String> ROOMS = List.of("lobby", "lobby", "lobby", "lab", "questions");
    private static final List<String> TEXTS = List.of(
            "What does accept() return?",
            "a Socket & its streams: <InputStream>, <OutputStream>",
            "I see \"Connection refused\" in the terminal, and the server runs on 8081. What did I forget?",
            "ok",
            "=SUM(A1:A9) is not a formula here, it's a text");

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void reportOfATranscriptOf200Megabytes() throws Exception {
        Path transcript = folder.resolve("transcript.txt");
        write(transcript);
        for (List<String> outputs : List.of(
                List.<String>of(),
                List.of("--csv", "csv"),
                List.of("--html", "r.html"),
                List.of("--html", "r.html", "--csv", "csv"))) {
            long start = System.nanoTime();
            report(transcript, outputs);
            System.out.printf("%5.1f s  report %s%n", (System.nanoTime() - start) / 1e9, String.join(" ", outputs));
        }
        System.out.printf("%d MB of HTML%n", Files.size(folder.resolve("r.html")) >> 20);
    }

    private void report(Path transcript, List<String> outputs) throws IOException, InterruptedException {
        String jar =
                Path.of(System.getProperty("chat-server.jar")).toAbsolutePath().toString();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-Xmx256m", "-jar", jar, "report", transcript.toString()));
        command.addAll(outputs);
        try (RunningProgram program = new RunningProgram("report", folder, new ProcessBuilder(command))) {
            assertThat(program.expectExit()).as("%s", program.err().all()).isZero();
        }
    }

    /** People that come, talk, paste, are lost and come back, until the file is long enough. */
    private static void write(Path transcript) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(transcript)) {
            Instant at = Instant.parse("2026-11-20T09:00:00.000Z");
            out.write("NOTE code=run :abc123\nNOTE code=start :" + at + "\n");
            long bytes = 0;
            for (int id = 1; bytes < MEGABYTES * 1024L * 1024; id++) {
                at = at.plusMillis(37);
                String person = "person" + id % PEOPLE;
                StringBuilder lines = new StringBuilder();
                if (id <= PEOPLE) {
                    lines.append("JOIN room=lobby name=" + person + " at=" + at + "\n");
                } else if (id % 1000 == 0) {
                    lines.append("LEAVE room=lobby name=" + person + " at=" + at + " code=lost\n");
                    lines.append("JOIN room=lobby name=" + person + " at=" + at.plusMillis(20) + "\n");
                }
                String head =
                        "MSG room=" + ROOMS.get(id % ROOMS.size()) + " from=" + person + " id=" + id + " at=" + at;
                if (id % 50 == 0) {
                    for (int part = 1; part <= 20; part++) {
                        lines.append(head + " part=" + part + "/20 :    for (String line : lines) { // " + part + "\n");
                    }
                } else {
                    lines.append(head + " :" + TEXTS.get(id % TEXTS.size()) + "\n");
                }
                out.write(lines.toString());
                bytes += lines.length();
            }
            out.write("NOTE code=end :" + at + "\nBYE code=shutdown\n");
        }
    }
}
