package chatlab.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.server.limits.AddressGroups.Network;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressGroupsTest {
    /** The server's machine is in one network of IPv4, and in two of IPv6, one of them with an unusual prefix. */
    private final AddressGroups groups = new AddressGroups(() -> List.of(
            new Network(address("192.168.55.13"), 24),
            new Network(address("2001:db8:1:2::13"), 64),
            new Network(address("2001:db8:ffff:fff0::1"), 60)));

    private static InetAddress address(String digits) {
        try {
            return InetAddress.getByName(digits); // nothing is looked up
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:7:7::a, 2001:db8:7:7::/64", // somewhere else: all of the network is one laptop's
        "2001:db8:7:7:ffff:1:2:3, 2001:db8:7:7::/64",
        "fd00:0:0:1::1, fd00::1:0:0:0:0/64",
        "2001:db8:1:2::a, 2001:db8:1:2::a", // in the classroom
        "2001:db8:1:3::a, 2001:db8:1:3::/64",
        "2001:db8:ffff:ffff::a, 2001:db8:ffff:ffff::a",
        "2001:db8:ffff:ff0f::a, 2001:db8:ffff:ff0f::/64",
        "fe80::1:2, fe80::1:2",
        "::1, ::1",
        "::ffff:10.1.2.3, 10.1.2.3",
        "10.1.2.3, 10.1.2.3",
        "127.0.0.5, 127.0.0.5"
    })
    void addressCountsByItselfOrByItsNetwork(String address, String group) {
        assertThat(AddressGroups.show(groups.groupOf(address(address)))).isEqualTo(group);
    }

    @Test
    void addressesOfOneForeignIpv6NetworkCountAsOne() {
        assertThat(groups.groupOf(address("2001:db8:7:7::a"))).isEqualTo(groups.groupOf(address("2001:db8:7:7::b")));
        assertThat(groups.groupOf(address("2001:db8:7:7::a"))).isNotEqualTo(groups.groupOf(address("2001:db8:7:8::a")));
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.4, 10.1.2.3, false",
        "::ffff:10.1.2.3, 10.1.2.3, true",
        "2001:db8:7:7::/64, 2001:db8:7:7::, true",
        "2001:db8:7:7::, 2001:db8:7:7::, true",
        "2001:DB8:7:7::a, 2001:db8:7:7::, true", // as the console shows it
        "2001:db8:7:8::a, 2001:db8:7:7::, false",
        "2001:db8:1:2::a, 2001:db8:1:2::a, true",
        "2001:db8:1:2::b, 2001:db8:1:2::a, false",
        "eve, 10.1.2.3, false",
        "a.b, 10.1.2.3, false",
        "300.1.2.3, 10.1.2.3, false",
        "1:2:3, 10.1.2.3, false"
    })
    void typedAddressMeansItsGroup(String typed, String group, boolean meant) {
        assertThat(AddressGroups.isMeant(typed, address(group))).isEqualTo(meant);
    }

    @Test
    void networksOfThisMachineAreKnown() {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        assertThat(AddressGroups.ofThisMachine().groupOf(loopback)).isEqualTo(loopback);
        assertThat(AddressGroups.show(AddressGroups.ofThisMachine().groupOf(address("2001:db8:9:9::a"))))
                .isEqualTo("2001:db8:9:9::/64");
    }
}
