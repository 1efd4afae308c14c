package chatlab.server.web;

import chatlab.server.support.Addresses;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Where the room and its page are.
 *
 * @param bound the address that both listen on
 * @param chatPort the TCP port of the room
 * @param pagePort the TCP port of the page
 */
record Place(InetAddress bound, int chatPort, int pagePort) {
    /**
     * Whether the room can be joined where a request for the page arrived. The JDK's HTTP server listens on all of IPv6, too,
     * where it should listen on all of IPv4 only. On this machine that does no harm, and localhost may mean {@code ::1}.
     */
    boolean covers(InetAddress arrived) {
        boolean allOfVersion4 = bound.isAnyLocalAddress() && bound instanceof Inet4Address;
        return !allOfVersion4 || arrived instanceof Inet4Address || arrived.isLoopbackAddress();
    }

    /**
     * The address to show to a visitor: the one at which the request arrived, since a machine may have several and the visitor
     * reaches this one. A request from this machine itself is shown what other machines use, for the projector.
     */
    String hostFor(InetAddress arrived) {
        if (covers(arrived) && !arrived.isLoopbackAddress() && !arrived.isLinkLocalAddress()) {
            return Addresses.digits(arrived);
        }
        List<String> others = Addresses.forOthers(bound);
        return others.isEmpty() ? Addresses.forThisMachine(bound) : others.get(0);
    }

    /** The web address of the page at this host, without a slash at its end. */
    String pageAt(String host) {
        return Addresses.web(host, pagePort);
    }
}
