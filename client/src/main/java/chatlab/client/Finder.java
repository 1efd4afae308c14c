package chatlab.client;

import chatlab.protocol.Chat1;
import chatlab.protocol.Discovery;
import chatlab.protocol.Endpoint;
import chatlab.protocol.Text;
import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Asks the network which servers there are. Any program may answer, with any title, so its address belongs beside
 * its title, and nothing connects to it unasked.
 *
 * <p>One thread searches; any thread may close it, which ends a search under way. A new search takes a new finder.
 */
public final class Finder implements Closeable {
    /** Servers that are listed, at the most. */
    static final int MAX_FOUND = 20;

    private static final int[] ASK_AT_MILLIS = {0, 300, 1_000, 2_000};
    private static final int END_AT_MILLIS = 2_500;

    private final List<InetSocketAddress> targets;
    private final int endAtMillis;
    private final DatagramSocket socket;
    private final String nonce = Long.toString(new SecureRandom().nextLong() & Long.MAX_VALUE, 36);

    /**
     * A server.
     *
     * @param address where its answer came from, with the port that the answer names
     * @param run stays the same until the server begins anew
     * @param users how many people are in, as it says
     * @param title what it calls itself, perhaps nothing; clean, so it can be shown
     */
    public record Found(Endpoint address, String run, int users, String title) {}

    /**
     * Asks on the UDP port of CHAT/1, on all networks that this machine is in, and on this machine itself.
     *
     * @throws SocketException where this machine gives no UDP socket or does not tell its networks
     */
    public Finder() throws SocketException {
        this(everywhere());
    }

    /**
     * Asks at these UDP addresses and nowhere else; broadcast addresses may be among them.
     *
     * @throws SocketException where this machine gives no UDP socket
     */
    public Finder(List<InetSocketAddress> targets) throws SocketException {
        this(targets, END_AT_MILLIS);
    }

    /** {@code endAtMillis}: how long a search takes; for tests, which must not depend on how fast the machine is. */
    public Finder(List<InetSocketAddress> targets, int endAtMillis) throws SocketException {
        this.targets = targets;
        this.endAtMillis = endAtMillis;
        this.socket = new DatagramSocket();
        socket.setBroadcast(true);
    }

    /**
     * Tells {@code found} of each server once, as it answers, in this thread, and comes back after two seconds and a
     * half, or when this was closed. A network that cannot be asked is passed over.
     *
     * @throws IOException where answers cannot be received at all
     */
    public void search(Consumer<Found> found) throws IOException {
        List<Found> seen = new ArrayList<>();
        long start = System.nanoTime();
        int asked = 0;
        for (int now = 0; now < endAtMillis && !socket.isClosed(); now = millisSince(start)) {
            if (asked < ASK_AT_MILLIS.length && now >= ASK_AT_MILLIS[asked]) {
                ask();
                asked++;
            }
            int until = asked < ASK_AT_MILLIS.length ? ASK_AT_MILLIS[asked] : endAtMillis;
            Optional<Found> answer = receive(Math.max(1, until - now));
            if (answer.isPresent() && seen.size() < MAX_FOUND && isNew(answer.get(), seen)) {
                seen.add(answer.get());
                found.accept(answer.get());
            }
        }
    }

    // begin ask
    private void ask() {
        byte[] question = new Discovery.Question(nonce).print();
        for (InetSocketAddress target : targets) {
            try {
                socket.send(new DatagramPacket(question, question.length, target));
            } catch (IOException e) {
                // a network that cannot be asked; the others can
            }
        }
    }
    // end ask

    private Optional<Found> receive(int millis) throws IOException {
        byte[] buffer = new byte[Discovery.MAX_BYTES + 1];
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        try {
            socket.setSoTimeout(millis);
            socket.receive(packet);
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (socket.isClosed()) {
                return Optional.empty();
            }
            throw e;
        }
        String from = packet.getAddress().getHostAddress();
        return Discovery.Answer.parse(buffer, packet.getLength())
                .filter(answer -> answer.nonce().equals(nonce))
                .map(answer -> new Found(
                        new Endpoint(from, answer.port()),
                        answer.run(),
                        answer.users(),
                        Text.collapseBlanks(Text.clean(answer.title())).strip()));
    }

    /**
     * One place for each address, or one neighbour could fill the list. The same server may answer on several addresses of
     * this machine; one of them is enough.
     */
    private static boolean isNew(Found answer, List<Found> seen) {
        return seen.stream()
                .noneMatch(
                        other -> other.address().host().equals(answer.address().host())
                                || (other.run().equals(answer.run())
                                        && other.address().port()
                                                == answer.address().port()
                                        && isHere(other)
                                        && isHere(answer)));
    }

    private static boolean isHere(Found server) {
        try {
            InetAddress address = InetAddress.getByName(server.address().host());
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static int millisSince(long start) {
        return (int) ((System.nanoTime() - start) / 1_000_000);
    }

    private static List<InetSocketAddress> everywhere() throws SocketException {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        addresses.add(InetAddress.getLoopbackAddress());
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (network.isUp() && !network.isLoopback()) {
                network.getInterfaceAddresses().stream()
                        .map(InterfaceAddress::getBroadcast)
                        .filter(Inet4Address.class::isInstance)
                        .forEach(addresses::add);
            }
        }
        List<InetSocketAddress> targets = new ArrayList<>();
        addresses.forEach(address -> targets.add(new InetSocketAddress(address, Chat1.DEFAULT_PORT)));
        return targets;
    }

    /** Ends a search of any thread, too; it comes back as if no other server had answered. */
    @Override
    public void close() {
        socket.close();
    }
}
