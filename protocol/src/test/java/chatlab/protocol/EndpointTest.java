package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "pc7,              pc7,       8081",
        "pc7:9000,         pc7,       9000",
        "' pc7  9000 ',    pc7,       9000",
        "192.168.1.2:9000, 192.168.1.2, 9000",
        "::1,              ::1,       8081",
        "fe80::1 9000,     fe80::1,   9000",
        "[::1],            ::1,       8081",
        "[::1]:9000,       ::1,       9000",
        "[::1] 9000,       ::1,       9000",
        "9000,             localhost, 9000",
    })
    void everyWayToTypeAnAddressIsRead(String typed, String host, int port) throws Exception {
        assertThat(Endpoint.parse(typed)).isEqualTo(new Endpoint(host, port));
    }

    @ParameterizedTest
    @CsvSource({
        ",               ,     '',        8081",
        "20200,          ,     '',        20200",
        "0,              ,     '',        0",
        "127.0.0.1:8082, ,     127.0.0.1, 8082",
        "127.0.0.1:0,    ,     127.0.0.1, 0",
        "127.0.0.1,      ,     127.0.0.1, 8081",
        "127.0.0.1,      8082, 127.0.0.1, 8082",
        "[::1]:8082,     ,     ::1,       8082",
        "::,             8082, ::,        8082",
    })
    void serverReadsItsListeningAddressByTheSameRule(String host, String port, String listensOn, int at)
            throws Exception {
        assertThat(Endpoint.toListenOn(host, port)).isEqualTo(new Endpoint(listensOn, at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pc7:99999", "pc7 0", "pc7 -1", "pc7 abc", "pc7:", "[::1]:x", "pc7 \u0661", "99999", "0"})
    void impossiblePortIsRefusedWithTheRange(String typed) {
        assertThatThrownBy(() -> Endpoint.parse(typed)).hasMessageContaining("A port is a number from 1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://pc7", "", "[::1", "::1]", "[::1]x", "a b c", ":8081", "8081 8081", "8081:8081"})
    void impossibleAddressIsRefusedWithAnExample(String typed) {
        assertThatThrownBy(() -> Endpoint.parse(typed)).hasMessageContaining("is no address");
    }

    @Test
    void secondPortIsRefused() {
        assertThatThrownBy(() -> Endpoint.parse("pc7:1 2")).hasMessageContaining("names a port already");
        assertThatThrownBy(() -> Endpoint.toListenOn("pc7:1", "2")).hasMessageContaining("names a port already");
    }

    @Test
    void shownEndpointCanBeTypedAgain() throws Exception {
        assertThat(Endpoint.parse(new Endpoint("::1", 9000).toString())).isEqualTo(new Endpoint("::1", 9000));
        assertThat(new Endpoint("pc7", 9000)).hasToString("pc7:9000");
    }
}
