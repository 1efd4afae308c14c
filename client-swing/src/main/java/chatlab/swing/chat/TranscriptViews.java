package chatlab.swing.chat;

import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Conversation;
import chatlab.swing.transcript.TranscriptView;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import javax.swing.SwingUtilities;

/** The view of each conversation, from the first time that it is open until the conversation is gone. */
final class TranscriptViews {
    private final Chat chat;
    private final Actions actions;
    private final Map<Conversation, TranscriptView> views = new HashMap<>();
    private final Drafts drafts = new Drafts();

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
                drafts.keep(conversation);
                each.remove();
            }
        }
    }

    TranscriptView open() {
        return views.computeIfAbsent(chat.open(), conversation -> {
            drafts.giveBack(conversation);
            return new TranscriptView(conversation, actions, chat.clock());
        });
    }

    /** Those that are not on the screen are out of reach of whoever changes the look of all that is. */
    void updateUI() {
        views.values().forEach(SwingUtilities::updateComponentTreeUI);
    }
}
