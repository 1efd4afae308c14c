package chatlab.swing.net;

import static chatlab.swing.net.Chatting.ADA_AGAIN;
import static chatlab.swing.net.Chatting.HELLO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.Peer;
import chatlab.protocol.testing.ScriptedServer;
import chatlab.swing.model.Status;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection was lost, and the pauses before the next attempts are short. */
class ComingBackTest {
    private Chatting chat;

    @BeforeEach
    void start() throws Exception {
        chat = new Chatting();
    }

    @AfterEach
    void noThreadIsLeftBehind() throws Exception {
        chat.close();
        Chatting.awaitNoThreads();
    }

    @Test
    void comesBackByItselfAndTakesItsNameBack() throws Exception {
        chat.letIn().close();
        Peer client = chat.letInAgain();
        chat.say("back again", client);
    }

    @Test
    void triesAgainUntilTheServerIsThere() throws Exception {
        Peer client = chat.letIn();
        chat.server.stopListening();
        client.close();
        await().until(() -> chat.get(chat.chat::status) instanceof Status.Lost lost
                && lost.words().startsWith("Still"));

        try (ScriptedServer next = ScriptedServer.start(chat.server.port())) {
            chat.letIn(next, ADA_AGAIN, HELLO.replace("run=r1", "run=r2"));
        }
    }

    @Test
    void goesOnTryingWhereAnotherServerIsFoundMeanwhile() throws Exception {
        chat.letIn().close();
        Peer web = chat.server.accept();
        web.send("HTTP/1.1 503 Wait a little");
        web.expectEnd();
        chat.letInAgain();
    }

    @Test
    void knowsTheServerThatHasLetItIn() throws Exception {
        chat.letIn().close();
        chat.letInAgain();
        assertThat(chat.get(() -> List.copyOf(chat.known))).containsExactly(false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kicked", "replaced", "quit"})
    void doesNotComeBackAfter(String code) throws Exception {
        Peer client = chat.letIn();
        client.send("BYE code=" + code + " :Goodbye.");
        client.close();
        chat.awaitStatus(Status.Ended.class);
        Chatting.awaitNoThreads();
    }

    @Test
    void joinsAgainAfterAKickWhenTheUserAsksForIt() throws Exception {
        Peer client = chat.letIn();
        client.send("BYE code=kicked :The instructor has sent you away.");
        client.close();
        chat.awaitStatus(Status.Ended.class);
        chat.run(chat.session::joinAgain);
        Peer again = chat.letInAgain();
        chat.say("back again", again);
        again.close();
        chat.letInAgain();
    }

    @Test
    void refusedAttemptToJoinAgainIsNotRepeated() throws Exception {
        Peer client = chat.letIn();
        client.send("BYE code=kicked :The instructor has sent you away.");
        client.close();
        chat.awaitStatus(Status.Ended.class);
        chat.join(); // as from the first page: the same server, and the same person
        Peer again = chat.server.accept();
        again.send("* The instructor refuses connections from your address.");
        chat.awaitEnd("The server does not let you in: The instructor refuses connections from your address.");
    }

    @Test
    void comesBackAfterAShutdown() throws Exception {
        Peer client = chat.letIn();
        client.send("BYE code=shutdown :The server ends.");
        client.close();
        chat.letInAgain();
    }
}
