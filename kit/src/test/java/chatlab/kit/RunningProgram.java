package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.HangLimit;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A program that a test has started. Its output is read line by line, and it ends with the test in any case. */
class RunningProgram implements Closeable {
    /** Options for a quick start: a test starts many virtual machines, and each runs for a few seconds. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** A program that is killed leaves behind what a library has unpacked, so that must be in the test's own folder. */
    private static final String OWN_FOLDER = "-Djava.io.tmpdir=.";

    /** Programs that still run. A shutdown hook ends them when the test itself is ended before it can do that. */
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final Process process;
    private final SeenLines out;
    private final SeenLines err;
    private final List<Thread> readers;

    RunningProgram(String name, Path folder, ProcessBuilder builder) throws IOException {
        builder.directory(folder.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        this.process = builder.start();
        RUNNING.add(process);
        this.out = new SeenLines(name);
        this.err = new SeenLines(name + ", errors");
        this.readers =
                List.of(read(name, process.getInputStream(), out), read(name + " err", process.getErrorStream(), err));
    }

    /** {@code java OPTIONS -jar JAR}, where {@code jar} is the name of a system property. */
    static List<String> java(String jar, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK_START);
        command.add(OWN_FOLDER);
        command.addAll(List.of(options));
        command.add("-jar");
        command.add(
                Path.of(System.getProperty(jar)).toAbsolutePath().normalize().toString());
        return command;
    }

    private static Thread read(String name, InputStream in, SeenLines seen) {
        Thread thread = new Thread(
                () -> {
                    try (BufferedReader reader =
                            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                            seen.add(line);
                        }
                    } catch (IOException e) {
                        // the program was killed
                    } finally {
                        seen.end();
                    }
                },
                "output of " + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** The lines of its standard output. */
    final SeenLines out() {
        return out;
    }

    /** The lines of its standard error. */
    final SeenLines err() {
        return err;
    }

    /** Skips to the next printed line that matches as a whole; returns that one. */
    final String expect(String regex) throws InterruptedException {
        return out.expect(regex);
    }

    /** Types a line on its keyboard, which is a pipe. */
    final void type(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Ends its input. */
    final void endInput() throws IOException {
        process.getOutputStream().close();
    }

    final boolean isAlive() {
        return process.isAlive();
    }

    final long pid() {
        return process.pid();
    }

    /** The processor time that it has used until now. */
    final Duration cpuTime() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** Sends SIGTERM. */
    final void terminate() {
        process.destroy();
    }

    /** Sends SIGKILL, which it cannot handle, and waits for its end. */
    final void kill() throws InterruptedException {
        process.destroyForcibly();
        expectExit();
    }

    /** Waits until it has ended and all of its output was read; returns its exit status. */
    final int expectExit() throws InterruptedException {
        assertThat(process.waitFor(HangLimit.SECONDS, TimeUnit.SECONDS))
                .as("has ended, after %s %s", out.all(), err.all())
                .isTrue();
        out.expectEnd();
        err.expectEnd();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        RUNNING.remove(process);
        boolean interrupted = false;
        for (Thread reader : readers) {
            try {
                reader.join(TimeUnit.SECONDS.toMillis(HangLimit.SECONDS));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
