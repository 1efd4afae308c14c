package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.HangLimit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many clients talk at once, as fast as they can: all of them see one order of messages. */
class OrderTest {
    private static final int TALKERS = 12;
    private static final int LISTENERS = 12;
    private static final int LINES = 1000;

    @TempDir
    Path folder;

    @Test
    void allClientsAndTheTranscriptHaveTheSameOrder() throws Exception {
        List<Member> talkers = new ArrayList<>();
        List<Member> listeners = new ArrayList<>();
        try (RunningServer server = RunningServer.start(folder, "--flood", "off")) {
            for (int i = 0; i < TALKERS; i++) {
                talkers.add(member(server, "talker" + i, i % 2 == 0));
            }
            for (int i = 0; i < LISTENERS; i++) {
                listeners.add(member(server, "listener" + i, i % 2 == 0));
            }

            talkAllAtOnce(talkers);

            for (Member listener : listeners) {
                listener.seen().expect(TALKERS * LINES, "(MSG|<).*");
            }
            List<String> order = listeners.get(0).said();
            assertThat(new HashSet<>(order)).as("no line lost").hasSize(TALKERS * LINES);
            for (Member talker : talkers) {
                assertThat(order.stream().filter(line -> line.startsWith(talker.name() + ": ")))
                        .as("what " + talker.name() + " said, in its own order")
                        .containsExactlyElementsOf(linesOf(talker));
            }
            for (Member listener : listeners) {
                assertThat(listener.said()).as(listener.name()).isEqualTo(order);
            }
            for (Member talker : talkers) {
                boolean rich = talker.hello() != null;
                List<String> heard = rich ? order : without(talker, order);
                talker.seen().expect(heard.size(), "(MSG|<).*");
                assertThat(talker.said()).as(talker.name()).isEqualTo(heard);
            }
            assertThat(listeners.get(0).messages())
                    .extracting("id")
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(transcript()).isEqualTo(order);
        } finally {
            Member.closeAll(talkers);
            Member.closeAll(listeners);
        }
    }

    private static Member member(RunningServer server, String name, boolean rich) throws Exception {
        return rich ? Member.rich(server.port(), name) : Member.plain(server.port(), name);
    }

    private static void talkAllAtOnce(List<Member> talkers) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(talkers.size());
        try {
            List<Future<Void>> talks = new ArrayList<>();
            for (Member talker : talkers) {
                talks.add(pool.submit(() -> {
                    for (int i = 0; i < LINES; i++) {
                        talker.send("line " + i);
                    }
                    return null;
                }));
            }
            for (Future<Void> talk : talks) {
                talk.get(HangLimit.SECONDS, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<String> linesOf(Member talker) {
        return IntStream.range(0, LINES)
                .mapToObj(i -> talker.name() + ": line " + i)
                .collect(Collectors.toList());
    }

    private static List<String> without(Member talker, List<String> said) {
        return said.stream()
                .filter(line -> !line.startsWith(talker.name() + ": "))
                .collect(Collectors.toList());
    }

    private List<String> transcript() throws Exception {
        return Files.readAllLines(folder.resolve(RunningServer.TRANSCRIPT)).stream()
                .filter(line -> line.startsWith("MSG "))
                .map(line -> line.replaceAll("MSG .* from=(\\S+) [^:]*:\\d\\d:[^:]* :(.*)", "$1: $2"))
                .collect(Collectors.toList());
    }
}
