package chatlab.cli;

import chatlab.client.Connection;
import chatlab.protocol.Greeting;
import chatlab.protocol.Words;
import java.io.IOException;
import java.util.Locale;

/** Waits for the first line: a greeting of CHAT/1 or something else. After a while without one, lines go out raw. */
final class FirstLine implements Talk {
    private static final Words WORDS = new Words(FirstLine.class);
    private static final int PATIENCE_MILLIS = 1_000;

    /** For a server that is known to speak CHAT/1: thirty clients may be coming back to it at once. */
    private static final int PATIENCE_WITH_FRIENDS_MILLIS = 10_000;

    private final Services services;
    private final Connection connection;

    FirstLine(Services services, Connection connection) throws IOException {
        this.services = services;
        this.connection = connection;
        connection.setPatience(services.member().wasIn() ? PATIENCE_WITH_FRIENDS_MILLIS : PATIENCE_MILLIS);
    }

    @Override
    public Talk received(String line) throws IOException {
        if (Greeting.isGreeting(line)) {
            connection.send(services.member().introduction());
            return new RichTalk(services, connection);
        }
        connection.setPatience(0);
        if (isWeb(line)) {
            throw new WrongServerException(WORDS.get("wrong.web"));
        }
        services.link().speak(Link.Manner.RAW);
        return new RawTalk(services.board()).received(line);
    }

    @Override
    public void silence() throws IOException {
        if (services.member().wasIn()) {
            throw new IOException(WORDS.get("lost.silence"));
        }
        connection.setPatience(0);
        services.board().tell("raw");
        services.board().show(); // before what was typed meanwhile goes out
        services.link().speak(Link.Manner.RAW);
    }

    private static boolean isWeb(String line) {
        String start = line.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("http/") || start.startsWith("<!doctype") || start.startsWith("<html");
    }
}
