package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemThemeTest {
    private static final String ANSWER_OF_WINDOWS =
            "\r\nHKEY_CURRENT_USER\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize\r\n"
                    + "    AppsUseLightTheme    REG_DWORD    0x%s\r\n\r\n";

    @ParameterizedTest
    @CsvSource({"0, true", "1, false"})
    void windowsSaysWhetherProgramsAreLight(String value, boolean dark) {
        assertThat(SystemTheme.saysDark("Windows 11", ANSWER_OF_WINDOWS.formatted(value)))
                .isEqualTo(dark);
    }

    @ParameterizedTest
    @CsvSource({"Dark, true", "'', false"})
    void macOsSaysItsStyle(String output, boolean dark) {
        assertThat(SystemTheme.saysDark("Mac OS X", output + "\n")).isEqualTo(dark);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"'prefer-dark', true", "'prefer-light', false", "'default', false"})
    void gnomeSaysWhatItPrefers(String output, boolean dark) {
        assertThat(SystemTheme.saysDark("Linux", output + "\n")).isEqualTo(dark);
    }

    @Test
    void everySystemIsAskedInItsOwnWay() {
        assertThat(SystemTheme.command("Windows 11")).startsWith("reg", "query");
        assertThat(SystemTheme.command("Mac OS X")).startsWith("defaults", "read");
        assertThat(SystemTheme.command("Linux")).startsWith("gsettings", "get");
    }
}
