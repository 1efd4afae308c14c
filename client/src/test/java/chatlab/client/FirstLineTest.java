package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstLineTest {

    @Test
    void chatServerIsKnownByItsGreeting() {
        assertThat(FirstLine.of("* CHAT/1 Room 12. You are guest1.").isGreeting())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request", "<!DOCTYPE html>", "  <html lang=en>"})
    void webServerIsKnownByItsFirstLine(String line) {
        assertThat(FirstLine.of(line).complaint())
                .isEqualTo("A web server listens there, and not a chat server. Check the port.");
    }

    @Test
    void refusalOfAFullServerIsQuoted() {
        assertThat(FirstLine.of("! The server is full: 30 connections.").complaint())
                .isEqualTo("The server does not let you in: The server is full: 30 connections.");
    }

    @Test
    void unreadableLineIsNotQuoted() {
        assertThat(FirstLine.of("").complaint())
                .isEqualTo("The program that listens there is not a chat server. Check the port.");
    }

    @Test
    void anyOtherLineIsQuotedInCleanCharacters() {
        assertThat(FirstLine.of("SSH-2.0-\u001b[31m\u202eX").complaint())
                .isEqualTo(
                        "The program that listens there is not a chat server: it says \"SSH-2.0- [31m X\". Check the port.");
        assertThat(FirstLine.of("x".repeat(8_000)).complaint()).hasSizeLessThan(300);
    }
}
