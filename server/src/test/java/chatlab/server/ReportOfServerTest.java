package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.Peer;
import chatlab.server.report.ReportCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        assertThat(withoutTimes(report(crashed, file))).isEqualTo(withoutTimes(once));
    }

    /** The run goes on for a moment after the crash, in which a minute may end. */
    private static List<String> withoutTimes(List<String> report) {
        return report.stream()
                .map(line -> line.replaceAll("\\d\\d:\\d\\d", "TIME"))
                .toList();
    }

    @Test
    void peopleThatGetAnotherNameWhileTheyAreLostAreListedOnce() throws Exception {
        Path file = folder.resolve("transcript.txt");
        try (TestServer server = TestServer.start("--transcript", file.toString(), "--grace-millis", "1")) {
            Peer ina = server.instructor("ina");
            TestServer.Arrival insult = server.arrive("insult");
            TestServer.Arrival eve = server.arrive("eve");
            for (TestServer.Arrival person : List.of(insult, eve)) {
                person.peer().send("/say one");
                ina.skipTo("MSG .* :one");
                person.peer().close();
                ina.skipTo("LEAVE .* code=lost");
            }
            ina.send("/rename@r insult bob");
            ina.skipTo("OK re=r.*");
            server.arrive("insult " + insult.token()).peer().send("/say two");
            ina.skipTo("MSG .* from=bob .* :two");
            server.arrive("zoe " + eve.token()).peer().send("/say two");
            ina.skipTo("MSG .* from=zoe .* :two");
        }
        assertThat(report(file))
                .hasSize(5)
                .anySatisfy(line -> assertThat(line).matches("  bob .* 2  insult"))
                .anySatisfy(line -> assertThat(line).matches("  zoe .* 2  eve"));
    }

    /** The messages of before the crash come back, and are not those of a newcomer. */
    @Test
    void guestsAfterACrashHaveOtherNamesThanThoseOfBefore() throws Exception {
        Path file = folder.resolve("transcript.txt");
        Path crashed = folder.resolve("crashed.txt");
        try (TestServer server = TestServer.start("--transcript", file.toString())) {
            Peer bob = server.rich("bob");
            server.connect().send("I am the first");
            bob.skipTo("MSG .* from=guest2 .*");
            server.connect().send("/ping"); // enters, and says nothing
            bob.skipTo("JOIN .* name=guest3 .*");
            Files.copy(file, crashed);
        }
        try (TestServer server = TestServer.start("--transcript", crashed.toString())) {
            Peer newcomer = server.connect();
            newcomer.skipTo("\\* CHAT/1 .*You are guest4\\..*");
            newcomer.send("I am another one", "/ping in");
            newcomer.skipTo(".*<guest2.*> I am the first");
            newcomer.skipTo("\\* pong in");
        }
        assertThat(report(crashed))
                .hasSize(6)
                .anySatisfy(line -> assertThat(line).matches("  guest2 .* 1"))
                .anySatisfy(line -> assertThat(line).matches("  guest4 .* 1"));
    }

    /** The rows of a table of a report of these transcripts, without times. */
    private List<String> table(String name, Path... transcripts) throws Exception {
        Path csv = folder.resolve("csv");
        List<String> arguments = new ArrayList<>(List.of("--csv", csv.toString()));
        List.of(transcripts).forEach(file -> arguments.add(file.toString()));
        CommandLine command = new CommandLine(new ReportCommand()).setOut(new PrintWriter(new StringWriter()));
        assertThat(command.execute(arguments.toArray(String[]::new))).isZero();
        return Files.readAllLines(csv.resolve(name + ".csv")).stream()
                .skip(1)
                .map(line -> line.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "TIME"))
                .toList();
    }

    @Test
    void handsPollsPredictionsAndProgressAreThoseOfTheClass() throws Exception {
        String secret = "k3f9k3f9";
        Path file = folder.resolve("transcript.txt");
        Path crashed = folder.resolve("crashed.txt");
        try (TestServer server = TestServer.start("--flood=off", "--transcript", file.toString())) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            Peer cyd = server.rich("cyd");
            bob.send(
                    "/hand why?",
                    "/did bob " + secret + " 3 predicted=b",
                    "/nick rob",
                    "/did bob " + secret + " 3 passed");
            bob.send("/did ghost " + secret + " 3 predicted=a", "/did rob " + secret + "x 4 solution", "/ping@p");
            bob.skipTo("PONG re=p.*");
            cyd.send(
                    "/hand",
                    "/did cyd " + secret + " 3 predicted=a",
                    "/did cyd " + secret + " 5.2 predicted=h",
                    "/ping@p");
            cyd.skipTo("PONG re=p.*");
            ada.send("/next", "/poll yes,no Clear?", "/ping@p");
            ada.skipTo("PONG re=p.*");
            for (String vote : List.of("yes", "no", "yes", "no")) { // the last one counts
                cyd.send("/vote@v " + vote);
                cyd.skipTo("OK re=v.*");
            }
            bob.send("/vote@v yes");
            bob.skipTo("OK re=v.*");
            ada.send("/poll show", "/show 3", "/poll@q red,green Colour?");
            ada.skipTo("OK re=q.*");
            cyd.send("/vote@v red");
            cyd.skipTo("OK re=v.*");
            server.type("poll close");
            ada.skipTo("POLL state=closed .*");
            Files.copy(file, crashed); // the hand of cyd is up
        }
        try (TestServer server = TestServer.start("--flood=off", "--transcript", crashed.toString())) {
            Peer cyd = server.rich("cyd");
            cyd.send("/hands@h", "/poll@p", "/class@c 3");
            cyd.skipTo("END re=h");
            cyd.expectMatch("ERR re=p code=not-allowed .*");
            cyd.expectMatch("CLASS chapter=3 open=1 predicted=0 of=1");
            cyd.send("/hand", "/lower@l", "/did@d cyd " + secret + " 3 tried");
            cyd.skipTo("OK re=d.*");
        }
        for (Path[] files : List.of(new Path[] {crashed}, new Path[] {file, crashed})) {
            assertThat(table("hands", files))
                    .containsExactly(
                            "1,rob,TIME,TIME,called,ada",
                            "1,cyd,TIME,TIME,up at the end,",
                            "1,cyd,TIME,TIME,taken down,");
            assertThat(table("polls", files))
                    .containsExactly(
                            "1,Clear?,yes,1,2,shown,TIME,TIME,TIME",
                            "1,Clear?,no,1,2,shown,TIME,TIME,TIME",
                            "1,Colour?,red,,1,closed,TIME,TIME,",
                            "1,Colour?,green,,1,closed,TIME,TIME,");
            assertThat(table("predictions", files)) // of cyd, and of bob, which is rob now
                    .containsExactly("1,3,a,1,2,2,TIME", "1,3,b,1,2,2,TIME", "1,5.2,,,1,,");
            assertThat(table("progress", files))
                    .containsExactly(
                            "1,cyd,yes,3,,TIME,a,TIME,,,",
                            "1,cyd,yes,5.2,,TIME,,,,,",
                            "1,ghost,no,3,,TIME,,,,,",
                            "1,rob,yes,3,,TIME,b,,,,TIME",
                            "1,rob,yes,4,,,,,,TIME,");
        }
        assertThat(Files.readString(crashed)).doesNotContain("why?", secret, "5.2 fact=predicted=");
    }
}
