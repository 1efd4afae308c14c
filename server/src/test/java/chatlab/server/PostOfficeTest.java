package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.PlainRenderer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PostOfficeTest {
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Threads threads = new Threads(Threads.Kind.PLATFORM, complaints::add);
    private final PostOffice office = new PostOffice(threads, () -> {});
    private final List<Line> lines = new ArrayList<>();

    private Line open() throws Exception {
        Line line = Line.open(lines.size() + 1, office);
        lines.add(line);
        office.add(line.connection());
        return line;
    }

    @AfterEach
    void close() throws Exception {
        for (Line line : lines) {
            line.close();
        }
        office.close();
    }

    @Test
    void whoDoesNotReadGetsAWriterOfItsOwnAndTheOthersTheirMail() throws Exception {
        Line bob = open();
        try (Crowd crowd = new Crowd()) {
            for (int i = 0; i < 3; i++) {
                Line stuck = open();
                crowd.letDo(stuck::sendForEver);
            }
            for (int i = 0; !lines.stream().skip(1).allMatch(Line::hasAWriterOfItsOwn); i++) {
                bob.connection().sendPlain("mail " + i);
                bob.peer().expect("mail " + i);
            }
            assertThat(bob.hasAWriterOfItsOwn()).isFalse();
            assertThat(threadNames()).contains("client 2 writer", "client 3 writer", "client 4 writer", "postman");

            for (Line stuck : lines.subList(1, 4)) {
                stuck.connection().close();
            }
            crowd.await();
            await().until(() -> threadNames().noneMatch(name -> name.matches("client [234] writer")));
            bob.connection().sendPlain("still");
            bob.peer().expect("still");
        }
    }

    @Test
    void theNewPostmanDoesNotGoToTheDoorThatWasLeftToTheOldOne() throws Exception {
        GatedSocket adas = GatedSocket.closed();
        GatedSocket bobs = GatedSocket.open(text -> {});
        try (Housekeeper housekeeper = new Housekeeper()) {
            PlainRenderer plain = new PlainRenderer(ZoneOffset.UTC);
            Connection ada = new Connection(1, adas, office, plain, housekeeper, c -> {});
            Connection bob = new Connection(2, bobs, office, plain, housekeeper, c -> {});
            office.add(ada);
            office.add(bob);
            ada.sendPlain("one");
            await().until(() -> ada.threads().size() == 2); // he stands there and was relieved
            for (int i = 0; i < 3; i++) { // or bob's may have come on the round on which ada's did not
                String before = bobs.written();
                ada.sendPlain("two");
                bob.sendPlain("mail");
                await().until(() -> bobs.written().length() > before.length());
            }
            assertThat(ada.needsVisit()).isTrue(); // nobody has taken it out
            ada.close();
            bob.close();
        }
    }

    @Test
    void theWriterThatIsLeftAtADoorGoesOnThere() throws Exception {
        Line ada = open();
        try (Crowd crowd = new Crowd()) {
            crowd.letDo(ada::sendForEver);
            await().until(ada::hasAWriterOfItsOwn);
            BufferedReader reader = new BufferedReader(
                    new InputStreamReader(ada.peer().socket().getInputStream(), StandardCharsets.UTF_8));
            for (int i = 0; i < 2000; i++) { // more than was under way when he got stuck
                assertThat(reader.readLine()).isEqualTo("* " + "x".repeat(8000));
            }
            ada.connection().close();
            crowd.await();
        }
    }

    @Test
    void aPostmanWhoDiesIsReplaced() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        PostOffice unlucky = new PostOffice(threads, () -> {
            if (runs.incrementAndGet() == 3) {
                throw new IllegalStateException("bad day");
            }
        });
        try (Line ada = Line.open(1, unlucky)) {
            unlucky.add(ada.connection());
            await().until(() -> {
                unlucky.ring();
                return !complaints.isEmpty();
            });
            ada.connection().sendPlain("x");
            ada.peer().expect("x");
        }
        unlucky.close();
        assertThat(complaints).singleElement().asString().contains("bad day");
    }

    private static Stream<String> threadNames() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName);
    }
}
