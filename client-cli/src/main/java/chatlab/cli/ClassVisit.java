package chatlab.cli;

import chatlab.client.ChatConnection;
import chatlab.client.FirstLine;
import chatlab.client.LossReason;
import chatlab.protocol.BadLineException;
import chatlab.protocol.ClassroomCommand.Did;
import chatlab.protocol.ClassroomCommand.Predictions;
import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import chatlab.protocol.CourseQuestion;
import chatlab.protocol.EndlessLineException;
import chatlab.protocol.Event;
import chatlab.protocol.Text;
import chatlab.tutorials.ClassServer;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A visit to a server about the course: its first line is {@code class}, so that nobody enters ({@code protocol/README.md}, "The course in
 * class"). For one thread; any thread may close it.
 */
final class ClassVisit implements ClassServer.Visit {
    /** How long the server may take for an answer, milliseconds: it obeys two lines a second. */
    private static final int ANSWER_MILLIS = 5000;

    /** A server that is there sends PING in less time than this, milliseconds. */
    private static final int SILENCE_MILLIS = 130_000;

    private final ChatConnection connection;
    private final Event.Hello hello;
    private final int answerMillis;

    /** The tag of the last command. */
    private int tag;

    private ClassVisit(ChatConnection connection, Event.Hello hello, int answerMillis) {
        this.connection = connection;
        this.hello = hello;
        this.answerMillis = answerMillis;
    }

    /** Introduces itself, over a connection from which nothing was read. */
    static ClassVisit begin(ChatConnection connection) throws IOException {
        return begin(connection, ANSWER_MILLIS);
    }

    /** @param answerMillis how long the server may take for an answer; this, and each report, takes twice as long at most */
    static ClassVisit begin(ChatConnection connection, int answerMillis) throws IOException {
        Future<?> end = limit(connection, answerMillis);
        try {
            return new ClassVisit(connection, introduce(connection), answerMillis);
        } finally {
            end.cancel(false);
        }
    }

    /** A limit of the socket alone is no limit: each byte that arrives begins it anew. */
    private static Future<?> limit(ChatConnection connection, int answerMillis) throws IOException {
        connection.setTimeout(answerMillis);
        return CompletableFuture.runAsync(
                connection::close, CompletableFuture.delayedExecutor(2L * answerMillis, TimeUnit.MILLISECONDS));
    }

    private static Event.Hello introduce(ChatConnection connection) throws IOException {
        String first = line(new Predictions(new CourseQuestion(1)), "");
        // at once: a silent client enters after a while. With CR, web servers answer, too
        connection.send(first + "\r");
        awaitGreeting(connection);
        connection.send(line(new Command.Proto(1, "", ""), ""));
        while (true) {
            Optional<Event> event = Event.parse(readLine(connection));
            if (event.isPresent() && event.get() instanceof Event.Hello hello) {
                return hello;
            }
        }
    }

    private static void awaitGreeting(ChatConnection connection) throws IOException {
        String line;
        try {
            line = connection.readLine();
        } catch (BadLineException | EndlessLineException e) {
            line = "";
        } catch (IOException e) { // a chat server that ends resets the connection
            boolean silent = e instanceof SocketTimeoutException || connection.isClosed();
            throw silent ? new ClassServer.OtherProgramException(LossReason.withoutGreeting()) : e;
        }
        if (line == null) {
            // a chat server to which too many clients connect at once closes like this, too
            throw new IOException(LossReason.beforeGreeting());
        }
        FirstLine first = FirstLine.of(line);
        if (first.kind() == FirstLine.Kind.REFUSAL) {
            throw new IOException(first.complaint()); // the chat server may be full for a moment
        } else if (!first.isGreeting()) {
            throw new ClassServer.OtherProgramException(first.complaint());
        }
    }

    @Override
    public String title() {
        return Text.clean(hello.title());
    }

    @Override
    public String run() {
        return hello.run();
    }

    @Override
    public Optional<String> report(Did done) throws IOException {
        Future<?> end = limit(connection, answerMillis);
        try {
            String expected = "r" + ++tag;
            connection.send(line(done, expected));
            return answer(expected);
        } finally {
            end.cancel(false);
        }
    }

    private Optional<String> answer(String expected) throws IOException {
        while (true) {
            Event event = next();
            if (event instanceof Event.Ok ok && ok.re().equals(expected)) {
                return Optional.empty();
            } else if (event instanceof Event.Err err && err.re().equals(expected)) {
                return Optional.of(Text.clean(err.words()));
            }
        }
    }

    @Override
    public void watch(CourseQuestion question, Consumer<ClassroomEvent.Predictions> news) throws IOException {
        connection.send(line(new Predictions(question), ""));
        connection.setTimeout(SILENCE_MILLIS);
        while (true) {
            Event event = next();
            if (event instanceof ClassroomEvent.Predictions now
                    && now.question().equals(question)) {
                news.accept(now);
            } else if (event instanceof Event.Ping ping) {
                connection.send(line(new Command.Pong(ping.text()), ""));
            }
        }
    }

    /** The next event. A line that is none, which a later server may send, is passed over. */
    private Event next() throws IOException {
        while (true) {
            Optional<Event> event = Event.parse(readLine(connection));
            if (event.isPresent()) {
                return event.get();
            }
        }
    }

    private static String readLine(ChatConnection connection) throws IOException {
        try {
            String line = connection.readLine();
            if (line == null) {
                throw new IOException("closed by the server");
            }
            return line;
        } catch (BadLineException e) {
            throw new IOException("no line of text", e);
        }
    }

    private static String line(Command command, String tag) {
        return new ClientLine(command, tag).print();
    }

    @Override
    public void close() {
        connection.close();
    }
}
