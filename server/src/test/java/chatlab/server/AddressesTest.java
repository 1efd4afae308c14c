package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import chatlab.protocol.testing.HangLimit;
import chatlab.protocol.testing.Peer;
import chatlab.server.delivery.Connection;
import chatlab.server.support.CannotStartException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** IPv4, IPv6, and both on one socket. */
class AddressesTest {
    private static ChatServer start(String... host) throws CannotStartException {
        List<String> arguments = new ArrayList<>(List.of(host));
        arguments.addAll(List.of("--transcript", "none", "--discovery", "off"));
        for (String limit : List.of("--join-millis", "--ping-millis", "--grace-millis", "--last-words-millis")) {
            arguments.addAll(List.of(limit, String.valueOf(HangLimit.MILLIS)));
        }
        return ChatServer.start(arguments.toArray(String[]::new));
    }

    private static Peer connect(String address, ChatServer server) throws Exception {
        return new Peer(new Socket(InetAddress.getByName(address), server.port()));
    }

    private static void assumeVersionSix() {
        assumeThatCode(() -> new ServerSocket(0, 1, InetAddress.getByName("::1")).close())
                .as("this machine speaks IPv6")
                .doesNotThrowAnyException();
    }

    @Test
    void hostOfTwoColonsIsReachedByBothVersions() throws Exception {
        assumeVersionSix();
        try (ChatServer server = start("::", "0");
                Peer four = Peer.rich(server.port(), "four");
                Peer six = connect("::1", server)) {
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

    /** A client that connects to localhost is refused at ::1 and goes on to 127.0.0.1. */
    @Test
    void withoutHostOnlyIpv4IsReached() throws Exception {
        assumeVersionSix();
        try (ChatServer server = start("0");
                Peer four = Peer.rich(server.port(), "four")) {
            assertThatThrownBy(() -> connect("::1", server)).isInstanceOf(ConnectException.class);
            four.send("/ping");
            four.expect("PONG");
        }
    }

    /** Without HOST the sockets come from a channel, and must do the same. */
    @Test
    void withoutHostClientsAreServedAndClosedLikeOthers() throws Exception {
        try (ChatServer server = start("0", "--line-millis", "50");
                Peer bob = Peer.rich(server.port(), "bob")) {
            Peer slow = Peer.rich(server.port(), "slow");
            slow.sendRaw("half a line");
            slow.skipTo("BYE code=error :You have begun .*");
            slow.expectEnd();
            slow.close();
            Peer eve = Peer.rich(server.port(), "eve");
            eve.send(Collections.nCopies(60, "/ping").toArray(String[]::new));
            eve.skipTo("NOTE code=slow-down :.*");
            eve.reset();
            bob.skipTo("WHO name=eve .* state=lost");
            Peer half = Peer.rich(server.port(), "half");
            half.send("/say last words");
            half.socket().shutdownOutput();
            bob.skipTo("MSG .* from=half .* :last words");
            half.skipTo("MSG .* from=half .*");
            half.expectEnd();
            half.close();
            bob.send("/quit");
            bob.skipTo("BYE code=quit :.*");
            bob.expectEnd();
        }
    }
}
