package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.cli.conform.Finding;
import chatlab.cli.conform.Replay;
import chatlab.cli.conform.SpecSessions;
import chatlab.cli.conform.SpecSessions.Session;
import chatlab.cli.conform.Strictness;
import chatlab.protocol.testing.HangLimit;
import chatlab.server.ChatServer;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server does what the sessions of the specification, protocol/README.md, show. */
class SpecificationTest {
    static List<Session> sessions() {
        return SpecSessions.read();
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void serverAnswersAsTheSessionShows(Session session) throws Exception {
        Duration patience = Duration.ofSeconds(HangLimit.SECONDS);
        try (ChatServer server = startForSessions();
                Replay replay =
                        new Replay(session, () -> new Socket("127.0.0.1", server.port()), patience, Strictness.EXACT)) {
            assertThat(replay.play())
                    .isEqualTo(new Finding(Finding.Outcome.MET, session.heading(), session.title(), List.of()));
        }
    }

    /** A server as the specification wants it for its sessions. */
    static ChatServer startForSessions() throws Exception {
        return ChatServer.start(
                "127.0.0.1",
                "0",
                "--name=Room 12",
                "--key=open-sesame-1001",
                "--transcript=none",
                "--discovery=off",
                RunningServer.PATIENT,
                "--worn-millis=0",
                "--flood=off");
    }
}
