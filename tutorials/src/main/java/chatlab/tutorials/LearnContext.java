package chatlab.tutorials;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** What every subcommand works with: the course, the student's folder and progress, keyboard and screen. */
final class LearnContext {
    final Course course;
    final Workspace workspace;
    final Progress progress;
    final Output out;
    final BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));

    LearnContext(Path folder, PrintWriter out) throws IOException {
        this.course = Course.builtIn();
        this.workspace = new Workspace(folder);
        this.progress = Progress.read(workspace.progress());
        this.out = new Output(out, Terminal.showsUnicode());
    }

    /** The chapter that the user means. */
    Chapter chapter(String typed) throws CourseException {
        return course.find(typed).orElseThrow(() -> new CourseException(Learn.WORDS.get("no-chapter", typed)));
    }
}
