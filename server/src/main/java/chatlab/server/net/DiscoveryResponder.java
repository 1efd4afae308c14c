package chatlab.server.net;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Discovery;
import chatlab.server.limits.RateLimiter;
import chatlab.server.limits.RateLimiters;
import chatlab.server.support.ThreadReport;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Answers clients that search their network for servers. It listens on all addresses, because a socket that is bound to one
 * address gets no broadcast, and answers from the address that clients connect to.
 *
 * <p>An answer is longer than its question, and the address of a question can be forged. So the answers are limited, for each
 * address and in all: otherwise an attacker could make this server flood another machine.
 */
public final class DiscoveryResponder implements Runnable, AutoCloseable {
    /** Answers that one address gets at once: for ten searches. */
    private static final int AT_ONCE = 40;

    private static final long NANOS_EACH = TimeUnit.MILLISECONDS.toNanos(100);

    /** Answers that all addresses get at once: for a class that starts its clients at the same moment. */
    private static final int ALL_AT_ONCE = 1000;

    private static final long NANOS_EACH_OF_ALL = TimeUnit.MILLISECONDS.toNanos(5);

    private final DatagramSocket questions;
    private final DatagramSocket answers;
    private final Function<Discovery.Question, Discovery.Answer> answer;
    private final LongSupplier clock;
    private volatile String state = "waiting";

    // These two are used by the answering thread only.
    private final RateLimiter all;
    private final RateLimiters askers = new RateLimiters(AT_ONCE, NANOS_EACH);

    /**
     * The responder of a server that listens on {@code from}, or null if another program has the port.
     *
     * @param notes is told then that clients will not find this server
     */
    public static DiscoveryResponder open(
            int port, InetAddress from, Function<Discovery.Question, Discovery.Answer> answer, Consumer<String> notes) {
        try {
            return new DiscoveryResponder(port, from, answer, System::nanoTime);
        } catch (IOException e) {
            notes.accept(WORDS.get("discovery.failed", String.valueOf(port)));
            return null;
        }
    }

    /**
     * @param from the address that the server listens on
     * @param clock nanoTime; tests have another one
     */
    DiscoveryResponder(
            int port, InetAddress from, Function<Discovery.Question, Discovery.Answer> answer, LongSupplier clock)
            throws IOException {
        this.answer = answer;
        this.clock = clock;
        this.all = new RateLimiter(ALL_AT_ONCE, NANOS_EACH_OF_ALL, clock.getAsLong());
        this.questions = new DatagramSocket(null);
        try {
            questions.setReuseAddress(false);
            questions.bind(new InetSocketAddress(port));
            this.answers = from.isAnyLocalAddress() ? questions : new DatagramSocket(0, from);
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
                // closed, or the network did not take this answer; it may take the next one
            }
        }
    }

    private void answer(DatagramPacket packet) throws IOException {
        Discovery.Question question =
                Discovery.Question.parse(packet.getData(), packet.getLength()).orElse(null);
        if (question != null && mayAnswer(packet.getAddress(), clock.getAsLong())) {
            byte[] bytes = answer.apply(question).print();
            answers.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
        }
    }

    private boolean mayAnswer(InetAddress asker, long now) {
        return all.millisToWait(1, now) == 0 && askers.use(asker, now) && all.use(now);
    }

    public ThreadReport thread() {
        return ThreadReport.ofServer("discovery", state);
    }

    @Override
    public void close() {
        questions.close();
        answers.close();
    }
}
