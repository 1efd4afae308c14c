package chatlab.tutorials.weave;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A terminal in which one program runs: what is typed there, and what it shows. */
final class TranscriptTerminal implements Closeable {
    /** Ends what hangs, and nothing else: a busy machine may take long. */
    private static final long PATIENCE_SECONDS = 300;

    private static final long GRACE_MS = 300;

    private final Process process;
    private final Thread reader;
    private final BlockingQueue<String> shown = new LinkedBlockingQueue<>();

    TranscriptTerminal(List<String> command, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        this.process = builder.start();
        this.reader = new Thread(this::read, "terminal");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                shown.add(line);
            }
        } catch (IOException e) {
            // it was ended
        }
    }

    /** The next line that it shows, or null if none comes. */
    String next() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            String line = shown.poll(100, TimeUnit.MILLISECONDS);
            if (line != null) {
                return line;
            }
            if (!reader.isAlive()) {
                return shown.poll();
            }
        }
        return null;
    }

    void type(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    void interrupt() {
        process.destroy();
    }

    /** Waits until it has ended by itself, and returns what it still has shown, a line or null. */
    String rest() throws InterruptedException {
        process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        return shown.poll();
    }

    /** Whether it ends by itself, and says that all went well. */
    boolean endsWell() throws InterruptedException {
        return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /** What it still shows before it ends, or within a moment if it goes on: a line or null. It is not ended by this. */
    String more() throws InterruptedException {
        return process.waitFor(GRACE_MS, TimeUnit.MILLISECONDS) ? rest() : shown.poll();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
