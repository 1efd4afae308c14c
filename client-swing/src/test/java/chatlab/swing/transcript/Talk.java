package chatlab.swing.transcript;

import chatlab.protocol.Event;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Conversation;
import chatlab.swing.model.ConversationTranscript;
import chatlab.swing.model.Conversing;
import chatlab.swing.model.Entry;
import chatlab.swing.model.Entry.Manner;
import chatlab.swing.model.Entry.Said;
import chatlab.swing.model.Feed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A room with ada in it, to which the tests add messages. */
final class Talk {
    static final Instant AT = Instant.parse("2026-05-05T10:42:10Z");

    final Clock clock = Clock.fixed(AT, ZoneOffset.UTC);
    final Conversation room;
    final ConversationTranscript transcript;
    final Actions actions;

    private final Feed feed;

    Talk() {
        Chat chat = new Chat(clock);
        feed = new Feed(chat, lines -> {});
        actions = new Actions(chat, lines -> {}, () -> {});
        feed.begin("localhost", "ada");
        feed.connecting();
        feed.greeted();
        hears("HELLO proto=1 server=1 run=r you=ada token=t room=lobby ping=60 line=4096 paste=500 :Room 12");
        hears("JOIN room=lobby name=ada at=" + AT);
        hears("WHO name=ada room=lobby state=-");
        hears("END re=s1");
        hears("END re=s2");
        room = chat.open();
        transcript = room.transcript();
    }

    void hears(String line) {
        feed.received(Event.parse(line).orElseThrow());
    }

    /** Ada has typed this. It is pending until the server sends it back. */
    void types(String text) {
        actions.typed(room, text);
    }

    long bobSays(String text) {
        return says("bob", text);
    }

    long says(String from, String... lines) {
        Manner manner = lines.length > 1 ? Manner.CODE : Manner.TEXT;
        return Conversing.add(room, new Said(0, AT, from, manner, false, false, false, List.of(lines)));
    }

    void replaceLast(Entry entry) {
        Conversing.replaceLast(room, entry);
    }
}
