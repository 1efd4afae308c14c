package chatlab.server;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ClassroomEvent;
import chatlab.server.chat.Hall;
import chatlab.server.classroom.Classroom;
import chatlab.server.classroom.CourseCounts;
import chatlab.server.delivery.Connection;
import chatlab.server.delivery.MailFigures;
import chatlab.server.session.Shared;
import chatlab.server.support.ThreadReport;
import chatlab.server.web.WallState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Tells the wall what the server does, from what the threads say of themselves and from the figures of the outboxes. For use by one
 * thread at a time.
 */
final class WallReport implements Supplier<WallState> {
    private static final MailFigures NONE = new MailFigures(0, 0, 0, 0);

    private final Supplier<Shared> services;

    /** The figures of the last time, by the numbers of the clients: a client that has gone does not stay in memory. */
    private Map<Integer, MailFigures> before = Map.of();

    /** @param services is not asked before the server has started */
    WallReport(Supplier<Shared> services) {
        this.services = services;
    }

    @Override
    public WallState get() {
        Shared server = services.get();
        Map<String, String> threads = new LinkedHashMap<>();
        server.threads().get().forEach(thread -> threads.put(thread.name(), thread.state()));
        List<WallState.Client> clients = clients(server.connections().get());
        WallState[] state = new WallState[1];
        server.hall().inOrder(() -> state[0] = state(server, threads, clients));
        return state[0];
    }

    private List<WallState.Client> clients(Collection<Connection> connections) {
        List<Connection> byNumber = new ArrayList<>(connections);
        byNumber.sort(Comparator.comparingInt(Connection::number));
        Map<Integer, MailFigures> now = new HashMap<>();
        List<WallState.Client> clients = new ArrayList<>();
        for (Connection connection : byNumber) {
            List<ThreadReport> threads = connection.threads(); // before the figures: a write may begin in between
            MailFigures figures = connection.figures();
            now.put(connection.number(), figures);
            clients.add(client(connection, threads, figures, before.getOrDefault(connection.number(), NONE)));
        }
        before = now;
        return clients;
    }

    /** @param threads the reader, and the writer if there is one */
    private static WallState.Client client(
            Connection connection, List<ThreadReport> threads, MailFigures now, MailFigures before) {
        boolean hasWriter = threads.size() > 1;
        boolean served = now.drained() != before.drained();
        boolean stuck = hasWriter && threads.get(1).state().equals("writing") && !served;
        return new WallState.Client(
                connection.number(),
                connection.name(),
                threads.get(0).state(),
                hasWriter,
                stuck,
                now.waiting(),
                now.percent(),
                now.turns() != before.turns(),
                served);
    }

    /** For use within {@link Hall#inOrder}, like all that follows. */
    private static WallState state(Shared server, Map<String, String> threads, List<WallState.Client> clients) {
        Classroom classroom = server.classroom();
        return new WallState(
                server.hall().rooms().countPeople(),
                threads,
                clients,
                hands(classroom, clients),
                question(classroom),
                course(classroom.course().summary()));
    }

    private static List<WallState.Hand> hands(Classroom classroom, List<WallState.Client> clients) {
        Map<String, Integer> numbers = new HashMap<>();
        clients.forEach(client -> numbers.put(client.name(), client.number()));
        List<WallState.Hand> hands = new ArrayList<>();
        for (ClassroomEvent.Hand hand : classroom.hands().inLine()) {
            hands.add(new WallState.Hand(hands.size() + 1, numbers.getOrDefault(hand.name(), 0), hand.name()));
        }
        return hands;
    }

    /** A poll whose counts are not shown yet comes first, then what was shown last. Null where there is nothing. */
    private static WallState.Question question(Classroom classroom) {
        Optional<WallState.Question> poll = classroom
                .polls()
                .now()
                .map(now -> question(now, classroom.polls().of()));
        Optional<WallState.Question> shown = classroom.course().lastShown().map(WallReport::question);
        boolean isPollOver = poll.filter(now -> now.counts().isEmpty()).isEmpty();
        boolean isShownLater =
                classroom.course().lastShownAt() - classroom.polls().changedAt() > 0;
        return (isPollOver && isShownLater ? shown.or(() -> poll) : poll.or(() -> shown)).orElse(null);
    }

    private static WallState.Question question(ClassroomEvent.Poll poll, int of) {
        return new WallState.Question(poll.question(), poll.options(), poll.voted(), of, poll.counts());
    }

    private static WallState.Question question(ClassroomEvent.Predictions shown) {
        List<String> letters = IntStream.range(0, shown.counts().size())
                .mapToObj(i -> String.valueOf((char) ('a' + i)))
                .toList();
        String text = WORDS.get("wall.predictions", shown.question());
        return new WallState.Question(text, letters, shown.predicted(), shown.of(), shown.counts());
    }

    private static WallState.Course course(CourseCounts progress) {
        List<WallState.Chapter> chapters = progress.chapters().stream()
                .map(it -> new WallState.Chapter(it.number(), it.read(), it.predicted(), it.passed()))
                .toList();
        return new WallState.Course(progress.students(), chapters);
    }
}
