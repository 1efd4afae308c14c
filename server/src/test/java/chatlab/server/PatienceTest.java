package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.PlainRenderer;
import chatlab.protocol.testing.Peer;
import chatlab.server.delivery.Delivery;
import chatlab.server.net.Reception;
import chatlab.server.support.DeliveryKind;
import chatlab.server.support.Threads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;

/** What goes wrong: slowloris; half-open connections. */
class PatienceTest {
    /** Nobody counts this down: it is for doing something slowly. */
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void aLineThatIsNotEndedEndsTheConnection() throws Exception {
        try (TestServer server = TestServer.start("--line-millis", "100")) {
            Peer ada = server.plain("ada");
            ada.sendRaw("hel");
            ada.skipTo("\\* You have begun a line or a paste and not ended it: the connection ends\\.");
            ada.expectEnd();
        }
    }

    @Test
    void alsoOneThatDrips() throws Exception {
        try (TestServer server = TestServer.start("--line-millis", "300");
                Crowd crowd = new Crowd()) {
            Peer ada = server.plain("ada");
            crowd.letDo(() -> {
                try {
                    while (!never.await(5, TimeUnit.MILLISECONDS)) {
                        ada.sendRaw("x");
                    }
                } catch (IOException e) {
                    // closed, as it should be
                }
            });
            ada.skipTo("\\* You have begun a line .*");
            ada.expectEnd();
            ada.close();
            crowd.await();
        }
    }

    @Test
    void aPasteThatIsNotEndedEndsTheConnection() throws Exception {
        try (TestServer server = TestServer.start("--line-millis", "300", "--flood", "off");
                Crowd crowd = new Crowd()) {
            Peer bob = server.rich("bob");
            Peer ada = server.plain("ada");
            ada.send("/paste");
            crowd.letDo(() -> {
                try {
                    while (!never.await(5, TimeUnit.MILLISECONDS)) {
                        ada.send("whole lines do not help");
                    }
                } catch (IOException e) {
                    // closed, as it should be
                }
            });
            ada.skipTo("\\* You have begun a line .*");
            ada.close();
            crowd.await();
            bob.skipTo("LEAVE .* name=ada .*");
            bob.send("/history");
            bob.expect("END");
        }
    }

    @Test
    void eachLineHasATimeOfItsOwn() throws Exception {
        try (TestServer server = TestServer.start("--line-millis", "4000", "--flood", "off")) {
            Peer ada = server.plain("ada");
            Peer bob = server.rich("bob");
            for (int i = 0; i < 5; i++) {
                ada.sendRaw("slow");
                never.await(1, TimeUnit.SECONDS);
                ada.sendRaw("ly\nand ");
                bob.skipTo("MSG .*slowly");
            }
        }
    }

    @Test
    void aSilentRichClientIsAskedAndThenLost() throws Exception {
        try (TestServer server = TestServer.start("--ping-millis", "200", "--grace-millis", "10", "--flood", "off")) {
            Peer silent = server.plain("eve");
            Peer ada = server.rich("ada");
            ada.expectMatch("PING.*");
            ada.expectMatch("BYE code=error :Nothing was heard from you.*");
            ada.expectEnd();
            ada.close();
            server.screen.awaitLine(".* - ada has left lobby, the connection was lost.*");
            silent.send("/ping still here");
            silent.expect("* ada joined.", "* ada left (connection lost).", "* pong still here");
        }
    }

    @Test
    void whoAnswersStays() throws Exception {
        try (TestServer server = TestServer.start("--ping-millis", "3000", "--flood", "off")) {
            Peer ada = server.rich("ada");
            for (int i = 0; i < 2; i++) {
                ada.expectMatch("PING.*");
                ada.send("/pong");
            }
            ada.send("/ping");
            ada.expectMatch("PONG");
        }
    }

    @Test
    void whoIsSlowedDownIsNotSilent() throws Exception {
        try (TestServer server = TestServer.start("--ping-millis", "3000")) {
            Peer ada = server.rich("ada");
            String[] lines = new String[18];
            Arrays.fill(lines, "/ping");
            ada.send(lines);
            for (int i = 0; i < lines.length; i++) {
                ada.skipTo("PONG");
            }
            ada.expectMatch("PING.*");
            ada.send("/say still here");
            assertThat(ada.readLine()).doesNotStartWith("BYE");
        }
    }

    /** Who is gone without a word is noticed by the system, which takes minutes: here only that it was told to look. */
    @Test
    void theSystemIsToldToAskWhetherASilentClientIsThere() throws Exception {
        Threads threads = new Threads(Threads.Kind.PLATFORM, complaint -> {});
        try (TestServer server = TestServer.start();
                Delivery office = Delivery.open(DeliveryKind.POSTMAN, threads, () -> {});
                ServerSocket door = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Peer ada = Peer.connect(door.getLocalPort());
                Socket accepted = door.accept()) {
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

    /** After one read with a time-out the JDK's later reads of that socket need three system calls instead of one. */
    @Test
    void aPlainClientThatSaysWholeLinesIsReadWithoutATimeOut() throws Exception {
        List<Integer> timeouts = new CopyOnWriteArrayList<>();
        Socket accepted = new Socket() {
            @Override
            public synchronized void setSoTimeout(int milliseconds) throws SocketException {
                timeouts.add(milliseconds);
                super.setSoTimeout(milliseconds);
            }
        };
        Threads threads = new Threads(Threads.Kind.PLATFORM, complaint -> {});
        try (TestServer server = TestServer.start();
                Delivery office = Delivery.open(DeliveryKind.POSTMAN, threads, () -> {});
                ServerSocket door = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")) {
                    @Override
                    public Socket accept() throws IOException {
                        implAccept(accepted);
                        return accepted;
                    }
                };
                Peer ada = Peer.connect(door.getLocalPort())) {
            new Reception(server.services(), office, new PlainRenderer(ZoneOffset.UTC), threads).admit(door.accept());
            ada.send("hello", "/ping");
            ada.skipTo("\\* pong.*");
            ada.send("/quit");
            ada.skipTo("\\* Goodbye\\.");
            assertThat(timeouts).isNotEmpty().containsOnly(0);
        }
    }

    @Test
    void whoIsGoneLeavesNoThread() throws Exception {
        try (TestServer server = TestServer.start("--line-millis", "50")) {
            server.plain("ada").sendRaw("hel");
            await().until(() -> server.services().connections().get().isEmpty());
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("client 1 ada reader")));
            assertThat(server.countPeople()).isZero();
        }
    }
}
