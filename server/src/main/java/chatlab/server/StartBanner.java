package chatlab.server;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.server.support.Addresses;
import chatlab.server.support.Settings;
import chatlab.server.support.Version;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<String> addresses = Addresses.forOthers(server.address());
        String first = addresses.isEmpty() ? Addresses.forThisMachine(server.address()) : addresses.get(0);
        say("banner.title", settings.title(), Version.get());
        say("banner.listening", listensOn(), port);
        if (addresses.isEmpty()) {
            say(whyAlone(server.address()));
        } else {
            addresses.forEach(address -> say("banner.address", address, port));
        }
        int webPort = server.services().webPort();
        if (webPort > 0) {
            say("banner.page", Addresses.web(first, webPort));
        }
        say("banner.join", first, port);
        if (!addresses.isEmpty()) {
            String tcp = webPort > 0 ? port + ", " + webPort : port;
            String udp = String.valueOf(settings.discoveryPort());
            say(server.isFound() ? "banner.firewall.discovery" : "banner.firewall", tcp, udp);
        }
        if (server.address() instanceof Inet6Address && !server.address().isLoopbackAddress()) {
            say("banner.weak-ban");
        }
        writeTranscript();
        say("banner.keyboard");
        return lines;
    }

    /** A loopback address was chosen with HOST. */
    static String whyAlone(InetAddress bound) {
        return bound.isAnyLocalAddress() ? "banner.no-network" : "banner.alone";
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

    private void say(String key, Object... arguments) {
        lines.addAll(List.of(WORDS.get(key, arguments).split("\n")));
    }
}
