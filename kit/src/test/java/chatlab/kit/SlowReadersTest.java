package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.HangLimit;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three clients never read from their sockets. A socket takes some megabytes before a write to it blocks. */
class SlowReadersTest {
    private static final int READERS = 30;

    /** Characters of a line: so many that a few lines fill the buffers. */
    private static final int LENGTH = 3900;

    /** They have 12 MB: more than any system buffers for a client that does not read. */
    private static final int MOST_LINES = 3000;

    /** Lines that are on their way at a time, so that the server's console can show all. */
    private static final int AT_ONCE = 20;

    private static final String CLOSED = ".* ~ slow\\d does not read what we send and is closed, 127\\.0\\.0\\.1:\\d+";

    @TempDir
    Path folder;

    @Test
    void clientThatNeverReadsDelaysNoOtherOneAndIsClosed() throws Exception {
        List<Member> readers = new ArrayList<>();
        try (RunningServer server = new RunningServer.Starter(folder)
                        .with("-Xmx128m")
                        .start("--flood", "off", "--grace-millis", "100");
                Member speaker = Member.rich(server.port(), "speaker");
                Socket slow1 = neverReads(server, "/proto 1 slow1");
                Socket slow2 = neverReads(server, "/proto 1 slow2");
                Socket slow3 = neverReads(server, "/nick slow3")) {
            for (int i = 1; i <= 3; i++) {
                speaker.expect("JOIN room=lobby name=slow\\d .*");
            }
            for (int i = 0; i < READERS; i++) {
                readers.add(Member.rich(server.port(), "reader" + i));
            }

            int lines = 0;
            while (lines < MOST_LINES && countOf(server.out(), CLOSED) < 3) {
                speaker.send(nextLines(lines));
                lines += AT_ONCE;
                speaker.expect("MSG .* re=l" + lines + " :.*");
                for (Member reader : readers) {
                    reader.expect("MSG .* :" + lines + " x+");
                }
                server.expect(".* <speaker> " + lines + " x+");
            }

            assertThat(countOf(server.out(), CLOSED)).as("of the three").isEqualTo(3);
            await().until(() -> countOf(speaker.seen(), "LEAVE room=lobby name=slow\\d .* code=lost") == 3);
            for (Member reader : readers) {
                assertThat(reader.messages()).as(reader.name()).hasSize(lines);
            }
            expectEnd(slow1);
            expectEnd(slow2);
            expectEnd(slow3);

            // the server still answers, within its 128 MB
            speaker.send("/who@w");
            assertThat(speaker.expect("END re=w")).isNotNull();
            assertThat(server.isAlive()).isTrue();
            assertThat(server.out().has(".*(OutOfMemory|unexpectedly).*")).isFalse();
            assertThat(server.err().all()).isEmpty();
        } finally {
            Member.closeAll(readers);
        }
    }

    private static Socket neverReads(RunningServer server, String hello) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setReceiveBufferSize(8 * 1024); // so that its own system buffers little
            socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
            socket.setSoTimeout(HangLimit.MILLIS);
            socket.getOutputStream().write((hello + "\n").getBytes(StandardCharsets.UTF_8));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static String[] nextLines(int from) {
        String[] lines = new String[AT_ONCE];
        for (int i = 0; i < AT_ONCE; i++) {
            int number = from + i + 1;
            lines[i] = "/say@l" + number + " " + number + " " + "x".repeat(LENGTH);
        }
        return lines;
    }

    private static long countOf(SeenLines seen, String regex) {
        return seen.all().stream().filter(line -> line.matches(regex)).count();
    }

    /** Reads what is still on its way, up to the end. */
    private static void expectEnd(Socket socket) throws IOException {
        byte[] rest = new byte[64 * 1024];
        try {
            while (socket.getInputStream().read(rest) >= 0) {
                // discard
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("still open", e);
        } catch (IOException e) {
            // a reset is an end, too
        }
    }
}
