package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlab.protocol.BadCommandException;
import chatlab.protocol.Command;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {

    @Test
    void oneLineIsACommandOrAText() throws Exception {
        assertThat(TypedText.read("", "hi")).isEqualTo(new Sent(new Command.Say("hi")));
        assertThat(TypedText.read("bob", "hi")).isEqualTo(new Sent(new Command.Msg("bob", "hi")));
        assertThat(TypedText.read("bob", "/who\n")).isEqualTo(new Sent(new Command.Who()));
        assertThat(TypedText.read("bob", "/paste eve")).isEqualTo(new Sent(new Command.Paste("eve")));
    }

    @Test
    void severalLinesAreCodeForTheRoomOrForOnePerson() throws Exception {
        assertThat(TypedText.read("", "/quit\n\tx")).isEqualTo(paste("", "/quit", "\tx"));
        assertThat(TypedText.read("bob", "a\r\nb\n\n")).isEqualTo(paste("bob", "a", "b"));
        assertThat(TypedText.read("", "/msg bob a\nb")).isEqualTo(paste("bob", "a", "b"));
        assertThat(TypedText.read("", "/msg bob\nb")).isEqualTo(paste("bob", "b"));
        assertThat(TypedText.read("", "/paste bob\na\nb\n.\n")).isEqualTo(paste("bob", "a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/op opensesame\n", "\n\n/OP opensesame"})
    void keyIsNeverCode(String text) throws Exception {
        assertThat(TypedText.read("", text)).isEqualTo(new Sent(new Command.Op("opensesame")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/op\nopensesame",
                "/op@! opensesame\nx",
                "/op open sesame\nx",
                "/op opensesame\nhello\nall",
                "/op opensesame\nx=1",
                "/op opensesame\n\u0007",
                "/msg\nbob",
                "/paste mary ann\nx"
            })
    void codeThatMayBeSecretIsNotSaidWhereItsCommandIsWrong(String text) {
        assertThatThrownBy(() -> TypedText.read("", text)).isInstanceOf(BadCommandException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/op opensesame", " /op opensesame", "/OP@k1 x", "hi\n\t/op opensesame\nyou", "/op:opensesame"})
    void keyIsSecret(String text) {
        assertThat(TypedText.isSecret(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open x", "see /op KEY", "op x", "/msg bob hi", "hi"})
    void otherTextsAreNotSecret(String text) {
        assertThat(TypedText.isSecret(text)).isFalse();
    }

    private static Sent paste(String to, String... lines) {
        return new Sent(new Command.Paste(to), List.of(lines));
    }
}
