package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.BadLineException;
import chatlab.protocol.Chat1;
import chatlab.protocol.LineReader;
import chatlab.protocol.Utf8;
import chatlab.protocol.testing.HangLimit;
import chatlab.protocol.testing.SpecSessions;
import chatlab.protocol.testing.SpecSessions.Session;
import chatlab.protocol.testing.SpecSessions.Step;
import chatlab.server.ChatServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server does what the sessions of the specification, protocol/README.md, show. */
class SpecificationTest {
    static List<Session> sessions() throws IOException {
        return SpecSessions.read();
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void serverAnswersAsTheSessionShows(Session session) throws Exception {
        try (ChatServer server = ChatServer.start(
                        "127.0.0.1",
                        "0",
                        "--name=Room 12",
                        "--key=open-sesame-1001",
                        "--transcript=none",
                        "--discovery=off",
                        "--worn-millis=0",
                        "--flood=off");
                Stage stage = new Stage(server.port())) {
            for (Step step : session.steps()) {
                stage.play(step);
            }
            stage.nothingElseWasSaid();
        }
    }

    /** Plays one session, step by step, with a connection for each of its clients. */
    private static final class Stage implements AutoCloseable {
        private final int port;
        private final Map<String, Client> clients = new LinkedHashMap<>();
        private final Map<String, String> remembered = new HashMap<>();

        Stage(int port) {
            this.port = port;
        }

        void play(Step step) throws IOException, BadLineException {
            if (!clients.containsKey(step.who())) {
                clients.put(step.who(), new Client(port));
            }
            Client client = clients.get(step.who());
            switch (step.kind()) {
                case SENDS -> client.send(step.filled(remembered));
                case RECEIVES -> {
                    String line = client.receive();
                    assertThat(line != null && step.matches(line, remembered))
                            .as("%s\nbut it was: %s", step, line)
                            .isTrue();
                }
                case HANGS_UP -> clients.remove(step.who()).close();
                case IS_CLOSED -> {
                    assertThat(client.receive()).as(step.toString()).isNull();
                    clients.remove(step.who()).close();
                }
                default -> throw new AssertionError(step);
            }
        }

        /** A session shows every line: the next line that each client receives answers its next question. */
        void nothingElseWasSaid() throws IOException, BadLineException {
            for (Client client : clients.values()) {
                client.send("/ping the end");
                assertThat(client.receive()).isIn("PONG :the end", "* pong the end");
            }
        }

        @Override
        public void close() throws IOException {
            for (Client client : clients.values()) {
                client.close();
            }
        }
    }

    private static final class Client {
        private final Socket socket;
        private final LineReader lines;

        Client(int port) throws IOException {
            this.socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
            socket.setSoTimeout(HangLimit.MILLIS);
            this.lines = new LineReader(socket.getInputStream(), Chat1.SERVER_LINE);
        }

        void send(String line) throws IOException {
            socket.getOutputStream().write(Utf8.encode(line + "\n"));
        }

        /** The next line, or null at the end of the connection. */
        String receive() throws IOException, BadLineException {
            return lines.readLine();
        }

        void close() throws IOException {
            socket.close();
        }
    }
}
