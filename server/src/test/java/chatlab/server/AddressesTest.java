package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import chatlab.protocol.testing.Peer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** What goes wrong: IPv6, dual stack. */
class AddressesTest {
    @Test
    void withoutAHostBothVersionsReachIt() throws Exception {
        assumeThatCode(() -> new ServerSocket(0, 1, InetAddress.getByName("::1")).close())
                .as("this machine speaks IPv6")
                .doesNotThrowAnyException();
        try (ChatServer server = ChatServer.start("", "0", "--transcript", "none", "--discovery", "off");
                Peer four = Peer.rich(server.port(), "four");
                Peer six = new Peer(new Socket(InetAddress.getByName("::1"), server.port()))) {
            six.send("/nick six");
            four.expectMatch("JOIN room=lobby name=six .*");
            four.send("/say hello");
            six.skipTo("<four> hello");
            assertThat(server.services().connections().get())
                    .extracting(Connection::peer)
                    .containsExactlyInAnyOrder(
                            "127.0.0.1:" + four.socket().getLocalPort(),
                            "[0:0:0:0:0:0:0:1]:" + six.socket().getLocalPort());
        }
    }
}
