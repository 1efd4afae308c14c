package chatlab.cli.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.client.UserError;
import chatlab.protocol.Rows;
import chatlab.protocol.testing.Background;
import chatlab.protocol.testing.HangLimit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a swarm reports about a correct server and about faulty ones. */
class SwarmCommandTest {
    private static final int NINTH_OF_A_TALKER = 9;

    private final StringWriter said = new StringWriter();

    /** Ends the talking. */
    private final CountDownLatch enough = new CountDownLatch(1);

    @Test
    void correctServerIsSpotless() throws IOException {
        assertThat(swarm(lines -> lines, "--people", "5")).isZero();

        assertThat(said.toString())
                .containsPattern("5 people are in the room swarm-\\d+, 5 of them talk; 0 never read, 0 misbehave\\.")
                .contains("Each one came once, in order and unchanged, and no person was thrown out.")
                .containsPattern("1 s: [\\d,]+ messages?, [\\d,]+ (delivery|deliveries), p50 [\\d,]+\\.\\d ms");
    }

    @Test
    void rowsOfAFoldedMessageAreJoined() throws IOException {
        assertThat(swarm(lines -> Rows.ofPlain(lines.get(0)), "--people", "3", "--characters", "300"))
                .isZero();

        assertThat(said.toString()).contains("Each one came once, in order and unchanged");
    }

    @Test
    void flatOutIsFasterThanAnyRate() throws Exception {
        assertThat(swarmUntil(NINTH_OF_A_TALKER, lines -> lines, "--people", "2", "--flat-out", "--rate", "0.0001"))
                .isZero();

        assertThat(said.toString())
                .containsPattern("\n[1-9][\\d,]* messages? (was|were) sent"); // at that rate it would be none
    }

    @Test
    void talkerThatSaidNothingIsNotWaitedFor() throws IOException {
        assertThat(swarm(lines -> lines, "--people", "3", "--rate", "0.0001")).isZero();

        assertThat(said.toString()).contains("0 messages were sent").contains("no person was thrown out.");
    }

    @Test
    void missingMessageIsLost() throws Exception {
        assertThat(swarmUntilTheTenth(atTheNinth(line -> List.of()))).isOne();

        assertThat(said.toString()).contains("Wrong: 1 lost, 0 out of order, 0 changed, 0 people thrown out.");
    }

    @Test
    void missingLastMessageIsLost() throws Exception {
        List<String> held = new ArrayList<>();
        UnaryOperator<List<String>> mischief = lines -> {
            if (number(lines.get(0)) < 0) {
                return lines; // the farewell comes, but not the message before it
            }
            List<String> told = List.copyOf(held);
            held.clear();
            held.addAll(number(lines.get(0)) == 0 ? List.of() : lines);
            return number(lines.get(0)) == 0 ? lines : told;
        };

        assertThat(swarmUntil(1, mischief)).isOne();
        assertThat(said.toString()).contains("Wrong: 1 lost, 0 out of order");
    }

    @Test
    void repeatedMessageIsOutOfOrder() throws Exception {
        assertThat(swarmUntilTheTenth(atTheNinth(line -> List.of(line, line)))).isOne();

        assertThat(said.toString()).contains("Wrong: 0 lost, 1 out of order, 0 changed");
    }

    @Test
    void messageWithAnotherLetterIsChanged() throws Exception {
        assertThat(swarmUntilTheTenth(atTheNinth(line -> List.of(line.replaceFirst("e", "a")))))
                .isOne();

        assertThat(said.toString()).contains("Wrong: 0 lost, 0 out of order, 1 changed");
    }

    @Test
    void messageWithoutItsFirstLetterIsChanged() throws Exception {
        assertThat(swarmUntilTheTenth(atTheNinth(line -> List.of(line.replaceFirst(": .", ": ")))))
                .isOne();

        assertThat(said.toString()).contains("Wrong: 0 lost, 0 out of order, 1 changed");
    }

    @Test
    void messageWithALetterInFrontIsChanged() throws Exception {
        assertThat(swarmUntilTheTenth(atTheNinth(line -> List.of(line.replaceFirst(": ", ": x")))))
                .isOne();

        assertThat(said.toString()).contains("Wrong: 0 lost, 0 out of order, 1 changed");
    }

    @Test
    void sentenceOfAnotherMessageIsChanged() throws Exception {
        String another = "ada: " + new Sentences(0, 1).of(0, NINTH_OF_A_TALKER + 1);
        assertThat(swarmUntilTheTenth(atTheNinth(line -> List.of(another + line.substring(line.lastIndexOf(" ["))))))
                .isOne();

        assertThat(said.toString()).contains("Wrong: 0 lost, 0 out of order, 1 changed");
    }

    @Test
    void messageWithoutTheEndOfItsStampIsLost() throws Exception {
        assertThat(swarmUntilTheTenth(atTheNinth(line -> List.of(line.substring(0, line.length() - 1)))))
                .isOne();

        assertThat(said.toString()).contains("Wrong: 1 lost, 0 out of order, 0 changed");
    }

    @Test
    void messagesOfAnotherSwarmAreIgnored() throws Exception {
        String another = "ada: " + new Stamped(0, 0, 7, 0, "My client connects to 127.0.0.1.").print();
        assertThat(swarmUntilTheTenth(atTheNinth(line -> List.of(another, line, another))))
                .isZero();

        assertThat(said.toString()).contains("Each one came once");
    }

