package chatlab.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The terminal client, started from its jar as users do, with pipes as keyboard and screen. */
final class RunningClient extends RunningProgram {
    /** A message on its screen, with a date if it was said on another day than it is shown. */
    private static final Pattern MESSAGE = Pattern.compile("(?:\\S+ )?\\d\\d:\\d\\d <(\\S+)> (.*)");

    private RunningClient(Path folder, List<String> command) throws IOException {
        super("chat-cli", folder, new ProcessBuilder(command));
    }

    /** Starts it with these arguments, and waits for nothing. */
    static RunningClient start(Path folder, String... arguments) throws IOException {
        List<String> command = java("chat-cli.jar");
        command.addAll(List.of(arguments));
        return new RunningClient(folder, command);
    }

    /** Starts it with an option of the virtual machine. */
    static RunningClient startWith(Path folder, String option, String... arguments) throws IOException {
        List<String> command = java("chat-cli.jar", option);
        command.addAll(List.of(arguments));
        return new RunningClient(folder, command);
    }

    /** Starts it and waits until it has entered the lobby. */
    static RunningClient join(Path folder, int port, String name) throws IOException, InterruptedException {
        RunningClient client = start(folder, "127.0.0.1", String.valueOf(port), "--plain", "--name", name);
        try {
            client.expect(".*: you are " + name + ", in the room lobby\\..*");
            return client;
        } catch (AssertionError | InterruptedException e) {
            client.close();
            throw e;
        }
    }

    /** The messages on its screen, each as {@code name: text}. */
    List<String> said() {
        return out().all().stream()
                .map(MESSAGE::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1) + ": " + line.group(2))
                .collect(Collectors.toList());
    }
}
