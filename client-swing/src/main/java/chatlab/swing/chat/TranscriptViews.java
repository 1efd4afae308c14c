package chatlab.swing.chat;

import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Conversation;
import chatlab.swing.transcript.TranscriptView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import javax.swing.SwingUtilities;

/** The view of each conversation, from the first time that it is open until the conversation is gone. */
final class TranscriptViews {
    private final Chat chat;
    private final Actions actions;
    private final Map<Conversation, TranscriptView> views = new HashMap<>();

    /** Those whose look is the one before: they get the new one when they are shown. */
    private final Set<TranscriptView> outdated = new HashSet<>();

    private final Drafts drafts = new Drafts();

    /** Where the conversations were that had a view at the last refresh. */
    private String server = "";

    TranscriptViews(Chat chat, Actions actions) {
        this.chat = chat;
        this.actions = actions;
    }

    /** Drops the views of the conversations that are gone. */
    void refresh() {
        Iterator<Conversation> each = views.keySet().iterator();
        while (each.hasNext()) {
            Conversation conversation = each.next();
            if (!chat.conversations().contains(conversation)) {
                drafts.keep(server, conversation);
                outdated.remove(views.get(conversation));
                each.remove();
            }
        }
        server = chat.server();
    }

    TranscriptView open() {
        TranscriptView view = views.computeIfAbsent(chat.open(), conversation -> {
            drafts.giveBack(server, conversation);
            return new TranscriptView(conversation, actions, chat.clock());
        });
        if (outdated.remove(view)) {
            SwingUtilities.updateComponentTreeUI(view);
        }
        return view;
    }

    /** The one that is shown gets the new look with the window; the others are out of its reach. */
    void updateUI() {
        views.values().stream().filter(view -> view.getParent() == null).forEach(outdated::add);
    }
}
