package chatlab.tutorials.grading;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The process that the student's code runs in, beside the check. Its arguments are the file of its {@link CheckReport}, and the
 * step that is to run last, or nothing. It ends itself without asking the student's threads, which may wait for ever.
 */
public final class Child {
    private Child() {}

    public static void main(String[] args) throws Exception {
        CheckReport report = new CheckReport(Path.of(args[0]));
        ThreadSnapshot.now(Set.of()); // what each wait needs is loaded while the answer is compiled
        System.in.transferTo(OutputStream.nullOutputStream()); // ends when the classes are there
        System.setIn(new NoKeyboard());
        Exercise check =
                (Exercise) Class.forName("Check").getDeclaredConstructor().newInstance();
        try {
            Checks checks = new Checks(report, args[1]);
            check.check(checks);
            checks.end();
            report.done();
        } catch (Wrong e) {
            // it was reported where it was found
        } catch (Throwable e) { // the student's code, called outside of a step
            report.wrong("exception", ExerciseMessages.SHARED.get("exception.expected"), Thrown.inWords(e), List.of());
        } finally {
            System.out.flush();
            System.err.flush();
            Runtime.getRuntime().halt(0);
        }
    }
}
