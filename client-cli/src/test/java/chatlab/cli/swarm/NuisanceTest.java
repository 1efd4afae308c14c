package chatlab.cli.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Endpoint;
import chatlab.protocol.testing.HangLimit;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class NuisanceTest {
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void endsAlsoWhileTheServerDoesNotRead() throws Exception {
        try (ServerSocket server = new ServerSocket()) {
            server.setReceiveBufferSize(4_096); // is full before the nuisance goes on to its next connection
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Nuisance nuisance = nuisance(server);
            Thread thread = new Thread(nuisance, "nuisance");
            thread.setDaemon(true);
            thread.start();
            await().during(Duration.ofMillis(500)).until(() -> isWriting(thread));

            end.countDown();
            nuisance.close();
            thread.join(HangLimit.MILLIS);

            assertThat(thread.isAlive()).isFalse();
        }
    }

    private Nuisance nuisance(ServerSocket server) {
        return new Nuisance(new Endpoint("127.0.0.1", server.getLocalPort()), "swarm-1", Set.of(Manner.FLOODS), 1, end);
    }

    private static boolean isWriting(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("write"));
    }
}
