package chatlab.server.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where a report goes to: first each message, as it is read, and at the end all else. */
interface ReportOutput extends AutoCloseable {
    void message(int run, ReportedMessage message) throws IOException;

    /** Called once, after the last message. {@code remarks} are sentences about what is not in the report. */
    void finish(List<RunReport> runs, List<String> remarks) throws IOException;

    /** The file or folder that it writes. */
    Path path();

    @Override
    void close() throws IOException;
}
