package chatlab.server;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.server.limits.AddressGroups;
import chatlab.server.support.Settings;
import chatlab.server.support.Version;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The first lines of the server: where it listens, and how to join. The instructor copies them to the board. */
final class StartBanner {
    private final Settings settings;
    private final ChatServer server;
    private final List<String> lines = new ArrayList<>();

    StartBanner(Settings settings, ChatServer server) {
        this.settings = settings;
        this.server = server;
    }

    List<String> lines() {
        String port = String.valueOf(server.port());
        List<String> addresses = addresses();
        String first = addresses.isEmpty() ? localAddress() : addresses.get(0);
        say("banner.title", settings.title(), Version.get());
        say("banner.listening", listensOn(), port);
        if (addresses.isEmpty()) {
            say("banner.alone");
        } else {
            addresses.forEach(address -> say("banner.address", address, port));
        }
        say("banner.join", first, port);
        if (!addresses.isEmpty()) {
            String udp = String.valueOf(settings.discoveryPort());
            say(server.isFound() ? "banner.firewall.discovery" : "banner.firewall", port, udp);
        }
        if (server.address() instanceof Inet6Address && !server.address().isLoopbackAddress()) {
            say("banner.weak-ban");
        }
        writeTranscript();
        say("banner.keyboard");
        return lines;
    }

    /** The address for programs on this machine. The name localhost does not mean every loopback address. */
    private String localAddress() {
        InetAddress bound = server.address();
        boolean byName = bound.isAnyLocalAddress() || bound.getHostAddress().equals("127.0.0.1");
        return byName ? "localhost" : AddressGroups.digits(bound);
    }

    private String listensOn() {
        InetAddress bound = server.address();
        if (bound.isAnyLocalAddress()) {
            return WORDS.get(bound instanceof Inet4Address ? "banner.everywhere.ipv4" : "banner.everywhere");
        }
        return bound.getHostAddress();
    }

    private void writeTranscript() {
        if (server.file().transcript() == null) {
            say("banner.not-recorded");
            return;
        }
        Path path = server.file().transcript().path();
        boolean asUsual = path.equals(Path.of(settings.transcript()));
        say(asUsual ? "banner.transcript" : "banner.transcript.home", path);
        if (server.file().resumed()) {
            say(settings.resume() ? "banner.resumed.asked" : "banner.resumed");
        }
    }

    /** Addresses at which other machines may reach this one, those of IPv4 first. */
    private List<String> addresses() {
        InetAddress bound = server.address();
        if (bound.isLoopbackAddress()) {
            return List.of();
        }
        if (!bound.isAnyLocalAddress()) {
            return List.of(bound.getHostAddress());
        }
        List<InetAddress> found = new ArrayList<>();
        try {
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (network.isUp() && !network.isLoopback()) {
                    found.addAll(Collections.list(network.getInetAddresses()));
                }
            }
        } catch (SocketException e) {
            return List.of();
        }
        List<String> addresses = new ArrayList<>();
        found.stream()
                .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
                .filter(address -> address instanceof Inet4Address || bound instanceof Inet6Address)
                .sorted(Comparator.comparing(address -> !(address instanceof Inet4Address)))
                .forEach(address -> addresses.add(AddressGroups.digits(address)));
        return addresses;
    }

    private void say(String key, Object... arguments) {
        lines.addAll(List.of(WORDS.get(key, arguments).split("\n")));
    }
}
