package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {
    @Test
    void keepWhatIsHarmless() {
        assertThat(FileNames.ofTranscript("lobby")).isEqualTo("chat-lobby.txt");
        assertThat(FileNames.ofTranscript("Caf\u00E9-2_b")).isEqualTo("chat-Caf\u00E9-2_b.txt");
    }

    @Test
    void leadNowhereElse() {
        assertThat(FileNames.ofTranscript("../../x")).isEqualTo("chat-______x.txt");
        assertThat(FileNames.ofTranscript("C:\\a*b?.exe")).isEqualTo("chat-C__a_b__exe.txt");
        assertThat(FileNames.ofTranscript("a".repeat(1000))).hasSizeLessThan(60);
    }
}
