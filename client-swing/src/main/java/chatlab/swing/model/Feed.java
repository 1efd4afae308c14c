package chatlab.swing.model;

import chatlab.client.Shown;
import chatlab.protocol.Event;
import chatlab.swing.model.Entry.Notice;
import chatlab.swing.model.Entry.Tone;
import java.time.Instant;
import java.util.Set;

/** Tells a chat what happened to the connection. The calls of one connection are: connecting, greeted, received ..., lost or ended. */
public final class Feed {
    private static final Set<String> BYES_FOR_GOOD = Set.of("quit", "kicked", "replaced");

    /** Goodbyes that say that something went wrong. */
    private static final Set<String> BYES_IN_TROUBLE = Set.of("slow", "full", "error");

    private final Chat chat;
    private final Outgoing out;
    private final Messages messages;

    private Introduction introduction;

    /** What the events of this connection mean. */
    private ConnectionEvents connectionEvents;

    private boolean welcome;

    /** Whether the user has asked to come back after the end, and the server has not let this person in since. */
    private boolean again;

    /** The goodbye of the server on the last connection; null where it has said none. */
    private Event.Bye bye;

    public Feed(Chat chat, Outgoing out) {
        this.chat = chat;
        this.out = out;
        this.messages = new Messages(chat);
        this.introduction = new Introduction(chat, out, "");
        newConnection();
    }

    /**
     * The user wants to join a server as {@code name}, or as a guest where that is empty. What was known before is
     * forgotten, but not what the user has typed.
     */
    public void begin(String server, String name) {
        tellAll();
        messages.finish();
        chat.forget();
        moveTo(Shown.title(server));
        chat.chosen = name;
        again = false;
        introduction = new Introduction(chat, out, name);
        newConnection();
    }

    /** After the end, the user wants to come back as the same person: keeps all that is known of the chat. */
    public void again() {
        again = true;
        chat.leaving = false;
    }

    private void moveTo(String server) {
        if (!server.equals(chat.server)) {
            chat.conversations().stream()
                    .filter(Conversation::isPrivate) // left over from the former server
                    .forEach(former -> chat.board.tell(former, "meant-for", former.name()));
        }
        chat.server = server;
    }

    /** A connection is being opened: the first one, or the next one after it was lost. */
    public void connecting() {
        newConnection();
        chat.status = new Status.Connecting(chat.server);
    }

    private void newConnection() {
        welcome = false;
        bye = null;
        connectionEvents = new ConnectionEvents(chat, out, messages);
    }

    /** The server has greeted; the introduction is sent. */
    public void greeted() {
        introduction.greeted();
    }

    /**
     * Shows some of the events that were put off, since all at once would take long. Says whether there were any. To be
     * called until there are none left; later events wait, or show all of them first.
     */
    public boolean tellMore() {
        return connectionEvents.tellMore();
    }

    private void tellAll() {
        while (tellMore()) {
            // until there is nothing left
        }
    }

    /** The next event of the server. Events before the first HELLO are ignored. */
    public void received(Event event) {
        tellAll();
        if (event instanceof Event.Hello e) {
            hello(e);
        } else if (event instanceof Event.Bye e) {
            bye = e;
        } else if (welcome) {
            introduced(event);
        }
    }

    private void hello(Event.Hello e) {
        messages.finish();
        String before = chat.member.name();
        if (welcome) {
            connectionEvents.youAre(Shown.name(e.you()));
            chat.member.hello(e);
            introduction.renamed(e, before);
            return;
        }
        welcome = true;
        again = false;
        boolean back = chat.member.wasIn();
        connectionEvents.welcome(e);
        introduction.welcomed(e, back);
    }

    /** The name comes first: whether we have it decides what an error means. */
    private void introduced(Event event) {
        if (event instanceof Event.Err e) {
            messages.finish();
            if (introduction.isRefusal(e)) {
                return;
            }
        } else if (!(event instanceof Event.Ping)) {
            introduction.other();
        }
        connectionEvents.happened(event);
    }

