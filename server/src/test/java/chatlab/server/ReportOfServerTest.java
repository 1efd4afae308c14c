package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.Peer;
import chatlab.server.report.ReportCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A report of what real servers have written. */
class ReportOfServerTest {
    @TempDir
    Path folder;

    private List<String> report(Path... transcripts) {
        StringWriter out = new StringWriter();
        CommandLine command = new CommandLine(new ReportCommand()).setOut(new PrintWriter(out, true));
        String[] files = List.of(transcripts).stream().map(Path::toString).toArray(String[]::new);
        assertThat(command.execute(files)).isZero();
        return out.toString().lines().toList();
    }

    @Test
    void peopleThatRenameAreLostAreKickedAndComeBackAfterACrashAreListedOnce() throws Exception {
        Path file = folder.resolve("transcript.txt");
        Path crashed = folder.resolve("crashed.txt");
        try (TestServer server =
                TestServer.start("--transcript", file.toString(), "--worn-millis", "0", "--grace-millis", "1")) {
            Peer bob = server.rich("bob");
            TestServer.Arrival ada = server.arrive("ada");
            ada.peer().send("/say one", "/paste", "a", "b", ".", "/join lab", "/say two", "/leave");
            bob.skipTo("LEAVE .* name=ada .* code=moved");
            bob.skipTo("JOIN .* name=ada .*");
            ada.peer().close();
            bob.skipTo("LEAVE .* name=ada .* code=lost");
            server.arrive("ada " + ada.token()).peer().send("/nick zoe", "/say three");
            bob.skipTo("MSG .* from=zoe .* :three");
            server.plain("eve").send("four");
            bob.skipTo("MSG .* :four");
            server.type("announce five");
            server.type("kick eve enough");
            bob.skipTo("LEAVE .* name=eve .* code=kicked.*");
            await().until(() -> Files.readString(file).contains("code=kicked"));
            Files.copy(file, crashed);
        }
        try (TestServer server = TestServer.start("--transcript", crashed.toString())) {
            Peer bob = server.rich("bob");
            bob.send("/say six");
            bob.skipTo("MSG .* :six");
        }
        List<String> once = report(crashed);
        assertThat(once.get(0)).startsWith("Run 1: ").endsWith(", 3 people");
        assertThat(once.subList(1, once.size()))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("  name "),
                        line -> assertThat(line).matches("  bob .* 1"),
                        line -> assertThat(line).matches("  eve .* 1(  guest\\d+)?"),
                        line -> assertThat(line).matches("  zoe .* 4  ada"));
        assertThat(report(crashed, file)).isEqualTo(once);
    }
}
