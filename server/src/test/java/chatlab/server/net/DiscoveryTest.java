package chatlab.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import chatlab.protocol.Discovery;
import chatlab.protocol.Event;
import chatlab.protocol.testing.FreePort;
import chatlab.protocol.testing.HangLimit;
import chatlab.protocol.testing.Peer;
import chatlab.server.ChatServer;
import chatlab.server.TestServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    private final int port = FreePort.find();

    private void ask(DatagramSocket client, byte[] question) throws IOException {
        client.send(new DatagramPacket(question, question.length, InetAddress.getByName("127.0.0.1"), port));
    }

    private static DatagramPacket answer(DatagramSocket client) throws IOException {
        client.setSoTimeout(HangLimit.MILLIS);
        DatagramPacket packet = new DatagramPacket(new byte[600], 600);
        client.receive(packet);
        return packet;
    }

    @Test
    void answerHasTheNonceOfTheQuestionAndComesFromTheServer() throws Exception {
        String run;
        try (TestServer server =
                        TestServer.start("--discovery", "on", "--discovery-port", "" + port, "--name", "Room 12");
                DatagramSocket client = new DatagramSocket()) {
            TestServer.Arrival ada = server.arrive("ada");
            run = ada.hello().replaceFirst(".* run=(\\S+) .*", "$1");
            ada.peer().skipTo("JOIN .*");
            server.plain("bob");
            ask(client, new Discovery.Question("abc123").print());
            DatagramPacket packet = answer(client);
            assertThat(packet.getAddress().getHostAddress()).isEqualTo("127.0.0.1");
            assertThat(Discovery.Answer.parse(packet.getData(), packet.getLength()))
                    .contains(new Discovery.Answer("abc123", server.port(), run, 2, 0, "Room 12"));
        }
    }

    @Test
    void helloAndAnswerTellThePortAtWhichThePageIs() throws Exception {
        try (TestServer server = TestServer.start("--discovery", "on", "--discovery-port", "" + port, "--web", "0");
                DatagramSocket client = new DatagramSocket()) {
            String hello = server.arrive("ada").hello();
            int web = ((Event.Hello) Event.parse(hello).orElseThrow()).web();
            ask(client, new Discovery.Question("abc123").print());
            DatagramPacket packet = answer(client);
            assertThat(Discovery.Answer.parse(packet.getData(), packet.getLength()))
                    .map(Discovery.Answer::web)
                    .contains(web);
            try (Peer browser = Peer.connect(web)) {
                browser.send("GET / HTTP/1.0\r", "Host: 127.0.0.1\r", "\r");
                assertThat(browser.readAll()).anyMatch(line -> line.contains("nc localhost " + server.port()));
            }
        }
    }

    @Test
    void serverBoundToOneAddressAnswersFromThere() throws Exception {
        assumeThat(System.getProperty("os.name"))
                .as("others have only 127.0.0.1")
                .isEqualTo("Linux");
        String[] options = {"127.0.0.2", "0", "--transcript", "none", "--discovery-port", "" + port};
        try (ChatServer server = ChatServer.start(options);
                DatagramSocket client = new DatagramSocket()) {
            ask(client, new Discovery.Question("abc").print());
            DatagramPacket answer = answer(client);
            assertThat(answer.getAddress().getHostAddress()).isEqualTo("127.0.0.2");
            assertThat(text(answer)).contains(" port=" + server.port() + " ");
        }
    }

    @Test
    void oneAddressGetsFortyAnswersAtOnceAndAnotherStillGetsOne() throws Exception {
        assumeThat(System.getProperty("os.name"))
                .as("other systems have only 127.0.0.1")
                .isEqualTo("Linux");
        AtomicLong now = new AtomicLong();
        DiscoveryResponder responder =
                new DiscoveryResponder(port, new InetSocketAddress(0).getAddress(), DiscoveryTest::anyAnswer, now::get);
        Thread thread = new Thread(responder, "discovery");
        thread.start();
        try (DatagramSocket asker = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
                DatagramSocket other = new DatagramSocket(0, InetAddress.getByName("127.0.0.2"))) {
            for (int i = 0; i < 40; i++) {
                ask(asker, new Discovery.Question("abc").print());
                answer(asker);
            }
            ask(asker, new Discovery.Question("abc").print());
            ask(other, new Discovery.Question("def").print());
            answer(other); // questions are read in their order, so the one before was not answered
            asker.setSoTimeout(1);
            assertThatThrownBy(() -> asker.receive(new DatagramPacket(new byte[600], 600)))
                    .isInstanceOf(SocketTimeoutException.class);

            now.addAndGet(TimeUnit.MILLISECONDS.toNanos(200));
            ask(asker, new Discovery.Question("abc").print());
            answer(asker);
        } finally {
            responder.close();
            thread.join();
        }
    }

    private static Discovery.Answer anyAnswer(Discovery.Question question) {
        return new Discovery.Answer(question.nonce(), 9000, "k3f9", 12, 0, "Room 12");
    }

    @Test
    void datagramThatIsNoQuestionIsIgnored() throws Exception {
        try (TestServer server = TestServer.start("--discovery", "on", "--discovery-port", "" + port);
                DatagramSocket client = new DatagramSocket()) {
            ask(client, new byte[0]);
            ask(client, "hello".getBytes(StandardCharsets.UTF_8));
            ask(client, "CHAT? 1 \n".getBytes(StandardCharsets.UTF_8));
            ask(client, "CHAT? 1 a=b\n".getBytes(StandardCharsets.UTF_8));
            ask(client, ("CHAT? 1 abc " + "x".repeat(600)).getBytes(StandardCharsets.UTF_8));
            ask(client, "CHAT! 1 abc port=1 run=x users=1 :an answer".getBytes(StandardCharsets.UTF_8));
            ask(client, new byte[] {'C', 'H', 'A', 'T', '?', ' ', '1', ' ', (byte) 0xff});
            ask(client, new Discovery.Question("x").print());
            ask(client, new Discovery.Question("aLongerOneAfterAShortOne").print());
            assertThat(text(answer(client))).startsWith("CHAT! 1 x port=" + server.port() + " ");
            assertThat(text(answer(client))).startsWith("CHAT! 1 aLongerOneAfterAShortOne port=");
        }
    }

    @Test
    void takenUdpPortIsReportedAndTheServerRuns() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(port);
                TestServer server = TestServer.start("--discovery", "on", "--discovery-port", "" + port)) {
            assertThat(taken.isBound()).isTrue();
            server.screen.awaitLine(".* UDP port " + port + " is taken, so clients will not find this server .*");
            server.rich("ada");
        }
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }
}
