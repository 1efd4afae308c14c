package chatlab.tutorials.grading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The JDK's own compiler, within this process. */
public final class Compiler {
    private static final int LEVEL = 17;

    private final JavaCompiler javac;

    private Compiler(JavaCompiler javac) {
        this.javac = javac;
    }

    /** Empty where Java was installed without its compiler. */
    public static Optional<Compiler> find() {
        return Optional.ofNullable(ToolProvider.getSystemJavaCompiler()).map(Compiler::new);
    }

    /**
     * Compiles sources in UTF-8 that may use these classes and those of the course.
     *
     * @param options more options, like -Xlint:all
     * @return the compiler's words, none if it has nothing to say; {@link Message#error} tells errors from warnings
     */
    public List<Message> compile(List<Path> sources, Path into, List<Path> classes, String... options)
            throws IOException {
        Files.createDirectories(into);
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(collector, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            List<Path> path = new ArrayList<>(classes);
            path.addAll(Classes.path());
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, path);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(into));
            List<String> all = new ArrayList<>(List.of("-proc:none", "-g"));
            if (Runtime.version().feature()
                    != LEVEL) { // otherwise this level is the default, and takes less than half of the time
                all.addAll(List.of("--release", String.valueOf(LEVEL)));
            }
            all.addAll(List.of(options));
            javac.getTask(null, files, collector, all, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return collector.getDiagnostics().stream().map(Message::of).collect(Collectors.toList());
    }

    /** What the compiler says about a line; 0 is no line. */
    public record Message(boolean error, String file, long line, String text) {
        private static Message of(Diagnostic<? extends JavaFileObject> said) {
            String file = said.getSource() == null
                    ? ""
                    : Path.of(said.getSource().toUri()).getFileName().toString();
            long line = said.getLineNumber() == Diagnostic.NOPOS ? 0 : said.getLineNumber();
            return new Message(said.getKind() == Diagnostic.Kind.ERROR, file, line, said.getMessage(Locale.ENGLISH));
        }

        @Override
        public String toString() {
            return (file.isEmpty() ? "" : file + ":" + (line == 0 ? "" : line + ":") + " ") + text;
        }
    }
}
