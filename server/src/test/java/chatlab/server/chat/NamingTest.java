package chatlab.server.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.Peer;
import chatlab.server.Crowd;
import chatlab.server.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names that a person may have. */
class NamingTest {
    /** Tried often, since only a reader that is stopped at the wrong moment would show that it is not so. */
    @Test
    void clientThatReadsItsNewNameIsInTheRoom() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer bob = server.rich("bob");
            for (int i = 1; i <= 500; i++) {
                Peer ada = server.connect();
                ada.send("/nick ada" + i);
                ada.skipTo("\\* You are now ada" + i + "\\.");
                bob.send("/say hello " + i);
                String heard = ada.readLine();
                while (!heard.endsWith("> hello " + i)) {
                    heard = ada.readLine();
                }
                assertThat(heard).isEqualTo("<bob> hello " + i); // with a time it would be history
                ada.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"Alice, AIice", "Tom, Torn", "Alice, Alice_", "ace, \u0430\u0441\u0435"})
    void nameThatLooksLikeAnotherOneIsRefused(String name, String lookAlike) throws Exception {
        try (TestServer server = TestServer.start()) {
            server.rich(name);
            Peer other = server.rich("bob");

            other.send("/nick@1 " + lookAlike);

            assertThat(other.skipTo("ERR .*")).matches("ERR re=1 code=name-taken :.*" + name + ".*");
        }
    }

    @Test
    void nameThatOnlyResemblesAnotherOneGetsIn() throws Exception {
        try (TestServer server = TestServer.start()) {
            for (String name : List.of("Ian", "Lan", "Neil", "Nell", "Arno", "Ammo")) {
                server.rich(name); // returns when it has read its own JOIN
            }
        }
    }

    @Test
    void exactlyOneOfThirtyClientsGetsANameThatAllClaimAtOnce() throws Exception {
        int people = 30;
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try (TestServer server = TestServer.start()) {
            CyclicBarrier start = new CyclicBarrier(people);
            List<Future<String>> claims = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                Peer peer = server.connect();
                claims.add(threads.submit(() -> {
                    start.await();
                    peer.send("/proto 1 ada", "/ping");
                    String hello = peer.skipTo("HELLO .*").replaceFirst(".* you=(\\S+) .*", "$1");
                    String rest = peer.readLine().replaceFirst(" .*code=(\\S+) .*", " $1");
                    return hello.startsWith("guest") ? rest : hello;
                }));
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<String> claim : claims) {
                outcomes.add(claim.get());
            }
            assertThat(outcomes)
                    .containsOnlyOnce("ada")
                    .filteredOn("ERR name-taken"::equals)
                    .hasSize(people - 1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nameThatIsBeingTakenIsRefusedToOthers() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Semaphore goOn = new Semaphore(0);
        try (TestServer server = TestServer.start();
                Crowd crowd = new Crowd()) {
            server.rich("eve");
            Peer bob = server.rich("bob");
            Hall hall = server.services().hall();
            crowd.letDo(() -> hall.inOrder(() -> {
                Person eve = hall.roster().known("eve");
                begun.countDown();
                goOn.acquireUninterruptibly();
                server.services().naming().rename(eve, "ada", "");
            }));
            begun.await();
            bob.send("/nick@n ada");
            await().until(() -> isWaitingForTheHall("client 2 bob reader"));
            goOn.release();
            crowd.await();
            bob.skipTo("NICK old=eve new=ada .*");
            bob.expectMatch("ERR re=n code=name-taken .*");
        } finally {
            goOn.release();
        }
    }

    private static boolean isWaitingForTheHall(String thread) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().equals(thread))
                .filter(entry -> entry.getKey().getState() == Thread.State.WAITING)
                .flatMap(entry -> Stream.of(entry.getValue()))
                .anyMatch(frame -> frame.getClassName().equals(Hall.class.getName()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ace", "ACE", "ａｃｅ", "асе", "Ace"})
    void nameThatLooksTheSameIsTaken(String twin) throws Exception {
        try (TestServer server = TestServer.start()) {
            server.rich("ace");
            Peer thief = server.plain("thief");
            thief.send("/nick " + twin);
            thief.expect("! name-taken: Another person here is called ace.");
            Peer second = server.connect();
            second.send("/proto@t 1 " + twin);
            second.skipTo("ERR re=t code=name-taken :.*");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server",
                "You",
                "guest7",
                "ｓerver",
                "admin",
                "a:b",
                "a<b",
                "1a",
                "",
                "abcdefghijabcdefghijk",
                "ㅤ"
            })
    void forbiddenNameIsRefused(String name) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.send("/nick@n " + name);
            ada.expectMatch("ERR re=n code=(bad-name|bad-args) :.*");
            ada.send("/say it is still me");
            ada.expectMatch("MSG room=lobby from=ada .*");
        }
    }

    @Test
    void renamingIsSeenByAllAndFreesTheOldName() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer ada = server.rich("ada");
            Peer eve = server.plain("eve");
            bob.skipTo("JOIN .* name=eve .*");
            ada.send("/nick@n grace");
            ada.skipTo("NICK old=ada new=grace at=\\S+");
            ada.expect("OK re=n");
            bob.expectMatch("NICK old=ada new=grace at=\\S+");
            eve.skipTo("\\* ada is now grace\\.");
            server.rich("ada");
        }
    }

    @Test
    void caseOfTheOwnNameMayBeChanged() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.send("/nick@n Ada");
            ada.expectMatch("NICK old=ada new=Ada at=\\S+");
            ada.expect("OK re=n");
        }
    }
}
