package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The system refuses to start a thread. An administrator is exempt from a limit on the number of threads, but each thread
 * needs room for its stack: a few large stacks fill a small address space.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux lets a shell limit the address space of a program")
class NoThreadsTest {
    private static final String SMALL_SPACE = "ulimit -v 7000000 && export MALLOC_ARENA_MAX=1";
    private static final String[] LARGE_STACKS = {
        "-Xss256m", "-Xmx64m", "-XX:CompressedClassSpaceSize=16m", "-XX:ReservedCodeCacheSize=16m", "-Xlog:disable"
    };
    private static final int GUESTS = 30;
    private static final String COMPLAINT =
            ".* There is no thread for 127\\.0\\.0\\.1:\\d+, so this connection is closed\\. .*";

    @TempDir
    Path folder;

    @Test
    void presentClientsTalkAndWaitingOnesEnterWhenOthersLeave() throws Exception {
        List<Member> guests = new ArrayList<>();
        try (RunningServer server = new RunningServer.Starter(folder)
                        .shell(SMALL_SPACE)
                        .with(LARGE_STACKS)
                        .start("--flood", "off");
                Member ada = Member.rich(server.port(), "ada");
                Member bob = Member.plain(server.port(), "bob")) {
            for (int i = 0; i < GUESTS; i++) {
                guests.add(Member.knocking(server.port(), "guest" + i));
            }
            server.expect(COMPLAINT);
            guests.forEach(NoThreadsTest::awaitDecision);
            assertThat(guests).as("some clients entered, some came too late").anyMatch(NoThreadsTest::isIn);
            assertThat(guests).anyMatch(guest -> !isIn(guest));

            ada.send("/say@1 can you hear me?");
            ada.expect("MSG .* re=1 :can you hear me\\?");
            bob.expect("<ada> can you hear me\\?");

            // the first client leaves while no thread can be started, and makes room for another one
            Member leaver =
                    guests.stream().filter(NoThreadsTest::isIn).findFirst().orElseThrow();
            leaver.send("/quit");
            leaver.expect("\\* Goodbye\\.");
            leaver.seen().expectEnd();
            Member late = await().until(() -> knock(server, guests), NoThreadsTest::isIn);
            late.comeIn("");
            late.send("/say@2 here I am");
            bob.expect("<late> here I am");
            assertThat(server.out().has(".* ended unexpectedly.*")).isFalse();
            assertThat(server.err().all()).isEmpty();
        } finally {
            Member.closeAll(guests);
        }
    }

    /** The thread of the client that has left ends a moment later, so this may take some attempts. */
    private static Member knock(RunningServer server, List<Member> guests) throws IOException {
        Member guest = Member.knocking(server.port(), "late");
        guests.add(guest);
        awaitDecision(guest);
        return guest;
    }

    private static void awaitDecision(Member guest) {
        await().pollDelay(Duration.ZERO).until(() -> isIn(guest) || guest.seen().isEnded());
    }

    private static boolean isIn(Member guest) {
        return guest.seen().has("\\* CHAT/1 .*") && !guest.seen().isEnded();
    }
}
