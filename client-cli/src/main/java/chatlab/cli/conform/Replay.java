package chatlab.cli.conform;

import chatlab.cli.conform.SpecSessions.Session;
import chatlab.cli.conform.SpecSessions.Step;
import chatlab.protocol.BadLineException;
import chatlab.protocol.Chat1;
import chatlab.protocol.EndlessLineException;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.EventLine;
import chatlab.protocol.Utf8;
import chatlab.protocol.Words;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays one session against a server, step by step, with a connection for each of its clients. One thread uses it. */
public final class Replay implements Closeable {
    private static final Words WORDS = new Words(Replay.class);
    private static final String ROW = "    ";
    private static final String END = "the end";
    private static final Pattern GUEST = Pattern.compile("\\bguest\\d+");

    /** These events tell of people; all others are for the client alone that gets them. */
    private static final Set<String> NEWS =
            Set.of("MSG", "JOIN", "LEAVE", "NICK", "WHO", "NOTE", "HAND", "POLL", "TIMER");

    /** So many lines about other people may come between two lines of a session. */
    private static final int OTHERS = 1_000;

    /** Opens connections to the server under test. */
    public interface Dialing {
        Socket open() throws IOException;
    }

    private final Session session;
    private final Dialing server;
    private final Duration patience;
    private final Strictness strictness;
    private final Packets packets;
    private final Traffic traffic = new Traffic();
    private final Map<String, Client> clients = new LinkedHashMap<>();
    private final Map<String, String> remembered = new HashMap<>();
    private final LineComparison comparison;
    private int opened;

    private static final class Client {
        private final TestedConnection connection;
        private String said = "";
        private boolean inNotice;

        Client(TestedConnection connection) {
            this.connection = connection;
        }
    }

    /** Waits for each line as long as {@code patience}. */
    public Replay(Session session, Dialing server, Duration patience, Strictness strictness) {
        this(session, server, patience, strictness, Packets.LINES);
    }

    Replay(Session session, Dialing server, Duration patience, Strictness strictness, Packets packets) {
        this.session = session;
        this.server = server;
        this.patience = patience;
        this.strictness = strictness;
        this.packets = packets;
        Set<String> people = new HashSet<>();
        session.steps().forEach(step -> people.add(step.who()));
        this.comparison = new LineComparison(people, remembered);
    }

    /** Plays the session up to its end, or to the first step in which the server does something else. */
    public Finding play() {
        try {
            for (Step step : session.steps()) {
                play(step);
            }
            expectNothingElse();
            return Finding.met(session.heading(), session.title());
        } catch (BrokenRuleException e) {
            return notMet(e.getMessage(), e.details());
        } catch (IOException e) {
            return notMet(ServerRule.CONNECTS.sentence(), List.of(WORDS.get("trouble", e.toString())));
        }
    }

    private Finding notMet(String rule, List<String> details) {
        List<String> all = new ArrayList<>(List.of(rule));
        all.addAll(details);
        all.add(WORDS.get("bytes"));
        traffic.lines().forEach(line -> all.add("  " + line));
        return new Finding(Finding.Outcome.NOT_MET, session.heading(), session.title(), all);
    }

    private void play(Step step) throws IOException, BrokenRuleException {
        Client client = client(step.who());
        switch (step.kind()) {
            case SENDS -> send(client, step.filled(remembered));
            case RECEIVES -> expect(client, step);
            case HANGS_UP -> close(step.who());
            case IS_CLOSED -> {
                String line = receive(client, step);
                if (line != null) {
                    throw broken(ServerRule.NOT_CLOSED, step, line);
                }
                close(step.who());
            }
            default -> throw new AssertionError(step);
        }
    }

    private Client client(String who) throws IOException {
        Client client = clients.get(who);
        if (client == null) {
            client = new Client(new TestedConnection(server.open(), who, traffic, Chat1.SERVER_LINE));
            clients.put(who, client);
            opened++;
        }
        return client;
    }

    private void close(String who) throws IOException {
        clients.remove(who).connection.close();
        traffic.note(who + " hangs up");
    }

