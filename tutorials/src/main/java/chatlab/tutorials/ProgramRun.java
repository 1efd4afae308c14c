package chatlab.tutorials;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program from the student's folder, as {@code java File.java} does, and shows what it prints. */
final class ProgramRun {
    private final LearnContext context;

    ProgramRun(LearnContext context) {
        this.context = context;
    }

    int program(Chapter chapter, List<String> arguments) throws IOException, InterruptedException {
        return run(chapter, chapter.program().getFileName().toString(), arguments);
    }

    int experiment(Chapter chapter, String name) throws IOException, InterruptedException {
        return run(chapter, "experiment/" + name + ".java", List.of());
    }

    private int run(Chapter chapter, String file, List<String> arguments) throws IOException, InterruptedException {
        context.out.line("java " + file + (arguments.isEmpty() ? "" : " " + String.join(" ", arguments)));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", file));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(context.workspace.of(chapter).toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread end = new Thread(process::destroy, "end of " + file);
        Runtime.getRuntime().addShutdownHook(end); // Ctrl-C here must not leave a server behind
        try {
            show(process);
            return process.waitFor();
        } finally {
            process.destroy();
            removeHook(end);
        }
    }

    private static void removeHook(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            // we are being ended ourselves
        }
    }

    private void show(Process process) throws IOException {
        char[] buffer = new char[4096];
        try (Reader reader = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                context.out.raw(new String(buffer, 0, count));
            }
        }
    }
}
