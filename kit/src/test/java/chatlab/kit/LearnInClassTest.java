package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.Peer;
import chatlab.server.ChatServer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Students take the course in class: {@code learn} reports to a server, and never fails by it. */
class LearnInClassTest {
    private static final String KEY = "open-sesame-1001";

    @TempDir
    Path folder;

    private final List<Process> running = new ArrayList<>();

    @AfterEach
    void endPrograms() {
        running.forEach(Process::destroyForcibly);
    }

    @Test
    void whatStudentsDoIsReportedAndAgainToANewRun() throws Exception {
        int port;
        try (ChatServer server = server(0)) {
            port = server.port();
            Peer ada = instructor(port);
            joinClass(port);
            learnUntilReported(ada, "DID name=bob chapter=1 fact=hint at=\\S+", "hint", "1");
            assertThat(ada(ada, "/who@w", "END re=w")).noneMatch(line -> line.contains("name=bob"));
        }
        assertThat(learn("hint", "2")).contains("Hint 1 of"); // the server is away
        try (ChatServer server = server(port)) {
            Peer ada = instructor(server.port());
            learnUntilReported(ada, "DID name=bob chapter=1 fact=hint at=\\S+", "hint", "2");
            learnUntilReported(ada, "DID name=bob chapter=2 fact=hint at=\\S+", "hint", "2");
            assertThat(learn("--class", "off")).contains("Nothing is reported from now on.");
            learn("hint", "3");
            assertThat(ada(ada, "/progress@p", "END re=p")).noneMatch(line -> line.contains("chapter=3"));
        }
    }

    @Test
    void whatWasForgottenIsReportedAgainWithTheNextCommand() throws Exception {
        try (ChatServer server = server(0)) {
            Peer ada = instructor(server.port());
            joinClass(server.port());
            learnUntilReported(ada, "DID name=bob chapter=1 fact=hint at=\\S+", "hint", "1");
            ada.send("/forget@f bob");
            ada.skipTo("OK re=f.*");
            assertThat(ada(ada, "/progress@p", "END re=p")).noneMatch(line -> line.startsWith("DID"));
            learnUntilReported(ada, "DID name=bob chapter=2 fact=hint at=\\S+", "hint", "2");
            learnUntilReported(ada, "DID name=bob chapter=1 fact=hint at=\\S+", "hint", "2");
        }
    }

    @Test
    void predictionIsLockedUntilItIsShown() throws Exception {
        try (ChatServer server = server(0)) {
            int port = server.port();
            Peer ada = instructor(port);
            Peer bob = Peer.rich(port, "bob");
            joinClass(port);
            Process predict = start("predict", "1");
            predict.getOutputStream().write("b\n".getBytes(StandardCharsets.US_ASCII));
            predict.getOutputStream().flush();
            awaitOutput(predict, "Waiting for the class: 1 of 1");
            awaitProgress(ada, "DID name=bob chapter=1 fact=predicted at=\\S+");
            ada.send("/show 1");
            bob.skipTo("CLASS chapter=1 open=1 predicted=1 of=1 counts=0,1");
            String printed = end(predict);
            assertThat(printed).contains("  b)   1  #", "Right.");
            Process again = start("predict", "1");
            assertThat(end(again)).contains("In class a prediction is final. You have said: b)", "Right.");
            bob.close();
        }
    }

    @Test
    void waitingGoesOnWhenTheServerEndsTheVisit() throws Exception {
        try (ChatServer server = server(0, "--keep-millis", "5000")) {
            int port = server.port();
            Peer ada = instructor(port);
            Peer bob = Peer.rich(port, "bob");
            joinClass(port);
            Process predict = start("predict", "1");
            predict.getOutputStream().write("b\n".getBytes(StandardCharsets.US_ASCII));
            predict.getOutputStream().flush();
            awaitOutput(predict, "Waiting for the class: 1 of 1");
            awaitProgress(ada, "DID name=bob chapter=1 fact=predicted at=\\S+");
            Peer later = Peer.connect(port);
            later.send("/class 1", "/proto 1");
            // The visit of "predict" is older than this one, so the server has ended it, too.
            later.skipTo("BYE code=quit :You came for the course alone .*");
            ada.send("/show 1");
            assertThat(end(predict)).contains("  b)   1  #", "Right.").doesNotContain("does not answer");
            later.close();
            bob.close();
        }
    }

