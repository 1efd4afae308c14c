package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.client.Participant;
import org.junit.jupiter.api.Test;

/** The list of people, and the notices of arrivals, departures, new names and states. */
class ComingsAndGoingsTest {
    private final Story ada = Story.of("ada", "bob");

    @Test
    void successiveMovesAreToldInOneEntry() {
        ada.server("JOIN room=lobby name=cyd");
        ada.shows("~ cyd joined.");
        ada.server("JOIN room=lobby name=dan", "JOIN room=lobby name=eve", "LEAVE room=lobby name=bob code=quit");
        ada.shows("~ cyd, dan and eve joined; bob left.");
        assertThat(ada.people()).containsExactly("ada", "cyd", "dan", "eve");
    }

    @Test
    void moveAfterAMessageBeginsANewEntry() {
        ada.server("JOIN room=lobby name=cyd", "MSG room=lobby from=cyd id=1 :hi", "JOIN room=lobby name=eve");
        ada.shows("~ cyd joined.", "<cyd> hi", "~ eve joined.");
    }

    @Test
    void onlyTheLastEntryIsReplaced() {
        ada.server("MSG room=lobby from=bob id=1 :hi", "JOIN room=lobby name=cyd", "JOIN room=lobby name=eve");
        ConversationTranscript transcript = ada.chat.open().transcript();
        assertThat(transcript.end()).isEqualTo(2);
    }

    @Test
    void sentenceThatBeginsWithANameInArabicRunsLeftToRight() {
        ada.server("JOIN room=lobby name=\u0639\u0645\u0631", "LEAVE room=lobby name=\u0639\u0645\u0631 code=kicked");
        ada.shows("~ \u200E\u0639\u0645\u0631 joined.", "* \u200E\u0639\u0645\u0631 was sent away.");
    }

    @Test
    void reasonOfASingleDepartureIsTold() {
        ada.server("LEAVE room=lobby name=bob code=quit :lunch");
        ada.shows("~ bob left (lunch).");
        ada.server(
                "JOIN room=lobby name=cyd", "MSG room=lobby from=cyd id=1 :hi", "LEAVE room=lobby name=cyd code=moved");
        assertThat(ada.shown()).endsWith("~ cyd went to another room.");
    }

    @Test
    void arrivalAndDepartureOfOnePersonAreToldTogether() {
        ada.server("JOIN room=lobby name=cyd", "LEAVE room=lobby name=cyd code=quit");
        ada.server("LEAVE room=lobby name=bob code=lost", "JOIN room=lobby name=bob");
        ada.shows("~ bob left and came back; cyd came and left.");
    }

    @Test
    void lostConnectionsAreToldAmongThem() {
        ada.server("WHO name=bob room=lobby state=lost");
        ada.shows("~ bob has lost the connection.");
        assertThat(ada.chat.people().get(1)).isEqualTo(new Participant("bob", false, false, true, false));
        ada.server("LEAVE room=lobby name=bob code=lost");
        ada.shows("~ bob left (connection lost).");
        ada.server("JOIN room=lobby name=cyd", "MSG room=lobby from=cyd id=1 :x");
        ada.server("WHO name=cyd room=lobby state=lost", "MSG room=lobby from=ada id=2 :y");
        ada.server("WHO name=cyd room=lobby state=-");
        assertThat(ada.shown()).endsWith("~ cyd is back.");
    }

    @Test
    void newNamesAreTold() {
        ada.server("NICK old=bob new=robert", "JOIN room=lobby name=cyd", "NICK old=cyd new=sid");
        ada.shows("~ sid joined; bob is robert now.");
        assertThat(ada.people()).containsExactly("ada", "robert", "sid");
    }

    @Test
    void manyNamesOfOnePersonAreCutShort() {
        for (int i = 0; i < 10; i++) {
            ada.server("NICK old=b" + (i == 0 ? "ob" : "" + (i - 1)) + " new=b" + i);
        }
        assertThat(ada.shown().get(0))
                .startsWith("~ bob is b0 now; b0 is b1 now;")
                .endsWith("; 6 more names changed.");
    }

