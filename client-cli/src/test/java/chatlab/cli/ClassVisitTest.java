package chatlab.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlab.client.ChatConnection;
import chatlab.protocol.ClassroomCommand.Did;
import chatlab.protocol.CourseQuestion;
import chatlab.protocol.Greeting;
import chatlab.protocol.testing.HangLimit;
import chatlab.tutorials.ClassServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A visit to a server that talks all the time, and never gives the answer. */
class ClassVisitTest {
    /** Milliseconds. */
    private static final int SOON = 500;

    private static final String GREETING = new Greeting("room", false, "guest-1").print() + "\n";
    private static final String HELLO =
            "HELLO proto=1 server=x run=r you=guest-1 token=t room=lobby ping=60 line=4096 paste=500 :room\n";

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void serverThatSendsOtherLinesWithoutEndIsLeft() throws Exception {
        answer(GREETING, "PING :x\n");
        assertThatThrownBy(() -> ClassVisit.begin(connect(), SOON)).isInstanceOf(IOException.class);
    }

    @Test
    void serverThatNeverAnswersAReportIsLeft() throws Exception {
        answer(GREETING + HELLO, "PING :x\n");
        Did done = new Did("bob", "k3f9k3f9", new CourseQuestion(1), "read");
        assertThatThrownBy(() -> ClassVisit.begin(connect(), 2 * SOON).report(done))
                .isInstanceOf(IOException.class);
    }

    @Test
    void programThatDoesNotGreetIsNamedAsOne() {
        assertThatThrownBy(() -> ClassVisit.begin(connect(), SOON)) // the system connects; no program accepts
                .isInstanceOf(ClassServer.OtherProgramException.class)
                .hasMessage("The program that listens there does not greet like a chat server. Check the port.");
    }

    @Test
    void programThatGreetsInAnotherWayIsNamedAsOne() {
        answer("SSH-2.0-x\n", "x\n");
        assertThatThrownBy(() -> ClassVisit.begin(connect(), HangLimit.MILLIS))
                .isInstanceOf(ClassServer.OtherProgramException.class)
                .hasMessageContaining("is not a chat server: it says \"SSH-2.0-x\"");
    }

    @Test
    void serverThatIsFullForAMomentIsNoOtherProgram() {
        answer("! The server is full.\n", "x\n");
        assertThatThrownBy(() -> ClassVisit.begin(connect(), HangLimit.MILLIS))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(ClassServer.OtherProgramException.class)
                .hasMessage("The server does not let you in: The server is full.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void serverThatEndsTheConnectionBeforeItGreetsIsNoOtherProgram(boolean byReset) {
        serve(client -> {
            while (client.getInputStream().read() != '\n') {
                // the line of the client
            }
            client.setSoLinger(byReset, 0);
        });
        assertThatThrownBy(() -> ClassVisit.begin(connect(), HangLimit.MILLIS))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(ClassServer.OtherProgramException.class);
    }

    @Test
    void programThatEndsNoLineIsNamedAsAnother() {
        answer("", "x");
        assertThatThrownBy(() -> ClassVisit.begin(connect(), HangLimit.MILLIS))
                .isInstanceOf(ClassServer.OtherProgramException.class);
    }

    private ChatConnection connect() throws IOException {
        return new ChatConnection(new Socket(server.getInetAddress(), server.getLocalPort()));
    }

    /** Sends one text, and then the other one again and again until the client has gone. */
    private void answer(String once, String again) {
        serve(client -> {
            client.getOutputStream().write(once.getBytes(StandardCharsets.UTF_8));
            while (true) {
                client.getOutputStream().write(again.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private void serve(Service service) {
        Thread thread = new Thread(
                () -> {
                    try (Socket client = server.accept()) {
                        service.serve(client);
                    } catch (IOException e) {
                        // the client has gone
                    }
                },
                "hostile server");
        thread.setDaemon(true);
        thread.start();
    }

    /** What the server does with its client before it closes the connection. */
    private interface Service {
        void serve(Socket client) throws IOException;
    }
}
