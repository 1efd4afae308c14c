package chatlab.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Chat1;
import chatlab.protocol.Event;
import chatlab.protocol.Part;
import chatlab.protocol.testing.HangLimit;
import chatlab.protocol.testing.Peer;
import chatlab.server.Crowd;
import chatlab.server.FakeScreen;
import chatlab.server.TestServer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What the instructor sees. */
class ConsoleTest {
    private static final String TIME = "\\d\\d:\\d\\d:\\d\\d ";

    @Test
    void eventsAreShownWithTheAddressOfTheClient() throws Exception {
        try (TestServer server = TestServer.start("--grace-millis", "10")) {
            Peer ada = server.rich("ada");
            String peer = "127\\.0\\.0\\.1:" + ada.socket().getLocalPort();
            server.screen.awaitLine(TIME + "\\+ ada is in lobby, from " + peer);
            ada.send("/say hello      there", "/paste", "    x", ".", "/nick grace", "/join lab");
            server.screen.awaitLine(TIME + peer + " lobby #1 <ada> hello {6}there");
            server.screen.awaitLine(TIME + peer + " lobby #\\d+ <ada> \\|     x");
            server.screen.awaitLine(TIME + "\\* ada is now grace, " + peer);
            server.screen.awaitLine(TIME + "- grace goes from lobby to another room, " + peer);
            ada.close();
            server.screen.awaitLine(TIME + "~ grace has lost the connection, " + peer);
            server.screen.awaitLine(TIME + "- grace has left lab, the connection was lost");
            server.plain("eve").send("/quit so" + " ".repeat(200) + "long");
            server.screen.awaitLine(TIME + "- eve has left lobby, 127\\.0\\.0\\.1:\\d+: so {200}long");
            server.type("announce fire drill");
            server.screen.awaitLine(TIME + "\\(server\\) \\(all rooms\\) #\\d+ <server> fire drill");
        }
    }

    @Test
    void eventIsShownWithItsTimeInTheZone() {
        FakeScreen screen = new FakeScreen();
        Instant at = Instant.parse("2026-11-20T22:15:02.007Z");
        try (Console console = Console.start(screen, Clock.fixed(at, ZoneId.of("Asia/Kolkata")), HangLimit.MILLIS)) {
            console.show(new Event.Join("lobby", "ada", at), "10.0.0.7:4711");
            console.show(new Event.Msg("lobby", "", "ada", 1, at, Part.WHOLE, false, "", "hi"), "10.0.0.7:4711");
            screen.awaitLine("03:45:02 \\+ ada is in lobby, from 10\\.0\\.0\\.7:4711");
            screen.awaitLine("03:45:02 10\\.0\\.0\\.7:4711 lobby #1 <ada> hi");
        }
    }

    @Test
    void eventOfAnotherDayIsShownWithItsDate() {
        FakeScreen screen = new FakeScreen();
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T23:30:00Z"), ZoneOffset.UTC);
        try (Console console = Console.start(screen, clock, HangLimit.MILLIS)) {
            console.show(new Event.Join("lobby", "ada", Instant.parse("2026-11-19T23:59:59Z")), "10.0.0.7:4711");
            console.show(new Event.Join("lobby", "bob", Instant.parse("2026-11-19T23:59:59Z")), "10.0.0.7:4712");
            screen.awaitLine("2026-11-19 23:59:59 \\+ ada is in lobby, .*");
            screen.awaitLine("2026-11-19 23:59:59 \\+ bob is in lobby, .*");
        }
    }

    @Test
    void firstLineOfANewDayHasItsDate() {
        FakeScreen screen = new FakeScreen();
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T23:59:59Z"));
        try (Console console = Console.start(screen, new SetClock(now), HangLimit.MILLIS)) {
            console.note("before midnight");
            screen.awaitLine("23:59:59 before midnight");
            now.set(Instant.parse("2026-11-21T00:00:00Z"));
            console.note("after midnight");
            console.note("a moment later");
            screen.awaitLine("2026-11-21 00:00:00 after midnight");
            screen.awaitLine("00:00:00 a moment later");
        }
    }

    /** Shows the time that it was set to, in UTC. */
    private static final class SetClock extends Clock {
        private final AtomicReference<Instant> now;

        SetClock(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void privateMessageIsNotShown() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.send("/msg ada secret", "/say open");
            server.screen.awaitLine(".* <ada> open");
            assertThat(server.screen.shown()).noneMatch(line -> line.contains("secret"));
        }
    }

