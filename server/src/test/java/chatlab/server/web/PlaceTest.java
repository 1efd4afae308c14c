package chatlab.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private static InetAddress address(String digits) {
        try {
            return InetAddress.getByName(digits); // nothing is looked up
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static Place place(String bound) {
        return new Place(address(bound), 8081, 8080);
    }

    @Test
    void visitorIsShownTheAddressThatItHasReached() {
        assertThat(place("0.0.0.0").hostFor(address("192.0.2.7"))).isEqualTo("192.0.2.7");
        assertThat(place("::").hostFor(address("2001:db8:0:0:0:0:0:1"))).isEqualTo("2001:db8::1");
    }

    @Test
    void visitorOnTheServersMachineIsShownTheAddressForOthers() {
        assertThat(place("192.0.2.7").hostFor(address("127.0.0.1"))).isEqualTo("192.0.2.7");
        assertThat(place("127.0.0.1").hostFor(address("127.0.0.1"))).isEqualTo("localhost");
        assertThat(place("::1").hostFor(address("::1"))).isEqualTo("::1");
    }

    @Test
    void roomOnIpv4OnlyIsNotShownToOtherMachinesOnIpv6() {
        assertThat(place("0.0.0.0").covers(address("2001:db8::1"))).isFalse();
        assertThat(place("0.0.0.0").covers(address("::1"))).as("localhost").isTrue();
        assertThat(place("0.0.0.0").covers(address("192.0.2.7"))).isTrue();
        assertThat(place("::").covers(address("2001:db8::1"))).isTrue();
    }

    @Test
    void webAddressHasBracketsAroundIpv6() {
        assertThat(place("::1").pageAt("::1")).isEqualTo("http://[::1]:8080");
        assertThat(place("0.0.0.0").pageAt("192.0.2.7")).isEqualTo("http://192.0.2.7:8080");
    }
}
