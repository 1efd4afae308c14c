package chatlab.tutorials.grading;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The report of the child process to its parent, in a file. So the output of the student's program cannot get into it, and it
 * remains when the process is ended. A line is a kind and its fields, with tabs between them.
 */
final class CheckReport {
    static final String BEGUN = "begun";
    static final String PASSED = "passed";
    static final String WRONG = "wrong";
    static final String DONE = "done";

    private static final FileChannel STANDARD_OUTPUT = new FileOutputStream(FileDescriptor.out).getChannel();

    private final Path file;

    CheckReport(Path file) {
        this.file = file;
    }

    /** Also writes how many bytes the program has printed so far. */
    void begin(String step) {
        System.out.flush();
        System.err.flush();
        write(List.of(BEGUN, step, String.valueOf(printed())));
    }

    /** The standard output is a file, which the parent has opened. */
    private static long printed() {
        try {
            return STANDARD_OUTPUT.position();
        } catch (IOException e) {
            return 0; // it is no file
        }
    }

    void passed(String step) {
        write(List.of(PASSED, step));
    }

    void done() {
        write(List.of(DONE));
    }

    /** Writes a line for a wrong answer, and returns the error to throw. */
    Wrong wrong(String key, String expected, String seen, List<String> threads) {
        List<String> fields = new ArrayList<>(List.of(WRONG, key, expected, seen));
        fields.addAll(threads);
        write(fields);
        return new Wrong(key, expected, seen);
    }

    private synchronized void write(List<String> fields) {
        StringBuilder line = new StringBuilder();
        for (String field : fields) {
            line.append(line.length() == 0 ? "" : "\t").append(escaped(field));
        }
        try {
            // Not writeString: half of a surrogate pair, which an answer may well have cut, would be an exception
            // there.
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All lines of the report, each as a list of its fields. */
    static List<List<String>> read(Path file) throws IOException {
        List<List<String>> told = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            List<String> fields = new ArrayList<>();
            for (String field : line.split("\t", -1)) {
                fields.add(unescaped(field));
            }
            told.add(fields);
        }
        return told;
    }

    private static String escaped(String field) {
        return field.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    private static String unescaped(String field) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\') {
                i++;
                c = "nrt".indexOf(field.charAt(i)) < 0
                        ? field.charAt(i)
                        : "\n\r\t".charAt("nrt".indexOf(field.charAt(i)));
            }
            text.append(c);
        }
        return text.toString();
    }
}
