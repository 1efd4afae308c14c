package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The server runs without a keyboard, as a service does, or a program types its commands. */
class SilentKeyboardTest {
    @TempDir
    Path folder;

    @Test
    void serverWithoutAKeyboardKeepsRunning() throws Exception {
        Path nothing = Files.createFile(folder.resolve("nothing"));
        try (RunningServer server =
                        new RunningServer.Starter(folder).keyboard(nothing).start();
                Member ada = Member.rich(server.port(), "ada");
                Member bob = Member.plain(server.port(), "bob")) {
            await().during(Duration.ofSeconds(1)).until(server::isAlive);
            bob.send("nobody watches us");
            ada.expect("MSG .* from=bob .* :nobody watches us");
        }
    }

    @Test
    void serverObeysCommandsFromAPipe() throws Exception {
        try (RunningServer server = RunningServer.start(folder);
                Member ada = Member.rich(server.port(), "ada");
                Member bob = Member.plain(server.port(), "bob")) {
            server.type("who");
            server.expect("2 people:");
            server.expect("  ada   " + ada.address().replace(".", "\\.") + "   in lobby   since \\d\\d:\\d\\d   -");
            server.expect("  bob   " + bob.address().replace(".", "\\.") + "   in lobby   since \\d\\d:\\d\\d   -");

            server.type("say please open your books");
            ada.expect("MSG room=lobby from=server .* :please open your books");
            bob.expect("<server> please open your books");

            server.type("op ada");
            ada.expect("WHO name=ada room=lobby state=op");
            server.type("dance");
            server.expect("! There is no command \"dance\"\\. .*");

            server.type("quit");
            ada.expect("BYE code=shutdown :.*");
            bob.expect("\\* The server is closing\\. Goodbye\\.");
            ada.seen().expectEnd();
            bob.seen().expectEnd();
            assertThat(server.expectExit()).isZero();
            assertThat(server.err().all()).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows can only kill a program, not ask it to end")
    void serverThatTheSystemEndsSaysGoodbyeToAll() throws Exception {
        try (RunningServer server = RunningServer.start(folder);
                Member ada = Member.rich(server.port(), "ada");
                Member bob = Member.plain(server.port(), "bob")) {
            bob.send("last words");
            server.expect(".* <bob> last words");
            server.terminate();
            ada.expect("MSG .* :last words");
            ada.expect("BYE code=shutdown :.*");
            bob.expect("\\* The server is closing\\. Goodbye\\.");
            assertThat(server.expectExit()).as("128 + SIGTERM").isEqualTo(143);
            assertThat(Files.readAllLines(folder.resolve(RunningServer.TRANSCRIPT)))
                    .last()
                    .asString()
                    .startsWith("BYE code=shutdown");
        }
    }
}
