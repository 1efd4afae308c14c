package chatlab.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Endpoint;
import chatlab.protocol.testing.Background;
import chatlab.protocol.testing.FreePort;
import chatlab.protocol.testing.HangLimit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ConnectorTest {
    @Test
    void triesTheNextAddressWhereOneRefuses() throws Exception {
        for (InetAddress only : InetAddress.getAllByName("localhost")) { // often two, of which one does not come first
            try (ServerSocket server = new ServerSocket()) {
                assumeCanBind(server, only);
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
            assumeCanBind(server, InetAddress.getByName("::1"));
            new Connector(Endpoint.parse("[::1]:" + server.getLocalPort()))
                    .open()
                    .close();
        }
    }

    private static void assumeCanBind(ServerSocket server, InetAddress address) {
        try {
            server.bind(new InetSocketAddress(address, FreePort.find())); // free at the other addresses, too
        } catch (IOException e) {
            Assumptions.abort("this machine has no address " + address.getHostAddress() + ", as where IPv6 is off");
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "where a queue is full, other systems refuse")
    void unansweredAttemptIsReported() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            List<SocketChannel> waiting = fill(deaf);
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
    @EnabledOnOs(value = OS.LINUX, disabledReason = "where a queue is full, other systems refuse")
    void closingEndsAnAttemptUnderWay() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            List<SocketChannel> waiting = fill(deaf);
            Connector connector = new Connector(new Endpoint("127.0.0.1", deaf.getLocalPort()), 0);
            CompletableFuture<ChatConnection> attempt = Background.run(connector::open);
            await().until(() -> Thread.getAllStackTraces().values().stream().anyMatch(ConnectorTest::isConnecting));
            connector.close();

            assertThatThrownBy(() -> attempt.get(HangLimit.SECONDS, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(UserError.class)
                    .hasMessageNotContaining("No answer");
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    private static boolean isConnecting(StackTraceElement[] calls) {
        return Arrays.stream(calls).anyMatch(call -> call.getClassName().equals(Connector.class.getName()))
                && Arrays.stream(calls).anyMatch(call -> call.getMethodName().equals("connect"));
    }

    /** The system queues two or so that connect to it, and leaves the rest without an answer. */
    private static List<SocketChannel> fill(ServerSocket deaf) throws IOException {
        List<SocketChannel> waiting = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.connect(new InetSocketAddress(deaf.getInetAddress(), deaf.getLocalPort()));
            waiting.add(channel);
        }
        return waiting;
    }

    @Test
    void canBeClosed() {
        Connector connector = new Connector(new Endpoint("127.0.0.1", 9));
        connector.close();
        assertThatThrownBy(connector::open).isInstanceOf(UserError.class);
    }
}
