package chatlab.swing.chat;

import chatlab.protocol.Name;
import chatlab.swing.model.Conversation;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was typed in conversations that are gone, for when they come back. */
final class Drafts {
    static final int MAX = 50;

    private final Map<String, String> kept = new LinkedHashMap<>();

    void keep(Conversation gone) {
        if (gone.draft().isBlank()) {
            return;
        }
        kept.put(key(gone), gone.draft());
        if (kept.size() > MAX) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    void giveBack(Conversation conversation) {
        String draft = kept.remove(key(conversation));
        if (draft != null && conversation.draft().isEmpty()) {
            conversation.setDraft(draft);
        }
    }

    /** There is one room at a time, and what was typed for it goes along into another one. */
    private static String key(Conversation conversation) {
        return conversation.isPrivate() ? Name.keyOf(conversation.name()) : "";
    }
}
