package chatlab.swing.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstLineTest {

    @Test
    void aGreetingIsAllRight() {
        assertThat(FirstLine.whatIsWrong(Chatting.GREETING)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request", "<!DOCTYPE html>", "  <html lang=en>"})
    void aWebServerIsRecognized(String line) {
        assertThat(FirstLine.whatIsWrong(line))
                .contains("A web server listens there, and not a chat server. Is the port right?");
    }

    @Test
    void aServerThatIsFullIsHeard() {
        assertThat(FirstLine.whatIsWrong("! The server is full: 30 connections."))
                .contains("The server does not let you in: The server is full: 30 connections.");
    }

    @Test
    void whatCannotBeShownIsNotShown() {
        assertThat(FirstLine.whatIsWrong("")).contains("What listens there is not a chat server. Is the port right?");
    }

    @Test
    void anythingElseIsShownAndIsHarmless() {
        assertThat(FirstLine.whatIsWrong("SSH-2.0-\u001b[31m\u202eX"))
                .contains("What listens there is not a chat server: it says \"SSH-2.0- [31m X\". Is the port right?");
        assertThat(FirstLine.whatIsWrong("x".repeat(8_000)).orElseThrow()).hasSizeLessThan(300);
    }
}
