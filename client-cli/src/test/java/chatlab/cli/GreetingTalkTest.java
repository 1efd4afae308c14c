package chatlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlab.client.ChatConnection;
import chatlab.client.Connector;
import chatlab.client.Member;
import chatlab.client.Partners;
import chatlab.client.Patience;
import chatlab.client.People;
import chatlab.protocol.Endpoint;
import chatlab.protocol.testing.ScriptedServer;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class GreetingTalkTest {
    private final TestConsole console = new TestConsole(true);
    private final Uplink link = new Uplink();
    private final Services services = services(Clock.systemUTC());

    @Test
    void silentServerIsSpokenToRaw() throws Exception {
        withConnection(connection -> greeting(connection).silent());
        assertThat(link.way().manner()).isEqualTo(Uplink.Manner.RAW);
    }

    @Test
    void silentServerThatWasJoinedBeforeIsGivenUp() throws Exception {
        withConnection(connection -> {
            Talk talk = greeting(connection).received(Chatting.GREETING);
            talk.received(Chatting.hello("r1", "ada"));
        });
        withConnection(connection ->
                assertThatThrownBy(() -> greeting(connection).silent()).isInstanceOf(IOException.class));
        assertThat(link.way().isOpen()).isFalse(); // or what was typed would go out raw
    }

    private interface Meeting {
        void with(ChatConnection connection) throws IOException;
    }

    private void withConnection(Meeting meeting) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(0);
                ChatConnection connection = new Connector(new Endpoint("127.0.0.1", server.port())).open()) {
            link.use(connection);
            meeting.with(connection);
        }
    }

    private GreetingTalk greeting(ChatConnection connection) {
        boolean known = services.member().wasIn();
        return new GreetingTalk(services, connection, new Patience(System.nanoTime(), 1_000, known));
    }

    private Services services(Clock clock) {
        return new Services(
                console,
                clock,
                new Board(console, clock),
                new EventText(clock),
                link,
                new SentItems(),
                new Names(),
                new Partners(),
                new People(),
                new Member("ada"),
                new Endpoint("127.0.0.1", 8081));
    }
}
