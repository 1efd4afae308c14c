package chatlab.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostRuleTest {
    private final HostRule rule = new HostRule();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.168.55.13",
                "192.168.55.13:8080",
                "[::1]",
                "[2001:DB8::1]:8080",
                "[::ffff:192.168.55.13]:80",
                "localhost",
                "LOCALHOST:8080"
            })
    void addressInDigitsAndLocalhostAreAllowed(String host) throws Exception {
        assertThat(rule.allows(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":8080",
                "evil.example",
                "evil.example:8080",
                "192.168.55.13.evil.example",
                "localhost.evil.example",
                "user@127.0.0.1",
                "127.0.0.1:8080:evil.example",
                "127.0.0.1:port",
                "127.0.0.1, evil.example",
                "[evil.example]",
                "[]",
                "[::1]evil.example",
                "::1",
                "1.2.3",
                "1.2.3.4.5"
            })
    void otherNameIsRefused(String host) throws Exception {
        assertThat(rule.allows(host)).isFalse();
    }

    @Test
    void ownNameIsAllowed() throws Exception {
        String name = InetAddress.getLocalHost().getHostName();
        assertThat(rule.allows(name + ":8080")).isTrue();
        assertThat(rule.allows(name.replaceFirst("\\..*", "") + ".local")).isTrue();
    }
}
