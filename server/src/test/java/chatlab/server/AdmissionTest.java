package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.PlainRenderer;
import chatlab.protocol.testing.Peer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What goes wrong: flood of connections; thousands of connections. The limit for one address does not hold for this machine
 * itself, all of 127.0.0.0/8, so that one is tested without sockets.
 */
@Timeout(60)
class AdmissionTest {
    private static InetAddress address(String address) throws Exception {
        return InetAddress.getByName(address); // digits only: nobody is asked
    }

    @Test
    void soManyPeopleFromOneAddress() throws Exception {
        Admission admission = TestServer.admission(1000, 2);
        InetAddress lab = address("10.1.2.3");
        for (int i = 0; i < 4; i++) {
            admission.connect(lab); // twice as many may knock, as some of them come back
        }
        assertThatThrownBy(() -> admission.connect(lab))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("your address");
        admission.enter(lab, false);
        admission.enter(lab, false);
        assertThatThrownBy(() -> admission.enter(lab, false)).isInstanceOf(Refused.class);
        admission.enter(lab, true); // comes back
        assertThat(admission.people()).isEqualTo(3);

        admission.connect(address("10.1.2.4"));
        admission.enter(address("10.1.2.4"), false);

        admission.leave(lab);
        admission.disconnect(lab);
        admission.leave(lab);
        admission.disconnect(lab);
        admission.disconnect(lab);
        admission.connect(lab);
        admission.enter(lab, false);
        assertThatThrownBy(() -> admission.enter(lab, false)).isInstanceOf(Refused.class);
    }

    @Test
    void thisMachineAndSixthVersionAddressesAreCountedAsTheyShould() throws Exception {
        Admission admission = TestServer.admission(1000, 1);
        for (int i = 0; i < 10; i++) {
            admission.connect(address("127.0.0.1"));
            admission.enter(address("127.0.0.1"), false);
            admission.connect(address("::1"));
            admission.enter(address("::1"), false);
        }
        admission.connect(address("2001:db8::1"));
        admission.enter(address("2001:db8::1"), false);
        admission.connect(address("2001:db8::2"));
        admission.enter(address("2001:db8::2"), false);
        admission.connect(address("2001:db8::1"));
        assertThatThrownBy(() -> admission.enter(address("2001:db8::1"), false)).isInstanceOf(Refused.class);
    }

    /** Nobody may read that its /nick or /join was done, and then be thrown out. */
    @Test
    void whoIsOneTooManyIsToldBeforeAnythingIsDone() throws Exception {
        InetAddress lab = address("10.1.2.3");
        Socket fromTheLab = new Socket() {
            @Override
            public InetAddress getInetAddress() {
                return lab;
            }
        };
        for (String line : List.of("/nick ada", "/join lab", "/say hello", "/proto 1 ada")) {
            try (TestServer server = TestServer.start("--max-per-address", "1");
                    Housekeeper housekeeper = new Housekeeper(complaint -> {});
                    Crowd crowd = new Crowd()) {
                Services services = server.server.services();
                services.admission().enter(lab, false);
                Connection connection = new Connection(
                        7, fromTheLab, new NoDelivery(), new PlainRenderer(ZoneOffset.UTC), housekeeper, c -> {});
                Session session = new Session(connection, services);
                crowd.letDo(
                        () -> { // not this thread: the one that obeys is given the client's name
                            session.obey(line);
                            session.speak();
                        });
                crowd.await();
                byte[] bag = new byte[Postman.BAG];
                List<String> told = new String(bag, 0, connection.fill(bag), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                if (line.startsWith("/proto")) { // a program has to know first how it is spoken to
                    assertThat(told).hasSize(2);
                    assertThat(told.get(0)).startsWith("HELLO ");
                    assertThat(told.get(1)).startsWith("BYE code=full ").contains("your address");
                } else {
                    assertThat(told).as(line).singleElement().asString().contains("your address");
                    assertThat(services.hall().roster().all()).as(line).isEmpty();
                }
                assertThat(connection.isLeaving()).isTrue();
                assertThat(services.hall().rooms().all()).hasSize(1);
                assertThat(services.hall().rooms().lobby().people()).isEmpty();
                session.end("lost", "");
                assertThat(services.hall().roster().all()).isEmpty();
            }
        }
    }

    @Test
    void noLimitWhenItIsZero() throws Exception {
        Admission admission = TestServer.admission(1000, 0);
        for (int i = 0; i < 100; i++) {
            admission.connect(address("10.1.2.3"));
            admission.enter(address("10.1.2.3"), false);
        }
    }

    @Test
    void aboveTheMaximumIsRefusedWithWordsAndWithoutAThread() throws Exception {
        try (TestServer server = TestServer.start("--max-clients", "2")) {
            Peer ada = server.rich("ada");
            server.rich("bob");
            Peer third = server.connect();
            third.expect("* The server is full: 2 connections.");
            third.expectEnd();
            assertThat(server.server.services().connections().get()).hasSize(2);
            ada.send("/quit");
            ada.skipTo("BYE .*");
            ada.close();
            await().until(() -> server.connect().readLine().startsWith("* CHAT/1 "));
        }
    }

    @Test
    void manyAreTurnedAwayAtOnce() throws Exception {
        try (TestServer server = TestServer.start("--max-clients", "1")) {
            Peer ada = server.rich("ada");
            List<Peer> others = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                others.add(server.connect());
            }
            int withoutAWord = 0;
            for (Peer other : others) {
                List<String> words = other.readAll();
                assertThat(words).hasSizeLessThanOrEqualTo(1).allMatch(line -> line.startsWith("* The server is full"));
                withoutAWord += words.isEmpty() ? 1 : 0;
                other.close();
            }
            assertThat(withoutAWord).isPositive();
            ada.send("/ping");
            ada.expect("PONG");
        }
    }

    @Test
    void whoLeavesHoweverMakesRoom() throws Exception {
        try (TestServer server = TestServer.start("--max-clients", "1", "--line-millis", "20", "--grace-millis", "0")) {
            for (int i = 0; i < 50; i++) {
                Peer peer =
                        await().pollInterval(Duration.ofMillis(5)).until(() -> knock(server), found -> found != null);
                switch (i % 5) {
                    case 0 -> peer.reset();
                    case 1 -> peer.sendRaw("half a line");
                    case 2 -> peer.send("GET / HTTP/1.1");
                    case 3 -> peer.send("/proto 1 ada", "/quit");
                    default -> {
                        peer.send("/proto 1 bob");
                        peer.skipTo("JOIN .*");
                        peer.reset();
                    }
                }
                if (i % 5 != 0 && i % 5 != 4) {
                    peer.readAll();
                    peer.close();
                }
            }
            await().until(() -> server.server.services().admission().people() == 0);
        }
    }

    private static Peer knock(TestServer server) throws Exception {
        Peer peer = server.connect();
        return peer.readLine().startsWith("* CHAT/1 ") ? peer : null;
    }
}
