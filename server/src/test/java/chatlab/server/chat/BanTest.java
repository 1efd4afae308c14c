package chatlab.server.chat;

import static chatlab.server.TestServer.LAB;
import static chatlab.server.TestServer.NEXT_DOOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlab.protocol.ErrorCode;
import chatlab.protocol.InstructorCommand.Ban;
import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.TestServer.Arrival;
import chatlab.server.session.Shared;
import chatlab.server.support.RefusedException;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an instructor can do about a person that changes its name, or comes back at once. */
class BanTest {
    @Test
    void allFromTheSameAddressAreSentAway() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer eve = server.richFrom(LAB, "eve");
            Peer mallory = server.richFrom(LAB, "mallory");
            Peer bob = server.richFrom(NEXT_DOOR, "bob");
            ada.skipTo("JOIN .* name=bob .*");

            ada.send("/ban@a eve too loud", "/ban@b eve too loud");
            ada.expect(
                    "ERR re=a code=shared :Others came from 10.1.2.3, too, and would be kept out: mallory. To ban them all, send"
                            + " the same line again within 30 seconds. To reach one person alone, use kick or mute.");
            ada.expectMatch("LEAVE room=lobby name=eve at=\\S+ code=kicked :too loud");
            ada.expectMatch("LEAVE room=lobby name=mallory at=\\S+ code=kicked :too loud");
            ada.expect(
                    "OK re=b :Connections from 10.1.2.3 are refused from now on; sent away: 1, and with it from the same address: mallory."
                            + " Undo it with: /unban 10.1.2.3");
            eve.skipTo("BYE code=kicked :The instructor refuses connections from your address\\. Reason: too loud");
            eve.expectEnd();
            mallory.skipTo("BYE code=kicked :.*");
            mallory.expectEnd();
            bob.send("/ping");
            bob.skipTo("PONG");
            server.screen.awaitLine(
                    ".* \\* connections from 10\\.1\\.2\\.3 are refused from now on, because of eve, by ada; .*");
        }
    }

    /** Thirty people may share it. */
    @Test
    void sharedAddressIsNotBannedByOneLine() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer eve = server.richFrom(LAB, "eve");
            Peer bob = server.richFrom(LAB, "bob");
            bob.send("/quit");
            bob.skipTo("BYE .*");
            server.type("ban eve");
            server.screen.awaitLine("! Others came from 10\\.1\\.2\\.3, too, and would be kept out: bob\\. .*");
            server.type("ban eve now"); // not the same line
            server.type("ban 10.1.2.3");
            server.screen.awaitLine(
                    "! More than one person came from 10\\.1\\.2\\.3, and all would be kept out: eve, bob\\. .*");
            server.type("rooms");
            server.screen.awaitLine("  lobby: 1");
            server.type("ban 10.1.2.3");
            eve.skipTo("BYE code=kicked :.*");
            assertThat(server.screen.shown())
                    .filteredOn(line -> line.startsWith("! "))
                    .hasSize(3);
            server.screen.awaitLine(".* \\* connections from 10\\.1\\.2\\.3 .*; sent away: 1\\. .*");
        }
    }

    @Test
    void bystanderDoesNotCountAsThePersonSentAway() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer eve = server.richFrom(LAB, "eve");
            eve.send("/say hello", "/quit");
            eve.skipTo("BYE .*");
            Peer bob = server.richFrom(LAB, "bob");
            server.type("ban #1");
            server.type("ban #1");
            bob.skipTo("BYE code=kicked :.*");
            server.screen.awaitLine(".*; sent away: 0, and with it from the same address: bob\\. .*");
        }
    }

    @Test
    void personThatComesAgainUnderItsNameIsNoBystander() throws Exception {
        try (TestServer server = TestServer.start()) {
            for (int i = 0; i < 2; i++) {
                Peer eve = server.richFrom(LAB, "eve");
                eve.send("/say hello", "/nick mallory", "/nick eve", "/quit");
                eve.skipTo("BYE .*");
            }
            server.type("ban #1");
            server.screen.awaitLine(".* \\* connections from 10\\.1\\.2\\.3 .*; sent away: 0\\. .*");
        }
    }

    @Test
    void mutedPersonThatReturnedAsAGuestIsNoOtherPerson() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer eve = server.richFrom(LAB, "eve");
            eve.send("/say hello");
            eve.skipTo("MSG .*");
            server.type("mute eve");
            eve.skipTo("WHO .* state=muted");
            eve.send("/quit");
            eve.skipTo("BYE .*");
            Peer guest = server.connectFrom(LAB);
            guest.send("/who");
            guest.skipTo("\\* .*guest\\d+.*muted.*");
            server.type("ban #1");
            guest.skipTo("\\* The instructor refuses connections from your address\\.");
            server.screen.awaitLine(".* \\* connections from 10\\.1\\.2\\.3 .*; sent away: 1\\. .*");
        }
    }

    @Test
    void sameLineCountsForThirtySeconds() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.richFrom(LAB, "eve");
            server.richFrom(LAB, "bob");
            Shared services = server.services();
            AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // it may overflow
            Moderation moderation =
                    new Moderation(services.hall(), services.publisher(), services.eventLog(), now::get);
            Ban ban = new Ban("eve", "");
            services.hall().inOrder(() -> {
                Person ada = services.hall().server();
                Person joe = services.hall().roster().known("bob");
                assertShared(() -> moderation.ban(ada, ban));
                now.addAndGet(TimeUnit.SECONDS.toNanos(31));
                assertShared(() -> moderation.ban(ada, ban));
                assertShared(() -> moderation.ban(joe, ban)); // the line of ada does not count for joe
                now.addAndGet(TimeUnit.SECONDS.toNanos(29));
                assertThat(moderation.ban(ada, ban))
                        .contains("sent away: 1, and with it")
                        .contains("bob");
            });
        }
    }

    private static void assertShared(ThrowingCallable ban) {
        assertThatThrownBy(ban)
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SHARED));
    }

    @Test
    void networkOfVersionSixIsBannedAsOneAddress() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer eve = server.richFrom(InetAddress.getByName("2001:db8:7:7::a"), "eve");
            server.type("ban 2001:db8:7:7::a");
            eve.skipTo("BYE code=kicked :.*");
            server.type("who");
            server.screen.awaitLine("  connections from 2001:db8:7:7::/64 are refused, because of 2001:db8:7:7::a");
            Peer again = server.connectFrom(InetAddress.getByName("2001:db8:7:7:1:2:3:4"));
            again.send("/nick mallory");
            again.skipTo("\\* The instructor refuses connections from your address\\.");
            server.richFrom(InetAddress.getByName("2001:db8:7:8::a"), "bob");
            server.type("unban 2001:db8:7:7::/64");
            server.screen.awaitLine(".* \\* the ban because of 2001:db8:7:7::/64 is lifted, by server");
            server.richFrom(InetAddress.getByName("2001:db8:7:7::b"), "eve");
        }
    }

    @Test
    void bannedAddressIsRefusedUntilTheBanIsLifted() throws Exception {
        try (TestServer server = TestServer.start("--key", TestServer.KEY)) {
            Peer ada = server.instructor("ada");
            server.richFrom(LAB, "eve");
            ada.skipTo("JOIN .* name=eve .*");
            server.type("ban eve");
            ada.skipTo("LEAVE .* name=eve .*");

            Peer rich = server.connectFrom(LAB);
            rich.send("/proto 1 mallory", "/say here I am again");
            rich.skipTo("HELLO .* you=guest\\d+ .*");
            rich.expect("ERR code=not-allowed :The instructor refuses connections from your address.");
            rich.expect("BYE code=kicked :The instructor refuses connections from your address.");
            rich.expectEnd();
            for (String first : new String[] {"/nick mallory", "/join lab", "hello", "/who", "/op guess"}) {
                Peer plain = server.connectFrom(LAB);
                plain.send(first);
                plain.expectMatch("\\* CHAT/1 .*");
                plain.expect("* The instructor refuses connections from your address.");
                plain.expectEnd();
            }

            ada.send("/unban@1 bob", "/unban@2 EVE", "/unban@3 eve");
            ada.expectMatch("ERR re=1 code=no-such-name :.*");
            ada.expect("OK re=2 :Done."); // and nothing was seen of all those
            ada.expectMatch("ERR re=3 code=no-such-name :.*");
            server.richFrom(LAB, "eve");
            ada.expectMatch("JOIN room=lobby name=eve .*");
            server.type("rooms");
            server.screen.awaitLine("  lobby: 2");
            assertThat(server.screen.shown()).noneMatch(line -> line.contains("wrong key"));
        }
    }

    @Test
    void silentClientFromABannedAddressIsTurnedAway() throws Exception {
        try (TestServer server = TestServer.start("--join-millis", "500")) {
            Peer ada = server.connect();
            ada.send("/proto 1 ada", "/ping in"); // its first line may come late, and ada was let in as a guest before
            ada.skipTo("PONG :in");
            server.type("op ada");
            ada.skipTo("WHO name=ada room=lobby state=op");
            Peer eve = server.connectFrom(LAB);
            ada.skipTo("JOIN .* name=guest.*");
            server.type("ban 10.1.2.3");
            eve.skipTo("\\* The instructor refuses connections from your address\\.");
            Peer silent = server.connectFrom(LAB);
            silent.expectMatch("\\* CHAT/1 .*");
            silent.expect("* The instructor refuses connections from your address.");
            silent.expectEnd();
        }
    }

    /** A line, and away. */
    @Test
    void personThatLeftIsBannedByItsMessageAndNotByItsName() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            server.richFrom(LAB, "eve").send("/say insult", "/quit ha ha");
            ada.skipTo("LEAVE .* name=eve .* :ha ha");
            ada.send("/kick@1 #1", "/ban@2 eve", "/ban@3 #1", "/unban@4 #1");
            ada.expectMatch("ERR re=1 code=no-such-name :eve has left\\. .*");
            ada.expectMatch("ERR re=2 code=no-such-name :.*");
            ada.expectMatch("OK re=3 :Connections from 10\\.1\\.2\\.3 are refused from now on; sent away: 0\\. .*");
            server.screen.awaitLine(".* because of eve \\(#1\\), by ada; sent away: 0\\. .*");
            ada.expectMatch("OK re=4 .*");
        }
    }

    @Test
    void banIsLiftedByEachWordThatItWasMadeBy() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer eve = server.richFrom(LAB, "eve");
            eve.send("/say insult");
            ada.skipTo("MSG .* id=1 .*");
            ada.send("/ban@1 eve", "/ban@2 #1", "/unban@3 eve", "/unban@4 #1");
            ada.skipTo("OK re=1 .*");
            ada.expectMatch("OK re=2 .*");
            ada.expectMatch("OK re=3 .*");
            ada.expectMatch("ERR re=4 code=no-such-name :.*");
            server.richFrom(LAB, "eve");
        }
    }

    @Test
    void lostPersonFromABannedAddressCannotComeBack() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Arrival eve = server.arrive(server.connectFrom(LAB), "eve");
            eve.peer().skipTo("JOIN .*");
            eve.peer().close();
            ada.skipTo("WHO name=eve .* state=lost");
            server.type("ban eve");
            ada.expectMatch("LEAVE .* name=eve .* code=kicked");

            Peer again = server.connectFrom(LAB);
            again.send("/proto 1 eve " + eve.token());
            again.skipTo("BYE code=kicked :.*");
        }
    }

    /** Even while she is lost: she could not come back. */
    @Test
    void instructorIsNotLockedOut() throws Exception {
        try (TestServer server = TestServer.start()) {
            Arrival arrival = server.arrive(server.connectFrom(LAB), "ada");
            Peer ada = arrival.peer();
            ada.skipTo("JOIN .*");
            server.type("op ada");
            ada.skipTo("WHO name=ada room=lobby state=op");
            server.richFrom(LAB, "eve");
            ada.send("/ban@1 eve");
            ada.skipTo("ERR re=1 code=not-allowed :ada is an instructor and has the address 10\\.1\\.2\\.3, .*");
            Peer bob = server.rich("bob");
            ada.close();
            bob.skipTo("WHO name=ada .* state=op,lost");
            server.type("ban eve");
            server.screen.awaitLine("! ada is an instructor .*");

            Peer again = server.connectFrom(NEXT_DOOR);
            again.send("/proto 1 ada " + arrival.token(), "/ban@2 eve", "/ping");
            again.skipTo("OK re=2 .*");
            again.close(); // she takes her laptop to where eve was
            bob.skipTo("WHO name=ada .* state=op,lost");
            Peer third = server.connectFrom(LAB);
            third.send("/proto 1 ada " + arrival.token(), "/ping");
            third.skipTo("PONG");
            server.type("deop ada");
            third.skipTo("BYE code=kicked :.*");
            bob.skipTo("LEAVE .* name=ada .* code=kicked");
        }
    }

    /** After BYE with `replaced` the client at the other address would not try to come back. */
    @Test
    void refusedTakeOverLeavesTheOtherConnectionOpen() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer eve = server.richFrom(LAB, "eve");
            server.type("ban eve");
            eve.skipTo("BYE code=kicked :.*");
            Arrival bob = server.arrive(server.connectFrom(NEXT_DOOR), "bob");
            Peer banned = server.connectFrom(LAB);
            banned.send("/proto@p 1 bob " + bob.token());
            banned.skipTo("ERR re=p code=not-allowed :.*");
            banned.skipTo("BYE code=kicked :.*");
            bob.peer().send("/ping");
            bob.peer().skipTo("PONG");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nick bob", "/proto 1 bob", "/proto 1 bob TOKEN"})
    void bannedPersonThatIsTurnedAwayStillKeepsItsName(String command) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer eve = server.richFrom(NEXT_DOOR, "eve");
            Arrival bob = server.arrive(server.connectFrom(LAB), "bob");
            Hall hall = server.services().hall();
            hall.inOrder(() -> Past.namedEarlier(hall.roster().known("bob"), TimeUnit.MINUTES.toNanos(20)));
            server.type("ban bob");
            bob.peer().skipTo("BYE code=kicked :.*");
            Peer banned = server.connectFrom(LAB);
            banned.send(command.replace("TOKEN", bob.token()));
            banned.skipTo("BYE code=kicked :.*|\\* The instructor refuses connections from your address\\.");
            eve.send("/nick@n bob");
            assertThat(eve.skipTo("(ERR|OK) re=n.*")).contains(" code=name-taken :The name bob is kept ");
        }
    }

    @Test
    void nameThatWasGivenUpMakesNoInstructor() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer eve = server.rich("teddy");
            eve.send("/nick@n eve");
            eve.skipTo("OK re=n");
            server.type("op teddy");
            server.screen.awaitLine("! No person here is called teddy\\.");
        }
    }

    @Test
    void keyboardBansAndLiftsABan() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer eve = server.richFrom(LAB, "eve");
            server.type("ban eve too loud");
            eve.skipTo("BYE code=kicked :.* Reason: too loud");
            server.type("who");
            server.screen.awaitLine("  connections from 10\\.1\\.2\\.3 are refused, because of eve");
            server.type("ban 10.1.2.4");
            server.screen.awaitLine(
                    "! No person here is called 10\\.1\\.2\\.4, and no person was seen at an address .*");
            server.type("unban joe");
            server.screen.awaitLine("! Nothing is banned because of joe\\.");
            server.type("unban 10.1.2.3");
            server.screen.awaitLine(".* \\* the ban because of 10\\.1\\.2\\.3 is lifted, by server");
            server.richFrom(LAB, "eve");
            server.type("ban");
            server.screen.awaitLine("! Write it like this: /ban NAME \\[REASON\\]");
        }
    }
}
