package chatlab.swing.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DrainTest {
    private static final int ITEMS = 50;

    private final Inbox inbox = new Inbox();
    private final List<String> happened = new ArrayList<>(); // on the event dispatch thread

    private Drain drain(Consumer<Item> handler) {
        for (int i = 0; i < ITEMS; i++) {
            inbox.add(new Item.Unreadable());
        }
        return new Drain(
                () -> {
                    Item item = inbox.take();
                    if (item != null) {
                        handler.accept(item);
                    }
                    return item != null;
                },
                () -> happened.add("slice"));
    }

    private void slowly(Item item) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1);
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        happened.add("item");
    }

    @Test
    void otherEventsAreHandledBetweenSlices() throws Exception {
        Drain drain = drain(this::slowly);
        EventThread.run(() -> {
            EventQueue.invokeLater(() -> happened.add("a key is pressed"));
            drain.empty();
        });
        await().until(() -> EventThread.get(drain::isDone));

        assertThat(happened.indexOf("a key is pressed")).isLessThan(20);
        assertThat(happened).filteredOn("item"::equals).hasSize(ITEMS);
        assertThat(happened).filteredOn("slice"::equals).hasSizeBetween(2, ITEMS + 1);
        assertThat(happened).endsWith("slice");
    }

    @Test
    void onlyOneSliceWaitsForItsTurn() throws Exception {
        Drain drain = drain(this::slowly);
        EventThread.run(() -> {
            for (int i = 0; i < 100; i++) {
                drain.empty();
            }
            happened.add("no more");
        });
        await().until(() -> EventThread.get(drain::isDone));

        assertThat(happened.indexOf("no more")).as("items of one slice").isLessThan(20);
    }

    @Test
    void aFaultInOneItemLeavesTheOthers() throws Exception {
        List<Throwable> faults = new ArrayList<>();
        Drain drain = drain(item -> {
            happened.add("item");
            if (happened.size() == 2) {
                throw new IllegalStateException("a fault");
            }
        });
        EventThread.run(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> faults.add(e)));
        EventQueue.invokeLater(drain::empty);
        await().until(() -> EventThread.get(() -> happened.contains("slice") && drain.isDone()));
        EventThread.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));

        assertThat(happened).filteredOn("item"::equals).hasSize(ITEMS);
        assertThat(faults).hasSize(1);
    }

    @Test
    void afterItsEndNothingIsHandled() throws Exception {
        Drain drain = drain(item -> happened.add("item"));
        EventThread.run(() -> {
            drain.close();
            drain.empty();
        });
        assertThat(happened).isEmpty();
    }
}
