package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemCharsetTest {
    @ParameterizedTest
    @CsvSource({
        "ANSI_X3.4-1968, UTF-8",
        "US-ASCII,       UTF-8",
        "UTF-8,          UTF-8",
        "ISO-8859-1,     ISO-8859-1",
        "windows-1252,   windows-1252",
        "no-such-one,    UTF-8",
    })
    void systemThatKnowsAsciiOnlyIsReadAsUtf8(String nativeEncoding, String charset) {
        assertThat(SystemCharset.of(nativeEncoding).name()).isEqualTo(charset);
    }
}
