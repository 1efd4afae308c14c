package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Discovery;
import chatlab.protocol.Endpoint;
import chatlab.protocol.testing.Background;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FinderTest {
    private final List<Finder.Found> found = new CopyOnWriteArrayList<>();
    private DatagramSocket server;
    private int answers;
    private Finder finder;
    private CompletableFuture<Void> search;

    @BeforeEach
    void open() throws IOException {
        server = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        server.setSoTimeout(10_000);
        finder = new Finder(List.of(new InetSocketAddress("127.0.0.1", server.getLocalPort())));
        search = Background.run(() -> {
            finder.search(found::add);
            return null;
        });
    }

    @AfterEach
    void close() throws Exception {
        finder.close();
        search.get(10, TimeUnit.SECONDS);
        server.close();
    }

    @Test
    void findsAServerOnceThoughItAnswersEachQuestion() throws Exception {
        for (int i = 0; i < 2; i++) {
            answer(ask(), 9000, "Room\u202e  12\u001b");
        }
        answer(ask(), 9001, "Other");

        await().until(() -> found.size() == 2);
        assertThat(found.get(0)).isEqualTo(new Finder.Found(new Endpoint("127.0.0.1", 9000), "k3f9-1", 12, "Room 12"));
        assertThat(found.get(1).address()).isEqualTo(new Endpoint("127.0.0.1", 9001));
    }

    @Test
    void doesNotBelieveAnswersToOtherQuestions() throws Exception {
        DatagramPacket question = ask();
        send(question, new Discovery.Answer("other", 9000, "r", 1, "Fake").print());
        send(question, "nonsense".getBytes());
        send(question, new byte[2000]);
        answer(question, 9001, "Real");

        await().until(() -> !found.isEmpty());
        assertThat(found).extracting(Finder.Found::title).containsExactly("Real");
    }

    @Test
    void listsTwentyServersAndNoMore() throws Exception {
        DatagramPacket question = ask();
        for (int port = 9000; port < 9100; port++) {
            answer(question, port, "Room " + port);
        }
        search.get(10, TimeUnit.SECONDS);
        assertThat(found).hasSize(Finder.MAX_FOUND);
    }

    @Test
    void closingEndsTheSearch() throws Exception {
        ask();
        finder.close();
        search.get(1, TimeUnit.SECONDS);
    }

    private DatagramPacket ask() throws IOException {
        DatagramPacket question = new DatagramPacket(new byte[1000], 1000);
        server.receive(question);
        return question;
    }

    private void answer(DatagramPacket question, int port, String title) throws IOException {
        String nonce = Discovery.Question.parse(question.getData(), question.getLength())
                .orElseThrow()
                .nonce();
        String answer = "CHAT! 1 " + nonce + " port=" + port + " run=k3f9-" + ++answers + " users=12 :" + title;
        send(question, answer.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void send(DatagramPacket question, byte[] bytes) throws IOException {
        server.send(new DatagramPacket(bytes, bytes.length, question.getSocketAddress()));
    }
}
