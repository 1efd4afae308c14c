package chatlab.cli;

import chatlab.client.Connector;
import chatlab.protocol.Endpoint;
import chatlab.protocol.testing.Background;
import chatlab.protocol.testing.HangLimit;
import chatlab.protocol.testing.Peer;
import chatlab.protocol.testing.ScriptedServer;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client that runs against a scripted server, with a console in the hands of the test. */
final class Chatting implements Closeable {
    static final String GREETING = "* CHAT/1 Room 12. You are guest1. Type to talk; /help for commands.";
    static final String AT = "at=2026-11-20T14:02:00.000Z";

    final TestConsole console;
    final ScriptedServer server;
    private final CompletableFuture<Outcome> outcome;

    private Chatting(boolean interactive, String name, String host, int greetingMillis) throws IOException {
        this.console = new TestConsole(interactive);
        this.server = ScriptedServer.start(0);
        Connector connector = new Connector(new Endpoint(host, server.port()));
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T14:02:30Z"), ZoneOffset.UTC);
        ChatClient client = new ChatClient(console, new Names(), connector, name, clock, greetingMillis);
        this.outcome = Background.run(() -> client.run(connector.open()));
    }

    static Chatting onATerminal(String name) throws IOException {
        return new Chatting(true, name, "127.0.0.1", HangLimit.MILLIS);
    }

    /** The client hardly waits for a greeting. */
    static Chatting onATerminalWithoutPatience(String name) throws IOException {
        return new Chatting(true, name, "127.0.0.1", 1);
    }

    /** As ada, at an address by which others could reach the server, too, as far as the client can tell. */
    static Chatting asOthersReachIt() throws IOException {
        return new Chatting(true, "ada", "::ffff:127.0.0.1", HangLimit.MILLIS); // Java connects with 127.0.0.1
    }

    static Chatting onAPipe(String name) throws IOException {
        return new Chatting(false, name, "127.0.0.1", HangLimit.MILLIS);
    }

    /** The client hardly waits for a greeting. */
    static Chatting onAPipeWithoutPatience(String name) throws IOException {
        return new Chatting(false, name, "127.0.0.1", 1);
    }

    static String hello(String run, String you) {
        return "HELLO proto=1 server=chatlab/0.1 run=" + run + " you=" + you + " token=t-" + you
                + " room=lobby ping=60 line=4096 paste=500 :Room 12";
    }

    static String msg(long id, String from, String text) {
        return "MSG room=lobby from=" + from + " id=" + id + " " + AT + " :" + text;
    }

    static String old(long id, String from, String text) {
        return "MSG room=lobby from=" + from + " id=" + id + " " + AT + " old=1 :" + text;
    }

    static String echo(String tag, long id, String from, String text) {
        return "MSG room=lobby from=" + from + " id=" + id + " " + AT + " re=" + tag + " :" + text;
    }

    /** Lets the client in as ada, with an empty history, and returns the server's end. */
    Peer letIn() throws IOException {
        Peer client = greet("/proto 1 ada", hello("r1", "ada"));
        history(client, "/history");
        return client;
    }

    Peer greet(String introduction, String... answer) throws IOException {
        Peer client = server.accept();
        client.send(GREETING);
        client.expect(introduction);
        client.send(answer);
        return client;
    }

    /** Expects what a client asks after HELLO and tells it this history. */
    static void history(Peer client, String question, String... messages) throws IOException {
        historyOf("lobby", client, question, messages);
    }

    /** The same in another room than the lobby. */
    static void historyOf(String room, Peer client, String question, String... messages) throws IOException {
        String who = client.expectTagged("/who");
        client.send("WHO name=ada room=" + room + " state=-", "END re=" + who);
        String tag = client.expectTagged(question);
        if (messages.length > 0) {
            client.send(messages);
        }
        client.send("END re=" + tag);
    }

    /** How the client ended; fails if it does not end soon. */
    Outcome outcome() throws InterruptedException, ExecutionException, TimeoutException {
        return outcome.get(HangLimit.SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        console.type("/quit");
        console.endInput();
        server.close();
        outcome.orTimeout(HangLimit.SECONDS, TimeUnit.SECONDS).join();
    }
}
