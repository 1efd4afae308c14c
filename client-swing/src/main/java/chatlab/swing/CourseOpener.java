package chatlab.swing;

import chatlab.protocol.Words;
import chatlab.swing.ui.Untrusted;
import chatlab.tutorials.Course;
import chatlab.tutorials.book.Book;
import java.awt.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javax.swing.JOptionPane;
import javax.swing.SwingWorker;

/** Writes the book of the course in the background, and opens it in the browser. */
final class CourseOpener extends SwingWorker<Path, Void> {
    private static final Words WORDS = new Words(CourseOpener.class);

    private final Callable<Path> folder;
    private final Consumer<String> browser;
    private final Component parent;

    /** @param folder where the book is written; files of an earlier version are overwritten */
    CourseOpener(Callable<Path> folder, Consumer<String> browser, Component parent) {
        this.folder = folder;
        this.browser = browser;
        this.parent = parent;
    }

    @Override
    protected Path doInBackground() throws Exception {
        return new Book(Course.builtIn()).write(folder.call());
    }

    @Override
    protected void done() {
        try {
            browser.accept(get().toUri().toString());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof IOException)) {
                throw new IllegalStateException(e.getCause());
            }
            String reason = Untrusted.text(String.valueOf(e.getCause().getMessage()));
            JOptionPane.showMessageDialog(parent, WORDS.get("course.failed", reason));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e); // it is done, so get() does not wait
        }
    }
}
