package chatlab.cli;

import static chatlab.cli.Chatting.echo;
import static chatlab.cli.Chatting.hello;
import static chatlab.cli.Chatting.history;
import static chatlab.cli.Chatting.msg;
import static chatlab.cli.Chatting.old;
import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Words;
import chatlab.protocol.testing.Peer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipeTest {
    private static final Words WORDS = new Words(PipeTest.class);

    @Test
    void sendsAllLinesWaitsForTheirReceiptsAndSaysGoodbye() throws Exception {
        try (Chatting chat = Chatting.onAPipe("ada")) {
            chat.console.type("one");
            chat.console.type("two");
            chat.console.endInput();
            Peer client = chat.letIn();
            String one = client.expectTagged("/say one");
            String two = client.expectTagged("/say two");
            client.send(echo(one, 1, "ada", "one"), msg(2, "bob", "hi"), echo(two, 3, "ada", "two"));
            client.expect("/quit@quit");
            client.send("BYE re=quit code=quit :Goodbye.");
            client.close();

            assertThat(chat.outcome()).isEqualTo(Outcome.GOOD);
            assertThat(chat.console.shown())
                    .containsSubsequence("14:02 <ada> one", "14:02 <bob> hi", "14:02 <ada> two", "14:02 * Goodbye.");
        }
    }

    @Test
    void anErrorForWhatWasSentMakesTheStatusBad() throws Exception {
        try (Chatting chat = Chatting.onAPipe("ada")) {
            chat.console.type("one");
            chat.console.endInput();
            Peer client = chat.letIn();
            client.send("ERR re=" + client.expectTagged("/say one") + " code=muted :You may not speak.");
            client.expect("/quit@quit");
            client.close();

            assertThat(chat.outcome()).isEqualTo(Outcome.bad(WORDS.get("failures")));
            assertThat(chat.console.shown()).contains("14:02 ! You may not speak.");
        }
    }

    @Test
    void aLostConnectionAtTheEndMakesTheStatusBad() throws Exception {
        try (Chatting chat = Chatting.onAPipe("ada")) {
            chat.console.type("one");
            chat.console.endInput();
            Peer client = chat.letIn();
            client.expectTagged("/say one");
            chat.server.stopListening();
            client.reset();

            assertThat(chat.outcome()).isEqualTo(Outcome.bad("The connection to the server is lost."));
            assertThat(chat.console.shown()).contains("14:02 ! Not delivered: one   (/again sends it once more)");
        }
    }

    @Test
    void aListenerComesBackAndWaitsWithWhatItHasToSay() throws Exception {
        try (Chatting chat = Chatting.onAPipe("ada")) {
            Peer client = chat.letIn();
            client.close();
            chat.console.awaitLineMatching("14:02 ! Connection lost .*");
            chat.console.type("patience");
            client = chat.greet("/proto 1 ada t-ada", hello("r1", "ada"));
            history(client, "/history");
            client.expectTagged("/say patience");
        }
    }

    @Test
    void messageDuringTheHistoryIsShown() throws Exception {
        try (Chatting chat = Chatting.onAPipe("ada")) {
            Peer client = chat.greet("/proto 1 ada", hello("r1", "ada"));
            client.send(msg(2, "bob", "just now"));
            history(client, "/history", old(1, "bob", "long ago"), old(2, "bob", "just now"));
            client.send(msg(3, "bob", "later"));

            chat.console.awaitLine("14:02 <bob> later");
            assertThat(chat.console.shown())
                    .containsOnlyOnce("14:02 <bob> just now")
                    .doesNotContain("14:02 <bob> long ago");
        }
    }

    @Test
    void aRawServerIsToldThatTheInputHasEnded() throws Exception {
        try (Chatting chat = Chatting.onAPipeWithoutPatience("")) {
            chat.console.type("hello");
            chat.console.endInput();
            Peer client = chat.server.accept();
            client.expect("hello");
            client.expectEnd();
            client.send("you said hello");
            client.close();

            assertThat(chat.outcome()).isEqualTo(Outcome.GOOD);
            assertThat(chat.console.shown()).contains("you said hello");
        }
    }

    @Test
    void moreLinesThanMayWaitAreSentAsReceiptsCome() throws Exception {
        int count = 3 * SentItems.MAX_WAITING;
        try (Chatting chat = Chatting.onAPipe("ada")) {
            for (int i = 1; i <= count; i++) {
                chat.console.type("line " + i);
            }
            chat.console.endInput();
            Peer client = chat.letIn();
            for (int i = 1; i <= count; i++) {
                client.send(echo(client.expectTagged("/say line " + i), i, "ada", "line " + i));
            }
            client.expect("/quit@quit");
            client.close();
            assertThat(chat.outcome()).isEqualTo(Outcome.GOOD);
        }
    }

    @Test
    void aPasteThatIsNotFinishedIsNotSent() throws Exception {
        try (Chatting chat = Chatting.onAPipe("ada")) {
            chat.console.type("/paste");
            chat.console.type("one");
            chat.console.endInput();
            Peer client = chat.letIn();
            client.expect("/quit@quit");
            client.close();

            assertThat(chat.outcome()).isEqualTo(Outcome.bad(WORDS.get("failures")));
            assertThat(chat.console.shown()).contains("14:02 ! " + WORDS.get("paste.unfinished"));
        }
    }

    @Test
    void linesOfAPasteWithTooManyWordsAreNotSaid() throws Exception {
        try (Chatting chat = Chatting.onAPipe("ada")) {
            for (String line : List.of("/paste mary ann", "secret", ".", "after")) {
                chat.console.type(line);
            }
            chat.console.endInput();
            Peer client = chat.letIn();
            client.send(echo(client.expectTagged("/say after"), 1, "ada", "after"));
            client.expect("/quit@quit");
            client.close();

            assertThat(chat.outcome()).isEqualTo(Outcome.bad(WORDS.get("failures")));
            assertThat(chat.console.shown()).contains("14:02 ! Write it like this: /paste [NAME]");
        }
    }
}
