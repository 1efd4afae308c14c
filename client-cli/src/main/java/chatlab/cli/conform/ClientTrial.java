package chatlab.cli.conform;

import chatlab.cli.conform.ClientTalk.Asked;
import chatlab.protocol.Chat1;
import chatlab.protocol.Words;
import java.io.EOFException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A server that tests the client that connects to it. Whether the client has understood a line is seen by its answer to a
 * {@code PING} behind that line. One thread uses it.
 */
final class ClientTrial {
    private static final Words WORDS = new Words(ClientTrial.class);
    private static final String TOKEN = "t0k3n";

    /** The specification says half a second, with some chance in it: a half of that is the least. */
    private static final Duration LEAST_WAIT = Duration.ofMillis(250);

    /** Ids that the client has seen before it loses its connection. */
    private static final String LAST_ID = "7";

    /**
     * How long the server waits.
     *
     * @param line for a line of the client, and for its return
     * @param typed for a line that a person types
     * @param greeting with the greeting, to see whether the client waits for it
     * @param kicked for a client that comes back although it was sent away
     */
    record Waits(Duration line, Duration typed, Duration greeting, Duration kicked) {
        static Waits usual(Duration patience) {
            return new Waits(patience, patience.multipliedBy(12), Duration.ofMillis(300), Duration.ofSeconds(3));
        }
    }

    private final ServerSocket listener;
    private final Waits waits;
    private final LongSupplier nanoTime;
    private final Consumer<Finding> found;
    private final Consumer<String> tell;
    private final Traffic traffic = new Traffic();
    private final Set<ClientRule> untried = EnumSet.allOf(ClientRule.class);
    private ClientRule current = ClientRule.GREETING;
    private String name = "";
    private boolean goodLines = true;

    /** Just before the server has ended the last connection: a client cannot have seen that earlier. */
    private long lostAt;

    /**
     * The caller closes the listener.
     *
     * @param nanoTime as {@link System#nanoTime}; only the pauses between two connections are measured with it
     * @param tell gets sentences that the user must read now
     */
    ClientTrial(
            ServerSocket listener, Waits waits, LongSupplier nanoTime, Consumer<Finding> found, Consumer<String> tell) {
        this.listener = listener;
        this.waits = waits;
        this.nanoTime = nanoTime;
        this.found = found;
        this.tell = tell;
    }

    /** Waits for the client and tries all rules, up to one without which the next ones cannot be tried. */
    void run() throws IOException {
        try {
            Optional<String> said;
            try (ClientTalk talk = new ClientTalk(listener.accept(), traffic)) {
                said = firstConnection(talk);
            }
            comeBack(said);
        } catch (EOFException e) {
            notMet(current, WORDS.get("client.ended"));
        } catch (BlockedException e) {
            // its finding was given
        }
        judge(ClientRule.OWN_LINES, goodLines, WORDS.get("client.bad-line"));
        for (ClientRule rule : untried) {
            found.accept(finding(Finding.Outcome.NOT_TRIED, rule, List.of(WORDS.get("client.not-tried"))));
        }
    }

    /** Without this rule the next ones cannot be tried. */
    private static final class BlockedException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** Ends with the connection; returns the line with which the client has said a text, if it has said one. */
    private Optional<String> firstConnection(ClientTalk talk) throws IOException, BlockedException {
        try {
            current = ClientRule.GREETING;
            Optional<String> early = talk.anyLine(waits.greeting());
            judge(current, early.isEmpty(), early.map(Traffic::shown).orElse(""));
            talk.greet();
            arrive(talk, early);
            questions(talk);
            return said(talk);
        } finally {
            goodLines &= talk.hasGoodLines();
            lostAt = nanoTime.getAsLong();
        }
    }

