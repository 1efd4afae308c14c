package chatlab.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlab.protocol.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ConnectorTest {

    @Test
    void triesTheNextAddressWhereOneRefuses() throws Exception {
        for (InetAddress only : InetAddress.getAllByName("localhost")) { // often two, of which one does not come first
            try (ServerSocket server = new ServerSocket(0, 1, only)) {
                new Connector(new Endpoint("localhost", server.getLocalPort()))
                        .open()
                        .close();
                server.accept().close();
            }
        }
    }

    @Test
    void speaksIpv6() throws Exception {
        try (ServerSocket server = new ServerSocket()) {
            try {
                server.bind(new InetSocketAddress(InetAddress.getByName("::1"), 0));
            } catch (IOException e) {
                Assumptions.abort("this machine has no IPv6");
            }
            new Connector(Endpoint.parse("[::1]:" + server.getLocalPort()))
                    .open()
                    .close();
        }
    }

    @Test
    void tellsThatNobodyAnswers() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            InetSocketAddress address = new InetSocketAddress("127.0.0.1", deaf.getLocalPort());
            List<SocketChannel> waiting = new ArrayList<>();
            for (int i = 0; i < 10; i++) { // the system queues two or so, and leaves the rest without an answer
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(address);
                waiting.add(channel);
            }
            Connector connector = new Connector(new Endpoint("127.0.0.1", deaf.getLocalPort()), 200);

            assertThatThrownBy(connector::open)
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith("No answer from 127.0.0.1:");
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    @Test
    void canBeClosed() {
        Connector connector = new Connector(new Endpoint("127.0.0.1", 9));
        connector.close();
        assertThatThrownBy(connector::open).isInstanceOf(UserError.class);
    }
}
