package chatlab.swing.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.transcript.Paragraph.Run;
import chatlab.swing.transcript.Paragraph.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which words of a paste have which style. */
class CodeColorsTest {
    @Test
    void keywordsLiteralsAndCommentsHaveStylesOfTheirOwn() {
        assertThat(colored("synchronized (clients) {")).containsExactly("KEYWORD synchronized", "CODE  (clients) {");
        assertThat(colored("return x < 10 ? \"a;\" : null; // the end"))
                .containsExactly(
                        "KEYWORD return",
                        "CODE  x < ",
                        "LITERAL 10",
                        "CODE  ? ",
                        "LITERAL \"a;\"",
                        "CODE  : ",
                        "KEYWORD null",
                        "CODE ; ",
                        "COMMENT // the end");
    }

    @Test
    void commentGoesOnInTheNextLine() {
        assertThat(colored("int i; /* how", "for it is", "done */ long j;"))
                .containsExactly(
                        "KEYWORD int",
                        "CODE  i; ",
                        "COMMENT /* how",
                        "COMMENT for it is",
                        "COMMENT done */",
                        "CODE  ",
                        "KEYWORD long",
                        "CODE  j;");
    }

    @Test
    void pasteThatIsNoCodeHasNoColours() {
        assertThat(colored("what is this for", "10:02 new client")).allMatch(run -> run.startsWith("CODE "));
    }

    @Test
    void emptyLineIsOneRun() {
        assertThat(CodeColors.of(List.of("{", "", "}")).get(1)).containsExactly(new Run(Style.CODE, ""));
    }

    @Test
    void noCharacterIsLostWhateverIsPasted() {
        Random random = new Random(18);
        String characters = "if\"'\\/*{};@0x._ é\u0301\ud83d\ude00\ud83d\u4e2d\t\u202e\u0007\uffff";
        List<String> lines = new ArrayList<>(List.of("{"));
        for (int i = 0; i < 5000; i++) {
            lines.add(random.ints(random.nextInt(30), 0, characters.length())
                    .mapToObj(index -> String.valueOf(characters.charAt(index)))
                    .collect(Collectors.joining()));
        }
        assertThat(CodeColors.of(lines).stream()
                        .map(runs -> runs.stream().map(Run::text).collect(Collectors.joining())))
                .isEqualTo(lines);
    }

    private static List<String> colored(String... lines) {
        return CodeColors.of(List.of(lines)).stream()
                .flatMap(List::stream)
                .map(run -> run.style() + " " + run.text())
                .toList();
    }
}
