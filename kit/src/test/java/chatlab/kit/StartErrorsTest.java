package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chatlab.protocol.testing.Peer;
import chatlab.protocol.testing.ScriptedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A program that cannot start says in a sentence why and what to do, and its exit status tells scripts. */
class StartErrorsTest {
    @TempDir
    Path folder;

    @Nested
    class Server {
        @Test
        void serverNamesAnAddressOfAnotherMachine() throws Exception {
            String sentence = failureOfServer("192.0.2.1", "0"); // an address for examples: no machine has it
            assertThat(sentence)
                    .isEqualTo("This machine does not have the address 192.0.2.1."
                            + " Leave HOST out to listen on all addresses that it has.");
        }

        @Test
        void serverNamesAnUnknownHost() throws Exception {
            assertThat(failureOfServer("no.such.host.invalid", "0"))
                    .isEqualTo("There is no machine called no.such.host.invalid."
                            + " Leave HOST out to listen on all addresses of this one.");
        }

        @Test
        void serverNamesAPortInUse() throws Exception {
            try (RunningServer first = RunningServer.start(folder)) {
                String port = String.valueOf(first.port());
                assertThat(failureOfServer("127.0.0.1", port))
                        .isEqualTo("Another program already listens on port " + port
                                + ". End it, or choose another port and another transcript, like:"
                                + " 127.0.0.1 8082 --transcript FILE");
                assertThat(first.isAlive()).isTrue();
            }
        }

        @Test
        void serverNamesAPortOutOfRange() throws Exception {
            assertThat(failureOfServer("127.0.0.1", "99999"))
                    .contains("\"99999\" is not a port. A port is a number from 1 to 65535, like 8081.");
        }

        @Test
        @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have other rules for ports below 1024")
        void serverNamesAPortThatNeedsRights() throws Exception {
            try (BufferedReader rule =
                    Files.newBufferedReader(Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start"))) {
                assumeTrue(Integer.parseInt(rule.readLine()) > 80, "on this machine every user may listen on port 80");
            }
            assumeTrue(
                    !System.getProperty("user.name").equals("root"),
                    "an administrator may listen on port 80; .ci/peers tries this as another user");
            assertThat(failureOfServer("127.0.0.1", "80"))
                    .isEqualTo("Port 80 needs the rights of an administrator. Choose one from 1024 up, like 8081.");
        }

        @Test
        void serverNamesATranscriptThatCannotBeWritten() throws Exception {
            String file = Path.of("no", "such", "folder.txt").toString();
            assertThat(failureOfServer("127.0.0.1", "0", "--transcript", file))
                    .startsWith("Cannot write the transcript " + file)
                    .endsWith("Choose another file with --transcript FILE, or none with --transcript none.");
        }

        @Test
        void serverNamesATranscriptOfAnotherServer() throws Exception {
            try (RunningServer first = RunningServer.start(folder)) {
                assertThat(failureOfServer("127.0.0.1", "0", "--transcript", RunningServer.TRANSCRIPT))
                        .isEqualTo("Another server is writing the transcript " + RunningServer.TRANSCRIPT
                                + ". End it, or choose another file with --transcript FILE.");
                assertThat(first.isAlive()).isTrue();
            }
        }

        @Test
        void serverNamesAnUnknownOption() throws Exception {
            assertThat(failureOfServer("--colour", "blue")).contains("--colour").contains("Try --help.");
        }
    }

    @Nested
    class Client {
        @Test
        void clientNamesAPortWithoutAServer() throws Exception {
            String port;
            try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                port = String.valueOf(closed.getLocalPort());
            }
            assertThat(failureOfClient("127.0.0.1", port))
                    .isEqualTo("chat-cli: No program listens at 127.0.0.1:" + port
                            + ". Check that the server runs, and check the port.");
        }

