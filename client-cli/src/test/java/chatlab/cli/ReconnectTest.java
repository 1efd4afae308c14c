package chatlab.cli;

import static chatlab.cli.Chatting.AT;
import static chatlab.cli.Chatting.echo;
import static chatlab.cli.Chatting.hello;
import static chatlab.cli.Chatting.history;
import static chatlab.cli.Chatting.historyOf;
import static chatlab.cli.Chatting.msg;
import static chatlab.cli.Chatting.old;
import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Words;
import chatlab.protocol.testing.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconnectTest {
    private static final Words WORDS = new Words(ReconnectTest.class);
    private static final String BACK = "/proto 1 ada t-ada";

    @Test
    void missesNothingAndSeesNothingTwice() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            client.send(msg(1, "bob", "one"));
            chat.console.awaitLine("14:02 <bob> one");
            client.reset();

            client = chat.greet(BACK, hello("r1", "ada"), msg(4, "bob", "four"));
            String who = client.expectTagged("/who");
            String tag = client.expectTagged("/history after=1");
            client.send(old(2, "bob", "two"), old(3, "bob", "three"), msg(5, "bob", "five"), old(4, "bob", "four"));
            client.send("END re=" + who, "END re=" + tag, msg(6, "bob", "six"));

            chat.console.awaitLine("14:02 <bob> six");
            assertThat(chat.console.shown())
                    .containsSubsequence(
                            "14:02 * Back again. You missed 3 messages:",
                            "14:02 <bob> two",
                            "14:02 <bob> three",
                            "14:02 <bob> four",
                            "14:02 <bob> five",
                            "14:02 <bob> six");
            assertThat(chat.console.shown().stream().filter(line -> line.contains("<bob>")))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void saysOnceThatAMessageWasRemovedAndShowsNoneThatWasHeldBack() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            client.send(msg(1, "bob", "one"), msg(2, "bob", "two"), gone(3, 2));
            chat.console.awaitLine("14:02 * A message of bob was removed.");
            client.reset();

            client = chat.greet(BACK, hello("r1", "ada"), msg(6, "bob", "insult"), gone(7, 6));
            String who = client.expectTagged("/who");
            String tag = client.expectTagged("/history after=3");
            client.send(old(4, "bob", "four"), gone(5, 1));
            client.send("END re=" + who, "END re=" + tag, msg(8, "bob", "eight"));

            chat.console.awaitLine("14:02 <bob> eight");
            assertThat(chat.console.shown()).noneMatch(line -> line.contains("insult"));
            assertThat(chat.console.shown().stream().filter(line -> line.endsWith("* A message of bob was removed.")))
                    .hasSize(2);
        }
    }

    private static String gone(long id, long of) {
        return "GONE id=" + id + " room=lobby of=" + of + " from=bob by=teach at=" + AT.replace("at=", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "op"})
    void saysThatRightsAreGoneOnlyWhereTheyAre(String stateAfterwards) throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            client.send("WHO name=ada room=lobby state=op", msg(1, "bob", "one"));
            chat.console.awaitLine("14:02 <bob #1> one");
            client.reset();

            client = chat.greet(BACK, hello("r2", "ada"));
            String who = client.expectTagged("/who");
            client.send("WHO name=ada room=lobby state=" + stateAfterwards, "END re=" + who);
            client.send("END re=" + client.expectTagged("/history"), msg(1, "bob", "two"));
            chat.console.awaitLineMatching("14:02 <bob( #1)?> two");
            assertThat(chat.console.shown().stream().filter(line -> line.contains("no longer an instructor")))
                    .hasSize(stateAfterwards.equals("op") ? 0 : 1);
        }
    }

    @Test
    void saysThatItsNameIsGone() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            chat.letIn().reset();
            Peer client =
                    chat.greet(BACK, hello("r2", "guest2"), "ERR code=name-taken :Another person here is called ada.");
            history(client, "/history");
            chat.console.awaitLine("14:02 ! Another person here is called ada.");
        }
    }

    @Test
    void findsItsMessageInTheHistoryOrSaysThatItWasNotDelivered() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            chat.console.type("arrives");
            client.expectTagged("/say arrives");
            chat.console.type("one\ntwo");
            client.expectTagged("/paste");
            client.expect("one", "two", ".");
            chat.console.type("is lost");
            client.expectTagged("/say is lost");
            chat.console.type("/msg bob psst");
            client.expectTagged("/msg bob psst");
            client.reset();

            client = chat.greet(BACK, hello("r1", "ada"));
            String paste = "MSG room=lobby from=ada id=2 " + AT + " old=1 part=";
            history(client, "/history", old(1, "ada", "arrives"), paste + "1/2 :one", paste + "2/2 :two");

            chat.console.awaitLine("14:02 ! Not delivered: is lost   (/again sends it once more)");
            chat.console.awaitLine("14:02 ! Perhaps not delivered: /msg bob psst   (/again sends it once more)");
            chat.console.type("/again");
            client.send(echo(client.expectTagged("/say is lost"), 3, "ada", "is lost"));
            chat.console.awaitLine("14:02 <ada> is lost");
            assertThat(chat.console.shown())
                    .containsOnlyOnce("14:02 <ada> arrives")
                    .filteredOn(line -> line.contains("Not delivered"))
                    .hasSize(1);
        }
    }

    @Test
    void lineTypedWithoutConnectionIsNotSentByItself() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            chat.server.stopListening();
            client.close();
            chat.console.awaitLineMatching(
                    "14:02 ! Connection lost \\(the server has closed it\\)\\. Trying again in .*");
            chat.console.type("hello");
            chat.console.awaitLine("14:02 ! Not delivered: hello   (/again sends it once more)");
            chat.console.type("/who");
            chat.console.awaitLineMatching("14:02 ! There is no connection just now.*");
            chat.console.type("/quit");
            assertThat(chat.outcome()).isEqualTo(Outcome.GOOD);
        }
    }

    @Test
    void goesBackToItsRoomAndSaysThatTheServerBeganAnew() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            chat.console.type("/join lab");
            client.send("JOIN room=lab name=ada " + AT, "OK re=" + client.expectTagged("/join lab"));
            historyOf("lab", client, "/history", "MSG room=lab from=bob id=70 " + AT + " old=1 :seventy");
            client.reset();

            client = chat.greet(BACK, hello("r2", "ada"), "JOIN room=lobby name=ada " + AT);
            String tag = client.expectTagged("/join lab");
            client.send("JOIN room=lab name=ada " + AT, "OK re=" + tag);
            historyOf("lab", client, "/history", "MSG room=lab from=bob id=1 " + AT + " old=1 :first");

            chat.console.awaitLine("14:02 * Back again, but the server began anew. 1 message was said:");
            chat.console.awaitLine("14:02 <bob> first");
        }
    }

    @Test
    void saysThatOlderMessagesAreGone() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            client.send(msg(1, "bob", "one"));
            chat.console.awaitLine("14:02 <bob> one");
            client.reset();

            client = chat.greet(BACK, hello("r1", "ada"));
            client.send("END re=" + client.expectTagged("/who"));
            client.send(old(900, "bob", "late"), "END gap=1 re=" + client.expectTagged("/history after=1"));

            chat.console.awaitLine("14:02 <bob> late");
            assertThat(chat.console.shown()).contains("14:02 * Older messages are no longer there.");
        }
    }

    @Test
    void aServerThatSaysNothingAnyMoreIsLost() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.greet("/proto 1 ada", hello("r1", "ada").replace("ping=60", "ping=1"));
            history(client, "/history");
            client.expect("/ping");
            chat.console.awaitLineMatching(".*Connection lost \\(the server does not answer any more\\).*");
            chat.greet(BACK, hello("r1", "ada"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kicked", "replaced"})
    void doesNotComeBackAfter(String code) throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            client.send("BYE code=" + code + " :Goodbye.");
            client.close();

            assertThat(chat.outcome()).isEqualTo(Outcome.bad(WORDS.get("bye." + code)));
            assertThat(chat.console.shown()).contains("14:02 * Goodbye.");
            assertThat(chat.console.isCleared()).isTrue(); // or the last words would stand behind it
        }
    }

    @Test
    void comesBackAfterTheServerWasShutDown() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            client.send("BYE code=shutdown :The server ends.");
            client.close();
            history(chat.greet(BACK, hello("r2", "ada")), "/history");
            chat.console.awaitLine("14:02 * Back again, but the server began anew. Nothing was said yet.");
        }
    }

    @Test
    void triesAgainWhereTheServerIsFullForAMoment() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            chat.letIn().reset();
            Peer full = chat.server.accept();
            full.send("! The server is full.");
            chat.console.awaitLineMatching(".*does not let you in: The server is full\\.\\)\\. Trying again in .*");
            history(chat.greet(BACK, hello("r1", "ada")), "/history");
        }
    }
}
