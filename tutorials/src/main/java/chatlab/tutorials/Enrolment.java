package chatlab.tutorials;

import chatlab.protocol.BadAddressException;
import chatlab.protocol.Endpoint;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The class that the student takes the course with, as the progress file remembers it.
 *
 * @param secret proves to this server that reports under this name come from the same student
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
        if (server.equals(OFF) || name.isEmpty()) {
            return Optional.empty();
        }
        try {
            Endpoint endpoint = Endpoint.parse(server);
            return secret(progress, endpoint).map(secret -> new Enrolment(endpoint, name, secret));
        } catch (BadAddressException e) {
            return Optional.empty(); // the file was edited
        }
    }

    /** The name that the student has had in class. */
    static Optional<String> name(Progress progress) {
        return progress.get(LINE, NAME);
    }

    /** The secret for this server, which stays the same when the student leaves the class and comes back. */
    static Optional<String> secret(Progress progress, Endpoint server) {
        return progress.get(LINE, secretOf(server));
    }

    /** Each server has a secret of its own: one that a classmate runs learns nothing with which to report elsewhere. */
    private static String secretOf(Endpoint server) {
        return SECRET + "@" + server.toString().toLowerCase(Locale.ROOT);
    }

    /** The other addresses that the student has joined a class at. Each has another secret, also where it leads to the same server. */
    static List<String> otherServers(Progress progress) {
        String current = progress.get(LINE, SERVER).orElse(OFF).toLowerCase(Locale.ROOT);
        return progress.facts(LINE).stream()
                .filter(fact -> fact.startsWith(SECRET + "@"))
                .map(fact -> fact.substring(SECRET.length() + 1))
                .filter(server -> !server.equals(current))
                .toList();
    }

    void keep(Progress progress) throws IOException {
        progress.put(LINE, NAME, name);
        progress.put(LINE, secretOf(server), secret);
        progress.put(LINE, SERVER, server.toString());
    }

    static void end(Progress progress) throws IOException {
        progress.put(LINE, SERVER, OFF);
    }
}
