package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Going from room to room, and what is asked about rooms, people and threads. */
class RoomsTest {
    private Story ada = Story.of("ada", "bob");

    @Test
    void anotherRoomIsAnotherConversationInThePlaceOfTheFirst() {
        ada.server("MSG room=lobby from=bob id=1 :hi", "MSG to=ada from=bob id=2 :psst");
        ada.types("unanswered");
        ada.chat.open().setDraft("half a sen");
        ada.types("/join kitchen");
        ada.sent();
        ada.server(
                "MSG room=lobby from=ada id=3 re=k1 :unanswered",
                "JOIN room=kitchen name=ada",
                "OK re=q2 :You are in kitchen now.");
        ada.sends("/who@s3", "/history@s4");
        assertThat(ada.people()).isEmpty();
        ada.whoAnswers("ada", "cyd");
        ada.historyAnswers("MSG room=kitchen from=cyd id=2 old=1 :soup");
        ada.shows("-- Earlier", "old <cyd> soup", "-- From now on");
        assertThat(ada.chat.open()).isSameAs(ada.chat.conversations().get(0));
        assertThat(ada.chat.conversations()).extracting(Conversation::name).containsExactly("kitchen", "bob");
        assertThat(ada.people()).containsExactly("ada", "cyd");
        assertThat(ada.chat.open().draft()).isEqualTo("half a sen");

        ada.types("/leave");
        ada.server("JOIN room=lobby name=ada", "OK re=" + ada.tag("leave"));
        ada.historyAnswers("MSG room=lobby from=bob id=1 old=1 :hi");
        ada.shows("-- Earlier", "old <bob> hi", "-- From now on");
    }

    @Test
    void aDraftThatIsSavedLateIsNotLost() {
        Conversation lobby = ada.chat.open();
        ada.server("JOIN room=kitchen name=ada");
        lobby.setDraft("typed meanwhile");
        assertThat(ada.chat.open()).isNotSameAs(lobby);
        assertThat(ada.chat.open().draft()).isEqualTo("typed meanwhile");
    }

    @Test
    void aPrivateConversationStaysOpenWhenTheRoomChanges() {
        Conversation bob = ada.actions.talkTo("bob");
        ada.server("JOIN room=kitchen name=ada");
        assertThat(ada.chat.open()).isSameAs(bob);
    }

    @ParameterizedTest
    @CsvSource({"/join kitchen, kitchen", "/leave, lobby"})
    void roomThatIsAskedForInAPrivateConversationComesIntoView(String command, String room) {
        Conversation bob = ada.actions.talkTo("bob");
        ada.types(command);
        ada.server("JOIN room=" + room + " name=ada", "OK re=q2");
        assertThat(ada.chat.open().name()).isEqualTo(room);
        ada.types("anybody here?");
        assertThat(ada.sent()).contains("/say@k1 anybody here?");
        assertThat(Story.shown(bob)).isEmpty();
    }

    @Test
    void roomThatIsRefusedIsSaidWhereTheUserLooks() {
        ada.actions.talkTo("bob");
        ada.types("/join kitchen");
        ada.server("ERR re=q2 code=full :There are 64 rooms already.");
        assertThat(Story.shown(ada.chat.open())).containsExactly("! There are 64 rooms already.");
    }

    @Test
    void roomThatCannotBeAskedForLeavesThePrivateConversationInView() {
        Conversation bob = ada.actions.talkTo("bob");
        ada.feed.lost("Connection lost.", Story.RETRY);
        assertThat(ada.types("/join kitchen")).isFalse();
        assertThat(ada.chat.open()).isSameAs(bob);
        assertThat(Story.shown(bob)).containsExactly("! There is no connection just now.");
    }

    @Test
    void roomsAreListed() {
        ada.actions.askRooms();
        ada.actions.askRooms();
        ada.sends("/rooms@q2");
        ada.server("ROOM name=lobby people=2", "ROOM name=kitchen people=1");
        assertThat(ada.chat.rooms()).isEmpty();
        ada.server("END re=q2", "ROOM name=nobody-asked people=1");
        assertThat(ada.chat.rooms()).containsExactly(new RoomCount("lobby", 2), new RoomCount("kitchen", 1));
        ada.shows();
        ada.types("/rooms");
        ada.server("ROOM name=lobby people=2", "END re=q3");
        ada.shows("* There is 1 room: lobby (2)");
    }

