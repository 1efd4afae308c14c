package chatlab.swing.net;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the reader has read and the event dispatch thread has not handled yet. The reader never waits for room, since the
 * server closes slow connections: the inbox drops the oldest items and puts one item in their place, which tells how many
 * were dropped.
 *
 * <p>For any thread: the lock is this object, and it guards all fields.
 */
final class Inbox {
    static final int MAX_ITEMS = 20_000;

    /** Of the lines as they came, all together: with long lines there may be fewer of them. */
    static final int MAX_CHARS = 8_000_000;

    private final Deque<Item> items = new ArrayDeque<>();
    private int chars;
    private int dropped;

    /** The newest HELLO among the dropped items: without a HELLO, the lines after it would have no meaning. */
    private Item hello;

    /** Whether the event dispatch thread was called, and has not found the inbox empty since. */
    private boolean announced;

    /** Adds an item. Says whether the event dispatch thread has to be told that there is something. */
    synchronized boolean add(Item item) {
        items.add(item);
        chars += length(item);
        while (items.size() > MAX_ITEMS || chars > MAX_CHARS) {
            drop(items.remove());
        }
        boolean tell = !announced;
        announced = true;
        return tell;
    }

    /** Takes the oldest item, or null if there is none; the next one will be announced then. */
    synchronized Item take() {
        if (hello != null) {
            Item first = hello;
            hello = null;
            return first;
        }
        if (dropped > 0) {
            Item gap = new Item.Dropped(dropped);
            dropped = 0;
            return gap;
        }
        Item next = items.poll();
        if (next == null) {
            announced = false;
        } else {
            chars -= length(next);
        }
        return next;
    }

    synchronized int size() {
        return items.size();
    }

    private void drop(Item item) {
        chars -= length(item);
        if (item instanceof Item.Line line && line.isHello()) {
            hello = item;
        } else {
            dropped++;
        }
    }

    private static int length(Item item) {
        return item instanceof Item.Line line ? line.length() : 0;
    }
}
