package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaveDialogTest {
    @Test
    void harmlessCharactersStayInFileNames() {
        assertThat(SaveDialog.fileName("lobby")).isEqualTo("chat-lobby.txt");
        assertThat(SaveDialog.fileName("Caf\u00E9-2_b")).isEqualTo("chat-Caf\u00E9-2_b.txt");
    }

    @Test
    void otherCharactersAreReplacedInFileNames() {
        assertThat(SaveDialog.fileName("../../x")).isEqualTo("chat-______x.txt");
        assertThat(SaveDialog.fileName("C:\\a*b?.exe")).isEqualTo("chat-C__a_b__exe.txt");
        assertThat(SaveDialog.fileName("a".repeat(1000))).hasSizeLessThan(60);
    }

    @ParameterizedTest
    @CsvSource({
        "notes, notes.txt",
        "notes., notes.txt",
        ".notes, .notes.txt",
        "notes.txt, notes.txt",
        "notes.TXT, notes.TXT",
        "notes.md, notes.md",
        "room 1.2, room 1.2.txt",
    })
    void fileNameWithoutEndingGetsTxt(String typed, String expected) {
        Path folder = Path.of("some.folder");
        assertThat(SaveDialog.withEnding(folder.resolve(typed))).isEqualTo(folder.resolve(expected));
    }
}
