package chatlab.swing.chat;

import chatlab.protocol.Name;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Conversation;
import chatlab.swing.transcript.TranscriptView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.swing.SwingUtilities;

/** The views of the conversations. A view exists from the first opening until the conversation is closed. */
final class TranscriptViews {
    private final Chat chat;
    private final Actions actions;
    private final Runnable onFind;
    private final Map<Conversation, TranscriptView> views = new HashMap<>();

    /** The views with an old look and feel; each gets the new one when it is shown. */
    private final Set<TranscriptView> outdated = new HashSet<>();

    private final Drafts drafts = new Drafts();

    /** The server at the last refresh. */
    private String server = "";

    /** {@code onFind} runs when the search in a view opens or closes. */
    TranscriptViews(Chat chat, Actions actions, Runnable onFind) {
        this.chat = chat;
        this.actions = actions;
        this.onFind = onFind;
    }

    /** Drops the views of closed conversations. */
    void refresh() {
        Set<Conversation> closed = new HashSet<>(views.keySet());
        closed.removeAll(chat.conversations());
        for (Conversation conversation : closed) {
            drafts.keep(server, conversation);
            outdated.remove(views.remove(conversation));
        }
        server = chat.server();
    }

    TranscriptView open() {
        TranscriptView open = views.computeIfAbsent(chat.open(), conversation -> {
            drafts.giveBack(server, conversation);
            TranscriptView view = new TranscriptView(conversation, actions, chat.clock());
            view.onFind(onFind);
            new InstructorActions(chat, actions, view).addTo(view);
            return view;
        });
        if (outdated.remove(open)) {
            SwingUtilities.updateComponentTreeUI(open);
        }
        return open;
    }

    /** The look and feel has changed. The view on the screen changes with the window; the others change later. */
    void updateUI() {
        views.values().stream().filter(view -> view.getParent() == null).forEach(outdated::add);
    }

    /** Keeps the drafts of closed private conversations until they are open again. (The draft for the room moves along.) */
    static final class Drafts {
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
}
