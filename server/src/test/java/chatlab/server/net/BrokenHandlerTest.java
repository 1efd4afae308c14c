package chatlab.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.delivery.Delivery;
import chatlab.server.delivery.Line;
import chatlab.server.session.Shared;
import chatlab.server.support.DeliveryKind;
import chatlab.server.support.Threads;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What goes wrong: any exception in a handler. */
class BrokenHandlerTest {
    @Test
    void onlyThatClientEndsAndEveryCountIsPutBack() throws Exception {
        List<String> complaints = new CopyOnWriteArrayList<>();
        Threads threads = new Threads(Threads.Kind.PLATFORM, complaints::add);
        Delivery office = Delivery.of(DeliveryKind.POSTMAN, threads, () -> {}, complaints::add);
        office.start();
        try (TestServer server = TestServer.start();
                Line line = Line.open(99, office)) {
            Shared good = server.services();
            Shared broken = new Shared(
                    good.settings(),
                    good.messageRun(),
                    good.hall(),
                    good.naming(),
                    good.publisher(),
                    good.moderation(),
                    good.corrections(),
                    good.classroom(),
                    good.keyAlarm(),
                    good.connectionLimit(),
                    good.wrongKeys(),
                    good.idleWatch(),
                    good.eventLog(),
                    good.scheduler(),
                    () -> {
                        throw new IllegalStateException("a bug");
                    },
                    good.connections(),
                    good.webPort());
            Peer bob = server.rich("bob");
            office.add(line.connection());
            good.connectionLimit().connect(line.connection().address(), System.nanoTime());
            Thread reader = threads.start("reader", new ClientReader(line.connection(), broken));
            line.peer().send("/nick ada", "/threads", "/say never said");
            bob.skipTo("JOIN .* name=ada .*");
            bob.expectMatch("LEAVE room=lobby name=ada at=\\S+ code=lost");
            assertThat(line.peer().readAll()).last().asString().startsWith("* The server has made a mistake");
            line.peer().close();
            reader.join();
            await().until(() -> !complaints.isEmpty());
            assertThat(complaints).singleElement().asString().contains("a bug");
            assertThat(server.countPeople()).isEqualTo(1);
            bob.send("/say me not");
            bob.expectMatch("MSG .* id=1 .*");
        } finally {
            office.close();
        }
    }
}
