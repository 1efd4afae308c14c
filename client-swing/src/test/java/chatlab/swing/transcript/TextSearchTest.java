package chatlab.swing.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.transcript.Paragraph.Kind;
import chatlab.swing.transcript.Paragraph.Run;
import chatlab.swing.transcript.Paragraph.Style;
import chatlab.swing.transcript.Paragraph.Tint;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextSearchTest {
    private final TranscriptDocument document = new TranscriptDocument();
    private final TextSearch search = new TextSearch(document);

    @Test
    void theCaseOfLettersDoesNotMatter() {
        assertThat(TextSearch.find("Ada, ada, ADA", "adA")).containsExactly(0, 5, 10);
        assertThat(TextSearch.find("\u00C4rger", "\u00E4R")).containsExactly(0);
    }

    @Test
    void placesDoNotOverlap() {
        assertThat(TextSearch.find("aaaaa", "aa")).containsExactly(0, 2);
    }

    @Test
    void emptyTextIsNotFound() {
        assertThat(TextSearch.find("abc", "")).isEmpty();
        assertThat(TextSearch.find("abc", "abcd")).isEmpty();
        assertThat(TextSearch.find("", "a")).isEmpty();
    }

    @Test
    void beginsWithTheNewestAndGoesRound() {
        write("ada", "bob", "Ada", "ada");
        search.begin("ada");
        assertThat(seen()).isEqualTo("3 of 3");
        search.go(-1);
        assertThat(seen()).isEqualTo("2 of 3");
        search.go(1);
        search.go(1);
        assertThat(seen()).isEqualTo("1 of 3");
        search.go(-1);
        assertThat(seen()).isEqualTo("3 of 3");
    }

    @Test
    void searchGoesOnFromItsPlaceWhileMessagesComeAndGo() {
        write("ada one", "ada two", "ada three", "ada four");
        search.begin("ada");
        search.go(-1);
        assertThat(place()).startsWith("ada three");

        document.cut(0, "ada one\n".length());
        write("ada five", "ada six");
        assertThat(place()).startsWith("ada three");
        search.go(-1);
        assertThat(place()).startsWith("ada two");
        search.go(1);
        search.go(1);
        assertThat(place()).startsWith("ada four");
    }

    @Test
    void searchGoesOnBesideAForgottenPlace() {
        write("ada one", "ada two", "ada three");
        search.begin("ada");
        search.go(-1);
        document.cut("ada one\n".length(), "ada two\n".length() - 1); // leaves an empty line
        assertThat(search.place()).isEmpty();

        search.go(1);
        assertThat(place()).startsWith("ada three");
        search.begin("nothing like it");
        assertThat(search.place()).isEmpty();
    }

    @Test
    void newPlacesAreFoundAndTheCurrentPlaceStays() {
        search.begin("ada");
        write("ada one", "ada two");
        search.again();
        assertThat(seen()).isEqualTo("2 of 2");
        write("ada three");
        search.again();
        assertThat(seen()).isEqualTo("2 of 3");

        document.cut("ada one\n".length(), "ada two\n".length() - 1); // leaves an empty line
        search.again();
        assertThat(place()).startsWith("ada one");
        document.cut(0, "ada one\n".length() - 1);
        search.again();
        assertThat(place()).startsWith("ada three");
        document.cut(0, document.getLength());
        search.again();
        assertThat(search.place()).isEmpty();
    }

    @Test
    void placeIsFoundAfterASearchWithoutResult() {
        write("bob");
        search.begin("ada");
        assertThat(search.places()).isEmpty();
        write("ada one", "ada two");
        search.go(-1);
        assertThat(place()).startsWith("ada two");
    }

    private void write(String... lines) {
        document.insert(
                document.getLength(),
                Stream.of(lines)
                        .map(line -> new Paragraph(Kind.BODY, Tint.NONE, new Run(Style.TEXT, line)))
                        .toList());
    }

    private String seen() {
        return search.index() + 1 + " of " + search.places().size();
    }

    private String place() {
        return document.all().substring(search.place().orElseThrow());
    }
}
