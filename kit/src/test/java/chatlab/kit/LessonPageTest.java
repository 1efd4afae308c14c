package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.tutorials.weave.Checkout;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** LESSON.md says what its lines mean. This types its commands in their order, and waits for what the class sees. */
@Timeout(900)
class LessonPageTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```keyboard\n(.*?)^```$");

    /** The window, empty for the server's own, and what the line is. */
    private static final Pattern LINE = Pattern.compile("([a-z-]*)([>|$]) (.*)");

    /** In the page, the address of the server. */
    private static final String HOST = "192.168.55.13";

    private static final String SERVER = "";

    @TempDir
    Path folder;

    private final Map<String, Keyboard> keyboards = new HashMap<>();
    private final Map<String, SeenLines> screens = new HashMap<>();
    private final List<Closeable> started = new ArrayList<>();

    private interface Keyboard {
        void type(String line) throws IOException;
    }

    @AfterEach
    void endPrograms() throws IOException {
        for (Closeable program : started) {
            program.close();
        }
    }

    @Test
    void classSeesWhatThePageSays() throws Exception {
        RunningServer server = RunningServer.start(folder, "--name", "Room 12", "--web", "0");
        opened(SERVER, server);
        for (String line : lines()) {
            try {
                follow(line, server.port());
            } catch (AssertionError | IOException e) {
                throw new AssertionError("LESSON.md, at the line: " + line, e);
            }
        }
        assertThat(server.expectExit()).isZero();
        assertThat(refusals(server.out().all(), "! ")).isEmpty();
        assertThat(refusals(screens.get("bob").all(), "! ")).hasSameSizeAs(refusals(lines(), "bob| ! "));
        reportSaysWhatThePageSays();
    }

    /** Which people were there, what was said, which hands were called, what was asked, what was predicted, and how far each came. */
    private void reportSaysWhatThePageSays() throws Exception {
        ReportTables report = ReportTables.of(folder);
        assertThat(report.cells("attendance", 1, 3)).containsExactly("ada", "bob", "cyd");
        assertThat(report.cells("chat", 3, 6)).containsExactly("bob 1 hello", "bob 2 (message removed by server)");
        assertThat(report.rows("hands"))
                .extracting(row -> row.get(1) + " " + row.get(4) + " by " + row.get(5))
                .containsExactly("bob called by ada", "cyd called by server");
        assertThat(report.cells("polls", 1, 4))
                .containsExactly(
                        "ada says hello: whose thread writes to bob? ada 2",
                        "ada says hello: whose thread writes to bob? bob 0",
                        "ada says hello: whose thread writes to bob? new 0");
        assertThat(report.cells("predictions", 1, 6)).containsExactly("5 a 1 2 2", "5 b 0 2 2", "5 c 1 2 2");
        assertThat(report.rows("progress"))
                .extracting(row -> row.get(1) + " " + row.get(3) + " predicted " + row.get(6))
                .contains("bob 5 predicted a", "cyd 5 predicted c");
    }

    /** Commands that are wrong, or not allowed. */
    private static List<String> refusals(List<String> lines, String start) {
        return lines.stream().filter(line -> line.startsWith(start)).collect(Collectors.toList());
    }

    private static List<String> lines() throws IOException {
        return BLOCK.matcher(Files.readString(Checkout.ROOT.resolve("kit/LESSON.md")))
                .results()
                .flatMap(block -> block.group(1).lines())
                .collect(Collectors.toList());
    }

    private void follow(String line, int port) throws Exception {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            screens.get(SERVER).expect(regex(line));
            return;
        }
        String window = parts.group(1);
        switch (parts.group(2)) {
            case ">" -> keyboards.get(window).type(parts.group(3));
            case "|" -> screens.get(window).expect(regex(parts.group(3)));
            default -> start(window, parts.group(3), port);
        }
    }

    /** A line of the page as it comes here, where … is anything. */
    private static String regex(String line) {
        return Stream.of(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }

    /** A program of the page, which here finds the server at another address. */
    private void start(String window, String command, int port) throws IOException {
        String[] words = command.replace(HOST + " 8081", "127.0.0.1 " + port)
                .replace(HOST, "127.0.0.1:" + port)
                .split(" ");
        if (command.startsWith("nc ")) {
            Member member = Member.knocking(Integer.parseInt(words[2]), window);
            started.add(member);
            keyboards.put(window, member::send);
            screens.put(window, member.seen());
        } else if (command.startsWith("learn ")) {
            List<String> arguments = new ArrayList<>(List.of("learn", "--folder", window));
            arguments.addAll(List.of(words).subList(1, words.length));
            opened(window, RunningClient.start(folder, arguments.toArray(String[]::new)));
        } else {
            assertThat(command).matches("java -jar \\S*chat-cli\\.jar .*");
            opened(
                    window,
                    RunningClient.start(
                            folder, List.of(words).subList(3, words.length).toArray(String[]::new)));
        }
    }

    private void opened(String window, RunningProgram program) {
        started.add(program);
        keyboards.put(window, program::type);
        screens.put(window, program.out());
    }
}
