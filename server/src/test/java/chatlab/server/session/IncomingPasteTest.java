package chatlab.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.ErrorCode;
import chatlab.server.TestServer;
import chatlab.server.chat.Person;
import chatlab.server.delivery.Line;
import chatlab.server.delivery.NoDelivery;
import chatlab.server.limits.Throttle;
import org.junit.jupiter.api.Test;

class IncomingPasteTest {
    @Test
    void refusedPasteKeepsNoLines() throws Exception {
        try (TestServer server = TestServer.start();
                Line line = Line.open(9, new NoDelivery())) {
            Shared shared = server.services();
            Person nobody = shared.hall().server();
            Throttle throttle = new Throttle(line.connection(), shared.settings(), () -> true);
            IncomingPaste paste = new IncomingPaste(line.connection(), shared, throttle, nobody, "", "");
            paste.add("one");

            paste.refuse(ErrorCode.TOO_LONG, "");

            assertThat(paste.lines()).isEmpty();
            assertThat(paste.add("two")).isTrue();
            assertThat(paste.lines()).isEmpty();
            assertThat(paste.add(".")).isFalse();
        }
    }
}
