package chatlab.swing.chat;

import chatlab.protocol.Name;
import chatlab.swing.model.Conversation;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was typed in private conversations that are gone, for when they come back. (What was typed for the room goes along.) */
final class Drafts {
    static final int MAX = 50;

    private final Map<Whom, String> kept = new LinkedHashMap<>();

    /** Who has the same name on another server is somebody else. */
    private record Whom(String server, String nameKey) {
        static Whom of(String server, Conversation conversation) {
            return new Whom(server, Name.keyOf(conversation.name()));
        }
    }

    void keep(String server, Conversation gone) {
        if (!gone.isPrivate() || gone.draft().isBlank()) {
            return;
        }
        kept.put(Whom.of(server, gone), gone.draft());
        if (kept.size() > MAX) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    void giveBack(String server, Conversation conversation) {
        if (conversation.isPrivate() && conversation.draft().isEmpty()) {
            String draft = kept.remove(Whom.of(server, conversation));
            conversation.setDraft(draft == null ? "" : draft);
        }
    }
}