    private void arrive(ClientTalk talk, Optional<String> early) throws IOException, BlockedException {
        current = ClientRule.PROTO;
        String line =
                early.isPresent() ? early.get() : talk.anyLine(waits.line()).orElse("");
        Optional<Asked> proto = Asked.parse(line).filter(asked -> asked.text().matches("1( .*)?"));
        if (proto.isEmpty() || !proto.get().verb().equals("proto")) {
            notMet(current, WORDS.get("client.first-line", Traffic.shown(line)));
            throw new BlockedException();
        }
        met(current);
        String[] words = proto.get().text().split(" +");
        name = words.length > 1 ? words[1] : "guest1";
        talk.welcome(proto.get(), name, TOKEN);
        talk.joined();
    }

    private void questions(ClientTalk talk) throws IOException, BlockedException {
        boolean usualCr = talk.endedWithCr();
        current = ClientRule.PING;
        talk.send("PING :one\n");
        if (talk.pong("one", waits.line()).isEmpty()) {
            talk.send("PING :one again\n"); // in a packet of its own, since the client was silent
            current = talk.pong("one again", waits.line()).isEmpty() ? ClientRule.PING : ClientRule.JOINED;
            notMet(current, WORDS.get("client.no-pong", waits.line().toSeconds()));
            throw new BlockedException();
        }
        met(current);
        current = ClientRule.JOINED;
        talk.send("PING :two\nPING :three\n");
        String two = pong(talk, "two");
        String three = two.equals("two") ? pong(talk, "three") : two;
        judge(current, three.equals("three"), WORDS.get("client.pong", Traffic.shown(three)));
        current = ClientRule.CUT;
        String letters = "gr\u00fc\u00dfe, 5 \u20ac, \ud834\udd1e";
        talk.sendSingly("PING :" + letters + "\n");
        String cut = pong(talk, letters);
        judge(current, cut.equals(letters), WORDS.get("client.pong", Traffic.shown(cut)));
        current = ClientRule.CR;
        talk.send("PING :four\r\n");
        boolean keptCr = !pong(talk, "four").equals("four") || talk.endedWithCr() != usualCr;
        judge(current, !keptCr, "");
        String start = "MSG room=lobby from=eve id=" + LAST_ID + " at=" + ClientTalk.AT + " :";
        ask(talk, ClientRule.LONG_LINE, start + "x".repeat(Chat1.SERVER_LINE - start.length()) + "\n", "five");
        ask(talk, ClientRule.TEXT, "", "a :b=c d");
        ask(talk, ClientRule.UNKNOWN_EVENT, "WEATHER sky=blue at=" + ClientTalk.AT + " :cold\n", "six");
        ask(talk, ClientRule.UNKNOWN_KEY, "JOIN colour=red room=lobby name=eve at=" + ClientTalk.AT + "\n", "seven");
        ask(talk, ClientRule.UNKNOWN_CODE, "NOTE code=weather :It rains.\n", "eight");
    }

    /** Sends these lines and a PING behind them. */
    private void ask(ClientTalk talk, ClientRule rule, String lines, String question)
            throws IOException, BlockedException {
        current = rule;
        talk.send(lines + "PING :" + question + "\n");
        String pong = pong(talk, question);
        judge(rule, pong.equals(question), WORDS.get("client.pong", Traffic.shown(pong)));
    }

    private String pong(ClientTalk talk, String question) throws IOException, BlockedException {
        Optional<String> pong = talk.pong(question, waits.line());
        if (pong.isEmpty()) {
            notMet(current, WORDS.get("client.no-pong", waits.line().toSeconds()));
            throw new BlockedException();
        }
        return pong.get();
    }

    private Optional<String> said(ClientTalk talk) throws IOException {
        current = ClientRule.SAY;
        tell.accept(WORDS.get("client.type", waits.typed().toSeconds()));
        Optional<String> said = talk.awaitSaid(waits.typed());
        if (said.isPresent()) {
            judge(current, said.get().startsWith("/"), Traffic.shown(said.get()));
        }
        return said; // a client at which nobody has typed can still lose its connection
    }

