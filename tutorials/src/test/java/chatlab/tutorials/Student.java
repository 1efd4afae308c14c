package chatlab.tutorials;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine;

/** A student that takes the course in a folder, without a terminal. */
final class Student {
    static {
        System.setProperty("java.awt.headless", "true"); // "learn book" must open no browser during the tests
    }

    final Path folder;
    private final ClassServer servers;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    Student(Path folder) {
        this(folder, ClassServer.NONE);
    }

    Student(Path folder, ClassServer servers) {
        this.folder = folder;
        this.servers = servers;
    }

    /** Types {@code learn ...} and returns the exit status. */
    int learn(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        String[] all = new String[arguments.length + 2];
        all[0] = "--folder";
        all[1] = folder.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return new CommandLine(new Learn(servers))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }

    /** With these lines on the keyboard. */
    int typing(String lines, String... arguments) {
        return typing(new ByteArrayInputStream(lines.getBytes(Charset.defaultCharset())), arguments);
    }

    int typing(InputStream keyboard, String... arguments) {
        InputStream former = System.in;
        System.setIn(keyboard);
        try {
            return learn(arguments);
        } finally {
            System.setIn(former);
        }
    }

    /** What it has printed since the last command was typed. */
    String sees() {
        return out.toString();
    }

    String complaint() {
        return err.toString();
    }

    Path answer() {
        return folder.resolve("01-what-a-socket-is/exercise/Endpoints.java");
    }

    /** Writes one of the answers that the exercise is tried with; no reader sees a part of it. */
    void writes(String answer) throws IOException {
        Path source = Path.of("chapters/01-what-a-socket-is/exercise", answer, "Endpoints.java");
        Path copy = Files.copy(source, answer().resolveSibling("saved"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(copy, answer(), StandardCopyOption.ATOMIC_MOVE);
    }

    void changes(String before, String after) throws IOException {
        String text = Files.readString(answer());
        if (!text.contains(before)) {
            throw new IllegalArgumentException("no \"" + before + "\" in " + answer());
        }
        Files.writeString(answer(), text.replace(before, after));
    }

    String progress() throws IOException {
        return Files.readString(folder.resolve("progress.txt"));
    }
}
