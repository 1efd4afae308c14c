package chatlab.swing.net;

import static chatlab.swing.net.Chatting.ADA;
import static chatlab.swing.net.Chatting.GREETING;
import static chatlab.swing.net.Chatting.HELLO;
import static chatlab.swing.net.Chatting.msg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Endpoint;
import chatlab.protocol.testing.Peer;
import chatlab.swing.model.Status;
import chatlab.swing.net.WorkingThread.Doing;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JoiningTest {
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
    void isGreetedIntroducesItselfAndTalks() throws Exception {
        chat.join();
        Peer client = chat.server.accept();
        client.send(GREETING);
        client.expectMatch(ADA);
        client.send(HELLO);
        client.skipTo("/history.*");
        chat.awaitStatus(Status.Joined.class);

        chat.say("hello", client);
        client.send("PING :are you there?");
        client.skipTo("/pong are you there\\?");
    }

    @Test
    void linesMayComeInPieces() throws Exception {
        chat.join();
        Peer client = chat.server.accept();
        client.sendRaw(GREETING.substring(0, 9));
        client.sendRaw(GREETING.substring(9) + "\r");
        client.sendRaw("\n");
        client.expectMatch(ADA);
        client.sendRaw(HELLO + "\nPI");
        chat.awaitStatus(Status.Joined.class);
        client.sendRaw("NG :both halves\nPING :the next");
        client.skipTo("/pong both halves");
        client.sendRaw(" one\n");
        client.skipTo("/pong the next one");
    }

    @Test
    void unreadableLineIsLeftOut() throws Exception {
        Peer client = chat.letIn();
        client.sendRaw("PING :\u00ff\n" + "x".repeat(10_000) + "\n");
        client.send("PING :all right");
        client.skipTo("/pong all right");
    }

    @Test
    void closedPortIsSaidInWords() throws Exception {
        chat.server.stopListening();
        chat.join();
        assertThat(chat.awaitStatus(Status.Ended.class).words())
                .startsWith("No program listens at 127.0.0.1:" + chat.server.port());
    }

    @Test
    void saysThatThereIsNoSuchComputer() throws Exception {
        chat.run(() -> chat.session.join(new Endpoint("no-such-computer.invalid", 8081), "ada"));
        assertThat(chat.awaitStatus(Status.Ended.class).words()).contains("no-such-computer.invalid");
    }

    @Test
    void saysThatItIsAWebServer() throws Exception {
        chat.join();
        Peer web = chat.server.accept();
        web.send("HTTP/1.1 400 Bad Request");
        web.expectEnd();
        chat.awaitEnd("A web server listens there, and not a chat server. Check the port.");
    }

    @Test
    void saysThatItIsNotAChatServer() throws Exception {
        chat.join();
        Peer other = chat.server.accept();
        other.send("SSH-2.0-OpenSSH_9.2");
        other.expectEnd();
        chat.awaitEnd(
                "The program that listens there is not a chat server: it says \"SSH-2.0-OpenSSH_9.2\". Check the port.");
    }

    @Test
    void missingGreetingIsSaidInWords() throws Exception {
        try (Chatting hasty = Chatting.withoutPatience()) {
            hasty.join();
            hasty.server.accept().expectEnd();
            hasty.awaitEnd("The program that listens there does not greet like a chat server. Check the port.");
        }
    }

    @Test
    void saysThatItWasClosedWithoutAWord() throws Exception {
        chat.join();
        chat.server.accept().close();
        chat.awaitEnd("The server has closed the connection without a word. "
                + "Check the port, and check that a chat server listens there.");
    }

    @Test
    void saysThatItWasNotLetIn() throws Exception {
        chat.join();
        Peer client = chat.server.accept();
        client.send(GREETING);
        client.expectMatch(ADA);
        client.close();
        chat.awaitEnd("The server has closed the connection before it let you in.");
    }

    @Test
    void canJoinAfterAFailure() throws Exception {
        chat.join();
        chat.server.accept().close();
        chat.awaitStatus(Status.Ended.class);
        Peer client = chat.letIn();
        client.send(msg(1, "hi"));
        chat.say("hi", client);
    }

    @Test
    void personWithoutANameIsNotBroughtBack() throws Exception {
        chat.join();
        Peer client = chat.server.accept();
        client.send(GREETING);
        client.expectMatch(ADA);
        client.send(HELLO.replace("you=ada", "you=guest1"), "ERR code=name-taken :Taken.");
        chat.awaitStatus(Status.NameRefused.class);
        client.close();
        chat.awaitEnd("Connection lost (the server has closed it).");
    }

    @Test
    void connectionCutOffBeforeTheGreetingHasFailed() throws Exception {
        chat.join();
        Peer client = chat.server.accept();
        await().until(() -> chat.get(chat.session::reader)
                .map(WorkingThread::doing)
                .equals(Optional.of(Doing.READING))); // sooner, it would cut off the connecting
        client.reset();
        assertThat(chat.awaitStatus(Status.Ended.class).words())
                .startsWith("The server has closed the connection without a word.");
    }
}
