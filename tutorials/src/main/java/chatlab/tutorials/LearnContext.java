package chatlab.tutorials;

import chatlab.protocol.CourseQuestion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What every subcommand works with: the course, the student's folder and progress, keyboard and screen. */
final class LearnContext {
    final Course course;
    final Workspace workspace;
    final Progress progress;
    final Output out;
    final BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));

    /** The way to the server of the class. */
    final ClassServer servers;

    private final Reporter reporter;

    LearnContext(Path folder, PrintWriter out, ClassServer servers) throws IOException {
        this.course = Course.builtIn();
        this.workspace = new Workspace(folder);
        this.progress = Progress.read(workspace.progress());
        this.out = new Output(out, Terminal.showsUnicode());
        this.servers = servers;
        this.reporter =
                new Reporter(servers, new Acknowledged(workspace.folder().resolve("reported.txt")));
    }

    /** The chapter that the user means. */
    Chapter chapter(String typed) throws CourseException {
        return course.find(typed).orElseThrow(() -> new CourseException(Learn.WORDS.get("no-chapter", typed)));
    }

    /** Says, in class, where the instructor asks not to begin this chapter yet. The student may begin it all the same. */
    void sayIfClosed(Chapter chapter) throws IOException, InterruptedException {
        Optional<Enrolment> enrolment = Enrolment.of(progress);
        CourseQuestion question = new CourseQuestion(chapter.number());
        if (enrolment.isPresent() && new ClassWait(this).isClosed(enrolment.get(), question)) {
            out.say("class.not-yet", chapter.number());
        }
    }

    /** Remembers it, and tells the class, where the student is in one. */
    void did(Chapter chapter, String fact, String value) throws IOException {
        progress.put(chapter, fact, value);
        report();
    }

    /** Remembers the day on which this was done for the first time. */
    void didToday(Chapter chapter, String fact) throws IOException {
        if (progress.get(chapter, fact).isEmpty()) {
            did(chapter, fact, LocalDate.now().toString());
        }
    }

    /** Reports in the background what the class does not know yet. */
    void report() throws IOException {
        Optional<Enrolment> enrolment = Enrolment.of(progress);
        if (enrolment.isPresent()) {
            reporter.report(enrolment.get(), CourseFacts.of(this, enrolment.get()));
        }
    }

    /** Before the program ends: waits a moment for reports under way. */
    void finishReports() throws InterruptedException {
        Optional<Reporter.Refusal> refusal = reporter.finish();
        if (refusal.isPresent()) {
            out.say("class.refused", refusal.get().words());
            List<String> others = Enrolment.otherServers(progress);
            if (refusal.get().isOfAll() && !others.isEmpty()) {
                out.say("class.other-address", String.join(", ", others));
            }
        }
    }
}