    @Test
    void enterGoesOnWithoutTheClass() throws Exception {
        try (ChatServer server = server(0)) {
            joinClass(server.port());
            Process predict = start("predict", "1");
            predict.getOutputStream().write("b\n".getBytes(StandardCharsets.US_ASCII));
            predict.getOutputStream().flush();
            awaitOutput(predict, "Enter goes on");
            predict.getOutputStream().write('\n');
            predict.getOutputStream().flush();
            assertThat(end(predict)).contains("Right.").doesNotContain("The class has predicted");
        }
    }

    @Test
    void serverThatIsAwayHindersNobody() throws Exception {
        int port;
        try (ChatServer server = server(0)) {
            port = server.port();
        }
        assertThat(learn("--class", "127.0.0.1:" + port, "--name", "bob")).contains("does not answer now");
        Process predict = start("predict", "1");
        predict.getOutputStream().write("b\n".getBytes(StandardCharsets.US_ASCII));
        predict.getOutputStream().flush();
        assertThat(end(predict)).contains("Your prediction is reported later.", "Right.");
    }

    @Test
    void closedChapterIsSaidAtItsStartUntilItIsOpened() throws Exception {
        try (ChatServer server = server(0)) {
            Peer ada = instructor(server.port());
            joinClass(server.port());
            ada.send("/close@c 2");
            ada.skipTo("OK re=c.*");
            String closed = "The instructor asks not to begin chapter 2 yet.";
            await().until(() -> learn("start", "2").contains(closed));
            ada.send("/open@d 2");
            ada.skipTo("OK re=d.*");
            assertThat(learn("start", "2")).contains("has this folder now").doesNotContain(closed);
        }
    }

    @Test
    void webServerIsNoClassAndNothingIsRemembered() throws Exception {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.start();
        try {
            assertThat(learn("--class", "127.0.0.1:" + web.getAddress().getPort(), "--name", "bob"))
                    .contains("A web server listens there, and not a chat server. Check the port.")
                    .doesNotContain("does not answer now", "is reported to");
        } finally {
            web.stop(0);
        }
        assertThat(folder.resolve("course/progress.txt")).doesNotExist();
    }

    @Test
    void nameOfAnotherStudentIsRefusedInWords() throws Exception {
        try (ChatServer server = server(0)) {
            Peer eve = Peer.connect(server.port());
            eve.send("/did bob another-secret 1 read");
            eve.skipTo("\\* Noted: bob, .*");
            joinClass(server.port());
            assertThat(learn("hint", "1")).contains("Hint 1 of");
            await().until(() -> learn("hint", "1").contains("bob belongs to another secret."));
            eve.close();
        }
    }

    private static ChatServer server(int port, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "127.0.0.1",
                String.valueOf(port),
                "--key",
                KEY,
                "--transcript=none",
                "--discovery=off",
                "--web=off",
                RunningServer.PATIENT));
        arguments.addAll(List.of(more));
        return ChatServer.start(arguments.toArray(new String[0]));
    }

    private static Peer instructor(int port) throws IOException {
        Peer ada = Peer.rich(port, "ada");
        ada.send("/op@o " + KEY);
        ada.skipTo("OK re=o.*");
        return ada;
    }

    private static List<String> ada(Peer ada, String question, String last) throws IOException {
        ada.send(question);
        List<String> lines = new ArrayList<>();
        for (String line = ada.readLine(); !line.equals(last); line = ada.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    /** Bob joins. A busy machine may not answer in the time that the command waits: then it is typed again. */
    private void joinClass(int port) {
        await().until(() -> learn("--class", "127.0.0.1:" + port, "--name", "bob")
                .contains("is reported to 127.0.0.1:" + port + " from now on, as bob."));
    }

    /** A command stays for the server for a second only: what it could not report, the next one reports. */
    private void learnUntilReported(Peer ada, String line, String... command) {
        await().until(() -> {
            learn(command);
            return hasProgress(ada, line);
        });
    }

    private static void awaitProgress(Peer ada, String line) {
        await().until(() -> hasProgress(ada, line));
    }

    private static boolean hasProgress(Peer ada, String line) throws IOException {
        return ada(ada, "/progress@p", "END re=p").stream().anyMatch(row -> row.matches(line));
    }

    private Path output(Process process) {
        return folder.resolve("output-" + running.indexOf(process) + ".txt");
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of(System.getProperty("chat-cli.jar")).toAbsolutePath().toString(),
                "learn",
                "--folder",
                folder.resolve("course").toString()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output-" + running.size() + ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        running.add(process);
        return process;
    }

    private void awaitOutput(Process process, String words) {
        await().until(() -> Files.readString(output(process)).contains(words));
    }

    private String learn(String... arguments) throws Exception {
        return end(start(arguments));
    }

    private String end(Process process) throws Exception {
        await().until(() -> !process.isAlive());
        return Files.readString(output(process));
    }
}
