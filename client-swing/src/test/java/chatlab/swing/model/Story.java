package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.client.Participant;
import chatlab.protocol.Event;
import chatlab.swing.model.Entry.Day;
import chatlab.swing.model.Entry.Divider;
import chatlab.swing.model.Entry.Notice;
import chatlab.swing.model.Entry.Said;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A chat whose server is the test: it plays the server's lines and reads what the client has sent. Lines that need a time
 * and have none get {@link #NOW}.
 */
final class Story {
    static final String NOW = "2026-11-20T10:15:00.000Z";
    static final Instant RETRY = Instant.parse("2026-11-20T10:16:00Z");

    final Chat chat;
    final Feed feed;
    final Actions actions;

    private final List<String> sent = new ArrayList<>();
    private final List<String> allSent = new ArrayList<>();

    Story() {
        this(ZoneOffset.UTC);
    }

    Story(ZoneId zone) {
        chat = new Chat(Clock.fixed(Instant.parse(NOW), zone));
        Outgoing out = lines -> {
            sent.addAll(lines);
            allSent.addAll(lines);
        };
        feed = new Feed(chat, out);
        actions = new Actions(chat, out, () -> {});
    }

    /** A person that has joined a server on which no other person is. */
    static Story of(String name) {
        Story story = new Story();
        story.joins(name);
        return story;
    }

    /** The same, with these people in the lobby. */
    static Story of(String name, String... others) {
        Story story = new Story();
        story.connects(name);
        story.hello("you=" + name);
        story.whoAnswers(name, others);
        story.historyAnswers();
        story.sent();
        return story;
    }

    void connects(String name) {
        feed.begin("Room 12", name);
        feed.connecting();
        feed.greeted();
    }

    void joins(String name) {
        connects(name);
        hello("you=" + name);
        server("JOIN room=lobby name=" + name);
        whoAnswers(name);
        historyAnswers();
        sent();
    }

    /** The connection is lost, and the next one has brought the server's greeting. */
    void losesAndReconnects() {
        feed.lost("Connection lost.", RETRY);
        feed.connecting();
        feed.greeted();
    }

    /** The server says hello as the answer to the introduction; keys may be given that differ from the usual ones. */
    void hello(String keys) {
        server("HELLO " + keys + " proto=1 server=s run=r1 token=secret room=lobby ping=60 re=" + tag("proto")
                + " :Room 12");
    }

    void whoAnswers(String me, String... others) {
        server("WHO name=" + me + " room=" + room() + " state=-");
        for (String other : others) {
            String[] nameAndState = other.split(" ");
            String state = nameAndState.length > 1 ? nameAndState[1] : "-";
            server("WHO name=" + nameAndState[0] + " room=" + room() + " state=" + state);
        }
        server("END re=" + tag("who"));
    }

    void historyAnswers(String... lines) {
        server(lines);
        server("END re=" + tag("history"));
    }

    void server(String... lines) {
        for (String line : lines) {
            String timed = line.matches("(MSG|JOIN|LEAVE|NICK) .*") && !line.contains(" at=")
                    ? line.replaceFirst(" ", " at=" + NOW + " ")
                    : line;
            Event event = Event.parse(timed).orElseThrow(() -> new AssertionError("no event: " + timed));
            feed.received(event);
        }
        tellAll();
    }

    void tellAll() {
        while (feed.tellMore()) {
            // until there is nothing left
        }
    }

    /** The tag of the last command of this kind that was sent. */
    String tag(String verb) {
        for (int i = allSent.size() - 1; i >= 0; i--) {
            if (allSent.get(i).startsWith("/" + verb + "@")) {
                return allSent.get(i).split("[@ ]")[1];
            }
        }
        throw new AssertionError("no " + verb + " was sent");
    }

    /** The tag of one of the lines that were sent last, or of none. */
    String tag(int back) {
        int index = allSent.size() - 1 - back;
        String line = index < 0 ? "" : allSent.get(index);
        return line.contains("@") ? line.split("[@ ]")[1] : "none";
    }

    /** What was sent since the last call. */
    List<String> sent() {
        List<String> lines = List.copyOf(sent);
        sent.clear();
        return lines;
    }

    boolean types(String text) {
        return actions.typed(chat.open(), text);
    }

    String room() {
        return chat.conversations().get(0).name();
    }

    /** What stands in the room, one line each. */
    List<String> shown() {
        return shown(chat.conversations().get(0));
    }

    List<String> shownWith(String person) {
        return shown(with(person));
    }

    Conversation with(String person) {
        return chat.conversations().stream()
                .filter(c -> c.isPrivate() && c.name().equals(person))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no conversation with " + person));
    }

    static List<String> shown(Conversation conversation) {
        List<String> lines = new ArrayList<>();
        ConversationTranscript transcript = conversation.transcript();
        for (long i = transcript.first(); i < transcript.end(); i++) {
            lines.add(line(transcript.get(i)));
        }
        for (Pending pending : conversation.pending()) {
            String trouble = pending.isLost() ? " (" + pending.trouble() + ")" : "";
            lines.add("... " + String.join("|", pending.lines()) + trouble);
        }
        return lines;
    }

    private static String line(Entry entry) {
        if (entry instanceof Said said) {
            String marks = (said.old() ? "old " : "") + (said.mine() ? "my " : "") + (said.mentionsMe() ? "@ " : "");
            String text = String.join("|", said.lines());
            return switch (said.manner()) {
                case TEXT -> marks + "<" + said.from() + "> " + text;
                case CODE -> marks + "<" + said.from() + "> code: " + text;
                case GONE -> marks + "<" + said.from() + "> gone: " + text;
                case ANNOUNCEMENT -> marks + "<" + said.from() + " to all> " + text;
            };
        } else if (entry instanceof Notice notice) {
            return switch (notice.tone()) {
                case QUIET -> "~ " + notice.text();
                case INFO -> "* " + notice.text();
                case ERROR -> "! " + notice.text();
            };
        } else if (entry instanceof Day day) {
            return "= " + day.date();
        }
        return "-- " + ((Divider) entry).text();
    }

    List<String> people() {
        return chat.people().stream().map(Participant::name).collect(Collectors.toList());
    }

    void shows(String... lines) {
        assertThat(shown()).isEqualTo(Arrays.asList(lines));
    }

    void sends(String... lines) {
        assertThat(sent()).isEqualTo(Arrays.asList(lines));
    }
}
