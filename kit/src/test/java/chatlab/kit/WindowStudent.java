package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Endpoint;
import chatlab.protocol.testing.HangLimit;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.ClassState;
import chatlab.swing.model.ConversationTranscript;
import chatlab.swing.model.Entry;
import chatlab.swing.model.Status;
import chatlab.swing.net.ChatSession;
import chatlab.swing.net.Probe;
import java.awt.EventQueue;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A student at the window's client, without the window itself: its model and its connection, behind a cable, in this process. */
final class WindowStudent extends Student {
    private final Cable cable;
    private final Chat chat = new Chat(Clock.systemUTC());
    private final SeenLines handled;
    private final SeenLines screen;
    private ChatSession session;
    private Actions actions;

    /** The transcript of the room, and up to which entry {@link #screen} has it. For the event dispatch thread. */
    private ConversationTranscript transcript;

    private long next;

    private WindowStudent(String name, Cable cable) {
        super(name);
        this.cable = cable;
        this.handled = new SeenLines(name);
        this.screen = new SeenLines("the window of " + name);
    }

    static WindowStudent join(int port, String name) throws Exception {
        WindowStudent student = new WindowStudent(name, new Cable(port, name));
        student.run(() -> {
            student.session = new ChatSession(student.chat, student::look);
            student.actions = new Actions(student.chat, student.session, student::look);
            student.session.watch(new Probe() {
                @Override
                public void handled(String line) {
                    student.handled.add(line);
                }
            });
            student.session.join(new Endpoint("127.0.0.1", student.cable.port()), name);
        });
        student.awaits(chat -> chat.status() instanceof Status.Joined);
        return student;
    }

    /** Copies the new entries of the room. */
    private void look() {
        ConversationTranscript now = chat.conversations().get(0).transcript();
        if (now != transcript) {
            transcript = now;
            next = now.first();
        }
        for (next = Math.max(next, now.first()); next < now.end(); next++) {
            line(now.get(next)).ifPresent(screen::add);
        }
    }

    private static Optional<String> line(Entry entry) {
        if (entry instanceof Entry.Said said) {
            return Optional.of("<" + said.from() + "> " + String.join("|", said.lines()));
        } else if (entry instanceof Entry.Notice notice) {
            return Optional.of((notice.tone() == Entry.Tone.ERROR ? "! " : "* ") + notice.text());
        }
        return Optional.empty();
    }

    /** What stands in the room now. */
    List<String> shown() throws Exception {
        return get(() -> {
            List<String> lines = new ArrayList<>();
            ConversationTranscript room = chat.conversations().get(0).transcript();
            for (long i = room.first(); i < room.end(); i++) {
                line(room.get(i)).ifPresent(lines::add);
            }
            return lines;
        });
    }

    /** Waits until the window would show this. */
    void awaits(Predicate<Chat> state) {
        await().until(() -> get(() -> state.test(chat)));
    }

    /** To be looked at when nothing of it changes. */
    ClassState classState() throws Exception {
        return get(chat::classState);
    }

    /** Skips to these words in the room. */
    void reads(String words) throws Exception {
        screen.expect(words);
    }

    @Override
    void type(String line) throws Exception {
        assertThat(typed(line)).as("%s may type %s", name(), line).isTrue();
    }

    private boolean typed(String line) throws Exception {
        return get(() -> actions.typed(chat.conversations().get(0), line));
    }

    @Override
    void hears(String words, String event) throws Exception {
        handled.expect(event);
        if (words.startsWith("<")) {
            reads(words);
        }
    }

    @Override
    void wasTold(String words, String event) throws Exception {
        handled.await(1, event);
    }

    @Override
    void isRefused(String line, String code) throws Exception {
        if (typed(line)) {
            handled.expect("ERR re=\\S+ code=" + code + " :.*");
            reads("! .*");
        }
    }

    @Override
    List<String> received() {
        return handled.all();
    }

    @Override
    void sawRemoved(String author, long id, String text) throws Exception {
        hears("", "GONE id=\\d+ room=lobby of=" + id + " from=" + author + " by=ada at=.*");
        await().untilAsserted(() -> assertThat(shown())
                .contains("<" + author + "> Message removed by ada")
                .noneMatch(line -> line.contains(text)));
    }

    /** The connection breaks, as where a laptop is closed. */
    void sleeps() throws Exception {
        cable.pullOut();
        losesTheServer();
    }

    void wakes() throws Exception {
        cable.putIn();
        comesBack(0);
    }

    @Override
    void losesTheServer() throws Exception {
        reads("! .*Connection lost .*");
    }

    @Override
    void comesBack(int port) throws Exception {
        reads("\\* Back again\\. .*");
        awaits(now -> now.status() instanceof Status.Joined && now.me().equals(name()));
    }

    private void run(Runnable action) throws Exception {
        get(() -> {
            action.run();
            return null;
        });
    }

    private static <T> T get(Callable<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question);
        EventQueue.invokeLater(task);
        return task.get(HangLimit.SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        EventQueue.invokeLater(session::close);
        cable.close();
    }
}
