package chatlab.server.report;

import chatlab.protocol.Utf8;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A text of any length that waits for its place in a file: what is more than a little stands in a temporary file beside that one. */
final class Spool implements AutoCloseable {
    private static final int IN_MEMORY = 16 * 1024;

    private final Path folder;
    private final StringBuilder end = new StringBuilder();
    private Path file;

    Spool(Path folder) {
        this.folder = folder;
    }

    Spool append(String text) throws IOException {
        end.append(text);
        if (end.length() >= IN_MEMORY) {
            spill();
        }
        return this;
    }

    private void spill() throws IOException {
        if (file == null) {
            file = Files.createTempFile(folder, "chatlab-report", null);
            file.toFile().deleteOnExit(); // where Ctrl-C ends the program
        }
        Files.write(file, Utf8.encode(end.toString()), StandardOpenOption.APPEND);
        end.setLength(0);
    }

    void copyTo(OutputStream out) throws IOException {
        if (file != null) {
            Files.copy(file, out);
        }
        out.write(Utf8.encode(end.toString()));
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
