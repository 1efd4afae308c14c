package chatlab.server.classroom;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.TestServer.Arrival;
import org.junit.jupiter.api.Test;

/** The timer that the instructor starts for all. */
class ClassTimerTest {
    @Test
    void allAreToldOfTheTimerAndOfItsEnd() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.plain("bob");
            ada.send("/join kitchen", "/timer@t 1s exercise 3");
            ada.skipTo("TIMER ends=\\S+ left=1 :exercise 3");
            ada.skipTo("NOTE code=timer :Time is up\\. exercise 3");
            bob.skipTo("\\* Timer, 0:01 left\\. exercise 3");
            bob.skipTo("\\* Time is up\\. exercise 3");
            ada.send("/timer@u off");
            ada.skipTo("ERR re=u code=not-allowed :No timer runs\\.");
        }
    }

    @Test
    void newTimerTakesThePlaceOfTheOldOneAndOffStopsIt() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            server.type("timer 1h first");
            bob.expectMatch("TIMER ends=\\S+ left=3600 :first");
            server.type("timer 1s second");
            bob.expectMatch("TIMER ends=\\S+ left=1 :second");
            bob.expect("NOTE code=timer :Time is up. second");
            server.type("timer 2m third");
            bob.expectMatch("TIMER ends=\\S+ left=120 :third");
            server.screen.awaitLine(".* \\? a timer of 2:00, by server: third");
            server.type("timer off");
            bob.expectMatch("TIMER ends=\\S+ left=0");
            server.type("timer 1s fourth");
            bob.expectMatch("TIMER ends=\\S+ left=1 :fourth");
            bob.expect("NOTE code=timer :Time is up. fourth");
        }
    }

    @Test
    void newcomersAndThoseWhoComeBackAreToldWhatIsLeft() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Arrival bob = server.arrive("bob");
            bob.peer().send("/ping in");
            bob.peer().skipTo("PONG :in");
            ada.send("/timer 10h");
            bob.peer().skipTo("TIMER .*");
            bob.peer().reset();
            ada.skipTo("WHO name=bob .* state=lost");
            server.arrive("bob " + bob.token()).peer().expectMatch("TIMER ends=\\S+ left=3\\d{4}");
            Peer cyd = server.connect();
            cyd.send("/nick cyd");
            cyd.skipTo("\\* Timer, (10:00|9:\\d\\d):\\d\\d left\\.");
        }
    }

    @Test
    void studentStartsNoTimer() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            bob.send("/timer@t 5m", "/timer@u off");
            bob.expectMatch("ERR re=t code=not-allowed :.*");
            bob.expectMatch("ERR re=u code=not-allowed :.*");
            Peer ada = server.instructor("ada");
            ada.send("/timer@t 5m " + "x".repeat(201));
            ada.skipTo("ERR re=t code=too-long :.*");
        }
    }
}
