package chatlab.swing.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkOpenerTest {
    @Test
    void longAddressThatFailedIsCut() {
        String address = "https://example.org/" + "x".repeat(4_000);
        assertThat(LinkOpener.failure(address))
                .contains("https://example.org/xxx")
                .hasSizeLessThan(300);
    }
}
