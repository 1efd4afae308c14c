package chatlab.server.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlab.server.support.RefusedException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class BansTest {
    private final Bans bans = new Bans(System::nanoTime);

    private static InetAddress address(int number) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {10, 1, (byte) (number / 256), (byte) number});
    }

    @Test
    void thousandAddressesAreEnoughUntilOneBanEnds() throws Exception {
        for (int i = 0; i < 1000; i++) {
            bans.add(address(i), "eve" + i, "eve" + i);
        }
        assertThatThrownBy(() -> bans.add(address(1000), "bob", "bob"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("1000 addresses are banned, and there can be no more."
                        + " End one of the bans first: /unban ADDRESS");
        bans.add(address(7), "again", "again");
        assertThat(bans.remove("eve3")).isTrue();
        bans.add(address(1000), "bob", "bob");
        assertThat(bans.all()).hasSize(1000);
    }

    @Test
    void banRemembersSixtyFourWaysInWhichItWasTyped() throws Exception {
        for (int i = 0; i < 100; i++) {
            bans.add(address(1), "#" + i, "eve");
        }
        assertThat(bans.all())
                .singleElement()
                .satisfies(ban -> assertThat(ban.typed()).hasSize(64));
        assertThat(bans.remove("10.1.0.1")).isTrue();
    }
}
