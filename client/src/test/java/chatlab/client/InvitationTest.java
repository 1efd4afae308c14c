package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitationTest {
    @ParameterizedTest
    @CsvSource({
        "localhost:8081, true",
        "127.0.0.1:8081, true",
        "[::1]:8081, true",
        "localhost-7:8081, false",
        "192.168.55.13:8081, false"
    })
    void addressOfThisMachineIsOfNoUseToOthers(String address, boolean onlyHere) {
        assertThat(new Invitation(address, 0).isOnlyHere()).isEqualTo(onlyHere);
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.55.13:8081, http://192.168.55.13:8080",
        "pc7:8081,           http://pc7:8080",
        "[fd00::7]:8081,     http://[fd00::7]:8080"
    })
    void pageIsAtTheHostThatTheClientHasReached(String address, String page) {
        assertThat(new Invitation(address, 8080).page()).isEqualTo(page);
    }

    @Test
    void serverWithoutPageHasNoAddressOfOne() {
        assertThat(new Invitation("192.168.55.13:8081", 0).page()).isEmpty();
    }
}