    /** The connection was lost just now. The client comes back, to no greeting the first time. */
    private void comeBack(Optional<String> said) throws IOException, BlockedException {
        current = ClientRule.COMES_BACK;
        Socket notGreeted = accept();
        long firstWait = nanoTime.getAsLong() - lostAt;
        lostAt = nanoTime.getAsLong();
        notGreeted.close();
        try (ClientTalk talk = new ClientTalk(accept(), traffic)) {
            long wait = Math.min(firstWait, nanoTime.getAsLong() - lostAt);
            met(ClientRule.COMES_BACK);
            judge(
                    ClientRule.BACKOFF,
                    wait >= LEAST_WAIT.toNanos(),
                    WORDS.get("client.wait", Duration.ofNanos(wait).toMillis()));
            back(talk, said);
            goodLines &= talk.hasGoodLines();
            current = ClientRule.KICKED;
            talk.send("BYE code=kicked :The instructor has sent you away.\n");
        }
        try {
            accept(waits.kicked()).close();
            notMet(ClientRule.KICKED, WORDS.get("client.came-back"));
        } catch (SocketTimeoutException e) {
            met(ClientRule.KICKED);
        }
    }

    private void back(ClientTalk talk, Optional<String> said) throws IOException {
        current = ClientRule.TOKEN;
        talk.greet();
        Optional<Asked> proto = talk.await("proto", waits.line());
        judge(
                current,
                proto.filter(asked -> asked.text().equals("1 " + name + " " + TOKEN))
                        .isPresent(),
                proto.map(asked -> Traffic.shown(asked.text())).orElse(""));
        if (proto.isEmpty()) {
            return;
        }
        talk.welcome(proto.get(), name, TOKEN);
        current = ClientRule.HISTORY;
        Optional<Asked> history = talk.await("history", waits.line());
        judge(
                current,
                history.filter(asked -> asked.text().matches("(after=(0|" + LAST_ID + "))?"))
                        .isPresent(),
                history.map(asked -> Traffic.shown(asked.text())).orElse(""));
        if (history.isPresent()) {
            talk.send("END" + history.get().re() + "\n");
        }
        current = ClientRule.NO_REPEAT;
        talk.send("PING :ten\n");
        talk.pong("ten", waits.line());
        if (said.isPresent()) {
            judge(
                    current,
                    talk.said().isEmpty(),
                    talk.said().isEmpty() ? "" : Traffic.shown(talk.said().get(0)));
        }
    }

    private Socket accept() throws IOException, BlockedException {
        try {
            return accept(waits.line());
        } catch (SocketTimeoutException e) {
            notMet(current, WORDS.get("client.stays-away", waits.line().toSeconds()));
            throw new BlockedException();
        }
    }

    private Socket accept(Duration patience) throws IOException {
        listener.setSoTimeout((int) Math.max(1, patience.toMillis()));
        Socket socket = listener.accept();
        traffic.note("client connects");
        return socket;
    }

    private void judge(ClientRule rule, boolean good, String detail) {
        if (good) {
            met(rule);
        } else {
            notMet(rule, detail);
        }
    }

    private void met(ClientRule rule) {
        if (untried.remove(rule)) {
            found.accept(finding(Finding.Outcome.MET, rule, List.of()));
        }
    }

    private void notMet(ClientRule rule, String detail) {
        if (untried.remove(rule)) {
            List<String> details = new ArrayList<>();
            if (!detail.isEmpty()) {
                details.add(detail);
            }
            details.add(WORDS.get("bytes"));
            traffic.lines().forEach(line -> details.add("  " + line));
            found.accept(finding(Finding.Outcome.NOT_MET, rule, details));
        }
    }

    private static Finding finding(Finding.Outcome outcome, ClientRule rule, List<String> details) {
        return new Finding(outcome, rule.heading(), rule.sentence(), details);
    }
}
