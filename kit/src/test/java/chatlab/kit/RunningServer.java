package chatlab.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The server, started from its jar as users do, on 127.0.0.1. Its transcript is in the folder that the test gives. A client
 * enters with its first line, and by silence only where the test sets that time.
 */
final class RunningServer extends RunningProgram {
    static final String TRANSCRIPT = "transcript.txt";

    /** On a busy machine a client may be silent for long: without this, it would enter as a guest before it says its name. */
    static final String PATIENT = "--join-millis=600000";

    private int port;

    private RunningServer(Path folder, ProcessBuilder builder) throws IOException {
        super("server", folder, builder);
    }

    /** Starts it on a free port and waits until it listens. */
    static RunningServer start(Path folder, String... options) throws IOException, InterruptedException {
        return new Starter(folder).start(options);
    }

    /** Starts the report of the transcript in this folder. */
    static RunningProgram report(Path folder, String... options) throws IOException {
        List<String> command = java("chat-server.jar");
        command.addAll(List.of("report", TRANSCRIPT));
        command.addAll(List.of(options));
        return new RunningProgram("report", folder, new ProcessBuilder(command));
    }

    /** Settings for a start that differs from the usual one. */
    static final class Starter {
        private final Path folder;
        private final ProcessBuilder builder = new ProcessBuilder();
        private String shell = "";
        private int port;
        private String[] virtualMachine = {};

        Starter(Path folder) {
            this.folder = folder;
        }

        /** A command for the shell that starts the server, like {@code ulimit}. */
        Starter shell(String before) {
            this.shell = before;
            return this;
        }

        Starter port(int port) {
            this.port = port;
            return this;
        }

        /** Options of the virtual machine. */
        Starter with(String... options) {
            this.virtualMachine = options;
            return this;
        }

        /** Its keyboard is this file. */
        Starter keyboard(Path file) {
            builder.redirectInput(file.toFile());
            return this;
        }

        RunningServer start(String... options) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>();
            if (!shell.isEmpty()) {
                command.addAll(List.of("sh", "-c", shell + " && exec \"$@\"", "sh"));
            }
            command.addAll(java("chat-server.jar", virtualMachine));
            command.addAll(List.of("127.0.0.1", String.valueOf(port), "--discovery", "off"));
            command.addAll(List.of("--transcript", TRANSCRIPT));
            command.addAll(List.of(options));
            if (!List.of(options).contains("--web")) {
                command.addAll(List.of("--web", "off"));
            }
            if (List.of(options).stream().noneMatch(option -> option.startsWith("--join-millis"))) {
                command.add(PATIENT);
            }
            RunningServer server = new RunningServer(folder, builder.command(command));
            try {
                String line = server.expect("Listening on .*, port \\d+\\.");
                server.expect("Type help .*");
                server.port = Integer.parseInt(line.replaceAll(".*port (\\d+)\\.", "$1"));
                return server;
            } catch (AssertionError e) {
                throw new AssertionError(
                        "the server does not start: " + server.err().all(), e);
            } finally {
                if (server.port == 0) {
                    server.close();
                }
            }
        }
    }

    int port() {
        return port;
    }

    /** The port of its page, which {@code --web 0} has opened. */
    int webPort() {
        return out().all().stream()
                .filter(line -> line.matches(" *Students: +http://.*:\\d+"))
                .map(line -> Integer.parseInt(line.replaceFirst(".*:", "")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no page: " + out().all()));
    }
}
