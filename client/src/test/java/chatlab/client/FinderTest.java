package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Discovery;
import chatlab.protocol.Endpoint;
import chatlab.protocol.testing.Background;
import chatlab.protocol.testing.HangLimit;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FinderTest {
    /** Longer than any test waits: each ends its search by closing the finder. */
    private static final int HOUR = (int) TimeUnit.HOURS.toMillis(1);

    private final List<Finder.Found> found = new CopyOnWriteArrayList<>();
    private DatagramSocket server;
    private int answers;
    private Finder finder;
    private CompletableFuture<Void> search;

    @BeforeEach
    void open() throws IOException {
        server = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        server.setSoTimeout(HangLimit.MILLIS);
        finder = new Finder(List.of(new InetSocketAddress("127.0.0.1", server.getLocalPort())), HOUR);
        search = Background.run(() -> {
            finder.search(found::add);
            return null;
        });
    }

    @AfterEach
    void close() throws Exception {
        finder.close();
        search.get(HangLimit.SECONDS, TimeUnit.SECONDS);
        server.close();
    }

    @Test
    void findsAServerOnceThoughItAnswersEachQuestion() throws Exception {
        for (int i = 0; i < 2; i++) {
            answer(ask(), 9000, "Room\u202e  12\u001b");
        }
        DatagramPacket question = ask();
        try (DatagramSocket other = new DatagramSocket(0, address(2))) {
            answer(other, question, 9001, "Other");
        }

        await().until(() -> found.size() == 2);
        assertThat(found.get(0)).isEqualTo(new Finder.Found(new Endpoint("127.0.0.1", 9000), "k3f9-1", 12, "Room 12"));
        assertThat(found.get(1).address()).isEqualTo(new Endpoint("127.0.0.2", 9001));
    }

    @Test
    void doesNotBelieveAnswersToOtherQuestions() throws Exception {
        DatagramPacket question = ask();
        send(question, new Discovery.Answer("other", 9000, "r", 1, 0, "Fake").print());
        send(question, "nonsense".getBytes());
        send(question, new byte[2000]);
        answer(question, 9001, "Real");

        await().until(() -> !found.isEmpty());
        assertThat(found).extracting(Finder.Found::title).containsExactly("Real");
    }

    @Test
    void neighbourThatAnswersForManyServersGetsOnePlace() throws Exception {
        DatagramPacket question = ask();
        for (int port = 9000; port < 9100; port++) {
            answer(question, port, "Room " + port);
        }
        try (DatagramSocket other = new DatagramSocket(0, address(2))) {
            answer(other, question, 9000, "Real");
        }

        await().until(() -> found.size() >= 2); // answers are read in their order
        assertThat(found).extracting(Finder.Found::title).containsExactly("Room 9000", "Real");
    }

    @Test
    void listsTwentyServersAndNoMore() throws Exception {
        DatagramPacket question = ask();
        for (int i = 2; i <= 50; i++) {
            try (DatagramSocket neighbour = new DatagramSocket(0, address(i))) {
                answer(neighbour, question, 9000, "Room " + i);
            }
        }
        await().until(() -> found.size() >= Finder.MAX_FOUND);
        finder.close();
        search.get(HangLimit.SECONDS, TimeUnit.SECONDS);
        assertThat(found).hasSize(Finder.MAX_FOUND);
    }

    /** Another address of this machine. */
    private static InetAddress address(int number) throws IOException {
        assumeThat(System.getProperty("os.name"))
                .as("other systems have only 127.0.0.1")
                .isEqualTo("Linux");
        return InetAddress.getByName("127.0.0." + number);
    }

    @Test
    void closingEndsTheSearch() throws Exception {
        ask();
        finder.close();
        search.get(HangLimit.SECONDS, TimeUnit.SECONDS);
    }

    private DatagramPacket ask() throws IOException {
        DatagramPacket question = new DatagramPacket(new byte[1000], 1000);
        server.receive(question);
        return question;
    }

    private void answer(DatagramPacket question, int port, String title) throws IOException {
        answer(server, question, port, title);
    }

    private void answer(DatagramSocket from, DatagramPacket question, int port, String title) throws IOException {
        String nonce = Discovery.Question.parse(question.getData(), question.getLength())
                .orElseThrow()
                .nonce();
        String answer = "CHAT! 1 " + nonce + " port=" + port + " run=k3f9-" + ++answers + " users=12 :" + title;
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        from.send(new DatagramPacket(bytes, bytes.length, question.getSocketAddress()));
    }

    private void send(DatagramPacket question, byte[] bytes) throws IOException {
        server.send(new DatagramPacket(bytes, bytes.length, question.getSocketAddress()));
    }
}
