package chatlab.swing.net;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.HangLimit;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final Inbox inbox = new Inbox();

    private static Item line(String text) {
        return Item.Line.of(text, true);
    }

    @Test
    void keepsTheOrder() {
        inbox.add(line("one"));
        inbox.add(new Item.Unreadable());
        inbox.add(line("two"));

        assertThat(inbox.take()).isEqualTo(line("one"));
        assertThat(inbox.take()).isEqualTo(new Item.Unreadable());
        assertThat(inbox.take()).isEqualTo(line("two"));
        assertThat(inbox.take()).isNull();
    }

    @Test
    void isAnnouncedOnceUntilItWasFoundEmpty() {
        assertThat(inbox.add(line("one"))).isTrue();
        assertThat(inbox.add(line("two"))).isFalse();
        inbox.take();
        inbox.take();
        assertThat(inbox.add(line("three")))
                .as("no thread has found the inbox empty")
                .isFalse();
        inbox.take();
        inbox.take();
        assertThat(inbox.add(line("four"))).isTrue();
    }

    @Test
    void droppedItemsAreCountedInTheirPlace() {
        for (int i = 1; i <= Inbox.MAX_ITEMS + 3; i++) {
            inbox.add(line("line " + i));
        }

        assertThat(inbox.size()).isEqualTo(Inbox.MAX_ITEMS);
        assertThat(inbox.take()).isEqualTo(new Item.Dropped(3));
        assertThat(inbox.take()).isEqualTo(line("line 4"));
    }

    @Test
    void holdsFewerOfLongLines() {
        String longLine = "x".repeat(8_000);
        for (int i = 0; i < 2_000; i++) {
            inbox.add(Item.Line.of(longLine, false));
        }
        assertThat(inbox.size()).isEqualTo(Inbox.MAX_CHARS / longLine.length());
        while (inbox.take() != null) {
            // until it is empty
        }
        for (int i = 0; i < 100; i++) {
            inbox.add(Item.Line.of(longLine, false));
        }
        assertThat(inbox.size()).as("there is room again").isEqualTo(100);
    }

    @Test
    void neverLosesTheHello() {
        inbox.add(line(Chatting.HELLO));
        for (int i = 0; i < Inbox.MAX_ITEMS; i++) {
            inbox.add(line("PING"));
        }
        inbox.add(line("PONG"));

        assertThat(inbox.take()).isEqualTo(line(Chatting.HELLO));
        assertThat(inbox.take()).isEqualTo(new Item.Dropped(1));
        assertThat(inbox.take()).isEqualTo(line("PING"));
    }

    @Test
    void keepsTheTextOfALineOnlyForGreetingsAndProbes() {
        assertThat(Item.Line.of("PING :x", false).text()).isEmpty();
        assertThat(Item.Line.of("PING :x", true).text()).isEqualTo("PING :x");
        assertThat(Item.Line.of(Chatting.GREETING, false).text()).isEqualTo(Chatting.GREETING);
    }

    /** The taking thread comes only when called: no item may stay in the inbox without a call. */
    @Test
    void noItemIsLeftWithoutACall() throws Exception {
        int count = 200_000;
        Semaphore calls = new Semaphore(0);
        Thread reader = new Thread(() -> {
            for (int i = 0; i < count; i++) {
                if (inbox.add(new Item.Unreadable())) {
                    calls.release();
                }
            }
        });
        reader.start();

        int taken = 0;
        while (taken < count) {
            assertThat(calls.tryAcquire(HangLimit.SECONDS, TimeUnit.SECONDS))
                    .as("called")
                    .isTrue();
            for (Item item = inbox.take(); item != null; item = inbox.take()) {
                taken += item instanceof Item.Dropped gap ? gap.items() : 1;
            }
        }
        assertThat(taken).isEqualTo(count);
        reader.join();
    }
}
