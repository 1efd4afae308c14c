package chatlab.swing.net;

import chatlab.protocol.Event;
import java.util.Optional;

/** What the reader leaves in the inbox. */
sealed interface Item {
    /** A line, and what it means if it means anything; {@code text} is empty where it is not needed. */
    record Line(String text, Optional<Event> event, int length) implements Item {
        /** Makes out what a line means, which the event dispatch thread then need not do. */
        static Line of(String text, boolean isWatched) {
            Optional<Event> event = Event.parse(text);
            boolean isTextNeeded = isWatched || event.isEmpty();
            return new Line(isTextNeeded ? text : "", event, text.length());
        }

        boolean isHello() {
            return event.orElse(null) instanceof Event.Hello;
        }
    }

    /** A line that is not UTF-8 or too long. */
    record Unreadable() implements Item {}

    /** In this place so many items were thrown away for lack of room. */
    record Dropped(int items) implements Item {}
}
