package chatlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlab.protocol.InputLines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlainConsoleTest {

    @Test
    void readsLinesOfAnyKindAndTheLastOneWithoutItsEnd() throws IOException {
        byte[] bytes = "one\r\n\nt\u00e4\u00f6\nth\u00e9".getBytes(StandardCharsets.UTF_8);
        InputLines lines = new InputLines(new ByteArrayInputStream(bytes), StandardCharsets.US_ASCII);
        assertThat(lines.next()).isEqualTo("one");
        assertThat(lines.next()).isEmpty();
        assertThat(lines.next()).isEqualTo("t\u00e4\u00f6");
        assertThat(lines.next()).isEqualTo("th\u00e9");
        assertThat(lines.next()).isNull();
    }

    @Test
    void readsTheEncodingOfTheSystemWhereItIsNotUtf8() throws IOException {
        byte[] bytes = "gr\u00fc\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new InputLines(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1).next())
                .isEqualTo("gr\u00fc\u00dfe");
    }

    @Test
    void aLineWithoutEndTakesBoundedMemory() throws IOException {
        byte[] bytes = new byte[1_000_000];
        java.util.Arrays.fill(bytes, (byte) 'x');
        InputLines lines = new InputLines(new ByteArrayInputStream(bytes), StandardCharsets.US_ASCII);
        assertThat(lines.next().length()).isBetween(5_000, 20_000);
    }

    @Test
    void showsErrorsApartAndWhatCannotBeShownAsQuestionMarks() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream ascii = new PrintStream(out, true, StandardCharsets.US_ASCII);
        PlainConsole console =
                new PlainConsole(InputStream.nullInputStream(), ascii, new PrintStream(err, true), false);
        console.show(List.of(ScreenEntry.event("14:02", "gr\u00fc\u00dfe"), ScreenEntry.error("14:02", "no")));

        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualToNormalizingNewlines("14:02 * gr??e\n");
        assertThat(err.toString(StandardCharsets.US_ASCII)).isEqualToNormalizingNewlines("14:02 ! no\n");
    }

    @Test
    void aPersonIsShownNoRowThatLooksLikeALineOfAnotherPerson() {
        ScreenEntry padded = new ScreenEntry(
                ScreenEntry.Kind.SAID, "14:02", "eve", "eve", "well" + " ".repeat(62) + "14:02 <bob> hi");
        ScreenEntry pasted =
                new ScreenEntry(ScreenEntry.Kind.PASTED, "", "eve", "", "well" + " ".repeat(62) + "14:02 <bob> hi");

        assertThat(shown(true, padded))
                .containsExactly("14:02 <eve> well" + " ".repeat(60), "          14:02 <bob> hi");
        assertThat(shown(true, pasted)).hasSize(2).element(1).asString().startsWith("        | ");
        assertThat(shown(false, padded)).as("to a program").containsExactly(padded.line());
    }

    private static List<String> shown(boolean interactive, ScreenEntry entry) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        new PlainConsole(InputStream.nullInputStream(), stream, stream, interactive).show(List.of(entry));
        return out.toString(StandardCharsets.UTF_8).lines().collect(Collectors.toList());
    }

    @Test
    void closedOutputIsNoticed() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        PlainConsole console = new PlainConsole(
                InputStream.nullInputStream(), new PrintStream(broken), new PrintStream(broken), false);
        assertThatThrownBy(() -> console.show(List.of(ScreenEntry.raw("x")))).isInstanceOf(UncheckedIOException.class);
    }
}
