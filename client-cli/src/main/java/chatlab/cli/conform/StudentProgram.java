package chatlab.cli.conform;

import chatlab.client.UserError;
import chatlab.protocol.Words;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A server that a student has written, as a process of this machine. It listens when this is made, and ends with {@link
 * #close}, its children too. The last lines that it has printed are kept.
 */
final class StudentProgram implements Closeable {
    private static final Words WORDS = new Words(StudentProgram.class);
    private static final String PORT = "{port}";
    private static final int TRY_AGAIN_MILLIS = 20;
    private static final int OUTPUT_BYTES = 1_500;
    private static final int LINE_SHOWN = 160;
    private static final int END_SECONDS = 10;

    /** How long the end waits for the last output of the program: a child of it may hold the output open for ever. */
    private static final int OUTPUT_SECONDS = 5;

    /** A word of a command, or a quoted part of one. */
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");

    private final Process process;
    private final int port;
    private final Thread reader;

    /** Guarded by this. */
    private final StringBuilder output = new StringBuilder();

    /** The connection that has shown that the program listens; the first one of the session. */
    private Socket first;

    private StudentProgram(List<String> command, int port) throws UserError {
        this.port = port;
        try {
            this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UserError(WORDS.get("start.failed", command.get(0), e.getMessage()));
        }
        this.reader = new Thread(this::readOutput, "output of the program");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts the program and waits until it listens. The command is split at blanks outside quotes, and no shell sees it.
     *
     * @param command has the port of 127.0.0.1 as {@code {port}}, or gets it as its last word
     * @throws UserError where the program cannot be started, ends, or does not listen in time; it is ended then
     */
    static StudentProgram start(String command, Duration patience) throws UserError, InterruptedException {
        int port = freePort();
        StudentProgram program = new StudentProgram(words(command, port), port);
        try {
            program.awaitListening(patience);
            return program;
        } catch (UserError | InterruptedException e) {
            program.close();
            throw e;
        }
    }

    static List<String> words(String command, int port) {
        String whole = command.contains(PORT) ? command : command + " " + PORT;
        return WORD.matcher(whole)
                .results()
                .map(word -> word.group().replaceAll("[\"']", "").replace(PORT, String.valueOf(port)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static int freePort() throws UserError {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new UserError(WORDS.get("no-port", e.getMessage()));
        }
    }

    private void awaitListening(Duration patience) throws UserError, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (first == null) {
            if (process.waitFor(TRY_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                joinReader();
                throw new UserError(WORDS.get("start.ended", process.exitValue(), port, lastLines()));
            } else if (System.nanoTime() > deadline) {
                throw new UserError(WORDS.get("start.deaf", port, patience.toSeconds(), lastLines()));
            }
            first = connect();
        }
    }

    /** Null where no program listens. */
    private Socket connect() {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress("127.0.0.1", port), (int) TimeUnit.SECONDS.toMillis(1));
            if (!socket.getLocalSocketAddress().equals(socket.getRemoteSocketAddress())) {
                return socket; // otherwise TCP has connected a free port with itself
            }
            socket.close();
        } catch (IOException e) {
            // not yet
        }
        return null;
    }

    /** A connection to it, which the caller closes. */
    Socket open() throws IOException {
        Socket socket = first == null ? connect() : first;
        first = null;
        if (socket == null) {
            throw new IOException(WORDS.get("no-connection", port));
        }
        return socket;
    }

    private void readOutput() {
        byte[] buffer = new byte[1024];
        try (InputStream in = process.getInputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                keep(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            // the program was ended
        }
    }

    private synchronized void keep(String text) {
        output.append(text);
        output.delete(0, Math.max(0, output.length() - OUTPUT_BYTES));
    }

    private synchronized List<String> output() {
        return output.toString()
                .lines()
                .map(line -> line.substring(0, Math.min(line.length(), LINE_SHOWN)))
                .map(line -> Traffic.escaped(line.getBytes(StandardCharsets.ISO_8859_1)))
                .collect(Collectors.toList());
    }

    private String lastLines() {
        List<String> lines = output();
        return lines.isEmpty() ? WORDS.get("output.none") : "\n  " + String.join("\n  ", lines);
    }

    private void joinReader() throws InterruptedException {
        reader.join(TimeUnit.SECONDS.toMillis(OUTPUT_SECONDS));
    }

    @Override
    public void close() {
        end();
    }

    /** Ends the program and its children at once, waits for the end, and returns its last lines, harmless on a screen. */
    List<String> end() {
        List<ProcessHandle> children = process.descendants().collect(Collectors.toList());
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        try {
            if (first != null) {
                first.close();
            }
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
            joinReader();
        } catch (IOException e) {
            // its end is closed anyway
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return output();
    }
}
