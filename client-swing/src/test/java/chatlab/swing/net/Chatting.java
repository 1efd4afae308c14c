package chatlab.swing.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.client.Backoff;
import chatlab.client.Patience;
import chatlab.protocol.Endpoint;
import chatlab.protocol.testing.HangLimit;
import chatlab.protocol.testing.Peer;
import chatlab.protocol.testing.ScriptedServer;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Entry;
import chatlab.swing.model.Status;
import java.awt.EventQueue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

/** A session with a scripted server. What is asked of the session is asked on the event dispatch thread. */
final class Chatting implements AutoCloseable {
    static final String GREETING = "* CHAT/1 Room 12. You are guest1. Type to talk; /help for commands.";
    static final String HELLO =
            "HELLO proto=1 server=test run=r1 you=ada token=t-ada room=lobby ping=60 line=4096 paste=500 :Room 12";

    /** The introduction of ada. */
    static final String ADA = "/proto(@\\S+)? 1 ada";

    static final String ADA_AGAIN = ADA + " t-ada";

    /** Longer than any test waits. */
    static final Duration LONG_PAUSE = Duration.ofMinutes(10);

    private static final String AT = "at=2026-11-20T14:02:00.000Z";

    final ScriptedServer server;
    final TestClock clock = new TestClock();
    final Chat chat = new Chat(clock);
    final ChatSession session;

    /** For each attempt to connect, whether the session knew the server. For the event dispatch thread only. */
    final List<Boolean> known = new ArrayList<>();

    /** The session comes back after a quarter of a second, then half a second, then a whole one. */
    Chatting() throws Exception {
        this(0, HangLimit.MILLIS);
    }

    private Chatting(int moreMillis, int greetingMillis) throws Exception {
        server = ScriptedServer.start(0);
        session = get(() ->
                new ChatSession(chat, this::changed, () -> backoff(moreMillis), known -> begin(greetingMillis, known)));
    }

    /** The session does not come back by itself while a test runs. */
    static Chatting withLongPauses() throws Exception {
        return new Chatting((int) LONG_PAUSE.toMillis(), HangLimit.MILLIS);
    }

    /** The session hardly waits for a greeting. */
    static Chatting withoutPatience() throws Exception {
        return new Chatting(0, 1);
    }

    private Patience begin(int greetingMillis, boolean isKnown) {
        known.add(isKnown);
        return new Patience(System.nanoTime(), greetingMillis, isKnown);
    }

    private static Backoff backoff(int moreMillis) {
        return new Backoff(new Random() {
            private static final long serialVersionUID = 1;

            @Override
            public int nextInt(int bound) {
                return moreMillis;
            }
        });
    }

    static String msg(long id, String text) {
        return "MSG room=lobby from=bob id=" + id + " " + AT + " :" + text;
    }

    private void changed() {
        if (!EventQueue.isDispatchThread()) {
            clock.strangers.add(new Throwable("the views are told of changes on " + Thread.currentThread()));
        }
    }

    void join() throws Exception {
        join(server.port());
    }

    void join(int port) throws Exception {
        run(() -> session.join(new Endpoint("127.0.0.1", port), "ada"));
    }

    /** Joins, and is let in as ada. */
    Peer letIn() throws Exception {
        join();
        return letIn(server, ADA, HELLO);
    }

    /** The next connection is ada's again, and is let in. */
    Peer letInAgain() throws Exception {
        return letIn(server, ADA_AGAIN, HELLO);
    }

    /** The next connection is greeted, introduces itself so, is answered, and has its questions answered. */
    Peer letIn(ScriptedServer server, String introduction, String hello) throws Exception {
        Peer client = server.accept();
        client.send(GREETING);
        client.expectMatch(introduction);
        client.send(hello);
        awaitStatus(Status.Joined.class);
        answerQuestions(client);
        client.send("PING :settled");
        client.skipTo("/pong settled");
        return client;
    }

    /** Answers that no other person is there and that nothing was said. */
    static void answerQuestions(Peer client) throws IOException {
        for (String verb : List.of("who", "history")) {
            String question = client.skipTo("/" + verb + "@.*");
            client.send("END re=" + question.split("[@ ]")[1]);
        }
    }

    /** ada says something, which the server hears. */
    void say(String text, Peer client) throws Exception {
        run(() -> session.send(List.of("/say " + text)));
        client.skipTo("/say " + text);
    }

    <T extends Status> T awaitStatus(Class<T> kind) {
        await().until(() -> kind.isInstance(get(chat::status)));
        return kind.cast(unchecked(chat::status));
    }

    void awaitEnd(String words) {
        assertThat(awaitStatus(Status.Ended.class).words()).isEqualTo(words);
    }

    void awaitSaid(String text) {
        await().until(() -> get(this::said).contains(text));
    }

    /** What others said, as far as the transcript remembers it. */
    List<String> said() {
        List<String> said = new ArrayList<>();
        var transcript = chat.conversations().get(0).transcript();
        for (long n = transcript.first(); n < transcript.end(); n++) {
            if (transcript.get(n) instanceof Entry.Said entry) {
                said.addAll(entry.lines());
            }
        }
        return said;
    }

    void run(Runnable action) throws Exception {
        EventThread.run(action);
    }

    <T> T get(Callable<T> question) throws Exception {
        return EventThread.get(question);
    }

    private static <T> T unchecked(Callable<T> question) {
        try {
            return EventThread.get(question);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until neither a reader nor a writer is at work. */
    static void awaitNoThreads() {
        awaitNo("socket reader");
        awaitNo("socket writer");
    }

    static void awaitNo(String thread) {
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain(thread));
    }

    /** Also checks that no thread but the event dispatch thread has touched the chat. */
    @Override
    public void close() throws IOException {
        try {
            run(session::close);
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            server.close();
        }
        assertThat(clock.strangers).isEmpty();
    }
}
