package chatlab.cli.conform;

import chatlab.cli.conform.SpecSessions.Session;
import chatlab.client.UserError;
import chatlab.protocol.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/** Plays sessions against a server, either a new server for each session or a server that other people use. One thread uses it. */
public final class ServerTrial {
    private static final Words WORDS = new Words(ServerTrial.class);

    private final Map<Session, Packets> sessions;
    private final Duration patience;
    private final Consumer<Finding> found;

    /**
     * @param filter a part of the titles of the sessions, in any case; empty for all
     * @param found gets each finding as soon as it is there
     * @throws UserError where no session has such a title
     */
    public ServerTrial(String filter, Duration patience, Consumer<Finding> found) throws UserError {
        this.sessions = chosen(filter);
        this.patience = patience;
        this.found = found;
    }

    private static Map<Session, Packets> chosen(String filter) throws UserError {
        Map<Session, Packets> all = new LinkedHashMap<>(FramingSessions.all());
        SpecSessions.read().forEach(session -> all.put(session, Packets.LINES));
        String part = filter.toLowerCase(Locale.ROOT);
        all.keySet()
                .removeIf(session -> !session.title().toLowerCase(Locale.ROOT).contains(part));
        if (all.isEmpty()) {
            throw new UserError(WORDS.get("no-session", filter));
        }
        return all;
    }

    /** Starts {@code command} for each session; see {@link StudentProgram}. */
    void start(String command, Duration startPatience) throws UserError, InterruptedException {
        for (Map.Entry<Session, Packets> entry : sessions.entrySet()) {
            Finding finding;
            List<String> output;
            try (StudentProgram program = StudentProgram.start(command, startPatience)) {
                finding = play(entry.getKey(), program::open, Strictness.FREE, entry.getValue());
                output = program.end();
            }
            found.accept(finding.outcome() == Finding.Outcome.NOT_MET ? with(finding, output) : finding);
        }
    }

    private static Finding with(Finding finding, List<String> output) {
        List<String> details = new ArrayList<>(finding.details());
        details.add(WORDS.get(output.isEmpty() ? "output.none" : "output"));
        output.forEach(line -> details.add("  " + line));
        return new Finding(finding.outcome(), finding.group(), finding.title(), details);
    }

    /** Plays each session with the connections to a new server that {@code servers} gives for it. */
    public void playOnNew(Function<Session, Replay.Dialing> servers) {
        sessions.forEach(
                (session, packets) -> found.accept(play(session, servers.apply(session), Strictness.FREE, packets)));
    }

    /** Plays the sessions that a server in use can do, and lists the others as not tried. */
    public void playAmongOthers(Replay.Dialing server, Random random) {
        RandomNames names = new RandomNames(random);
        sessions.forEach((session, packets) -> {
            if (RandomNames.needsNewServer(session)) {
                found.accept(new Finding(
                        Finding.Outcome.NOT_TRIED,
                        session.heading(),
                        session.title(),
                        List.of(WORDS.get("needs-new-server"))));
            } else {
                found.accept(play(names.adapt(session), server, Strictness.AMONG_OTHERS, packets));
            }
        });
    }

    private Finding play(Session session, Replay.Dialing server, Strictness strictness, Packets packets) {
        try (Replay replay = new Replay(session, server, patience, strictness, packets)) {
            return replay.play();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a socket is closed without I/O
        }
    }
}