    @Test
    void theLobbyIsListedFirstAndNumbersByTheirValue() {
        ada.actions.askRooms();
        ada.sends("/rooms@q2");
        ada.server(
                "ROOM name=lab10 people=1",
                "ROOM name=Lab2 people=1",
                "ROOM name=kitchen people=1",
                "ROOM name=lobby people=1",
                "END re=q2");
        assertThat(ada.chat.rooms()).extracting(RoomCount::name).containsExactly("lobby", "kitchen", "Lab2", "lab10");
    }

    @Test
    void threadsAreListed() {
        ada.actions.askThreads();
        ada.sends("/threads@q2");
        ada.server("THREAD name=accept role=acceptor of=server state=RUNNABLE :waits in\u001b accept()", "END re=q2");
        assertThat(ada.chat.serverThreads()).hasSize(1);
        assertThat(ada.chat.serverThreads().get(0).words()).isEqualTo("waits in  accept()");
        ada.shows();
        ada.types("/threads");
        ada.server(
                "THREAD name=accept role=acceptor of=server state=RUNNABLE :accept: waits",
                "THREAD name=t role=r of=o state=s",
                "END re=q3");
        ada.shows("* accept: waits", "* t");
    }

    @Test
    void peopleAreListedWhenAskedFor() {
        ada = Story.of("ada", "bob op,muted");
        ada.types("/who");
        ada.server("WHO name=ada room=lobby state=-", "WHO name=bob room=lobby state=op,muted", "END re=q2");
        ada.shows("* 2 people are here: bob (instructor, muted), ada");
    }

    @Test
    void theHistoryIsToldAgainWhenAskedFor() {
        ada.types("/history");
        ada.server("MSG room=lobby from=bob id=1 old=1 :hi", "END gap=1 re=q2");
        ada.types("/history");
        ada.server("END re=q3");
        ada.server("MSG room=lobby from=bob id=1 old=1 :nobody asked");
        ada.shows(
                "-- Earlier",
                "old <bob> hi",
                "-- From now on",
                "* Older messages are no longer there.",
                "* There are no earlier messages here.");
    }

    @Test
    void anAnswerIsGivenWhereTheQuestionWasAsked() {
        ada.actions.talkTo("bob");
        ada.types("/rooms");
        ada.actions.show(ada.chat.conversations().get(0));
        ada.server("END re=q2");
        ada.shows();
        assertThat(ada.shownWith("bob")).containsExactly("* There are no rooms.");
    }

    @Test
    void anAnswerIsNotLostWithTheConversation() {
        Conversation bob = ada.actions.talkTo("bob");
        ada.types("/rooms");
        ada.actions.close(bob);
        ada.server("END re=q2");
        ada.shows("* There are no rooms.");
    }

    @Test
    void aServerThatAnswersNothingIsNotAskedForEver() {
        for (int i = 0; i < 100; i++) {
            ada.types("/rooms");
        }
        assertThat(ada.sent()).hasSize(Questions.MAX);
        assertThat(ada.shown()).hasSize(100 - Questions.MAX);
    }

    @Test
    void anAnswerThatWasBrokenOffIsNoPartOfTheNextOne() {
        ada.types("/rooms");
        ada.types("/threads");
        ada.server("ROOM name=lobby people=2", "THREAD name=t role=r of=o state=s");
        ada.feed.overflowed(9);
        ada.types("/rooms");
        ada.server("ROOM name=attic people=1", "END re=q2"); // the rest of the first answer
        ada.server("ROOM name=kitchen people=1", "ERR re=q4 code=x :Not now.");
        ada.types("/rooms");
        ada.types("/threads");
        ada.server("ROOM name=lobby people=3", "END re=" + ada.tag("rooms"), "END re=" + ada.tag("threads"));
        assertThat(ada.chat.rooms()).containsExactly(new RoomCount("lobby", 3));
        assertThat(ada.chat.serverThreads()).isEmpty();
    }

    @Test
    void aHistoryThatWasBrokenOffIsClosed() {
        ada.types("/history");
        ada.server("MSG room=lobby from=bob id=1 old=1 :one", "ERR re=q2 code=x :Not now.");
        ada.shows("-- Earlier", "old <bob> one", "-- From now on", "! Not now.");
    }

    @Test
    void confirmationIsShownWhereTheCommandWasTyped() {
        ada.types("/mute bob");
        ada.actions.talkTo("bob");
        ada.server("OK re=q2 :bob is muted now.");
        ada.shows("* bob is muted now.");
        assertThat(ada.shownWith("bob")).isEmpty();
    }
}
