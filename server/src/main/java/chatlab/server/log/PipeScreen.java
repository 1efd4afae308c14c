package chatlab.server.log;

import chatlab.protocol.InputLines;
import chatlab.protocol.SystemCharset;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;

/** The standard input and output where these are no terminal: those of a service, a pipe, a file. */
public final class PipeScreen implements Screen {
    private final InputLines in;
    private final PrintStream out;

    public PipeScreen(InputStream in, PrintStream out) {
        this.in = new InputLines(in, SystemCharset.get());
        this.out = out;
    }

    @Override
    public void print(List<String> lines) {
        out.print(String.join(System.lineSeparator(), lines) + System.lineSeparator());
        out.flush();
    }

    @Override
    public String readLine(Function<String, List<String>> completions) {
        try {
            return in.next();
        } catch (IOException e) {
            return null; // the other end of the pipe is gone
        }
    }
}
