package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.cli.conform.Finding;
import chatlab.cli.conform.Finding.Outcome;
import chatlab.cli.conform.Replay;
import chatlab.cli.conform.ServerTrial;
import chatlab.cli.conform.SpecSessions.Session;
import chatlab.kit.BrokenServer.Fault;
import chatlab.protocol.testing.HangLimit;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The test of servers in {@code conform} passes the kit's server, and names the rule that a broken one breaks. */
class BrokenServersTest {
    private static final Duration LONG = Duration.ofSeconds(HangLimit.SECONDS);

    /** For a line that never comes: the trial waits as long for it. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final List<BrokenServer> servers = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (BrokenServer server : servers) {
            server.close();
        }
    }

    static List<Arguments> faults() {
        return List.of(
                Arguments.of(Fault.SENDS_NO_GREETING, "program among", "is the greeting"),
                Arguments.of(Fault.SAYS_NOTHING, "program among", "is the greeting"),
                Arguments.of(Fault.CLOSES_AT_ONCE, "program among", "keeps the connection open"),
                Arguments.of(Fault.FLOODS, "program among", "is the greeting"),
                Arguments.of(Fault.SENDS_A_LINE_WITHOUT_END, "program among", "at most 8192 bytes"),
                Arguments.of(Fault.SENDS_A_LONG_LINE, "program among", "at most 8192 bytes"),
                Arguments.of(Fault.ENDS_LINES_WITH_CR_CR_LF, "program among", "one CR before it is dropped"),
                Arguments.of(Fault.WRITES_LATIN_1, "byte by byte", "lines of UTF-8"),
                Arguments.of(Fault.SAYS_HELLO_LATE, "program among", "first event after /proto is HELLO"),
                Arguments.of(Fault.FORGETS_JOIN_OF_A_PERSON_THAT_COMES_BACK, "mute stays", "another line here"),
                Arguments.of(Fault.ANSWERS_WITHOUT_TAG, "program among", "carries the tag as the key re"),
                Arguments.of(Fault.SENDS_MSG_WITHOUT_ID, "program among", "has all the keys"),
                Arguments.of(Fault.GIVES_ID_AGAIN, "program among", "The key id grows"),
                Arguments.of(Fault.SENDS_OTHER_CODE, "cannot be had", "have the code that the session shows"),
                Arguments.of(Fault.STRIPS_TEXT, "forwarded unchanged", "is said, unchanged"),
                Arguments.of(Fault.ECHOES_TO_THE_PLAIN_SENDER, "Two people", "does not get its own messages"),
                Arguments.of(Fault.SENDS_EVENTS_TO_PLAIN_CLIENTS, "Two people", "A client is plain until"),
                Arguments.of(Fault.ANSWERS_TWICE, "in any case", "no line that the session does not show"),
                Arguments.of(
                        Fault.TAKES_A_PACKET_FOR_A_LINE, "in one packet", "sends each line that the session shows"),
                Arguments.of(Fault.DECODES_HALVES_OF_LETTERS, "byte by byte", "is said, unchanged"),
                Arguments.of(Fault.KEEPS_CR, "CR LF", "is said, unchanged"),
                Arguments.of(Fault.KNOWS_SMALL_LETTERS_ONLY, "in any case", "another line here"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void ruleThatABrokenServerBreaksIsNamed(Fault fault, String session, String rule) throws Exception {
        boolean silent = rule.contains("the greeting") || rule.contains("sends each line");
        Duration patience = silent ? SHORT : LONG;
        trial(session, patience).playOnNew(each -> dial(each, fault));
        while (!isNamed(rule) && patience.compareTo(LONG) < 0) { // a busy machine sends the lines before that one later
            patience = patience.multipliedBy(10);
            findings.clear();
            trial(session, patience).playOnNew(each -> dial(each, fault));
        }

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(findings.get(0).details().get(0)).contains(rule, "(protocol/README.md, \"");
        assertThat(findings.get(0).details()).anyMatch(line -> line.startsWith("expected:  "));
    }

    @Test
    void serverWithoutFaultMeetsAllSessions() throws Exception {
        trial("", LONG).playOnNew(session -> dial(session, Fault.NONE));

        assertThat(findings).hasSizeGreaterThan(20).allMatch(finding -> finding.outcome() == Outcome.MET);
    }

    @Test
    void serverThatOthersUseMeetsTheSessionsThatNeedNoNewOne() throws Exception {
        Replay.Dialing shared = dial(null, Fault.NONE);
        try (Member talker = Member.rich(servers.get(0).port(), "talker")) {
            talker.send("/say good morning");
            trial("", LONG).playAmongOthers(shared, new Random(1));
            talker.expect("MSG room=lobby from=talker .*:good morning");
        }

        assertThat(findings).noneMatch(finding -> finding.outcome() == Outcome.NOT_MET);
        assertThat(findings).filteredOn(v -> v.outcome() == Outcome.MET).hasSizeGreaterThan(10);
        assertThat(findings).extracting(Finding::title).contains("The instructor");
        assertThat(findings)
                .filteredOn(finding -> finding.title().equals("The instructor"))
                .allMatch(finding -> finding.outcome() == Outcome.NOT_TRIED);
    }

    private boolean isNamed(String rule) {
        return findings.get(0).details().stream().anyMatch(line -> line.contains(rule));
    }

    private ServerTrial trial(String session, Duration patience) throws Exception {
        return new ServerTrial(session, patience, findings::add);
    }

    private Replay.Dialing dial(Session session, Fault fault) {
        try {
            BrokenServer server = new BrokenServer(fault);
            servers.add(server);
            return () -> new Socket("127.0.0.1", server.port());
        } catch (Exception e) {
            throw new AssertionError(session + " has no server", e);
        }
    }
}
