package chatlab.server.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.ClassroomEvent.Poll.State;
import chatlab.protocol.Event;
import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.chat.Hall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten clients, two of them instructors, send commands at random: the same ones for the same seed. */
@Timeout(240)
class HostileClassTest {
    /** With each seed. */
    private static final int COMMANDS = 400;

    private static final List<String> VERBS = List.of(
            "hand",
            "hand",
            "hand",
            "lower",
            "hands",
            "hands undo",
            "next",
            "next",
            "poll",
            "poll a,b",
            "poll show",
            "vote",
            "vote a",
            "vote b",
            "timer",
            "lock",
            "did bob k3f9k3f9",
            "did",
            "class",
            "progress",
            "open",
            "close",
            "show",
            "forget",
            "nick",
            "join",
            "msg",
            "say",
            "leave",
            "proto 1",
            "quit",
            "paste",
            "hush",
            "mute",
            "unmute",
            "kick",
            "free");

    private static final List<String> ARGUMENTS = List.of(
            "",
            "",
            "a",
            "b",
            "a,b",
            "a,a",
            "3",
            "3.2",
            "3 predicted=b",
            "p1 k3f9k3f9 3 predicted=c",
            "p2 secret-secret 3 passed",
            "a,b,c,d,e,f,g,h,i why?",
            ",",
            "close",
            "off",
            "on",
            "1s",
            "99999h",
            "private on",
            "rooms off",
            "names on",
            "p0",
            "p3",
            "p5",
            "lobby",
            "kitchen",
            "server",
            "#1",
            "place=0 by=ada",
            ":secret",
            "secret secret",
            "\u202esecret",
            "\u0000secret",
            "\tsecret",
            "e" + "\u0301".repeat(30),
            "\uD83D\uDC22,\uD83D\uDC22\uD83D\uDC22 secret?",
            "x".repeat(300));

    private final Map<String, Integer> seenHands = new HashMap<>();
    private State lastState = State.VOID;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void watcherSeesTheSameClassAsTheServerWhateverTenClientsSend(long seed) throws Exception {
        Random random = new Random(seed);
        try (TestServer server = TestServer.start("--flood=off", "--worn-millis=0")) {
            Peer watcher = server.rich("watcher");
            List<Peer> clients = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                clients.add(i % 2 == 0 ? server.rich("p" + i) : server.plain("p" + i));
            }
            for (int i = 0; i < 2; i++) {
                server.type("op p" + i);
                clients.get(i).skipTo("NOTE code=op .*|\\* You are an instructor now\\..*");
            }
            for (int i = 0; i < COMMANDS; i++) {
                int which = random.nextInt(clients.size());
                String line = "/" + one(VERBS, random) + " " + one(ARGUMENTS, random);
                if (!obeys(clients.get(which), line)) {
                    clients.get(which).close();
                    clients.set(which, random.nextBoolean() ? server.rich("n" + i) : server.plain("n" + i));
                }
                look(watcher);
                check(server, "after " + i + " commands of seed " + seed + ", the last one " + line);
            }
        }
    }

    private static String one(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** Sends the line, and ends a paste if it begins one. False if the client was or is sent away, or has left. */
    private static boolean obeys(Peer client, String line) throws IOException {
        try {
            client.send(line, ".", "/ping done");
            for (String answer = client.readLine(); answer != null; answer = client.readLine()) {
                if (answer.matches("PONG :done|\\* pong done")) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // the server has closed the connection before
        }
    }

    private void look(Peer watcher) throws IOException {
        watcher.send("/ping look");
        for (String line = watcher.readLine(); !line.equals("PONG :look"); line = watcher.readLine()) {
            Optional<Event> event = Event.parse(line);
            assertThat(event).as(line).isPresent();
            if (event.get() instanceof ClassroomEvent.Hand hand) {
                assertThat(hand.text()).as(line).isEmpty();
                seenHands.values().removeIf(place -> place == hand.place());
                seenHands.remove(hand.name());
                if (hand.isUp()) {
                    seenHands.put(hand.name(), hand.place());
                }
            } else if (event.get() instanceof ClassroomEvent.Predictions now
                    && !now.counts().isEmpty()) {
                assertThat(now.counts().stream().mapToInt(count -> count).sum())
                        .as(line)
                        .isEqualTo(now.predicted());
            } else if (event.get() instanceof ClassroomEvent.Poll poll) {
                assertThat(poll.counts().isEmpty()).as(line).isEqualTo(poll.state() != State.SHOWN);
                assertThat(poll.counts().stream().mapToInt(count -> count).sum())
                        .as(line)
                        .isEqualTo(poll.state() == State.SHOWN ? poll.voted() : 0);
                boolean open = poll.state() == State.OPEN || poll.state() == State.VOID;
                assertThat(open || lastState == State.OPEN || lastState == State.CLOSED)
                        .as(lastState + " before " + line)
                        .isTrue();
                lastState = poll.state();
            }
        }
    }

    private void check(TestServer server, String when) {
        Hall hall = server.services().hall();
        hall.inOrder(() -> {
            List<ClassroomEvent.Hand> hands =
                    server.services().classroom().hands().inLine();
            assertThat(hands).as(when).hasSizeLessThanOrEqualTo(200);
            assertThat(hands)
                    .as(when)
                    .extracting(ClassroomEvent.Hand::place)
                    .isSorted()
                    .doesNotHaveDuplicates();
            Map<String, Integer> places = new TreeMap<>();
            for (ClassroomEvent.Hand hand : hands) {
                places.put(hand.name(), hand.place());
                assertThat(hall.roster().find(hand.name())).as(when).isPresent();
                assertThat(hand.text().codePointCount(0, hand.text().length()))
                        .as(when)
                        .isLessThanOrEqualTo(200);
            }
            assertThat(new TreeMap<>(seenHands)).as(when).isEqualTo(places);
            server.services().classroom().polls().now().ifPresent(poll -> {
                assertThat(poll.state()).as(when).isEqualTo(lastState);
                assertThat(poll.voted()).as(when).isLessThanOrEqualTo(1000);
            });
        });
    }
}
