package chatlab.server.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.TestServer.Arrival;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What students may not do for a while, and how they try it all the same. */
class LocksTest {
    /** Eve is in the kitchen, and has been in since before the lock; her line gets this answer. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    private | /msg@t bob psst       | ERR re=t code=not-allowed :.*
                    private | /msg@t eve to myself  | ERR re=t code=not-allowed :.*
                    private | /paste@t bob          | ERR re=t code=not-allowed :.*
                    private | /msg@t ada help       | MSG to=ada from=eve .* re=t :help
                    private | /msg@t server help    | MSG to=server from=eve .* re=t :help
                    private | /say@t hi             | MSG room=kitchen .* re=t :hi
                    private | /hand@t for bob       | HAND name=eve place=1 :for bob
                    rooms   | /join@t pantry        | ERR re=t code=not-allowed :.*
                    rooms   | /join@t study         | ERR re=t code=not-allowed :.*
                    rooms   | /join@t lobby         | JOIN room=lobby name=eve .*
                    rooms   | /join@t LOBBY         | JOIN room=lobby name=eve .*
                    rooms   | /leave@t              | JOIN room=lobby name=eve .*
                    rooms   | /join@t kitchen       | OK re=t .*
                    names   | /nick@t insult        | ERR re=t code=not-allowed :.*
                    names   | /nick@t EVE           | ERR re=t code=not-allowed :.*
                    names   | /nick@t eve           | OK re=t
                    names   | /proto@t 1 insult     | ERR re=t code=not-allowed :.*
                    names   | /proto@t 1 eve        | HELLO .* you=eve .* re=t .*
                    names   | /proto@t 1            | HELLO .* you=eve .* re=t .*
                    """)
    void studentUnderALockGetsThisAnswer(String lock, String line, String answer) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            server.rich("bob");
            Peer cyd = server.rich("cyd");
            cyd.send("/join@j study");
            cyd.skipTo("OK re=j .*");
            Peer eve = server.rich("eve");
            eve.send("/join@j kitchen");
            eve.skipTo("OK re=j .*");
            ada.send("/lock@l " + lock + " on");
            eve.skipTo("NOTE code=lock-" + lock + "-on :.*");
            ada.skipTo("OK re=l");
            eve.send(line);
            assertThat(eve.skipTo("(ERR|MSG|HAND|JOIN|OK|HELLO .*re=t) .*|OK re=t"))
                    .matches(answer);
            if (line.startsWith("/paste")) {
                eve.send("in private", ".", "/ping after");
                eve.expect("PONG :after");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/msg bob in private", "/join pantry", "/nick adam"})
    void instructorIsUnderNoLockAndOffEndsIt(String line) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer eve = server.rich("eve");
            Peer ada = server.instructor("ada");
            for (String lock : List.of("private", "rooms", "names")) {
                server.type("lock " + lock + " on");
                ada.skipTo("NOTE code=lock-" + lock + "-on :.*");
            }
            String tagged = line.replaceFirst(" ", "@t ");
            ada.send(tagged);
            assertThat(ada.skipTo(".* re=t.*|OK re=t")).doesNotStartWith("ERR");
            eve.send(tagged);
            eve.skipTo("ERR re=t code=not-allowed :.*");
            for (String lock : List.of("private", "rooms", "names")) {
                server.type("lock " + lock + " off");
                eve.skipTo("NOTE code=lock-" + lock + "-off :.*");
            }
            eve.send(tagged.replace("adam", "evelyn"));
            assertThat(eve.skipTo(".* re=t.*|OK re=t")).doesNotStartWith("ERR");
            bob.send("/ping");
            bob.skipTo("PONG");
        }
    }

    @Test
    void instructorWritesToStudentsUnderALock() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            ada.send("/lock private on", "/msg bob hello");
            bob.skipTo("MSG to=bob from=ada .* :hello");
            server.type("msg bob hello, too");
            bob.skipTo("MSG to=bob from=server .* :hello, too");
        }
    }

    @Test
    void pasteThatWasBegunBeforeTheLockIsRefusedAtItsEnd() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            Peer eve = server.plain("eve");
            eve.send("/paste bob", "in private");
            eve.skipTo("\\* Go on; .*");
            ada.send("/lock private on");
            eve.skipTo("\\* The instructor has locked private messages: .*");
            eve.send(".");
            eve.skipTo("! not-allowed: .*");
            ada.send("/msg bob you alone");
            bob.skipTo("NOTE code=lock-private-on .*");
            bob.expectMatch("MSG to=bob from=ada .* :you alone");
        }
    }

    @Test
    void newcomerUnderLocksChoosesANameAndEntersTheLobby() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            ada.send("/lock rooms on", "/lock names on");
            ada.skipTo("NOTE code=lock-names-on .*");
            Peer eve = server.connect();
            eve.send("/proto 1", "/nick@n eve", "/join@j kitchen", "/nick@m insult");
            eve.skipTo("JOIN room=lobby name=guest\\d+ .*"); // with its first line
            eve.expectMatch("NOTE code=lock-rooms-on :.*");
            eve.expectMatch("NOTE code=lock-names-on :.*");
            eve.expectMatch("NICK .* new=eve .*");
            eve.expect("OK re=n");
            eve.expectMatch("ERR re=j code=not-allowed :.*");
            eve.expectMatch("ERR re=m code=not-allowed :.*");

            Peer guest = server.connect();
            guest.send("hello", "/nick gus", "/nick insult", "/join kitchen");
            guest.skipTo("\\* The instructor has locked the rooms.*");
            guest.skipTo("\\* You are now gus\\.");
            guest.skipTo("! not-allowed: The instructor has locked the names.*");
            guest.skipTo("! not-allowed: The instructor has locked the rooms.*");

            Peer early = server.connect();
            early.send("/join kitchen", "/who");
            early.skipTo("! not-allowed: .*");
            early.skipTo("\\* \\d people are in lobby: .*");
        }
    }

    @Test
    void comingBackIsAllowedAndEscapesNoLock() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            server.rich("bob");
            Arrival eve = server.arrive("eve");
            eve.peer().send("/join@j kitchen");
            eve.peer().skipTo("OK re=j .*");
            for (String lock : List.of("private", "rooms", "names")) {
                ada.send("/lock " + lock + " on");
            }
            eve.peer().skipTo("NOTE code=lock-names-on .*");
            eve.peer().reset();
            server.screen.awaitLine(".* eve has lost the connection, .*");
            Arrival back = server.arrive("eve " + eve.token());
            assertThat(back.hello()).contains(" you=eve ", " room=kitchen ");
            back.peer().skipTo("NOTE code=lock-private-on .*");
            back.peer().expectMatch("NOTE code=lock-rooms-on .*");
            back.peer().expectMatch("NOTE code=lock-names-on .*");
            back.peer().send("/msg@a bob psst", "/join@b study", "/nick@c insult");
            back.peer().expectMatch("ERR re=a code=not-allowed .*");
            back.peer().expectMatch("ERR re=b code=not-allowed .*");
            back.peer().expectMatch("ERR re=c code=not-allowed .*");
            Arrival second = server.arrive("eve " + eve.token()); // the first connection is replaced
            second.peer().send("/msg@a bob psst");
            second.peer().skipTo("ERR re=a code=not-allowed .*");
        }
    }

    /** Eve was called by nobody, and tries to say a word under the hush. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/say word",
                "word",
                "/msg bob word",
                "/paste\nword\n.",
                "/paste bob\nword\n.",
                "/nick word",
                "/proto 1 word",
                "/join word",
                "/hand word",
                "/hand a\n/hand word",
                "/quit word",
                "/lower word",
                "/poll word,words word",
                "/vote word",
                "/timer 5m word",
                "/announce word"
            })
    void noWordOfAHushedStudentReachesAnother(String lines) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            Peer cyd = server.plain("cyd");
            Peer eve = server.rich("eve");
            bob.skipTo("JOIN .* name=eve .*");
            ada.send("/poll a,b Clear?", "/hush on");
            bob.skipTo("NOTE code=hush-on .*");
            eve.skipTo("NOTE code=hush-on .*");
            eve.send((lines + "\n/ping done").split("\n"));
            eve.skipTo("PONG :done|BYE .*");
            ada.send("/announce the end");
            for (Peer listener : List.of(bob, cyd)) {
                for (String line = listener.readLine(); !line.endsWith("the end"); line = listener.readLine()) {
                    assertThat(line).doesNotContain("word");
                }
            }
        }
    }
}
