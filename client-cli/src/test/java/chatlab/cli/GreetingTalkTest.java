package chatlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlab.client.Connection;
import chatlab.client.Connector;
import chatlab.client.Partners;
import chatlab.client.Patience;
import chatlab.protocol.Endpoint;
import chatlab.protocol.testing.ScriptedServer;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class GreetingTalkTest {
    private final TestConsole console = new TestConsole(true);
    private final Member member = new Member("ada");
    private final Link link = new Link();

    @Test
    void silentServerIsSpokenToRaw() throws Exception {
        beMetBySilence();
        assertThat(link.way().manner()).isEqualTo(Link.Manner.RAW);
    }

    @Test
    void silentServerThatWasJoinedBeforeIsGivenUp() {
        member.room = "lobby";
        assertThatThrownBy(this::beMetBySilence).isInstanceOf(IOException.class);
        assertThat(link.way().isOpen()).isFalse(); // or what was typed would go out raw
    }

    private void beMetBySilence() throws Exception {
        Clock clock = Clock.systemUTC();
        Services services = new Services(
                console,
                new Board(console, clock),
                new EventText(clock),
                link,
                new Receipts(),
                new Names(),
                new Partners(),
                member);
        try (ScriptedServer server = ScriptedServer.start(0);
                Connection connection = new Connector(new Endpoint("127.0.0.1", server.port())).open()) {
            link.use(connection);
            new GreetingTalk(services, connection, new Patience(System.nanoTime(), member.wasIn())).silent();
        }
    }
}
