package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Messages that were removed: nothing of their texts is left in the window. */
class GoneTest {
    private final Story ada = Story.of("ada", "bob", "cyd");

    private static String gone(int id, int of) {
        return "GONE id=" + id + " room=lobby of=" + of + " from=bob by=ms.rao at=" + Story.NOW;
    }

    @Test
    void messageBecomesATombstoneInItsPlace() {
        ada.server("MSG room=lobby from=bob id=1 :one", "MSG room=lobby from=bob id=2 :ada, an insult");
        ada.server("MSG room=lobby from=bob id=3 :three", gone(4, 2));
        assertThat(ada.shown()).endsWith("<bob> one", "<bob> gone: Message removed by ms.rao", "<bob> three");
    }

    @Test
    void keyboardOfTheServerIsCalledTheInstructor() {
        ada.server("MSG room=lobby from=bob id=1 :one");
        ada.server("GONE id=2 room=lobby of=1 from=bob by=server at=" + Story.NOW);
        assertThat(ada.shown()).endsWith("<bob> gone: Message removed by the instructor");
    }

    @Test
    void pasteBecomesOneTombstoneAlsoWhereItsEndIsMissing() {
        ada.server(
                "MSG room=lobby from=bob id=1 part=1/3 :insult",
                "MSG room=lobby from=bob id=1 part=2/3 :insult",
                gone(2, 1));
        assertThat(ada.shown()).endsWith("<bob> gone: Message removed by ms.rao");
        assertThat(ada.shown()).noneMatch(line -> line.contains("insult"));
    }

    @Test
    void removalOfWhatIsNotHereIsIgnored() {
        ada.server("MSG room=lobby from=bob id=1 :one");
        ada.server(gone(3, 2), "GONE id=4 room=lobby of=1 from=cyd by=ms.rao at=" + Story.NOW);
        assertThat(ada.shown()).endsWith("<bob> one");
        assertThat(ada.shown()).noneMatch(line -> line.contains("gone"));
    }

    @Test
    void laptopThatSleptLosesTheText() {
        ada.server("MSG room=lobby from=bob id=1 :insult", "MSG room=lobby from=bob id=2 :two");
        ada.losesAndReconnects();
        ada.hello("you=ada");
        ada.whoAnswers("ada", "bob");
        assertThat(ada.sent()).contains("/history@s2 after=2");
        ada.historyAnswers("MSG room=lobby from=bob id=4 old=1 :four", gone(5, 1));
        assertThat(ada.shown()).noneMatch(line -> line.contains("insult"));
        assertThat(ada.shown())
                .contains("<bob> gone: Message removed by ms.rao")
                .endsWith("<bob> four");
    }

    @Test
    void messageThatWasHeldBackIsNeverShown() {
        ada.losesAndReconnects();
        ada.hello("you=ada");
        ada.whoAnswers("ada", "bob");
        ada.server("MSG room=lobby from=bob id=2 :insult", "MSG room=lobby from=bob id=3 :three", gone(4, 2));
        ada.historyAnswers("MSG room=lobby from=bob id=1 old=1 :one");
        assertThat(ada.shown()).endsWith("<bob> one", "<bob> three");
        assertThat(ada.shown()).noneMatch(line -> line.contains("insult"));
    }

    @Test
    void messageOfAHistoryIsNotShownIfItWasRemovedBeforeItsEnd() {
        ada.losesAndReconnects();
        ada.hello("you=ada");
        ada.whoAnswers("ada", "bob");
        ada.historyAnswers(
                "MSG room=lobby from=bob id=1 old=1 :insult", "MSG room=lobby from=bob id=2 old=1 :two", gone(3, 1));
        assertThat(ada.shown()).endsWith("<bob> two");
        assertThat(ada.shown()).noneMatch(line -> line.contains("insult"));
    }

    @Test
    void alertDoesNotShowTheTextAnyMore() {
        ada.actions.looking(false);
        ada.server("MSG room=lobby from=bob id=1 :ada, an insult");
        assertThat(ada.chat.alert()).isPresent();
        ada.server(gone(2, 1));
        assertThat(ada.chat.alert()).isEmpty();
    }

    @Test
    void alertOfAnotherMessageStays() {
        ada.actions.looking(false);
        ada.server("MSG room=lobby from=bob id=1 :insult", "MSG room=lobby from=bob id=2 :ada, look", gone(3, 1));
        assertThat(ada.chat.alert()).isPresent();
    }
}
