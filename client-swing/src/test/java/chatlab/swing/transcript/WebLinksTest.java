package chatlab.swing.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an address begins and ends. */
class WebLinksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see https://example.org/a?b=c&d#e now | https://example.org/a?b=c&d#e",
                "HTTP://EXAMPLE.ORG                     | HTTP://EXAMPLE.ORG",
                "at http://example.org.                 | http://example.org",
                "at http://example.org/?!               | http://example.org/",
                "(at http://example.org/a)              | http://example.org/a",
                "http://example.org/a_(b)               | http://example.org/a_(b)",
                "(see http://example.org/a_(b)).        | http://example.org/a_(b)",
                "<http://example.org>                   | http://example.org",
                "\"http://example.org/\"                | http://example.org/",
                "http://[::1]:8081/x]                   | http://[::1]:8081/x",
                "http://192.168.1.12:8081               | http://192.168.1.12:8081",
                "um http://ex\u00E4mple.org/\u00E4      | http://ex\u00E4mple.org/\u00E4",
            })
    void anAddressEndsBeforeThePunctuationOfTheSentence(String text, String address) {
        assertThat(links(text)).containsExactly(address);
    }

    @Test
    void twoAddressesInATextAreFound() {
        assertThat(links("http://a.org, https://b.org")).containsExactly("http://a.org", "https://b.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:ada@example.org",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "ftp://example.org",
                "www.example.org",
                "http://",
                "http:// example.org",
                "http://.",
                "xhttp://example.org",
                "shttps://example.org",
                "http",
                ""
            })
    void onlyHttpAndHttpsAreAddresses(String text) {
        assertThat(links(text)).isEmpty();
    }

    @Test
    void invisibleCharacterEndsAnAddress() {
        assertThat(links("http://example.org\u200B.evil.org")).containsExactly("http://example.org");
        assertThat(links("http://example.org\u00A0x")).containsExactly("http://example.org");
    }

    @Test
    void charactersThatUriRefusesAreEscaped() {
        assertThat(WebLinks.uri("http://example.org/a|b{c}\u00E4"))
                .hasToString("http://example.org/a%7Cb%7Bc%7D%C3%A4");
    }

    private static List<String> links(String text) {
        return WebLinks.find(text).stream()
                .map(link -> text.substring(link.start(), link.end()))
                .toList();
    }
}
