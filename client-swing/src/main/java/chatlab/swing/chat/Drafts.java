package chatlab.swing.chat;

import chatlab.protocol.Name;
import chatlab.swing.model.Conversation;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the drafts of closed private conversations until they are open again. (The draft for the room moves along.) */
final class Drafts {
    static final int MAX = 50;

    private final Map<Partner, String> kept = new LinkedHashMap<>();

    /** A partner; the same name on another server is another person. */
    private record Partner(String server, String nameKey) {
        static Partner of(String server, Conversation conversation) {
            return new Partner(server, Name.keyOf(conversation.name()));
        }
    }

    void keep(String server, Conversation gone) {
        if (!gone.isPrivate() || gone.draft().isBlank()) {
            return;
        }
        kept.put(Partner.of(server, gone), gone.draft());
        if (kept.size() > MAX) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    void giveBack(String server, Conversation conversation) {
        if (conversation.isPrivate() && conversation.draft().isEmpty()) {
            String draft = kept.remove(Partner.of(server, conversation));
            conversation.setDraft(draft == null ? "" : draft);
        }
    }
}
