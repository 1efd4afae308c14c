package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is killed and started again, and its three hundred clients come back at the same moment. */
@Tag("ci")
class TooManyAtOnceTest {
    private static final int CLIENTS = 300;

    @TempDir
    Path folder;

    @Test
    void allClientsEnterAndTheServerAnswersMeanwhile() throws Exception {
        List<Member> members = new ArrayList<>();
        try (RunningServer server = RunningServer.start(folder, "--flood", "off")) {
            comeAllAtOnce(server, members);
            server.kill();
            for (Member member : members) {
                member.seen().expectEnd();
            }
            Member.closeAll(members);
            members.clear();

            try (RunningServer again = new RunningServer.Starter(folder)
                            .port(server.port())
                            .start("--flood", "off");
                    Member early = Member.rich(again.port(), "early")) {
                Thread all = new Thread(() -> comeQuietly(again, members), "all of them");
                all.start();
                int answers = 0;
                do {
                    early.send("/ping@p" + ++answers);
                    early.expect("PONG re=p" + answers + ".*");
                } while (all.isAlive());

                assertThat(members).as("came in").hasSize(CLIENTS);
                early.seen().await(CLIENTS, "JOIN room=lobby name=client\\d+ .*");
                assertThat(present(early)).hasSize(CLIENTS + 1);
            }
        } finally {
            Member.closeAll(members);
        }
    }

    /** Each client enters in a thread of its own, as if it were on a machine of its own. */
    private static void comeAllAtOnce(RunningServer server, List<Member> members) throws Exception {
        ExecutorService machines = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Member>> comings = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                String name = "client" + i;
                comings.add(() -> Member.rich(server.port(), name));
            }
            List<Future<Member>> came = machines.invokeAll(comings);
            for (Future<Member> member : came) {
                members.add(member.get());
            }
        } finally {
            machines.shutdownNow();
        }
    }

    private static void comeQuietly(RunningServer server, List<Member> members) {
        try {
            comeAllAtOnce(server, members);
        } catch (Exception e) {
            // the test counts the clients that are present
        }
    }

    private static Set<String> present(Member asking) throws Exception {
        asking.send("/who@all");
        asking.expect("END re=all");
        Set<String> names = new HashSet<>();
        for (String line : asking.seen().all()) {
            if (line.startsWith("WHO ")) {
                names.add(line.replaceAll(".* name=(\\S+) .*", "$1"));
            }
        }
        return names;
    }
}
