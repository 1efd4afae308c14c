package chatlab.swing.join;

import chatlab.client.Finder;
import chatlab.protocol.Discovery;
import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Answers those who look for servers, as several servers would. */
public final class Announcer implements Closeable {
    private final DatagramSocket socket;
    private final int firstPort;
    private final List<String> titles;

    /** The first server is at port 9000, the next at 9001. */
    public Announcer(String... titles) throws IOException {
        this(9000, titles);
    }

    Announcer(int firstPort, String... titles) throws IOException {
        this.firstPort = firstPort;
        this.titles = List.of(titles);
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::answer, "announcer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Looks here and nowhere else. */
    public Finders finders() {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
        return () -> new Finder(List.of(here));
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
                    byte[] answer = new Discovery.Answer(nonce, firstPort + i, "run" + i, 12, titles.get(i)).print();
                    socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
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
