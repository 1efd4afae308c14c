package chatlab.server.session;

import static chatlab.server.TestServer.KEY;
import static chatlab.server.TestServer.LAB;
import static chatlab.server.TestServer.NEXT_DOOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstructorTest {
    @Test
    void keyMakesAnInstructor() throws Exception {
        try (TestServer server = TestServer.start("--key", KEY, "--key-millis", "1")) {
            Peer bob = server.rich("bob");
            Peer ada = server.rich("ada");
            bob.skipTo("JOIN .* name=ada .*");
            ada.send("/op@1 wrong", "/op@2 " + KEY);
            ada.expectMatch("ERR re=1 code=bad-key :.*");
            ada.skipTo("NOTE code=op :.*");
            ada.expect("WHO name=ada room=lobby state=op", "OK re=2");
            bob.expect("WHO name=ada room=lobby state=op");
            server.screen.awaitLine(".* \\* ada \\(127\\.0\\.0\\.1:\\d+\\) is an instructor now, by ada");
        }
    }

    @Test
    void keyOfAnInstructorChangesNothing() throws Exception {
        try (TestServer server = TestServer.start("--key", KEY)) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            ada.send("/op@1 " + KEY, "/ping@2");
            ada.skipTo("JOIN .* name=bob .*");
            ada.expect("OK re=1", "PONG re=2");
            bob.send("/ping");
            bob.expect("PONG");
            server.type("op ada");
            server.screen.awaitLine(".* \\* ada is an instructor already");
        }
    }

    @Test
    void wrongKeysDelayTheirConnectionLongerEachTimeAndDoNotEndIt() throws Exception {
        try (TestServer server = TestServer.start("--key", KEY, "--key-millis", "20")) {
            Peer eve = server.plain("eve");
            long begun = System.nanoTime();
            for (int i = 0; i < 6; i++) {
                eve.send("/op guess" + i);
                eve.skipTo("! bad-key: .*");
            }
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))
                    .isGreaterThanOrEqualTo(20 + 40 + 80 + 160 + 320);
            String keys = ".* ! eve has given a wrong key, 127\\.0\\.0\\.1:\\d+";
            await().untilAsserted(() -> assertThat(server.screen.shown())
                    .filteredOn(line -> line.matches(keys))
                    .hasSize(6));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void connectingAgainDoesNotResetTheWait(boolean loopback) throws Exception {
        try (TestServer server = TestServer.start("--key", KEY, "--key-millis", "600000", "--flood", "off")) {
            InetAddress address = loopback ? InetAddress.getLoopbackAddress() : LAB;
            Peer eve = server.richFrom(address, "eve");
            eve.send("/op@1 guess");
            eve.skipTo("ERR re=1 code=bad-key .*");
            eve.close();
            Peer again = server.richFrom(address, "eve2");
            again.send("/op@1 " + KEY);
            again.skipTo("NOTE code=slow-down :Wrong keys came from your address, .* \\d+ s\\.");
        }
    }

    @Test
    void wrongKeysDelayNoOtherAddressAndTheWaitEndsWithTheConnection() throws Exception {
        try (TestServer server =
                TestServer.start("--key", KEY, "--key-millis", "600000", "--last-words-millis", "10")) {
            Peer eve = server.richFrom(LAB, "eve");
            Peer bob = server.richFrom(LAB, "bob");
            eve.send("/op@1 guess", "/op@2 guess");
            eve.skipTo("NOTE code=slow-down :Wrong keys .*");
            bob.send("/say@1 hello"); // only keys wait
            bob.skipTo("MSG .* re=1 :hello");
            Peer ada = server.richFrom(NEXT_DOOR, "ada");
            ada.send("/op@1 " + KEY);
            ada.skipTo("OK re=1");
            server.type("kick eve");
            await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .doesNotContain("client 1 eve reader"));
        }
    }

    @Test
    void instructorsHearOfWrongKeysAtOnceAndThenTogether() throws Exception {
        try (TestServer server =
                TestServer.start("--key", KEY, "--key-millis", "0", "--tell-millis", "3000", "--flood", "off")) {
            Peer ada = server.instructor("ada");
            Peer eve = server.rich("eve");
            ada.skipTo("JOIN .* name=eve .*");
            for (int i = 0; i < 5; i++) {
                eve.send("/op@" + i + " guess");
                eve.skipTo("ERR re=" + i + " code=bad-key :.*");
            }
            ada.expectMatch(
                    "NOTE code=bad-key :Wrong keys for /op: 1\\. The last one came from eve, 127\\.0\\.0\\.1:\\d+\\.");
            int told = 1;
            while (told < 5) { // mostly all of them together
                told += Integer.parseInt(
                        ada.skipTo("NOTE code=bad-key :Wrong keys for /op: .*").replaceAll(".*/op: (\\d+)\\..*", "$1"));
            }
            assertThat(told).isEqualTo(5);
        }
    }

    @Test
    void onlyTheKeyboardMakesInstructorsWithoutAKey() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.send("/op@1 x");
            ada.expectMatch("ERR re=1 code=not-allowed :.*keyboard.*");
            server.type("op ada");
            ada.expectMatch("NOTE code=op :.*");
        }
    }

    @Test
    void commandsOfInstructorsAreRefusedToStudents() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer eve = server.rich("eve");
            bob.skipTo("JOIN .* name=eve .*");
            eve.send("/kick@1 bob", "/mute@2 bob", "/unmute@3 bob", "/hush@4 on", "/announce@5 fire");
            for (int i = 1; i <= 5; i++) {
                eve.expectMatch("ERR re=" + i + " code=not-allowed :.*");
            }
            eve.send("/say done");
            bob.expectMatch("MSG .* :done");
        }
    }

    @Test
    void kickedPersonIsToldWhyAndGone() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            Peer joe = server.plain("joe");
            ada.skipTo("JOIN .* name=joe .*");
            ada.send("/kick@1 bob too loud", "/kick@2 joe", "/kick@3 nobody");
            ada.expectMatch("LEAVE room=lobby name=bob at=\\S+ code=kicked :too loud");
            ada.expect("OK re=1 :Done.");
            ada.expectMatch("LEAVE room=lobby name=joe at=\\S+ code=kicked");
            ada.expect("OK re=2 :Done.");
            ada.expectMatch("ERR re=3 code=no-such-name :.*");
            bob.skipTo("BYE code=kicked :.* Reason: too loud");
            bob.expectEnd();
            joe.skipTo("\\* bob was sent away\\. Reason: too loud");
            joe.expect("* The instructor has closed your connection.");
            joe.expectEnd();
        }
    }

    @Test
    void mutedPersonLeavesWithoutAReason() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            ada.send("/mute bob");
            bob.skipTo("NOTE code=muted :.*");
            bob.send("/quit this is unfair");
            ada.skipTo("LEAVE room=lobby name=bob at=\\S+ code=quit");
        }
    }

    @Test
    void mutedPersonMayWriteToInstructorsOnly() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            Peer eve = server.rich("eve");
            ada.send("/mute@m bob later");
            ada.skipTo("WHO name=bob room=lobby state=muted");
            ada.expect("OK re=m :Done.");
            bob.skipTo("NOTE code=muted :.* Reason: later");
            bob.send("/say@1 x", "/msg@2 eve x", "/paste@3", "x", ".", "/paste@4 ada", "help", ".", "/msg@5 ada help");
            bob.skipTo("ERR re=1 code=muted :.*");
            bob.expectMatch("ERR re=2 code=muted :.*");
            bob.expectMatch("ERR re=3 code=muted :.*");
            bob.expectMatch("MSG to=ada .* re=4 :help");
            bob.expectMatch("MSG to=ada .* re=5 :help");
            ada.send("/mute@x ada", "/unmute@u bob");
            ada.skipTo("ERR re=x code=not-allowed :.*");
            bob.skipTo("NOTE code=unmuted :.*");
            bob.send("/say@6 thanks");
            bob.skipTo("MSG .* re=6 :thanks");
            eve.skipTo("WHO name=bob room=lobby state=-");
            eve.expectMatch("MSG .* :thanks");
        }
    }

    @Test
    void onlyInstructorsSpeakUnderAHush() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            Peer joe = server.connect();
            joe.send("/join lab");
            joe.skipTo("\\* You are in lab now\\.");
            ada.send("/hush@h on");
            bob.skipTo("NOTE code=hush-on :.*");
            joe.expectMatch("\\* The instructor asks for silence: .*");
            ada.skipTo("OK re=h :Done\\.");
            bob.send("/say@1 x");
            bob.expectMatch("ERR re=1 code=muted :.*");
            ada.send("/say listen", "/hush off");
            bob.expectMatch("MSG .* from=ada .* :listen");
            bob.expectMatch("NOTE code=hush-off :.*");
            bob.send("/say@2 x");
            bob.expectMatch("MSG .* re=2 :x");
        }
    }

    @Test
    void announcementReachesAllRooms() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer joe = server.connect();
            joe.send("/join lab");
            joe.skipTo("\\* You are in lab now\\.");
            Peer bob = server.rich("bob");
            ada.skipTo("JOIN .* name=bob .*");
            ada.send("/announce@a fire drill");
            ada.expectMatch("MSG room=\\* from=ada id=1 at=\\S+ re=a :fire drill");
            bob.expectMatch("MSG room=\\* from=ada id=1 at=\\S+ :fire drill");
            joe.expect("* ada to all rooms: fire drill");
            ada.send("/say next");
            bob.expectMatch("MSG .* id=2 .*"); // each only once
        }
    }

    @Test
    void threadsAreCountedForEverybodyAndListedForTheInstructor() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            await().untilAsserted(() -> assertThat(threads(bob))
                    .contains("THREAD name=1-other role=reader of=others state=reading"
                            + " :1 other: waits in read() for the next line"));
            server.rich("eve");
            bob.skipTo("JOIN .* name=eve .*");
            await().untilAsserted(() -> assertThat(threads(bob)) // until the others have nothing to do any more
                    .contains(
                            "THREAD name=accept role=accept of=server state=waiting"
                                    + " :accept: waits in accept() for the next client",
                            "THREAD name=client-2-bob-reader role=reader of=bob state=obeying"
                                    + " :client 2 bob reader: obeys a line",
                            "THREAD name=each-of-2-others role=reader of=others state=reading"
                                    + " :each of 2 others: waits in read() for the next line")
                    .anyMatch(line -> line.startsWith("THREAD name=postman role=postman of=server "))
                    .anyMatch(line -> line.startsWith("THREAD name=watchdog role=watchdog of=server "))
                    .hasSize(5));
            assertThat(threads(ada))
                    .anyMatch(line -> line.startsWith("THREAD name=client-3-eve-reader role=reader of=eve "))
                    .anyMatch(line -> line.startsWith("THREAD name=client-2-bob-reader role=reader of=bob "))
                    .hasSize(6);
        }
    }

    @Test
    void threadOfAClientHasItsNameInAThreadDump() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.send("/nick grace");
            ada.skipTo("OK");
            await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .contains("client 1 grace reader", "accept", "postman", "watchdog", "scheduler", "console"));
        }
    }

    /** Without the writers that clients have for a minute when the machine was so busy that the postman seemed to be stuck. */
    private static List<String> threads(Peer peer) throws Exception {
        peer.send("/threads@t");
        List<String> rows = new ArrayList<>();
        for (String line = peer.readLine(); !line.equals("END re=t"); line = peer.readLine()) {
            if (line.contains(" role=writer ")) {
                assertThat(line).containsPattern(" state=(waiting|writing) ");
            } else if (line.startsWith("THREAD ")) {
                rows.add(line);
            }
        }
        return rows;
    }
}
