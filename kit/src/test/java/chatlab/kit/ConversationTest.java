package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room as in class: two clients are raw sockets, one is a rich client, and one is the terminal client. */
class ConversationTest {
    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    @Test
    void eachLineReachesEveryOtherMemberOnceAndInOneOrder() throws Exception {
        try (RunningServer server = RunningServer.start(folder);
                Member nc = Member.plain(server.port(), "nc");
                Member python = Member.plain(server.port(), "python");
                Member rich = Member.rich(server.port(), "rich");
                RunningClient terminal = RunningClient.join(folder, server.port(), "terminal")) {
            rich.expect("JOIN room=lobby name=terminal .*");
            for (int round = 1; round <= ROUNDS; round++) {
                nc.send("nc says " + round); // a raw line is a message
                terminal.type("terminal says " + round);
                python.send("python says " + round);
                rich.send("/say@" + round + " rich says " + round);
            }

            rich.seen().expect(4 * ROUNDS, "MSG .*");
            terminal.out().expect(4 * ROUNDS, ".* <\\S+> .*");
            nc.seen().expect(3 * ROUNDS, "<\\S+> .*");
            python.seen().expect(3 * ROUNDS, "<\\S+> .*");
            List<String> order = rich.said();

            assertThat(order).containsExactlyInAnyOrderElementsOf(everything());
            assertThat(terminal.said()).isEqualTo(order);
            assertThat(nc.said()).isEqualTo(without("nc", order));
            assertThat(python.said()).isEqualTo(without("python", order));
            assertThat(rich.seen().all()).as("receipts").anyMatch(line -> line.matches("MSG .* re=1 :rich says 1"));

            // the server's terminal shows each message with the address from which it came
            server.out().expect(4 * ROUNDS, ".* 127\\.0\\.0\\.1:\\d+ lobby #\\d+ <\\S+> .*");
            List<String> console = server.out().all();
            assertThat(saidOn(console)).isEqualTo(order);
            assertThat(addressesOf("nc", console)).containsExactly(nc.address());
            assertThat(addressesOf("python", console)).containsExactly(python.address());
            assertThat(addressesOf("rich", console)).containsExactly(rich.address());
            assertThat(addressesOf("terminal", console))
                    .hasSize(1)
                    .doesNotContain(nc.address(), python.address(), rich.address());

            terminal.type("/quit");
            assertThat(terminal.expectExit()).isZero();
            nc.expect("\\* terminal left\\.");
        }
    }

    @Test
    void clientThatEndsItsInputIsHeardAndReceivesTheRest() throws Exception {
        try (RunningServer server = RunningServer.start(folder);
                Member ada = Member.plain(server.port(), "ada");
                RunningClient piped =
                        RunningClient.start(folder, "127.0.0.1", String.valueOf(server.port()), "--name", "piped")) {
            piped.type("one");
            piped.type("two");
            piped.endInput(); // as in: printf 'one\ntwo\n' | chat-cli HOST PORT

            ada.expect("<piped> one");
            ada.expect("<piped> two");
            assertThat(piped.expectExit()).isZero();
            assertThat(piped.said()).containsExactly("piped: one", "piped: two");
        }
    }

    private static List<String> everything() {
        List<String> all = new ArrayList<>();
        for (String name : List.of("nc", "python", "rich", "terminal")) {
            for (int round = 1; round <= ROUNDS; round++) {
                all.add(name + ": " + name + " says " + round);
            }
        }
        return all;
    }

    private static List<String> without(String name, List<String> said) {
        return said.stream().filter(line -> !line.startsWith(name + ": ")).collect(Collectors.toList());
    }

    private static List<String> saidOn(List<String> console) {
        return console.stream()
                .filter(line -> line.matches(".* lobby #\\d+ <\\S+> .*"))
                .map(line -> line.replaceAll(".* lobby #\\d+ <(\\S+)> (.*)", "$1: $2"))
                .collect(Collectors.toList());
    }

    private static Set<String> addressesOf(String name, List<String> console) {
        return console.stream()
                .filter(line -> line.matches(".* lobby #\\d+ <" + name + "> .*"))
                .map(line -> line.replaceAll("\\S+ (\\S+) lobby .*", "$1"))
                .collect(Collectors.toSet());
    }
}
