package chatlab.server.support;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Addresses, as people write them, and the addresses of this machine. */
public final class Addresses {
    private Addresses() {}

    /** The address as people write it, without its interface: {@code ::1}. */
    public static String digits(InetAddress address) {
        String digits = address.getHostAddress().replaceFirst("%.*", "");
        return address instanceof Inet6Address ? digits.replaceFirst("(^|:)0(:0)+(:|$)", "::") : digits;
    }

    /** The beginning of a web address: {@code http://192.168.55.13:8080} or {@code http://[::1]:8080}. */
    public static String web(String digits, int port) {
        return "http://" + (digits.contains(":") ? "[" + digits + "]" : digits) + ":" + port;
    }

    /** Addresses at which other machines may reach a server that listens on {@code bound}, those of IPv4 first. */
    public static List<String> forOthers(InetAddress bound) {
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
        return found.stream()
                .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
                .filter(address -> address instanceof Inet4Address || bound instanceof Inet6Address)
                .sorted(Comparator.comparing(address -> !(address instanceof Inet4Address)))
                .map(Addresses::digits)
                .collect(Collectors.toList());
    }

    /** The address for programs on this machine. The name localhost does not mean every loopback address. */
    public static String forThisMachine(InetAddress bound) {
        boolean byName = bound.isAnyLocalAddress() || bound.getHostAddress().equals("127.0.0.1");
        return byName ? "localhost" : digits(bound);
    }
}
