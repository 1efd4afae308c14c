package chatlab.cli.conform;

import chatlab.protocol.BadLineException;
import chatlab.protocol.Chat1;
import chatlab.protocol.EndlessLineException;
import chatlab.protocol.Utf8;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One connection of a client under test, seen from the server. While it waits for something it answers the client's other
 * commands, as a small server would. One thread uses it.
 */
final class ClientTalk implements Closeable {
    static final String AT = "2026-11-20T10:15:02.007Z";

    private static final Pattern COMMAND = Pattern.compile("/([A-Za-z]{1,12})(?:@([\\w-]{1,16}))?(?: (.*))?");

    /** A client that asks for more than this is not answered any more: it may read nothing, and a write would block. */
    private static final int MOST_ANSWERED = 100_000;

    private static final int MOST_SAID = 100;

    private final TestedConnection connection;
    private final List<String> said = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();
    private String name = "";
    private boolean pasting;
    private int answered;
    private boolean ownLinesAreGood = true;

    /** Takes over the socket. */
    ClientTalk(Socket socket, Traffic traffic) throws IOException {
        this.connection = new TestedConnection(socket, "client", traffic, Chat1.CLIENT_LINE);
    }

    /** A command of the client, in small letters. */
    record Asked(String verb, String tag, String text) {
        static Optional<Asked> parse(String line) {
            Matcher command = COMMAND.matcher(line);
            if (!command.matches()) {
                return Optional.empty();
            }
            String tag = command.group(2) == null ? "" : command.group(2);
            String text = command.group(3) == null ? "" : command.group(3);
            return Optional.of(new Asked(command.group(1).toLowerCase(Locale.ROOT), tag, text));
        }

        /** The key that answers the tag, with a blank before it. */
        String re() {
            return tag.isEmpty() ? "" : " re=" + tag;
        }
    }

    void send(String lines) throws IOException {
        try {
            connection.send(Utf8.encode(lines));
        } catch (SocketException e) {
            throw new EOFException(); // as when it is seen by reading
        }
    }

    void sendSingly(String lines) throws IOException {
        try {
            connection.sendSingly(Utf8.encode(lines));
        } catch (SocketException e) {
            throw new EOFException();
        }
    }

    /** Sends a greeting, or what stands for it. */
    void greet() throws IOException {
        send("* CHAT/1 conform. You are guest1. Type to talk; /help for commands.\n");
    }

    /** Answers {@code /proto} as a server does that knows this run and token. */
    void welcome(Asked proto, String newName, String token) throws IOException {
        name = newName;
        send("HELLO proto=1 server=conform run=r1 you=" + name + " token=" + token
                + " room=lobby ping=60 line=4096 paste=500" + proto.re() + " :conform\n");
    }

    void joined() throws IOException {
        send("JOIN room=lobby name=" + name + " at=" + AT + "\n");
    }

    /** The next line, whatever it is; empty where none comes in time. */
    Optional<String> anyLine(Duration patience) throws IOException {
        try {
            return Optional.of(line(patience));
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        }
    }

    /**
     * The next command with such a verb; other lines are answered. Empty where none comes in time.
     *
     * @throws EOFException where the client ends the connection
     */
    Optional<Asked> await(String verb, Duration patience) throws IOException {
        return await(
                        line -> Asked.parse(line)
                                .filter(asked -> asked.verb().equals(verb))
                                .isPresent(),
                        patience)
                .flatMap(Asked::parse);
    }

    /** The next text to the room, with {@code /say} or without. */
    Optional<String> awaitSaid(Duration patience) throws IOException {
        return said.isEmpty() ? await(ClientTalk::isSaid, patience) : Optional.of(said.get(0));
    }

    /** The text of the next {@code /pong} that answers none of the former questions; empty where none comes in time. */
    Optional<String> pong(String question, Duration patience) throws IOException {
        Optional<String> pong = await(
                line -> Asked.parse(line)
                        .filter(asked -> asked.verb().equals("pong") && !this.asked.contains(asked.text()))
                        .isPresent(),
                patience);
        asked.add(question);
        return pong.flatMap(Asked::parse).map(Asked::text);
    }

    private Optional<String> await(Predicate<String> wanted, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos(); left > 0; left = deadline - System.nanoTime()) {
                String line = line(Duration.ofNanos(left));
                if (isSaid(line) && said.size() < MOST_SAID) {
                    said.add(line);
                }
                if (wanted.test(line)) {
                    return Optional.of(line);
                }
                answer(line);
            }
        } catch (SocketTimeoutException e) {
            // it says nothing
        }
        return Optional.empty();
    }

    /** Skips lines that cannot be read, and remembers that there were some. */
    private String line(Duration patience) throws IOException {
        while (true) {
            try {
                String line = connection.receive(patience);
                if (line == null) {
                    throw new EOFException();
                }
                return line;
            } catch (BadLineException e) {
                ownLinesAreGood = false;
            } catch (EndlessLineException e) {
                ownLinesAreGood = false;
                throw new EOFException();
            }
        }
    }

    private static boolean isSaid(String line) {
        return Asked.parse(line).map(asked -> asked.verb().equals("say")).orElse(!line.isBlank());
    }

    private void answer(String line) throws IOException {
        Optional<Asked> asked = pasting ? Optional.empty() : Asked.parse(line);
        pasting = pasting && !line.equals(".");
        if (asked.isPresent()) {
            String answer = answer(asked.get());
            answered += answer.length();
            if (answered <= MOST_ANSWERED) {
                send(answer);
            }
        }
    }

    private String answer(Asked asked) {
        String re = asked.re();
        pasting = asked.verb().equals("paste");
        return switch (asked.verb()) {
            case "ping" -> "PONG" + re + " :" + asked.text() + "\n";
            case "who" -> "WHO name=" + name + " room=lobby state=-\nEND" + re + "\n";
            case "rooms" -> "ROOM name=lobby people=1\nEND" + re + "\n";
            case "history", "threads", "hands" -> "END" + re + "\n";
            case "quit" -> "BYE" + re + " code=quit :Goodbye.\n";
            case "pong", "paste", "say" -> "";
            default -> re.isEmpty() ? "" : "OK" + re + "\n";
        };
    }

    /** Whether all lines of the client could be read. */
    boolean hasGoodLines() {
        return ownLinesAreGood;
    }

    /** The texts to the room that the client has sent while something else was awaited, as lines. */
    List<String> said() {
        return said;
    }

    /** Whether the last line of the client ended with CR LF. */
    boolean endedWithCr() {
        return connection.endedWithCr();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
