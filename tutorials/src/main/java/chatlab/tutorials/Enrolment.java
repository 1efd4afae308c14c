package chatlab.tutorials;

import chatlab.protocol.BadAddressException;
import chatlab.protocol.Endpoint;
import java.io.IOException;
import java.util.Optional;

/**
 * The class that the student takes the course with, as the progress file remembers it.
 *
 * @param secret proves to the server that reports under this name come from the same student
 */
record Enrolment(Endpoint server, String name, String secret) {
    /** The line of the file, where other lines have the name of a chapter. */
    private static final String LINE = "class";

    private static final String SERVER = "server";
    private static final String NAME = "name";
    private static final String SECRET = "secret";
    static final String OFF = "off";

    /** Empty where the student is in no class. */
    static Optional<Enrolment> of(Progress progress) {
        String server = progress.get(LINE, SERVER).orElse(OFF);
        String name = name(progress).orElse("");
        String secret = secret(progress).orElse("");
        if (server.equals(OFF) || name.isEmpty() || secret.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Enrolment(Endpoint.parse(server), name, secret));
        } catch (BadAddressException e) {
            return Optional.empty(); // the file was edited
        }
    }

    /** The name that the student has had in class. */
    static Optional<String> name(Progress progress) {
        return progress.get(LINE, NAME);
    }

    /** The secret stays the same when the student leaves the class and comes back. */
    static Optional<String> secret(Progress progress) {
        return progress.get(LINE, SECRET);
    }

    void keep(Progress progress) throws IOException {
        progress.put(LINE, NAME, name);
        progress.put(LINE, SECRET, secret);
        progress.put(LINE, SERVER, server.toString());
    }

    static void end(Progress progress) throws IOException {
        progress.put(LINE, SERVER, OFF);
    }
}
