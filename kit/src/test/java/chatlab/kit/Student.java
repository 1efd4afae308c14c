package chatlab.kit;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A student of a played lesson, at a client of one kind. The student does the same at each kind: types lines, and reads. */
abstract class Student implements Closeable {
    private String name;

    Student(String name) {
        this.name = name;
    }

    final String name() {
        return name;
    }

    final void isCalled(String now) {
        name = now;
    }

    /** Types a line and presses Enter. */
    abstract void type(String line) throws Exception;

    /**
     * Skips to this news: a person reads these words, or a program gets this event; both are regular expressions for a whole
     * line.
     */
    abstract void hears(String words, String event) throws Exception;

    /** Waits until this news has come at any time; a client that tells it to a person in other words is only looked at on its wire. */
    abstract void wasTold(String words, String event) throws Exception;

    /** Types what is refused with this code: by the client already, or else by the server. */
    abstract void isRefused(String line, String code) throws Exception;

    /** All lines that the server has sent on the connections until now. */
    abstract List<String> received();

    /** The message is taken from the screen as far as this kind of client can do that; its person is told. */
    abstract void sawRemoved(String author, long id, String text) throws Exception;

    /** Waits until the client has noticed that the server has gone without a goodbye. */
    abstract void losesTheServer() throws Exception;

    /** Waits until the client, which may need its person for that, is back in the room with its name. */
    abstract void comesBack(int port) throws Exception;

    final void hearsSaid(String from, String text) throws Exception {
        hears("<" + from + "> " + text, "MSG room=lobby from=" + from + " .*:" + text);
    }

    /** How often the server has told this. */
    final long timesTold(String words, String event) {
        return received().stream()
                .filter(line -> line.matches(words) || line.matches(event))
                .count();
    }

    /** The lines of the server before the first one like this. */
    final List<String> receivedBefore(String words, String event) {
        List<String> before = new ArrayList<>();
        for (String line : received()) {
            if (line.matches(words) || line.matches(event)) {
                return before;
            }
            before.add(line);
        }
        throw new AssertionError(name + " was never told: " + words);
    }

    @Override
    public abstract void close() throws IOException;

    @Override
    public String toString() {
        return name;
    }
}
