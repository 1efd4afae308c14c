package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishGuardTest {
    private final PublishGuard guard = new PublishGuard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                " /op opensesame",
                "\t/msg bob I hate it",
                "/nick ada\n/op opensesame\n",
                "/who\n/msg bob I hate it",
                "hi\n /OP opensesame",
                "/msg bob see\n/op opensesame",
                "/paste\n/op opensesame\n.",
            })
    void asksBeforeASecretIsSaid(String text) throws Exception {
        assertThat(objection(text))
                .hasValueSatisfying(words -> assertThat(words).contains("Nothing was sent."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/op opensesame",
                "/msg bob hi",
                "/msg bob hi\nyou",
                "/say /op KEY makes an instructor",
                "/announce /msg is private",
                "write /msg bob hi",
                "/etc\n/opt\n/msgs",
                "",
            })
    void letsEverythingElsePass(String text) throws Exception {
        assertThat(objection(text)).isEmpty();
    }

    @Test
    void sameTextOnceMoreGoesOutAndIsThenForgotten() throws Exception {
        assertThat(objection(" /op x")).isPresent();
        assertThat(objection(" /op x")).isEmpty();
        assertThat(objection(" /op x")).isPresent();
        assertThat(objection("hi")).isEmpty();
        assertThat(objection(" /op x")).isPresent();
    }

    private Optional<String> objection(String text) throws Exception {
        return guard.objection(text, TypedText.read("", text));
    }
}