        @Test
        @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems refuse a connection when the queue is full")
        void clientNamesAHostThatDoesNotAnswer() throws Exception {
            List<Socket> queue = new ArrayList<>();
            try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                fill(full, queue); // the next connection is dropped without an answer, as by a firewall
                String port = String.valueOf(full.getLocalPort());
                assertThat(failureOfClient("127.0.0.1", port))
                        .startsWith("chat-cli: No answer from 127.0.0.1:" + port + ". Check the address,")
                        .endsWith(" a firewall.");
            } finally {
                for (Socket socket : queue) {
                    socket.close();
                }
            }
        }

        @Test
        void clientTellsAWebServerFromAChatServer() throws Exception {
            try (ScriptedServer web = ScriptedServer.start(0);
                    RunningClient client = RunningClient.start(folder, "127.0.0.1", String.valueOf(web.port()))) {
                client.type("hello");
                Peer connection = web.accept();
                connection.expect("hello"); // after a second without a greeting
                connection.send("HTTP/1.1 400 Bad Request", "Connection: close", "");
                assertThat(failure(client))
                        .isEqualTo("chat-cli: A web server listens there, and not a chat server. Check the port.");
            }
        }

        @Test
        void clientNamesAnUnknownHost() throws Exception {
            Path hosts = Files.writeString(
                    folder.resolve("hosts"), "127.0.0.1 localhost\n"); // so that no name server is asked
            String option = "-Djdk.net.hosts.file=" + hosts;
            try (RunningClient client = RunningClient.startWith(folder, option, "no.such.host.invalid", "8081")) {
                assertThat(failure(client))
                        .isEqualTo("chat-cli: There is no computer called \"no.such.host.invalid\" here."
                                + " Check the spelling, or type its address in numbers.");
            }
        }

        @Test
        void clientNamesAPortThatIsNoNumber() throws Exception {
            assertThat(failureOfClient("127.0.0.1", "chat"))
                    .isEqualTo("chat-cli: \"chat\" is not a port." + " A port is a number from 1 to 65535, like 8081.");
        }

        @Test
        void clientNamesAnInvalidName() throws Exception {
            assertThat(failureOfClient("127.0.0.1", "8081", "--name", "server"))
                    .isEqualTo("chat-cli: This name is kept for the server. Choose another one.");
        }

        @Test
        void clientWithoutATerminalAsksForHostAndPort() throws Exception {
            assertThat(failureOfClient())
                    .isEqualTo(
                            "chat-cli: There is no terminal to choose a server in. Name its HOST and PORT, or \"learn\" for the course.");
        }

        @Test
        void clientNamesAnUnknownOption() throws Exception {
            assertThat(failureOfClient("--colour", "127.0.0.1"))
                    .startsWith("chat-cli: ")
                    .contains("--colour");
        }
    }

    private String failureOfServer(String... arguments) throws IOException, InterruptedException {
        Path hosts =
                Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n"); // so that no name server is asked
        List<String> command = RunningProgram.java("chat-server.jar", "-Djdk.net.hosts.file=" + hosts);
        command.addAll(List.of(arguments));
        try (RunningProgram server = new RunningProgram("server", folder, new ProcessBuilder(command))) {
            return failure(server);
        }
    }

    private String failureOfClient(String... arguments) throws IOException, InterruptedException {
        try (RunningClient client = RunningClient.start(folder, arguments)) {
            return failure(client);
        }
    }

    /** The sentence of a program that ends with a bad status. */
    private static String failure(RunningProgram program) throws InterruptedException {
        assertThat(program.expectExit()).as("exit status").isPositive().isLessThan(128);
        List<String> lines = program.err().all();
        assertThat(lines).as("lines on the standard error").hasSizeBetween(1, 2);
        assertThat(lines)
                .as("no stack trace")
                .noneMatch(line -> line.matches("\\s.*|.*(Exception|Error|chatlab\\.).*"));
        return String.join(" ", lines);
    }

    /** Connects until no other client can. */
    private static void fill(ServerSocket full, List<Socket> queue) throws IOException {
        InetSocketAddress address = new InetSocketAddress(full.getInetAddress(), full.getLocalPort());
        while (queue.size() < 10) {
            Socket socket = new Socket();
            queue.add(socket);
            try {
                socket.connect(address, 300);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new AssertionError("the queue of 1 is not full after " + queue.size());
    }
}
