package chatlab.tutorials.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class FullDoorTest {
    @Test
    void attemptToConnectGetsNoAnswer() throws Exception {
        try (FullDoor door = new FullDoor();
                Socket socket = new Socket()) {
            assumeTrue(door.isFull(), "this system refuses instead");
            InetSocketAddress address =
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), door.port());
            assertThrows(SocketTimeoutException.class, () -> socket.connect(address, 50));
            assertEquals(0, door.millisToConnect());
        }
    }
}
