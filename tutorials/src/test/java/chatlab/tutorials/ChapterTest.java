package chatlab.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChapterTest {
    @Test
    void folderNameIsTheSameInEveryLocale() {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(new Chapter(7, "framing", Path.of("07-framing")).folderName())
                    .isEqualTo("07-framing");
            assertThat(Learn.WORDS.get("start.next", 7)).contains("learn read 7");
        } finally {
            Locale.setDefault(usual);
        }
    }
}
