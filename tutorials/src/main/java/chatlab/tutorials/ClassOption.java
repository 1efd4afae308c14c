package chatlab.tutorials;

import chatlab.protocol.BadAddressException;
import chatlab.protocol.BadNameException;
import chatlab.protocol.Endpoint;
import chatlab.protocol.Name;
import chatlab.protocol.SystemTerminal;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options with which a student joins a class or leaves it. What they say is remembered. */
final class ClassOption {
    /** Random bits of a secret. */
    private static final int SECRET_BITS = 80;

    @Option(
            names = "--class",
            paramLabel = "HOST[:PORT]|off",
            arity = "0..1",
            fallbackValue = "",
            descriptionKey = "option.class")
    private String server;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "option.class-name")
    private String name;

    /** Returns what has come of it, to be said behind everything else: what stands above a long list is not read. */
    Optional<String> apply(LearnContext context) throws CourseException, IOException {
        if (server == null) {
            if (name != null) {
                throw new CourseException(Learn.WORDS.get("class.name-alone"));
            }
            return Optional.empty();
        }
        if (server.toLowerCase(Locale.ROOT).equals(Enrolment.OFF)) {
            Enrolment.end(context.progress);
            return Optional.of(Learn.WORDS.get("class.off"));
        }
        Endpoint endpoint = server(context);
        Enrolment wanted = new Enrolment(endpoint, name(context), secret(context, endpoint));
        boolean isKnown = Enrolment.of(context.progress).filter(wanted::equals).isPresent();
        if (isKnown || isAllowed(context, wanted)) {
            wanted.keep(context.progress);
            return Optional.of(Learn.WORDS.get("class.on", wanted.server(), wanted.name()));
        }
        return Optional.of(Learn.WORDS.get("class.not-on"));
    }

    private Endpoint server(LearnContext context) throws CourseException, IOException {
        try {
            return server.isEmpty()
                    ? context.servers.find().orElseThrow(() -> new CourseException(Learn.WORDS.get("class.not-found")))
                    : Endpoint.parse(server);
        } catch (BadAddressException e) {
            throw new CourseException(e.getMessage());
        }
    }

    private String name(LearnContext context) throws CourseException {
        if (name == null) {
            return Enrolment.name(context.progress)
                    .orElseThrow(() -> new CourseException(Learn.WORDS.get("class.no-name")));
        }
        try {
            return Name.ofPerson(name).shown();
        } catch (BadNameException e) {
            throw new CourseException(e.getMessage());
        }
    }

    private static String secret(LearnContext context, Endpoint endpoint) {
        return Enrolment.secret(context.progress, endpoint)
                .orElseGet(() -> new BigInteger(SECRET_BITS, new SecureRandom())
                        .setBit(SECRET_BITS)
                        .toString(36));
    }

    /** Asks once, before the first report to this server. Without a terminal there is no person to ask; the server was named then. */
    private boolean isAllowed(LearnContext context, Enrolment wanted) throws CourseException, IOException {
        String title = "";
        try (ClassServer.Visit visit = context.servers.visit(wanted.server())) {
            title = visit.title();
        } catch (ClassServer.OtherProgramException e) {
            throw new CourseException(e.getMessage()); // a report to it would wait for ever
        } catch (IOException e) {
            context.out.say("class.silent", wanted.server());
        }
        if (!SystemTerminal.isThere()) {
            if (server.isEmpty()) {
                throw new CourseException(Learn.WORDS.get("class.say-which", title, wanted.server()));
            }
            return true;
        }
        context.out.ask(title.isEmpty() ? "class.ask.untitled" : "class.ask", title, wanted.server());
        String typed = context.keyboard.readLine();
        return typed != null && typed.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }
}