    private void send(Client client, String line) throws IOException {
        client.said = line;
        try {
            switch (packets) {
                case LINES -> client.connection.send(Utf8.encode(line + "\n"));
                case SINGLE_BYTES -> client.connection.sendSingly(Utf8.encode(line + "\n"));
                case LATIN_1 -> client.connection.send((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
                default -> throw new AssertionError(packets);
            }
        } catch (SocketException e) {
            traffic.note(e.getMessage()); // the next line is missing, too, and the session says which
        }
    }

    private void expect(Client client, Step step) throws IOException, BrokenRuleException {
        if (strictness != Strictness.EXACT && step.text().equals(ROW + "…")) {
            return; // the rows of a notice are as many as its wording needs
        }
        for (int others = 0; others < OTHERS; others++) {
            String line = receive(client, step);
            if (line == null) {
                throw broken(ServerRule.CLOSED, step, WORDS.get("closed"));
            }
            Optional<ServerRule> broken = broken(client, step, line);
            if (broken.isEmpty()) {
                learnGuest(line);
                return;
            } else if (!isAboutOthers(line)) {
                throw broken(broken.get(), step, line);
            }
        }
        throw broken(ServerRule.MORE, step, WORDS.get("flood"));
    }

    private Optional<ServerRule> broken(Client client, Step step, String line) {
        if (strictness == Strictness.EXACT) {
            return step.matches(line, remembered) ? Optional.empty() : Optional.of(ServerRule.OTHER_LINE);
        }
        return comparison.broken(step, line, client.said);
    }

    /** A server in use gives other guests' numbers: {@code {guesta}} is the first guest's number that the session sees. */
    private void learnGuest(String line) {
        Matcher guest = GUEST.matcher(line);
        if (line.startsWith("* CHAT/1 ") && guest.find()) {
            remembered.putIfAbsent("guest" + (char) ('a' + opened - 1), guest.group());
        }
    }

    private boolean isAboutOthers(String line) {
        boolean news =
                EventLine.parse(line).map(event -> NEWS.contains(event.verb())).orElse(!line.startsWith("! "));
        return strictness == Strictness.AMONG_OTHERS && news && !comparison.isAboutPeople(line);
    }

    /** The next line, without the rows of a notice; null at the end of the connection. */
    private String receive(Client client, Step step) throws IOException, BrokenRuleException {
        try {
            for (int rows = 0; rows < OTHERS; rows++) {
                String line = client.connection.receive(patience);
                boolean isRow = line != null && line.startsWith(ROW);
                if (strictness == Strictness.EXACT || !isRow || !client.inNotice) {
                    client.inNotice = line != null && line.matches("[*!] .*");
                    return line;
                }
            }
            throw broken(ServerRule.MORE, step, WORDS.get("flood"));
        } catch (SocketTimeoutException e) {
            boolean isGreeting = step.text().startsWith("* CHAT/1 ");
            throw broken(isGreeting ? ServerRule.GREETING : ServerRule.SILENCE, step, WORDS.get("nothing", seconds()));
        } catch (EndlessLineException e) {
            throw broken(ServerRule.LENGTH, step, e.getMessage());
        } catch (BadLineException e) {
            boolean tooLong = e.code() == ErrorCode.TOO_LONG;
            throw broken(tooLong ? ServerRule.LENGTH : ServerRule.UTF_8, step, WORDS.get("bad-line"));
        }
    }

    private String seconds() {
        return String.valueOf(patience.toMillis() / 1000.0).replaceFirst("\\.0$", "");
    }

    /** A session shows every line: the next line that each client receives answers its next question. */
    private void expectNothingElse() throws IOException, BrokenRuleException {
        for (Map.Entry<String, Client> entry : clients.entrySet()) {
            send(entry.getValue(), "/ping " + END);
            Step pong = new Step(SpecSessions.Kind.RECEIVES, entry.getKey(), "PONG :" + END);
            expectPong(entry.getValue(), pong);
        }
    }

    private void expectPong(Client client, Step pong) throws IOException, BrokenRuleException {
        String line = receive(client, pong);
        for (int others = 0; line != null && others < OTHERS; others++) {
            if (line.matches("PONG .*:" + END + "|\\* .*" + END + ".*")) {
                return;
            } else if (!isAboutOthers(line)) {
                break;
            }
            line = receive(client, pong);
        }
        throw broken(ServerRule.MORE, pong, line == null ? WORDS.get("closed") : line);
    }

    private BrokenRuleException broken(ServerRule rule, Step step, String came) {
        return new BrokenRuleException(
                rule, List.of(WORDS.get("expected", step), WORDS.get("came", Traffic.shown(came))));
    }

    @Override
    public void close() throws IOException {
        for (Client client : clients.values()) {
            client.connection.close();
        }
    }
}
