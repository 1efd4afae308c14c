package chatlab.swing.model;

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

    public static void replaceLast(Conversation conversation, Entry entry) {
        conversation.transcript().replaceLast(entry);
    }
}
