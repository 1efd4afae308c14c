package chatlab.server.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.TestServer.Arrival;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the transcript says of the class beside its talk, so that a report can be made of it. */
class ClassInTranscriptTest {
    private static final String SECRET = "k3f9k3f9";

    @TempDir
    Path folder;

    private Path transcript() {
        return folder.resolve("transcript.txt");
    }

    /** The lines that begin so, without their times. */
    private List<String> lines(String verb) throws IOException {
        return Files.readAllLines(transcript()).stream()
                .filter(line -> line.startsWith(verb + " "))
                .map(line -> line.replaceFirst(" at=\\S+Z", " at=TIME"))
                .toList();
    }

    @Test
    void letterOfAPredictionIsThereOnlyOnceItIsShown() throws Exception {
        try (TestServer server =
                TestServer.start("--flood=off", "--transcript", transcript().toString())) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            Peer cyd = server.rich("cyd");
            bob.send("/did bob " + SECRET + " 3 read", "/did bob " + SECRET + " 3 read");
            bob.send("/did@d bob " + SECRET + " 3 predicted=b", "/did@e ghost " + SECRET + " 3 predicted=c");
            bob.send("/did@f bob " + SECRET + " 3 predicted=c");
            bob.skipTo("ERR re=f .*");
            List<String> locked = List.of(
                    "DID name=bob chapter=3 fact=read at=TIME",
                    "DID name=bob chapter=3 fact=predicted at=TIME",
                    "DID name=ghost chapter=3 fact=predicted at=TIME");
            assertThat(lines("DID")).isEqualTo(locked);
            ada.send("/close 3", "/show@s 3");
            ada.skipTo("OK re=s");
            assertThat(lines("CLASS"))
                    .containsExactly(
                            "CLASS at=TIME chapter=3 open=0 predicted=1 of=2",
                            "CLASS at=TIME chapter=3 open=0 predicted=1 of=2 counts=0,1");
            assertThat(lines("DID"))
                    .startsWith(locked.toArray(String[]::new))
                    .hasSize(4)
                    .endsWith("DID name=bob chapter=3 fact=predicted=b at=TIME");
            cyd.send("/did@d cyd " + SECRET + " 3 predicted=a");
            cyd.skipTo("OK re=d .*");
            assertThat(lines("DID")).endsWith("DID name=cyd chapter=3 fact=predicted at=TIME");
            ada.send("/forget bob", "/show@t 3");
            ada.skipTo("OK re=t");
            assertThat(lines("DID")).hasSize(6).endsWith("DID name=cyd chapter=3 fact=predicted=a at=TIME");
            assertThat(Files.readAllLines(transcript()))
                    .anyMatch(line -> line.matches("NOTE code=forgotten :\\S+Z bob"))
                    .noneMatch(line -> line.contains(SECRET));
        }
    }

    @Test
    void handSaysHowItWentDown() throws Exception {
        try (TestServer server =
                TestServer.start("--flood=off", "--transcript", transcript().toString(), "--grace-millis", "1")) {
            Peer ada = server.instructor("ada");
            for (String name : List.of("bob", "cyd", "dan", "eve")) {
                Arrival student = server.arrive(name);
                student.peer().send("/hand");
                ada.skipTo("HAND name=" + name + " .*");
                switch (name) {
                    case "bob" -> ada.send("/next");
                    case "cyd" -> server.type("lower cyd");
                    case "dan" -> student.peer().send("/lower");
                    default -> student.peer().send("/quit");
                }
                ada.skipTo("HAND name=" + name + " place=0.*");
            }
            assertThat(lines("HAND"))
                    .containsExactly(
                            "HAND at=TIME name=bob place=1",
                            "HAND at=TIME end=called name=bob place=0 by=ada",
                            "HAND at=TIME name=cyd place=2",
                            "HAND at=TIME end=lowered name=cyd place=0 by=server",
                            "HAND at=TIME name=dan place=3",
                            "HAND at=TIME end=down name=dan place=0",
                            "HAND at=TIME name=eve place=4",
                            "HAND at=TIME end=left name=eve place=0");
        }
    }
}
