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
import javax.tools.ForwardingJavaFileObject;
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
            List<JavaFileObject> texts = new ArrayList<>();
            for (JavaFileObject source : files.getJavaFileObjectsFromPaths(sources)) {
                texts.add(new WithoutByteOrderMark(source));
            }
            javac.getTask(null, files, collector, all, null, texts).call();
        }
        return collector.getDiagnostics().stream().map(Message::of).collect(Collectors.toList());
    }

    /** A source that an editor of Windows may have begun with a mark, of which the compiler would complain. */
    private static final class WithoutByteOrderMark extends ForwardingJavaFileObject<JavaFileObject> {
        WithoutByteOrderMark(JavaFileObject file) {
            super(file);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
            CharSequence text = super.getCharContent(ignoreEncodingErrors);
            return text.length() > 0 && text.charAt(0) == '\uFEFF' ? text.subSequence(1, text.length()) : text;
        }
    }

    /**
     * What the compiler says about a line; 0 is no line.
     *
     * @param excerpt that line, and below it a caret under what the compiler means; empty where there is no line
     */
    public record Message(boolean error, String file, long line, String text, List<String> excerpt) {
        private static Message of(Diagnostic<? extends JavaFileObject> said) {
            String file = said.getSource() == null
                    ? ""
                    : Path.of(said.getSource().toUri()).getFileName().toString();
            long line = said.getLineNumber() == Diagnostic.NOPOS ? 0 : said.getLineNumber();
            return new Message(
                    said.getKind() == Diagnostic.Kind.ERROR,
                    file,
                    line,
                    said.getMessage(Locale.ENGLISH),
                    excerpt(said));
        }

        /** From the place in the text: the compiler's own number of the column counts a tab as several. */
        private static List<String> excerpt(Diagnostic<? extends JavaFileObject> said) {
            if (said.getSource() == null || said.getPosition() == Diagnostic.NOPOS) {
                return List.of();
            }
            try {
                String text = said.getSource().getCharContent(true).toString();
                int place = (int) Math.min(said.getPosition(), text.length());
                int begin = text.lastIndexOf('\n', place - 1) + 1;
                String line = text.substring(begin).lines().findFirst().orElse("");
                return List.of(line.replace('\t', ' '), " ".repeat(place - begin) + "^");
            } catch (IOException e) {
                return List.of(); // the file has gone meanwhile
            }
        }

        @Override
        public String toString() {
            return (file.isEmpty() ? "" : file + ":" + (line == 0 ? "" : line + ":") + " ") + text;
        }
    }
}