    @Test
    void haltedScreenBlocksNoClientAndShowsLaterHowManyLinesAreMissing() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer ada = server.rich("ada");
            server.screen.awaitLine(".* ada is in lobby.*");
            Runnable goOn = server.screen.halt();
            for (int i = 1; i <= 2500; i++) {
                ada.send("/say " + i);
                ada.skipTo("MSG .* :" + i);
            }
            goOn.run();
            server.screen.awaitLine("\\.\\.\\. [0-9,.]+ more lines that came too fast to be shown");
        }
    }

    @Test
    void arrivalIsShownDuringAFloodOfMessages() {
        FakeScreen screen = new FakeScreen();
        Runnable goOn = screen.halt();
        Event.Msg message = new Event.Msg("lobby", "", "eve", 1, Instant.EPOCH, Part.WHOLE, false, "", "x");
        try (Console console = Console.start(screen, ZoneOffset.UTC, HangLimit.MILLIS)) {
            for (int i = 0; i < 5000; i++) {
                console.show(message, "1.2.3.4:5");
            }
            console.show(new Event.Join("lobby", "ada", Instant.EPOCH), "1.2.3.4:6");
            goOn.run();
            screen.awaitLine(".* \\+ ada is in lobby, from 1.2.3.4:6");
        }
    }

    @Test
    void faultIsShownDuringAFloodOfArrivals() {
        FakeScreen screen = new FakeScreen();
        Runnable goOn = screen.halt();
        try (Console console = Console.start(screen, ZoneOffset.UTC, HangLimit.MILLIS)) {
            EventLog eventLog = new EventLog(null, console);
            for (int i = 0; i < 5000; i++) {
                console.show(new Event.Nick("eve" + i, "eve", Instant.EPOCH), "1.2.3.4:5");
                eventLog.lost("eve", "1.2.3.4:5");
                eventLog.tookOver("eve", "1.2.3.4:6");
                eventLog.tooSlow("eve", "1.2.3.4:6");
            }
            console.note("the disk is full");
            goOn.run();
            screen.awaitLine(TIME + "the disk is full");
        }
    }

    @Test
    void longestPasteIsShownWhole() {
        FakeScreen screen = new FakeScreen();
        Event.Msg line = new Event.Msg("lobby", "", "eve", 1, Instant.EPOCH, Part.WHOLE, false, "", "x");
        try (Console console = Console.start(screen, ZoneOffset.UTC, HangLimit.MILLIS)) {
            for (int i = 0; i < Chat1.PASTE_LINES; i++) {
                console.show(line, "1.2.3.4:5");
            }
            console.answer("end");
            screen.awaitLine("end");
            assertThat(screen.shown()).hasSize(Chat1.PASTE_LINES + 1);
        }
    }

    @Test
    void threadThatShowsALineDoesNotWaitForTheScreen() {
        FakeScreen screen = new FakeScreen();
        Runnable goOn = screen.halt();
        try (Console console = Console.start(screen, ZoneOffset.UTC, HangLimit.MILLIS)) {
            for (int i = 0; i < 10_000; i++) {
                console.note("a line");
            }
            goOn.run();
            screen.awaitLine("\\.\\.\\. [0-9,.]+ more lines that came too fast to be shown");
        }
    }

    @Test
    void linesAreShownInTheOrderOfTheQueue() {
        FakeScreen screen = new FakeScreen();
        try (Console console = Console.start(screen, ZoneOffset.UTC, HangLimit.MILLIS)) {
            console.show(new Event.Join("lobby", "ada", Instant.EPOCH), "1.2.3.4:6");
            console.note("note");
            console.answer("answer");
            screen.awaitLine("answer");
            assertThat(screen.shown()).hasSize(3);
            assertThat(screen.shown().get(0)).endsWith("+ ada is in lobby, from 1.2.3.4:6");
            assertThat(screen.shown().get(1)).endsWith("note");
        }
    }

    @Test
    void faultInOneLineLosesNoOther() {
        FakeScreen screen = new FakeScreen();
        try (Console console = Console.start(screen, ZoneOffset.UTC, HangLimit.MILLIS)) {
            console.answer("before");
            console.show(new Event.Leave("lobby", "ada", Instant.EPOCH, "nobody-knows-why", ""), "1.2.3.4:6");
            console.answer("after");
            screen.awaitLine("after");
            assertThat(screen.shown()).hasSize(3).startsWith("before");
            assertThat(screen.shown().get(1)).contains("nobody-knows-why");
        }
    }

    @Test
    void screenThatFailsIsTriedAgain() {
        FakeScreen screen = new FakeScreen();
        AtomicBoolean broken = new AtomicBoolean(true);
        Screen flaky = new Screen() {
            @Override
            public void print(List<String> lines) {
                if (broken.getAndSet(false)) {
                    throw new IllegalStateException("the terminal is closed");
                }
                screen.print(lines);
            }

            @Override
            public String readLine(Function<String, List<String>> completions) {
                return null;
            }
        };
        try (Console console = Console.start(flaky, ZoneOffset.UTC, HangLimit.MILLIS)) {
            console.answer("lost");
            await().until(() -> !broken.get());
            console.answer("shown");
            screen.awaitLine("shown");
        }
    }

    @Test
    void closeGivesUpOnAScreenThatStaysHalted() throws Exception {
        HaltedScreen halted = new HaltedScreen();
        try (Crowd crowd = new Crowd()) {
            Console console = Console.start(halted, ZoneOffset.UTC, 10);
            console.answer("line 1");
            halted.printing.await();
            crowd.letDo(console::close);
            crowd.await();
        } finally {
            halted.goOn.release(1000);
        }
    }

    @Test
    void closePrintsTheLinesThatWait() throws Exception {
        HaltedScreen halted = new HaltedScreen();
        Console console = Console.start(halted, ZoneOffset.UTC, HangLimit.MILLIS);
        console.answer("line 1");
        halted.printing.await();
        for (int i = 2; i <= 5; i++) {
            console.answer("line " + i);
        }
        Thread closing = new Thread(console::close);
        closing.start();
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING); // for the screen
        halted.goOn.release(1000);
        closing.join();
        assertThat(halted.shown).containsExactly("line 1", "line 2", "line 3", "line 4", "line 5");
    }

    /** Prints nothing until it goes on, and an interrupt changes nothing. */
    private static final class HaltedScreen implements Screen {
        final CountDownLatch printing = new CountDownLatch(1);
        final Semaphore goOn = new Semaphore(0);
        final List<String> shown = new CopyOnWriteArrayList<>();

        @Override
        public void print(List<String> lines) {
            printing.countDown();
            goOn.acquireUninterruptibly();
            shown.addAll(lines);
        }

        @Override
        public String readLine(Function<String, List<String>> completions) {
            return null;
        }
    }
}
