package chatlab.swing.join;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import chatlab.client.Finder;
import chatlab.protocol.Discovery;
import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.condition.OS;

/** Answers a search for servers in place of several servers. */
public final class Announcer implements Closeable {
    private static final int LONG_MILLIS = 6_000;

    private final DatagramSocket socket;
    private final int firstPort;
    private final List<String> titles;

    /** The first server is at 127.0.0.1:9000, the next at 127.0.0.2:9001: a list has one place for each address. */
    public Announcer(String... titles) throws IOException {
        this(9000, titles);
    }

    Announcer(int firstPort, String... titles) throws IOException {
        assumeFalse(titles.length > 1 && OS.MAC.isCurrentOs(), "this machine has 127.0.0.1 only, as macOS does");
        this.firstPort = firstPort;
        this.titles = List.of(titles);
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::answer, "announcer");
        thread.setDaemon(true);
        thread.start();
    }

    /** A maker of searches that ask only this announcer. Where it has an answer, they wait longer than usual for that. */
    public Callable<Finder> finders() {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
        return () -> titles.isEmpty() ? new Finder(List.of(here)) : new Finder(List.of(here), LONG_MILLIS);
    }

    private void answer() {
        try {
            while (true) {
                DatagramPacket question = new DatagramPacket(new byte[1000], 1000);
                socket.receive(question);
                String nonce = Discovery.Question.parse(question.getData(), question.getLength())
                        .orElseThrow()
                        .nonce();
                for (int i = 0; i < titles.size(); i++) {
                    byte[] answer =
                            new Discovery.Answer(nonce, firstPort + i, "run" + i, 12, 8080, titles.get(i)).print();
                    DatagramPacket packet = new DatagramPacket(answer, answer.length, question.getSocketAddress());
                    if (i == 0) { // from the address that was asked
                        socket.send(packet);
                        continue;
                    }
                    InetAddress another = InetAddress.getByName("127.0.0." + (i + 1));
                    try (DatagramSocket other = new DatagramSocket(0, another)) {
                        other.send(packet);
                    }
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
