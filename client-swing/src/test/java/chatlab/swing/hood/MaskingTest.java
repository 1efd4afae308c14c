package chatlab.swing.hood;

import static chatlab.swing.hood.Wire.Direction.FROM_SERVER;
import static chatlab.swing.hood.Wire.Direction.TO_SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
                    /op SECRET|/op ***
                    /OP SECRET|/OP ***
                    /op@k1 SECRET|/op@k1 ***
                    /oP@k1    SECRET  SECRET |/oP@k1    ***
                    /op@ SECRET|/op@ ***
                    /op@k!SECRET|/op@k***
                    /op:SECRET|/op***
                    /op\u00a0SECRET|/op\u00a0***
                    /proto 1 ada SECRET|/proto 1 ada ***
                    /PROTO@k2  1   ada   SECRET SECRET|/PROTO@k2  1   ada   ***
                    /proto 1\tada\tSECRET|/proto 1\tada\t***
                    /proto ada SECRET|/proto ada ***
                    /proto1 ada SECRET|/proto1 ada ***
                    """)
    void sentKeyOrTokenIsMasked(String line, String masked) {
        assertThat(Wire.mask(TO_SERVER, line)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/op",
                "/op@k1",
                "/open the window",
                "/options",
                "/proto 1",
                "/proto 1 ada",
                "/proto@k2 1 ada",
                "/protocol 1 ada x",
                "/say /op is how one becomes instructor",
                "token=abc",
                "see /op KEY"
            })
    void lineWithoutSecretIsNotMasked(String line) {
        assertThat(Wire.mask(TO_SERVER, line)).isEqualTo(line);
    }

    @Test
    void theTokenOfAnEventIsMaskedWhereverItStands() {
        assertThat(Wire.mask(FROM_SERVER, "HELLO proto=1 token=SECRET room=lobby :Room 12"))
                .isEqualTo("HELLO proto=1 token=*** room=lobby :Room 12");
        assertThat(Wire.mask(FROM_SERVER, "HELLO token=SECRET token=SECRET TOKEN=SECRET"))
                .isEqualTo("HELLO token=*** token=*** TOKEN=***");
        assertThat(Wire.mask(FROM_SERVER, "HELLO\ttoken=SECRET")).isEqualTo("HELLO\ttoken=***");
        assertThat(Wire.mask(FROM_SERVER, "hello   token=a:SECRET :token=abc"))
                .isEqualTo("hello   token=*** :token=abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MSG room=lobby from=bob id=7 at=2026-11-20T10:15:02.007Z :my token=abc is token=def",
                "<bob> token=abc token=def",
                "* CHAT/1 token=abc. You are guest1.",
                "! token=abc",
                "OK re=k3 :token=abc",
                "WHO name=ada room=mytoken=abc state=-",
                ""
            })
    void textOfAMessageIsNotMasked(String line) {
        assertThat(Wire.mask(FROM_SERVER, line)).isEqualTo(line);
    }
}
