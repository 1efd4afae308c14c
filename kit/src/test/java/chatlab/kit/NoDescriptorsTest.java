package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each socket is a file descriptor. The server may have only a few, and they run out. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no ulimit, and so no way to make handles run out")
class NoDescriptorsTest {
    private static final int DESCRIPTORS = 60;

    /** More than there are descriptors. The system completes their connections; the server cannot accept them all. */
    private static final int GUESTS = 80;

    private static final int LEAVING = 10;
    private static final String COMPLAINT = ".* Cannot accept a client: .*";

    @TempDir
    Path folder;

    @Test
    void presentClientsTalkAndWaitingOnesEnterWhenOthersLeave() throws Exception {
        List<Member> guests = new ArrayList<>();
        // without the option, the virtual machine takes more descriptors than it was told to
        try (RunningServer server = new RunningServer.Starter(folder)
                        .shell("ulimit -n " + DESCRIPTORS)
                        .with("-XX:-MaxFDLimit")
                        .start("--flood", "off");
                Member ada = Member.rich(server.port(), "ada");
                Member bob = Member.plain(server.port(), "bob")) {
            for (int i = 0; i < GUESTS; i++) {
                guests.add(Member.knocking(server.port(), "guest" + i));
            }
            server.expect(COMPLAINT);

            // the server pauses between its attempts, and meanwhile the present clients talk
            Duration busyBefore = server.cpuTime();
            await().during(Duration.ofSeconds(2))
                    .until(() -> server.cpuTime().minus(busyBefore).compareTo(Duration.ofSeconds(1)) < 0);
            ada.send("/say@1 can you hear me?");
            ada.expect("MSG .* re=1 :can you hear me\\?");
            bob.expect("<ada> can you hear me\\?");
            bob.send("loud and clear");
            ada.expect("MSG .* from=bob .* :loud and clear");
            assertThat(server.out().all().stream().filter(line -> line.matches(COMPLAINT)))
                    .as("complaints: one when it begins, not one for each attempt")
                    .hasSizeLessThan(LEAVING);

            int before = greeted(guests).size();
            assertThat(before).isBetween(LEAVING, GUESTS - LEAVING);
            for (Member guest : greeted(guests).subList(0, LEAVING)) {
                guest.close();
            }
            await().until(() -> greeted(guests).size() >= before + LEAVING);
            assertThat(server.err().all()).isEmpty();
        } finally {
            Member.closeAll(guests);
        }
    }

    private static List<Member> greeted(List<Member> guests) {
        return guests.stream()
                .filter(guest -> guest.seen().has("\\* CHAT/1 .*"))
                .collect(Collectors.toList());
    }
}
