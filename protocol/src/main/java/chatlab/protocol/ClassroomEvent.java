package chatlab.protocol;

/** What a server tells of the class beside its talk: {@code protocol/README.md}, "Classroom". */
public sealed interface ClassroomEvent extends Event {
    /**
     * A hand went up or down.
     *
     * @param place the number under which the hand went up, from 1: it stays while the hand is up, and the smallest is
     *     called first; 0: the hand is down
     * @param by the instructor that took the hand down; empty where that was the person itself
     * @param text only instructors and the person itself are told it
     */
    record Hand(String name, int place, String by, String text) implements ClassroomEvent {
        @Override
        public String print() {
            return new EventLine.Printer("HAND")
                    .key("name", name)
                    .key("place", place)
                    .keyIfAny("by", by)
                    .textIfAny(text);
        }

        @Override
        public <X extends Exception> void accept(EventHandler<X> handler) throws X {
            handler.hand(this);
        }

        public boolean isUp() {
            return place > 0;
        }
    }
}
