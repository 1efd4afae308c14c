package chatlab.server.session;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.Event;
import chatlab.protocol.Numbered;
import chatlab.protocol.PlainRenderer;
import chatlab.protocol.Utf8;
import chatlab.protocol.Verb;
import chatlab.server.chat.History;
import chatlab.server.chat.Person;
import chatlab.server.chat.Room;
import chatlab.server.delivery.Connection;
import chatlab.server.limits.Throttle;
import chatlab.server.support.ThreadReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Answers the questions of one client. A long answer goes into the outbox piece by piece, as that empties: only the client's
 * own reader waits for it. All of an answer was true at one moment, under the lock of the hall.
 */
final class Queries {
    /** Bytes of an answer that cost as much as one byte of a line. */
    private static final int CHEAPER = 32;

    /** What an answer costs at the most: the client has waited for it to be sent, too. */
    private static final int DEAREST = 5 * Throttle.LINE;

    /** About what a row has beside its text, bytes. */
    private static final int SIZE_OF_ROW = 150;

    private final Connection connection;
    private final Shared server;
    private final Throttle throttle;

    Queries(Connection connection, Shared server, Throttle throttle) {
        this.connection = connection;
        this.server = server;
        this.throttle = throttle;
    }

    void who(Person person, String tag) {
        List<Event.Who> people = new ArrayList<>();
        String[] room = new String[1];
        server.hall().inOrder(() -> {
            Room here = server.hall().rooms().of(person);
            room[0] = here.name().shown();
            here.people().forEach(other -> people.add(other.who()));
        });
        if (connection.isRich()) {
            rows(people, new Event.End(tag, false));
        } else {
            plainRows(PlainRenderer.people(room[0], people));
        }
    }

    void rooms(String tag) {
        List<Event.Room> rooms = new ArrayList<>();
        server.hall()
                .inOrder(() -> server.hall()
                        .rooms()
                        .all()
                        .forEach(room -> rooms.add(new Event.Room(
                                room.name().shown(), room.people().size()))));
        rows(rooms, new Event.End(tag, false));
    }

    void history(Person person, long after, String tag) {
        List<Numbered> messages = new ArrayList<>();
        boolean[] gap = new boolean[1];
        server.hall().inOrder(() -> {
            History history = server.hall().rooms().of(person).history();
            messages.addAll(history.after(after));
            gap[0] = history.hasGapAfter(after);
        });
        rows(messages.stream().map(Numbered::asOld).collect(Collectors.toList()), new Event.End(tag, gap[0]));
    }

    /** The threads of the server and of this client, and how many others there are. With {@code all}, each of the others. */
    void threads(boolean all, String tag) {
        List<ThreadReport> reports = new ArrayList<>(server.threads().get());
        List<ThreadReport> others = new ArrayList<>();
        for (Connection client : server.connections().get()) {
            (client == connection || all ? reports : others).addAll(client.threads());
        }
        Map<ThreadReport, Long> counts = others.stream()
                .collect(Collectors.groupingBy(ThreadReport::withoutName, LinkedHashMap::new, Collectors.counting()));
        counts.forEach((what, count) -> reports.add(what.named(WORDS.get("thread.others", count))));
        rows(reports.stream().map(ThreadReport::event).collect(Collectors.toList()), new Event.End(tag, false));
    }

    void hands(Person person, String tag) {
        List<Event> hands = new ArrayList<>();
        connection.awaitRoom();
        server.hall().inOrder(() -> {
            // all at once: a hand that goes down must not be told of again
            hands.addAll(server.classroom().hands().toldTo(person));
            hands.forEach(connection::send);
            connection.send(new Event.End(tag, false));
        });
        if (hands.isEmpty() && !connection.isRich()) {
            connection.sendPlain("* " + WORDS.get("hands.none"));
        }
        charge(hands.size() * SIZE_OF_ROW);
    }

    void progress(String tag) {
        List<ClassroomEvent.Did> done = new ArrayList<>();
        server.hall().inOrder(() -> done.addAll(server.classroom().course().progress()));
        if (connection.isRich()) {
            rows(done, new Event.End(tag, false));
        } else if (done.isEmpty()) {
            connection.sendPlain("* " + WORDS.get("course.none"));
        } else {
            plainRows(PlainRenderer.progress(done).stream()
                    .map(line -> "* " + line)
                    .toList());
        }
    }

    void help(boolean instructor, String tag) {
        List<Verb> verbs = Arrays.stream(Verb.values())
                .filter(verb -> verb.isForPeople() && (instructor || !verb.isForInstructor()))
                .filter(verb -> verb != Verb.OP || !server.settings().key().isEmpty())
                .collect(Collectors.toList());
        if (connection.isRich()) {
            String usages = verbs.stream().map(Verb::usage).collect(Collectors.joining(", "));
            connection.send(new Event.Ok(tag, usages));
        } else {
            connection.sendPlain("* " + WORDS.get("help.intro"));
            verbs.forEach(verb -> connection.sendPlain(String.format("*   %-24s %s", verb.usage(), verb.help())));
        }
    }

    /** A message may be removed while the answer is on its way. The client has been told that, and must not get it afterwards. */
    private void sendUnlessGone(Event.Msg message) {
        server.hall().inOrder(() -> {
            if (!server.publisher().speakers().isGone(message.id())) {
                connection.send(message);
            }
        });
    }

    private void send(Event row) {
        if (row instanceof Event.Msg message) {
            sendUnlessGone(message);
        } else {
            connection.send(row);
        }
    }

    private void plainRows(List<String> rows) {
        for (String row : rows) {
            connection.awaitRoom();
            connection.sendPlain(row);
        }
    }

    private void rows(List<? extends Event> rows, Event.End end) {
        int bytes = 0;
        for (Event row : rows) {
            bytes += SIZE_OF_ROW + (row instanceof Event.Msg message ? Utf8.length(message.text()) : 0);
            connection.awaitRoom();
            send(row);
        }
        connection.awaitRoom();
        connection.send(end);
        charge(bytes);
    }

    private void charge(int bytes) {
        throttle.charge(Math.min(bytes / CHEAPER, DEAREST));
    }
}
