package chatlab.cli.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chatlab.client.UserError;
import chatlab.protocol.testing.HangLimit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A student's program is started with its port, and ended with its children. */
class StudentProgramTest {
    private static final Duration PATIENCE = Duration.ofSeconds(HangLimit.SECONDS);

    @Test
    void commandIsSplitAtBlanksOutsideQuotes() {
        assertThat(StudentProgram.words("java -cp 'my folder' X{port}Y \"a b\"", 81))
                .isEqualTo(List.of("java", "-cp", "my folder", "X81Y", "a b"));
        assertThat(StudentProgram.words("python3  server.py", 81)).isEqualTo(List.of("python3", "server.py", "81"));
    }

    @Test
    void programEndsWithItsChildAndItsLastLinesAreKept() throws Exception {
        List<String> output;
        long child;
        try (StudentProgram program = StudentProgram.start(command("parent"), PATIENCE);
                Socket first = program.open();
                Socket second = program.open()) {
            assertThat(first.getInputStream().read()).isEqualTo('1'); // its connection showed that the program listens
            assertThat(second.getInputStream().read()).isEqualTo('2');
            output = program.end();
        }
        child = Long.parseLong(output.get(output.size() - 1).replaceFirst("child ", ""));
        await().until(() ->
                ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(output).hasSize(2).allMatch(line -> line.length() <= 160);
    }

    @Test
    void programThatEndsAtOnceIsToldWithItsLastLines() {
        assertThatThrownBy(() -> StudentProgram.start(command("end"), PATIENCE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("ended with the status 3")
                .hasMessageContaining("I am \\x1B[31m red");
    }

    @Test
    void programThatDoesNotListenIsToldAndEnded() {
        assertThatThrownBy(() -> StudentProgram.start(command("deaf"), Duration.ofSeconds(1)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("does not listen on 127.0.0.1, port ");
    }

    @Test
    void programThatIsNotThereIsTold() {
        assertThatThrownBy(() -> StudentProgram.start("no-such-program-here", PATIENCE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("\"no-such-program-here\" cannot be started");
    }

    private static String command(String task) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return "'" + java + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                + StudentProgramTest.class.getName() + " " + task;
    }

    /** The program of a student. Its child process listens. */
    public static void main(String[] args) throws IOException, InterruptedException {
        switch (args[0]) {
            case "parent" -> {
                System.out.println("much ".repeat(10_000));
                String java =
                        Path.of(System.getProperty("java.home"), "bin", "java").toString();
                Process child = new ProcessBuilder(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                StudentProgramTest.class.getName(),
                                "child",
                                args[1])
                        .start();
                System.out.println("child " + child.pid());
                child.waitFor();
            }
            case "child" -> listen(Integer.parseInt(args[1]));
            case "end" -> {
                System.out.println("I am \u001b[31m red");
                System.exit(3);
            }
            default -> new CountDownLatch(1).await();
        }
    }

    private static void listen(int port) throws IOException {
        try (ServerSocket listener = new ServerSocket(port, 10, InetAddress.getByName("127.0.0.1"))) {
            for (int i = 1; true; i++) {
                listener.accept().getOutputStream().write(String.valueOf(i).getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
