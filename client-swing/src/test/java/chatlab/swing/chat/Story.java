package chatlab.swing.chat;

import chatlab.protocol.BadCommandException;
import chatlab.protocol.ClientLine;
import chatlab.protocol.Event;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Feed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The page on a real model. The test plays the server: it sends lines, and sees the lines that the client sent. For the
 * event dispatch thread only.
 */
final class Story {
    final Chat chat = new Chat(Clock.systemUTC());
    final List<String> sent = new ArrayList<>();
    final Actions actions = new Actions(chat, sent::addAll, this::refresh);
    final ChatPage page;
    Path announcements = Path.of("target", "no-such-file.txt");
    final List<String> wishes = new ArrayList<>();

    private final Feed feed = new Feed(chat, sent::addAll);
    private int lastId;

    Story() {
        page = new ChatPage(chat, actions, new Noted());
    }

    /** Ada joins, with these people in the room; a state may follow a name, as in "bob op". */
    Story joined(String... others) {
        feed.begin("192.168.55.13:8081", "ada");
        feed.connecting();
        feed.greeted();
        hears("HELLO proto=1 server=1 run=r you=ada token=t room=lobby ping=60 line=4096 paste=500 :Room 12");
        hears("JOIN room=lobby name=ada at=" + Instant.now());
        String who = tag("/who");
        hears("WHO name=ada room=lobby state=-");
        for (String other : others) {
            String[] words = other.split(" ");
            hears("WHO name=" + words[0] + " room=lobby state=" + (words.length > 1 ? words[1] : "-"));
        }
        hears("END re=" + who);
        hears("END re=" + tag("/history"));
        sent.clear();
        return this;
    }

    void hears(String line) {
        feed.received(Event.parse(line).orElseThrow(() -> new AssertionError("not an event: " + line)));
        refresh();
    }

    void hears(String from, String text) {
        hears("MSG room=lobby from=" + from + " id=" + ++lastId + " at=" + Instant.now() + " :" + text);
    }

    void hearsInPrivate(String from, String text) {
        hears("MSG to=ada from=" + from + " id=" + ++lastId + " at=" + Instant.now() + " :" + text);
    }

    void isLost(Instant retryAt) {
        feed.lost("broken pipe", retryAt);
        refresh();
    }

    /** The connection is lost, and there is another one, on which the server tells this: the user is still an instructor. */
    void comesBack(String... greeting) {
        isLost(Instant.now());
        feed.connecting();
        feed.greeted();
        hears("HELLO proto=1 server=1 run=r you=ada token=t room=lobby ping=60 line=4096 paste=500 re="
                + lastTag("/proto") + " :Room 12");
        List.of(greeting).forEach(this::hears);
        hears("WHO name=ada room=lobby state=op");
        hears("END re=" + lastTag("/who"));
        hears("END re=" + lastTag("/history"));
    }

    /** The server says that it writes a transcript. */
    void isRecorded() {
        hears("HELLO proto=1 server=1 run=r you=ada token=t room=lobby ping=60 recorded=1 :Room 12");
    }

    /** So many events were thrown away before the window could show them. */
    void overflows(int events) {
        feed.overflowed(events);
        refresh();
    }

    /** The connection is lost. */
    void hasEnded() {
        feed.ended("the server has closed it");
        refresh();
    }

    /** The lines that were sent, without their tags. */
    List<String> said() {
        return sent.stream()
                .map(line -> line.replaceFirst("^(/\\w+)@\\S+", "$1"))
                .toList();
    }

    private void refresh() {
        page.refresh();
    }

    /** The tag of the first command like this that was sent. */
    String tag(String verb) {
        return sent.stream()
                .filter(line -> line.startsWith(verb))
                .map(Story::tagOf)
                .findFirst()
                .orElseThrow();
    }

    /** The tag of the last command. */
    String lastTag(String verb) {
        List<String> tags = sent.stream()
                .filter(line -> line.startsWith(verb))
                .map(Story::tagOf)
                .toList();
        return tags.get(tags.size() - 1);
    }

    private static String tagOf(String line) {
        try {
            return ClientLine.parse(line).tag();
        } catch (BadCommandException e) {
            throw new AssertionError(e);
        }
    }

    private final class Noted implements ChatPage.Wishes {
        @Override
        public void connectNow() {
            wishes.add("connect now");
        }

        @Override
        public void joinAnother() {
            wishes.add("another server");
        }

        @Override
        public Path announcements() {
            return announcements;
        }

        @Override
        public void toggleHood() {
            wishes.add("under the hood");
        }
    }
}
