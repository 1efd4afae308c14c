package chatlab.cli.conform;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.cli.conform.BrokenClient.Fault;
import chatlab.protocol.testing.Background;
import chatlab.protocol.testing.HangLimit;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The server that tests clients names the rule that a broken client breaks. */
class ClientTrialTest {
    private static final Duration LONG = Duration.ofSeconds(HangLimit.SECONDS);
    private static final Duration SHORT = Duration.ofMillis(1);

    /** For a client that does not answer: the trial waits as long for nothing. */
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private final List<Finding> findings = new ArrayList<>();

    static List<Arguments> faults() {
        return List.of(
                Arguments.of(Fault.SENDS_BEFORE_THE_GREETING, ClientRule.GREETING),
                Arguments.of(Fault.SENDS_TEXT_FIRST, ClientRule.PROTO),
                Arguments.of(Fault.IGNORES_PING, ClientRule.PING),
                Arguments.of(Fault.TAKES_A_PACKET_FOR_A_LINE, ClientRule.JOINED),
                Arguments.of(Fault.DECODES_HALVES_OF_LETTERS, ClientRule.CUT),
                Arguments.of(Fault.KEEPS_CR, ClientRule.CR),
                Arguments.of(Fault.HAS_A_SMALL_BUFFER, ClientRule.LONG_LINE),
                Arguments.of(Fault.SPLITS_AT_THE_LAST_COLON, ClientRule.TEXT),
                Arguments.of(Fault.DIES_OF_AN_UNKNOWN_EVENT, ClientRule.UNKNOWN_EVENT),
                Arguments.of(Fault.DIES_OF_AN_UNKNOWN_KEY, ClientRule.UNKNOWN_KEY),
                Arguments.of(Fault.DIES_OF_AN_UNKNOWN_CODE, ClientRule.UNKNOWN_CODE),
                Arguments.of(Fault.SAYS_TEXT_WITHOUT_SAY, ClientRule.SAY),
                Arguments.of(Fault.FORGETS_ITS_TOKEN, ClientRule.TOKEN),
                Arguments.of(Fault.ASKS_FOR_OTHER_HISTORY, ClientRule.HISTORY),
                Arguments.of(Fault.REPEATS_ITS_MESSAGE, ClientRule.NO_REPEAT),
                Arguments.of(Fault.COMES_BACK_AFTER_A_KICK, ClientRule.KICKED),
                Arguments.of(Fault.SENDS_LATIN_1, ClientRule.OWN_LINES));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void ruleThatABrokenClientBreaksIsNamed(Fault fault, ClientRule rule) throws Exception {
        boolean silent = fault == Fault.IGNORES_PING || fault == Fault.TAKES_A_PACKET_FOR_A_LINE;
        Duration patience = silent ? SILENCE : LONG;
        test(fault, secondByCall(), patience);
        while (!isOnly(rule) && patience.compareTo(LONG) < 0) { // a busy machine sends the lines before that one later
            patience = patience.multipliedBy(10);
            findings.clear();
            test(fault, secondByCall(), patience);
        }

        assertThat(outcomes(Finding.Outcome.NOT_MET)).containsExactly(rule.sentence());
        assertThat(notMet().details()).anyMatch(line -> line.startsWith("  client"));
    }

    @Test
    void clientThatComesBackAtOnceDoesNotWait() throws Exception {
        test(Fault.NONE, () -> 0); // the clock stands still

        assertThat(outcomes(Finding.Outcome.NOT_MET)).containsExactly(ClientRule.BACKOFF.sentence());
        assertThat(notMet().details()).contains("It came back after 0 ms.");
    }

    @Test
    void clientWithoutFaultMeetsEachRuleOnce() throws Exception {
        test(Fault.NONE, secondByCall());

        assertThat(outcomes(Finding.Outcome.MET)).containsExactlyInAnyOrderElementsOf(sentences());
        assertThat(findings).hasSize(ClientRule.values().length);
    }

    @Test
    void eachRuleIsMetOrNotMetOrNotTried() throws Exception {
        test(Fault.DIES_OF_AN_UNKNOWN_EVENT, secondByCall());

        assertThat(findings.stream().map(Finding::title)).containsExactlyInAnyOrderElementsOf(sentences());
        assertThat(outcomes(Finding.Outcome.NOT_TRIED)).contains(ClientRule.SAY.sentence());
    }

    @Test
    void endlessLineEndsTheTrialWithASentence() throws Exception {
        testHostile("x".repeat(100_000));

        assertThat(outcomes(Finding.Outcome.NOT_MET))
                .containsExactly(ClientRule.GREETING.sentence(), ClientRule.OWN_LINES.sentence());
    }

    @Test
    void clientThatAsksWithoutEndAndReadsNothingDoesNotBlockTheTrial() throws Exception {
        testHostile("/proto 1 ada\n" + ("/ping " + "x".repeat(4_000) + "\n").repeat(5_000));

        assertThat(outcomes(Finding.Outcome.NOT_MET))
                .contains(ClientRule.GREETING.sentence(), ClientRule.PING.sentence());
    }

    private boolean isOnly(ClientRule rule) {
        return outcomes(Finding.Outcome.NOT_MET).equals(List.of(rule.sentence()));
    }

    private void test(Fault fault, LongSupplier clock) throws Exception {
        test(fault, clock, LONG);
    }

    private void test(Fault fault, LongSupplier clock, Duration patience) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
            BrokenClient client = new BrokenClient(listener.getLocalPort(), fault);
            Background.run(() -> {
                client.run();
                return null;
            });
            ClientTrial.Waits waits = new ClientTrial.Waits(
                    patience,
                    LONG,
                    fault == Fault.SENDS_BEFORE_THE_GREETING ? LONG : SHORT,
                    fault == Fault.COMES_BACK_AFTER_A_KICK ? LONG : SHORT);
            listener.setSoTimeout(HangLimit.MILLIS);
            new ClientTrial(listener, waits, clock, findings::add, sentence -> client.type("hello")).run();
        }
    }

    /** A client that sends all this, reads nothing, and then sends no more. */
    private void testHostile(String sent) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
                Socket client = new Socket(InetAddress.getByName("127.0.0.1"), listener.getLocalPort())) {
            Background.run(() -> {
                OutputStream out = client.getOutputStream();
                out.write(sent.getBytes(StandardCharsets.US_ASCII));
                client.shutdownOutput();
                return null;
            });
            ClientTrial.Waits waits = new ClientTrial.Waits(LONG, LONG, LONG, SHORT);
            new ClientTrial(listener, waits, secondByCall(), findings::add, sentence -> {}).run();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A clock that goes on by a second whenever it is read. */
    private static LongSupplier secondByCall() {
        AtomicLong seconds = new AtomicLong();
        return () -> Duration.ofSeconds(seconds.incrementAndGet()).toNanos();
    }

    private static List<String> sentences() {
        return Arrays.stream(ClientRule.values()).map(ClientRule::sentence).collect(Collectors.toList());
    }

    private Finding notMet() {
        return findings.stream()
                .filter(v -> v.outcome() == Finding.Outcome.NOT_MET)
                .findFirst()
                .orElseThrow();
    }

    private List<String> outcomes(Finding.Outcome outcome) {
        return findings.stream()
                .filter(finding -> finding.outcome() == outcome)
                .map(Finding::title)
                .collect(Collectors.toList());
    }
}
