package chatlab.tutorials.weave;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Does again what a transcript tells, and says where it comes out differently. */
final class TranscriptRun implements Closeable {
    /** Each of them stands for a port that is free. */
    private static final List<String> PORTS = List.of("8081", "8082");

    private static final Pattern PORT = Pattern.compile(String.join("|", PORTS));
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 30_000;

    private final Path page;
    private final Path folder;
    private final Programs programs;
    private final Varying varying;
    private final Map<String, String> freePorts = new LinkedHashMap<>();
    private final Map<String, TranscriptTerminal> terminals = new LinkedHashMap<>();

    /** @param folder where its commands are run */
    TranscriptRun(Path page, Path folder, Programs programs, Varying varying) throws IOException {
        this.page = page;
        this.folder = folder;
        this.programs = programs;
        this.varying = varying;
        while (freePorts.size() < PORTS.size()) {
            String port = String.valueOf(freePort());
            if (!freePorts.containsValue(port)) {
                freePorts.put(PORTS.get(freePorts.size()), port);
            }
        }
    }

    /** What comes out differently, if something does. */
    Optional<Problem> run(Transcript transcript) throws IOException, InterruptedException {
        int line = 0;
        for (Transcript.Step step : transcript.steps) {
            line = step.line();
            Optional<String> complaint = run(step);
            if (complaint.isPresent()) {
                return Optional.of(new Problem(page, line, complaint.get()));
            }
        }
        for (Map.Entry<String, TranscriptTerminal> terminal : terminals.entrySet()) {
            String more = terminal.getValue().more(); // all of them live on: no person sees another one end
            if (more != null) {
                return Optional.of(
                        new Problem(page, line, "the run shows more" + in(terminal.getKey()) + ": " + seen(more)));
            }
        }
        return Optional.empty();
    }

    private Optional<String> run(Transcript.Step step) throws IOException, InterruptedException {
        TranscriptTerminal terminal = terminals.get(step.terminal());
        if (terminal == null && step.kind() != Transcript.Kind.START) {
            return Optional.of("nothing was started" + in(step.terminal()));
        }
        switch (step.kind()) {
            case START:
                return start(step, terminal);
            case TYPES:
                terminal.type(withFreePorts(step.text()));
                return Optional.empty();
            case END_INPUT:
                terminal.endInput();
                return Optional.empty();
            case INTERRUPT:
                terminal.interrupt();
                return Optional.empty();
            default:
                return shows(step, terminal.next());
        }
    }

    private Optional<String> start(Transcript.Step step, TranscriptTerminal before)
            throws IOException, InterruptedException {
        if (before != null) {
            String more = before.rest();
            before.close();
            if (more != null) {
                return Optional.of("before this, the run shows more" + in(step.terminal()) + ": " + seen(more));
            }
        }
        Optional<List<String>> command = programs.find(withFreePorts(step.text()));
        if (command.isEmpty()) {
            return Optional.of("cannot be started here: " + step.text());
        }
        terminals.put(step.terminal(), new TranscriptTerminal(command.get(), folder));
        return Optional.empty();
    }

    private Optional<String> shows(Transcript.Step step, String shown) {
        if (shown == null) {
            return Optional.of("the run does not show: " + step.text());
        }
        return varying.same(step.text(), seen(shown))
                ? Optional.empty()
                : Optional.of("the run shows another line\n    page: " + step.text() + "\n    run:  " + seen(shown));
    }

    private String withFreePorts(String text) {
        return PORT.matcher(text).replaceAll(port -> freePorts.get(port.group()));
    }

    private String seen(String shown) {
        String seen = shown;
        for (Map.Entry<String, String> port : freePorts.entrySet()) {
            seen = seen.replaceAll("\\b" + port.getValue() + "\\b", port.getKey());
        }
        return seen.stripTrailing();
    }

    private static String in(String terminal) {
        return terminal.isEmpty() ? "" : " in the terminal \"" + terminal + '"';
    }

    /** Outside of the range from which the system takes ports for connections: it stays free until it is used. */
    private static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // another one, then
            }
        }
    }

    @Override
    public void close() {
        terminals.values().forEach(TranscriptTerminal::close);
    }
}
