package chatlab.server;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardTest {
    @Test
    void saysHowToJoin(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("transcript.txt");
        Files.writeString(file, "NOTE code=run :abc\n");
        String[] options = {"--name", "Room 12", "--transcript", file.toString()};
        try (TestServer server = TestServer.start(options)) {
            new Board(TestServer.settings(options), server.server).write();
            server.screen.awaitLine(".*Room 12.*");
            server.screen.awaitLine("Listening on 127\\.0\\.0\\.1, port " + server.port() + "\\.");
            server.screen.awaitLine(".* nc localhost " + server.port() + ".*");
            server.screen.awaitLine("What is said is kept in .*transcript\\.txt, .*");
            server.screen.awaitLine("The last server was not closed properly.*");
            server.screen.awaitLine("Type help .*");
        }
    }

    @Test
    void saysThatNothingIsKept() throws Exception {
        try (TestServer server = TestServer.start()) {
            new Board(TestServer.settings(), server.server).write();
            server.screen.awaitLine("What is said is not kept\\.");
        }
    }
}
