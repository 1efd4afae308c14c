package chatlab.cli;

import chatlab.client.Backoff;
import chatlab.client.ChatConnection;
import chatlab.client.Connector;
import chatlab.client.LossReason;
import chatlab.client.Patience;
import chatlab.client.UserError;
import chatlab.protocol.BadLineException;
import chatlab.protocol.Event;
import chatlab.protocol.Words;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** From the first connection to the last one: reads lines, and decides what a lost connection means. Socket's thread. */
final class ConnectionLoop {
    private static final Words WORDS = new Words(ConnectionLoop.class);

    private static final Set<String> BYES_FOR_GOOD = Set.of("kicked", "replaced");

    /** A server that does not greet may be a student's own: the person does not wait long for it. */
    static final int GREETING_MILLIS = 1_000;

    private final Services services;
    private final Connector connector;
    private final Ending ending;
    private final Backoff backoff;
    private final int greetingMillis;
    private final Board board;

    private ChatConnection connection;
    private long since;
    private Talk talk;
    private boolean heard;
    private Patience patience;
    private long heardAt;

    /** Why there are no more lines; null where the server has closed. */
    private IOException trouble;

    ConnectionLoop(Services services, Connector connector, Ending ending, Backoff backoff, int greetingMillis) {
        this.services = services;
        this.connector = connector;
        this.ending = ending;
        this.backoff = backoff;
        this.greetingMillis = greetingMillis;
        this.board = services.board();
    }

    void begin(ChatConnection connection) {
        this.connection = connection;
        since = System.nanoTime();
        trouble = null;
        heard = false;
        heardAt = since;
        patience = new Patience(since, greetingMillis, services.member().wasIn());
        services.link().use(connection);
        talk = new GreetingTalk(services, connection, patience);
    }

    /** The next line of the server, or null when there will be no more. Shows what there is before it waits. */
    String nextLine() {
        while (trouble == null) {
            if (!connection.hasLine()) {
                board.show();
            }
            try {
                return readLine();
            } catch (BadLineException e) {
                board.complain(WORDS.get("bad-line"));
            } catch (SocketTimeoutException e) {
                silence();
            } catch (IOException e) {
                fail(e);
            }
        }
        return null;
    }

    private String readLine() throws IOException, BadLineException {
        connection.setTimeout(patience.millisLeft(System.nanoTime(), heardAt));
        String line = connection.readLine();
        heardAt = System.nanoTime();
        return line;
    }

    void received(String line) {
        heard = true;
        try {
            talk = talk.received(line);
        } catch (IOException e) {
            fail(e);
        }
    }

    private void silence() {
        try {
            switch (patience.at(System.nanoTime(), heardAt)) {
                case WAIT -> {}
                case ASK -> connection.send("/ping");
                case GIVE_UP -> talk.silent();
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(IOException e) {
        trouble = e;
        connection.close();
    }

    /** The next connection, after a while; null when it is over, and then the ending is told why. */
    ChatConnection comeBack() throws InterruptedException {
        services.link().down();
        if (talk instanceof RichTalk rich) {
            rich.ended();
        }
        services.sentItems().lost(connection);
        backoff.held(Duration.ofNanos(System.nanoTime() - since));
        Optional<Outcome> outcome = outcome();
        ChatConnection next = outcome.isEmpty() ? reconnect() : null;
        if (next == null) {
            end(outcome.orElseGet(() -> Outcome.bad(WORDS.get("lost.for-good"))));
        }
        return next;
    }

    /** How it ended; empty where it is to go on. */
    private Optional<Outcome> outcome() {
        if (trouble instanceof WrongServerException) {
            return Optional.of(Outcome.bad(trouble.getMessage()));
        }
        if (!(talk instanceof RichTalk) && !services.member().wasIn()) {
            return Optional.of(rawOutcome());
        }
        String code = talk instanceof RichTalk rich
                ? rich.goodbye().map(Event.Bye::code).orElse("")
                : "";
        if (BYES_FOR_GOOD.contains(code)) {
            return Optional.of(Outcome.bad(WORDS.get("bye." + code)));
        } else if (ending.isLeaving() || code.equals("quit")) {
            return Optional.of(Outcome.GOOD);
        } else if (!services.member().wasIn()) {
            return Optional.of(Outcome.bad(LossReason.beforeWelcome()));
        } else if (ending.hasInputEnded()) {
            return Optional.of(Outcome.bad(WORDS.get("lost.for-good")));
        }
        return Optional.empty();
    }

    private Outcome rawOutcome() {
        if (ending.isLeaving()) {
            return Outcome.GOOD;
        } else if (trouble != null) {
            return Outcome.bad(WORDS.get("lost.raw", reason()));
        } else if (!heard) {
            return Outcome.bad(LossReason.beforeGreeting());
        }
        board.tell("closed");
        return Outcome.GOOD;
    }

    private ChatConnection reconnect() throws InterruptedException {
        String news = LossReason.sentence(reason());
        while (!ending.isOver() && !ending.hasInputEnded()) {
            boolean slow = backoff.isSlow();
            long millis = backoff.nextMillis();
            if (!slow) {
                board.complain(news + " " + WORDS.get("lost.again", Math.max(1, Math.round(millis / 1000.0))));
                board.show();
            }
            if (ending.await(millis)) {
                return null;
            }
            try {
                return connector.open();
            } catch (UserError e) {
                news = WORDS.get("lost.still");
            }
        }
        return null;
    }

    private void end(Outcome outcome) {
        if (talk instanceof RichTalk rich) {
            rich.close();
        }
        services.sentItems().giveUp().forEach(sent -> board.complain(ArrivalLines.undelivered(sent)));
        board.show();
        ending.end(outcome);
    }

    private String reason() {
        return LossReason.of(trouble, Optional.empty());
    }
}