    @Test
    void numbersAreWrittenTheSameWayEverywhere() throws IOException {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(swarm(lines -> lines)).isZero();
        } finally {
            Locale.setDefault(usual);
        }
        assertThat(said.toString()).containsPattern("p50 (\\d+,)?\\d+\\.\\d ms");
    }

    @Test
    void personThatIsNotLetInEndsTheSwarm() throws IOException {
        try (SmallRoom room = new SmallRoom(2, lines -> lines)) {
            assertThat(run(room, "--people", "3")).isOne();
        }
        assertThat(said.toString()) // the two that are let in have perhaps not heard each other yet
                .containsPattern("[123] of 3 people do not hear what is said\\. "
                        + "The server said last: \\*  \\[2JThe room is full\\.");
    }

    @Test
    void swarmWhoseRoomIsLockedDoesNotTalkInTheLobby() throws IOException {
        String refusal = "! not-allowed: The instructor has locked the rooms.";
        assertThat(swarm(lines -> List.of(refusal, lines.get(0)))).isOne();

        assertThat(said.toString())
                .containsPattern("The swarm cannot go to the room swarm-\\d+, and talks in no other one\\.")
                .endsWith(refusal);
    }

    @Test
    void slowPeopleAreNotAmongTheListeners() throws IOException {
        assertThat(swarm(lines -> lines, "--people", "4", "--slow", "1")).isZero();

        assertThat(said.toString())
                .containsPattern("3 people are in the room swarm-\\d+, 3 of them talk; 1 never read, 0 misbehave\\.");
    }

    @Test
    void talksInARoomOfItsOwnUnlessToldOtherwise() throws Exception {
        try (SmallRoom room = new SmallRoom(100, lines -> lines)) {
            String[] options = {"--people", "4", "--slow", "1", "--rude", "1", "--manners", "says-half-lines"};
            assertThat(runUntil(() -> room.joined().size() >= 4, room, options)).isZero();
            assertThat(room.joined()).allMatch(name -> name.matches("swarm-\\d+"));
        }
        try (SmallRoom room = new SmallRoom(100, lines -> lines)) {
            assertThat(run(room, "--room", "lobby")).isZero();
            assertThat(room.joined()).isNotEmpty().allMatch(name -> name.equals("lobby"));
        }
    }

    @Test
    void peopleSayThatTheyLeave() throws Exception {
        try (SmallRoom room = new SmallRoom(100, lines -> lines)) {
            assertThat(run(room)).isZero(); // two people
            assertThat(room.awaitQuits(2)).isTrue();
        }
    }

    @Test
    void impossibleRoomIsRefused() throws IOException {
        assertThat(swarm(lines -> lines, "--room", "a b")).isEqualTo(2);
        assertThat(said.toString()).contains("A name consists of");
    }

    @Test
    void impossibleNumbersAreRefused() throws IOException {
        assertThat(swarm(lines -> lines, "--people", "3", "--slow", "2")).isEqualTo(2);
        assertThat(said.toString()).contains("There must be at least two people besides the slow and the rude ones.");
    }

    /** Does this to the ninth message. The swarm has two people; the first one talks. */
    private static UnaryOperator<List<String>> atTheNinth(Function<String, List<String>> mischief) {
        return lines -> number(lines.get(0)) == NINTH_OF_A_TALKER ? mischief.apply(lines.get(0)) : lines;
    }

    private static long number(String line) {
        return Stamped.parse(line).orElseThrow().number();
    }

    private int swarm(UnaryOperator<List<String>> mischief, String... options) throws IOException {
        try (SmallRoom room = new SmallRoom(100, mischief)) {
            return run(room, options);
        }
    }

    private int swarmUntilTheTenth(UnaryOperator<List<String>> mischief) throws Exception {
        return swarmUntil(NINTH_OF_A_TALKER + 1, mischief);
    }

    /** Talks until the last listener has been sent this message, or what the mischief makes of it. */
    private int swarmUntil(int number, UnaryOperator<List<String>> mischief, String... options) throws Exception {
        AtomicBoolean sent = new AtomicBoolean();
        UnaryOperator<List<String>> watched = lines -> {
            sent.compareAndSet(false, number(lines.get(0)) == number);
            return mischief.apply(lines);
        };
        try (SmallRoom room = new SmallRoom(100, watched)) {
            return runUntil(sent::get, room, options);
        }
    }

    private int runUntil(Callable<Boolean> state, SmallRoom room, String... options) throws Exception {
        CompletableFuture<Integer> status = Background.run(() -> run(HangLimit.SECONDS, room, options));
        await().until(() -> state.call() || status.isDone());
        enough.countDown();
        return status.get(HangLimit.SECONDS, TimeUnit.SECONDS);
    }

    private int run(SmallRoom room, String... options) {
        return run(1, room, options);
    }

    private int run(int seconds, SmallRoom room, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("127.0.0.1", room.port(), "--seconds", String.valueOf(seconds)));
        if (!List.of(options).contains("--rate")) {
            arguments.addAll(List.of("--rate", "50"));
        }
        if (options.length == 0) {
            arguments.addAll(List.of("--people", "2", "--talkers", "1"));
        }
        arguments.addAll(List.of(options));
        return new CommandLine(new SwarmCommand(enough))
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .setExecutionExceptionHandler((e, command, ignored) -> {
                    if (e instanceof UserError) {
                        said.write(e.getMessage());
                        return 1;
                    }
                    throw e;
                })
                .execute(arguments.toArray(String[]::new));
    }
}
