package chatlab.tutorials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.ClassroomCommand.Did;
import chatlab.protocol.ClassroomEvent.Predictions;
import chatlab.protocol.CourseQuestion;
import chatlab.protocol.Endpoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** How a student joins a class; the server is a played one. */
class ClassOptionTest {
    private static final Endpoint FOUND = new Endpoint("192.0.2.7", 8081);

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void serverThatNeverAnswersHindersNoCommand() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Files.writeString(
                folder.resolve("progress.txt"),
                "class name=bob secret@192.0.2.7:8081=k3f9k3f9 server=192.0.2.7:8081\n");
        try {
            assertThat(learn(hanging(end), "hint", "1")).isZero();
            assertThat(learn(hanging(end), "start", "1")).isZero();
            assertThat(said.toString())
                    .contains("Hint 1 of", "has this folder now")
                    .doesNotContain("asks not to begin");
        } finally {
            end.countDown();
        }
    }

    @Test
    void foundServerGetsNoReportsBeforeTheStudentHasAgreed() throws Exception {
        assertThat(learn(finding(Optional.of(FOUND)), "--class", "--name", "bob"))
                .isEqualTo(1);
        assertThat(said.toString()).contains("learn --class 192.0.2.7:8081");
        assertThat(folder.resolve("progress.txt")).doesNotExist();
        assertThat(learn(finding(Optional.empty()), "--class", "--name", "bob", "hint", "1"))
                .isEqualTo(1);
        assertThat(said.toString()).contains("There is no server in this network, or more than one.");
    }

    @Test
    void classIsRememberedWithItsSecretAndEndedByOneWord() throws Exception {
        assertThat(learn(finding(Optional.empty()), "--class", "192.0.2.7", "--name", "bob"))
                .isZero();
        String secret = secret();
        assertThat(secret).hasSizeGreaterThanOrEqualTo(8);
        assertThat(said.toString().lines())
                .as("the outcome stands behind the list")
                .endsWith(
                        "What you do in the course is reported to 192.0.2.7:8081 from now on, as bob.",
                        "\"learn --class off\" ends that.")
                .noneMatch(line -> line.contains(secret));
        assertThat(learn(finding(Optional.empty()), "--class", "off")).isZero();
        assertThat(Enrolment.of(Progress.read(folder.resolve("progress.txt")))).isEmpty();
        assertThat(learn(finding(Optional.empty()), "--class", "192.0.2.7")).isZero(); // the name is known
        assertThat(secret()).isEqualTo(secret);
    }

    @Test
    void programThatIsNoChatServerIsNamedAndNotRemembered() {
        ClassServer other = failing(Optional.empty(), new ClassServer.OtherProgramException("Check the port."));
        assertThat(learn(other, "--class", "192.0.2.7:8080", "--name", "bob")).isEqualTo(1);
        assertThat(said.toString()).contains("Check the port.").doesNotContain("does not answer", "is reported to");
        assertThat(folder.resolve("progress.txt")).doesNotExist();
    }

    @Test
    void eachServerIsShownASecretOfItsOwn() throws Exception {
        Map<Endpoint, Set<String>> shown = new ConcurrentHashMap<>();
        ClassServer recorded = recording(shown);
        for (String server : List.of("192.0.2.7", "192.0.2.7:8082", "Classmate.example", "192.0.2.7:8081")) {
            reports(recorded, "--class", server, "--name", "bob");
            reports(recorded, "hint", "1");
        }
        assertThat(shown)
                .hasSize(3)
                .allSatisfy((server, secrets) ->
                        assertThat(secrets).as("%s", server).hasSize(1));
        assertThat(shown.values().stream().flatMap(Set::stream)).doesNotHaveDuplicates();
    }

    @Test
    void sameServerByAnotherAddressRefusesInWordsThatSayWhatToDo() {
        Map<Endpoint, Set<String>> shown = new ConcurrentHashMap<>();
        ClassServer first = recording(shown);
        reports(first, "--class", "192.0.2.7", "--name", "bob");
        reports(first, "hint", "1");
        ClassServer ofAnotherSecret = refusing("bob belongs to another secret.");
        reports(ofAnotherSecret, "--class", "lab.example");
        learnUntilSaid("bob belongs to another secret.", ofAnotherSecret, "hint", "1");
        assertThat(said.toString()).contains("by another address (192.0.2.7:8081)");
    }

    @Test
    void refusalOfAServerThatHasTakenReportsDoesNotSpeakOfAddresses() throws Exception {
        Map<Endpoint, Set<String>> shown = new ConcurrentHashMap<>();
        for (String server : List.of("192.0.2.7", "lab.example")) {
            reports(recording(shown), "--class", server, "--name", "bob");
            reports(recording(shown), "hint", "1");
        }
        learnUntilSaid("200 facts are enough.", refusing("200 facts are enough."), "hint", "2");
        assertThat(said.toString()).doesNotContain("by another address");
    }

    @Test
    void wrongAddressesAndNamesAreRefused() {
        assertThat(learn(ClassServer.NONE, "--name", "bob")).isEqualTo(1);
        assertThat(learn(ClassServer.NONE, "--class", "192.0.2.7")).isEqualTo(1);
        assertThat(learn(ClassServer.NONE, "--class", "192.0.2.7:99999", "--name", "bob"))
                .isEqualTo(1);
        assertThat(learn(ClassServer.NONE, "--class", "192.0.2.7", "--name", "b b"))
                .isEqualTo(1);
        assertThat(folder.resolve("progress.txt")).doesNotExist();
    }

    private String secret() throws IOException {
        return Enrolment.of(Progress.read(folder.resolve("progress.txt")))
                .orElseThrow()
                .secret();
    }

    /** A command stays for its reports for a second; on a busy machine its thread may need longer. */
    private void reports(ClassServer servers, String... arguments) {
        assertThat(learn(servers, arguments)).isZero();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("class reporter")));
    }

    /** A command that did not stay long enough for a refusal does not say it: then the next one is refused, too. */
    private void learnUntilSaid(String words, ClassServer servers, String... arguments) {
        await().until(() -> {
            reports(servers, arguments);
            return said.toString().contains(words);
        });
    }

    private int learn(ClassServer servers, String... arguments) {
        PrintWriter writer = new PrintWriter(said, true);
        CommandLine learn = new CommandLine(new Learn(servers)).setOut(writer).setErr(writer);
        String[] all = new String[arguments.length + 2];
        all[0] = "--folder";
        all[1] = folder.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return learn.execute(all);
    }

    private static ClassServer finding(Optional<Endpoint> found) {
        return failing(found, new IOException("away"));
    }

    /** Finds this server, and fails to visit any. */
    private static ClassServer failing(Optional<Endpoint> found, IOException failure) {
        return new ClassServer() {
            @Override
            public Optional<Endpoint> find() {
                return found;
            }

            @Override
            public Visit visit(Endpoint server) throws IOException {
                throw failure;
            }
        };
    }

    /** Servers that note the secrets of the reports that they get. */
    private static ClassServer recording(Map<Endpoint, Set<String>> shown) {
        return playing(server -> done -> {
            shown.computeIfAbsent(server, key -> ConcurrentHashMap.newKeySet()).add(done.secret());
            return Optional.empty();
        });
    }

    private static ClassServer refusing(String words) {
        return playing(server -> done -> Optional.of(words));
    }

    private static ClassServer playing(Function<Endpoint, Function<Did, Optional<String>>> answers) {
        return new ClassServer() {
            @Override
            public Optional<Endpoint> find() {
                return Optional.empty();
            }

            @Override
            public Visit visit(Endpoint server) {
                return new PlayedVisit(answers.apply(server));
            }
        };
    }

    private record PlayedVisit(Function<Did, Optional<String>> answer) implements ClassServer.Visit {
        @Override
        public String title() {
            return "";
        }

        @Override
        public String run() {
            return "k3f9";
        }

        @Override
        public Optional<String> report(Did done) {
            return answer.apply(done);
        }

        @Override
        public void watch(CourseQuestion question, Consumer<Predictions> news) {
            throw new AssertionError("no question was asked");
        }

        @Override
        public void close() {
            // there is no connection
        }
    }

    private static ClassServer hanging(CountDownLatch end) {
        return new ClassServer() {
            @Override
            public Optional<Endpoint> find() {
                return Optional.empty();
            }

            @Override
            public Visit visit(Endpoint server) throws IOException {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new IOException("away");
            }
        };
    }
}
