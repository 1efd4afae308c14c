package chatlab.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.PlainRenderer;
import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.delivery.Delivery;
import chatlab.server.support.DeliveryKind;
import chatlab.server.support.Threads;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.ZoneOffset;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;

class ReceptionTest {
    /** A machine that is gone without a word is noticed by the system, which takes minutes. So the test only looks at the options. */
    @Test
    void systemIsToldToAskWhetherSilentClientIsThere() throws Exception {
        Threads threads = new Threads(Threads.Kind.PLATFORM, complaint -> {});
        try (TestServer server = TestServer.start();
                Delivery office = Delivery.of(DeliveryKind.POSTMAN, threads, () -> {}, complaint -> {});
                ServerSocket door = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Peer ada = Peer.connect(door.getLocalPort());
                Socket accepted = door.accept()) {
            office.start();
            PlainRenderer plain = new PlainRenderer(ZoneOffset.UTC);
            new Reception(server.services(), office, plain, threads).admit(accepted);
            ada.expectMatch("\\* CHAT/1 .*");
            assertThat(accepted.getKeepAlive()).isTrue();
            if (accepted.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
                assertThat(accepted.getOption(ExtendedSocketOptions.TCP_KEEPIDLE))
                        .as("seconds; the system's own are two hours")
                        .isLessThan(60);
            }
        }
    }
}
