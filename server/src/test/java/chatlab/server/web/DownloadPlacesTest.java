package chatlab.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class DownloadPlacesTest {
    private final DownloadPlaces places = new DownloadPlaces(16);

    private static InetAddress laptop(int number) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) number});
    }

    /** Takes as many places as the laptop gets. */
    private int takeAll(int number) throws UnknownHostException {
        int got = 0;
        while (places.take(laptop(number))) {
            got++;
        }
        return got;
    }

    @Test
    void oneAddressGetsHalfOfThePlacesAndTheNextOneHalfOfTheRest() throws Exception {
        assertThat(takeAll(1)).isEqualTo(8);
        assertThat(takeAll(2)).isEqualTo(4);
        assertThat(takeAll(3)).isEqualTo(2);
        assertThat(places.countTaken()).isEqualTo(14);
    }

    @Test
    void sixteenAddressesHaveOnePlaceEach() throws Exception {
        for (int number = 1; number <= 16; number++) {
            assertThat(places.take(laptop(number))).isTrue();
        }
        assertThat(places.take(laptop(17))).isFalse();
    }

    @Test
    void addressGetsAPlaceAgainAfterOneOfItsDownloadsHasEnded() throws Exception {
        assertThat(takeAll(1)).isEqualTo(8);
        places.leave(laptop(1));
        assertThat(takeAll(1)).isEqualTo(1);
        for (int i = 0; i < 8; i++) {
            places.leave(laptop(1));
        }
        assertThat(places.countTaken()).isZero();
        assertThat(takeAll(2)).isEqualTo(8);
    }
}
