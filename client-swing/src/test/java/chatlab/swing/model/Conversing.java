package chatlab.swing.model;

import java.util.List;

/** Conversations that the tests of other packages make by hand. */
public final class Conversing {
    private Conversing() {}

    public static Conversation inRoom(String room) {
        return Conversation.ofRoom(room, new Conversation.Unsent());
    }

    public static Conversation with(String person) {
        return Conversation.with(person, new Conversation.Unsent());
    }

    /** Returns the number of the entry. */
    public static long add(Conversation conversation, Entry entry) {
        return conversation.transcript().add(entry);
    }

    /** The message with this number is removed. */
    public static void remove(Conversation conversation, long number) {
        Entry.Said said = (Entry.Said) conversation.transcript().get(number);
        conversation
                .transcript()
                .replace(
                        number,
                        new Entry.Said(
                                said.id(),
                                said.at(),
                                said.from(),
                                Entry.Manner.GONE,
                                said.mine(),
                                said.old(),
                                false,
                                List.of("Message removed")));
    }

    public static void replaceLast(Conversation conversation, Entry entry) {
        conversation.transcript().replace(conversation.transcript().end() - 1, entry);
    }
}