    /** A line came that is not UTF-8 or too long. */
    public void unreadable() {
        tellAll();
        messages.finish();
        ConversationTranscript transcript = chat.conversations.room().transcript();
        String words = TranscriptWriter.words("unreadable");
        boolean told = transcript.end() > transcript.first()
                && transcript.get(transcript.end() - 1) instanceof Notice last
                && last.text().equals(words);
        if (!told) {
            chat.board.notice(chat.conversations.room(), Tone.ERROR, words);
        }
    }

    /** Events were thrown away unread, since the window could not keep up: ask for all that may be missing. */
    public void overflowed(int events) {
        tellAll();
        messages.finish();
        chat.questions.forget(TranscriptWriter.words("unanswered"));
        chat.ownMessages.connectionLost(); // their receipts may be among what was thrown away
        if (welcome) {
            connectionEvents.again(events);
        }
    }

    /**
     * Whether another connection is worth trying after this one: we were let in and had a name, did not leave, and were
     * not sent away. The attempt that the user asks for after the end is a single one.
     */
    public boolean mayComeBack() {
        boolean left = chat.leaving || bye != null && BYES_FOR_GOOD.contains(bye.code());
        return wasIn() && !left && !again;
    }

    /** Whether this person was let in under a name that the user agreed to. */
    public boolean wasIn() {
        return chat.member.wasIn() && introduction.isOver();
    }

    /** Whether a goodbye was said, by the user or by the server, and this connection should end soon. */
    public boolean isEnding() {
        return chat.leaving || bye != null;
    }

    /** Whether this chat was joined under this name; empty: as a guest. */
    public boolean isFor(String name) {
        return name.isEmpty() ? chat.chosen.isEmpty() : chat.member.isMe(name);
    }

    /** Whether a HELLO came on this connection. */
    public boolean isWelcome() {
        return welcome;
    }

    /** The connection is lost; the next attempt is at {@code retryAt}. */
    public void lost(String words, Instant retryAt) {
        tellAll();
        boolean goodbye = bye != null && !bye.words().isBlank();
        String why = goodbye ? TranscriptWriter.words("lost.bye", Shown.words(bye.words()), words) : Shown.words(words);
        boolean news = welcome;
        disconnected();
        if (news) {
            chat.board.notice(chat.conversations.room(), tone(), why);
        }
        chat.status = new Status.Lost(why, retryAt);
    }

    /**
     * There is no connection and there will be none; {@code words} say why, unless the server has said goodbye in words of
     * its own that say more.
     */
    public void ended(String words) {
        tellAll();
        String why = lastWords(words);
        boolean news = welcome || chat.member.wasIn();
        connectionEvents.close();
        disconnected();
        chat.ownMessages.giveUp();
        if (news && !why.isBlank()) {
            chat.board.notice(chat.conversations.room(), tone(), why);
        }
        chat.status = new Status.Ended(why);
    }

    /** Says whether the end is an error: leaving, being sent away and the end of the class are none. */
    private Tone tone() {
        boolean meant = chat.leaving || bye != null && !BYES_IN_TROUBLE.contains(bye.code());
        return meant ? Tone.INFO : Tone.ERROR;
    }

    private void disconnected() {
        messages.finish();
        welcome = false;
        chat.people.stopListing();
        chat.questions.forget(TranscriptWriter.words("unanswered"));
        chat.ownMessages.connectionLost();
    }

    private String lastWords(String words) {
        String goodbye = bye == null ? "" : Shown.words(bye.words());
        if (bye != null && bye.code().equals("replaced")) {
            return TranscriptWriter.words("bye.replaced");
        } else if (bye != null && bye.code().equals("kicked") && goodbye.isBlank()) {
            return TranscriptWriter.words("bye.kicked");
        } else if (chat.leaving || goodbye.isBlank()) {
            return Shown.words(words);
        }
        return goodbye;
    }
}
