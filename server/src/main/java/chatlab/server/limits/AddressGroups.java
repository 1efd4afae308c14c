package chatlab.server.limits;

import chatlab.server.support.Addresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Tells which addresses count as one, for limits and bans. With IPv6 a machine can take any address of its network, and only the
 * first 64 bits are the same. So all addresses of a network count as one. In the networks of the server's own machine, and for
 * link-local addresses, the whole classroom would count as one address. So there each address counts by itself, although one
 * laptop has many. Addresses of IPv4 count by themselves, also as {@code ::ffff:1.2.3.4}, which Java makes an {@code
 * Inet4Address}. Safe for use by several threads.
 */
public final class AddressGroups {
    /** Bytes of an IPv6 address that name its network. */
    private static final int NETWORK = 8;

    // An address in digits. A name would be looked up in the network.
    private static final Pattern VERSION_4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");

    private static final Pattern VERSION_6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:][0-9A-Fa-f:.]*(/64)?");

    private final Supplier<List<Network>> own;

    /** An address in the network, and how many of the first bits all its addresses share. */
    record Network(InetAddress address, int prefixLength) {
        boolean contains(InetAddress other) {
            byte[] ours = address.getAddress();
            byte[] theirs = other.getAddress();
            if (ours.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < prefixLength; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** {@code own} gives the networks of the server's machine. They may change while it runs. */
    AddressGroups(Supplier<List<Network>> own) {
        this.own = own;
    }

    public static AddressGroups ofThisMachine() {
        return new AddressGroups(AddressGroups::networks);
    }

    private static List<Network> networks() {
        List<Network> networks = new ArrayList<>();
        try {
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                for (InterfaceAddress address : network.getInterfaceAddresses()) {
                    networks.add(new Network(address.getAddress(), address.getNetworkPrefixLength()));
                }
            }
        } catch (SocketException e) {
            // then only link-local addresses count by themselves
        }
        return networks;
    }

    /** The address that stands for {@code address} and all that count as one with it. */
    public InetAddress groupOf(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        boolean single = address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || own.get().stream().anyMatch(network -> network.contains(address));
        return single ? address : network(address);
    }

    private static InetAddress network(InetAddress address) {
        try {
            return InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK), 2 * NETWORK));
        } catch (UnknownHostException e) {
            throw new AssertionError(e); // it has 16 bytes
        }
    }

    /** The group as people read and type it: {@code 10.1.2.3}, {@code 2001:db8:1:2::/64}. */
    public static String show(InetAddress group) {
        boolean whole = group instanceof Inet6Address && group.equals(network(group));
        return whole ? Addresses.digits(group) + "/64" : Addresses.digits(group);
    }

    /** Whether {@code typed} is an address in {@code group}, or the group as {@link #show} gives it. */
    public static boolean isMeant(String typed, InetAddress group) {
        if (!VERSION_4.matcher(typed).matches() && !VERSION_6.matcher(typed).matches()) {
            return false;
        }
        try {
            InetAddress address = InetAddress.getByName(typed.replaceFirst("/64$", ""));
            return address.equals(group)
                    || address instanceof Inet6Address && network(address).equals(group);
        } catch (UnknownHostException e) {
            return false; // like 1:2:3
        }
    }
}
