package chatlab.server;

import chatlab.protocol.Discovery;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Function;

/**
 * Answers clients that ask their network for servers. It listens on all addresses, because a socket that is bound to one
 * address hears no broadcast, and answers from the address that the server is reached at.
 */
final class DiscoveryResponder implements Runnable, AutoCloseable {
    private final DatagramSocket questions;
    private final DatagramSocket answers;
    private final Function<Discovery.Question, Discovery.Answer> answer;
    private volatile String state = "waiting";

    /** {@code from}: the one address of the server, or null when it has all. */
    DiscoveryResponder(int port, InetAddress from, Function<Discovery.Question, Discovery.Answer> answer)
            throws IOException {
        this.answer = answer;
        this.questions = new DatagramSocket(null);
        try {
            questions.setReuseAddress(false);
            questions.bind(new InetSocketAddress(port));
            this.answers = from == null ? questions : new DatagramSocket(0, from);
        } catch (IOException e) {
            questions.close();
            throw e;
        }
    }

    @Override
    public void run() {
        DatagramPacket packet = new DatagramPacket(new byte[Discovery.MAX_BYTES + 1], Discovery.MAX_BYTES + 1);
        while (!questions.isClosed()) {
            try {
                state = "waiting";
                packet.setLength(Discovery.MAX_BYTES + 1);
                questions.receive(packet);
                state = "answering";
                answer(packet);
            } catch (IOException e) {
                // closed, or somebody's network does not take the answer: the next one's may
            }
        }
    }

    private void answer(DatagramPacket packet) throws IOException {
        Discovery.Question question =
                Discovery.Question.parse(packet.getData(), packet.getLength()).orElse(null);
        if (question != null) {
            byte[] bytes = answer.apply(question).print();
            answers.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
        }
    }

    ThreadReport thread() {
        return ThreadReport.ofServer("discovery", state);
    }

    @Override
    public void close() {
        questions.close();
        answers.close();
    }
}