    @Test
    void manyNamesAreCutShort() {
        for (int i = 1; i <= 20; i++) {
            ada.server("JOIN room=lobby name=p" + (char) ('a' + i));
        }
        ada.shows("~ pb, pc, pd, pe and 16 others joined.");
    }

    @Test
    void thousandsAreToldInSeveralEntries() {
        for (int i = 0; i < 1000; i++) {
            ada.server("JOIN room=lobby name=p" + i);
        }
        assertThat(ada.shown()).hasSize(5).allMatch(line -> line.endsWith(" and 196 others joined."));
    }

    @Test
    void ownArrivalIsNotTold() {
        ada.server(
                "JOIN room=lobby name=ada",
                "LEAVE room=lobby name=ada code=quit",
                "WHO name=ada room=lobby state=muted");
        ada.shows();
        assertThat(ada.chat.isMuted()).isTrue();
    }

    @Test
    void contradictoryEventsAreTakenQuietly() {
        ada.server("JOIN room=lobby name=bob", "LEAVE room=lobby name=nobody code=quit", "NICK old=nobody new=nemo");
        ada.server(
                "JOIN room=kitchen name=eve",
                "LEAVE room=kitchen name=bob code=quit",
                "WHO name=cyd room=kitchen state=op");
        ada.shows();
        assertThat(ada.people()).containsExactly("ada", "bob");
        ada.server("JOIN room=lobby name=cyd", "NICK old=bob new=cyd");
        assertThat(ada.people()).containsExactly("ada", "cyd");
    }

    @Test
    void kickedPersonIsToldAsSentAway() {
        ada.server("LEAVE room=lobby name=bob code=kicked :for today");
        ada.shows("* bob was sent away (for today).");
    }

    @Test
    void statesOfOthersAreTold() {
        ada.server(
                "WHO name=bob room=lobby state=op",
                "WHO name=bob room=lobby state=op,muted",
                "WHO name=bob room=lobby state=-");
        ada.shows(
                "* bob is an instructor now.",
                "* bob may not speak for now.",
                "* bob is no longer an instructor.",
                "* bob may speak again.");
    }

    @Test
    void instructorsStandFirst() {
        ada.server("JOIN room=lobby name=Zoe", "WHO name=Zoe room=lobby state=op", "JOIN room=lobby name=Bea");
        int revision = ada.chat.peopleRevision();
        assertThat(ada.people()).containsExactly("Zoe", "ada", "Bea", "bob");
        ada.server("MSG room=lobby from=bob id=1 :hi");
        assertThat(ada.chat.peopleRevision()).isEqualTo(revision);
        ada.server("LEAVE room=lobby name=Zoe code=quit");
        assertThat(ada.chat.peopleRevision()).isNotEqualTo(revision);
        assertThat(ada.chat.people())
                .filteredOn(Participant::me)
                .extracting(Participant::name)
                .containsExactly("ada");
    }

    @Test
    void numbersInNamesAreSortedByTheirValue() {
        ada.server("JOIN room=lobby name=swarm10", "JOIN room=lobby name=swarm2", "JOIN room=lobby name=\u00c4nne");
        assertThat(ada.people()).containsExactly("ada", "\u00c4nne", "bob", "swarm2", "swarm10");
    }

    @Test
    void aListThatIsOlderThanWhatHappenedMeanwhileIsPutRight() {
        Story eve = new Story();
        eve.connects("eve");
        eve.hello("you=eve");
        eve.server("LEAVE room=lobby name=bob code=quit", "JOIN room=lobby name=dan", "NICK old=cyd new=sid");
        eve.whoAnswers("eve", "bob", "cyd");
        assertThat(eve.people()).containsExactly("dan", "eve", "sid");
    }

    @Test
    void aListWithoutEndOrQuestionChangesNothing() {
        ada.types("/who");
        ada.server("WHO name=bob room=lobby state=-");
        ada.server("END re=nothing", "END");
        assertThat(ada.people()).containsExactly("ada", "bob");
    }
}
