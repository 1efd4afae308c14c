package chatlab.tutorials;

import chatlab.tutorials.book.Book;
import java.awt.AWTError;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/** Makes the book in the student's folder, and opens it in a browser where there is one. */
@Command(
        name = "book",
        mixinStandardHelpOptions = true,
        header = "${bundle:book.header}",
        resourceBundle = "chatlab.tutorials.Words")
final class BookCommand extends LearnCommand {
    @Override
    int run(LearnContext context) throws IOException {
        Path start = new Book(context.course).write(context.workspace.folder().resolve("book"));
        context.out.say(open(start) ? "book.opened" : "book.open-it");
        context.out.line("  " + start);
        return GOOD;
    }

    private static boolean open(Path file) {
        try {
            if (GraphicsEnvironment.isHeadless()
                    || !Desktop.isDesktopSupported()
                    || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                return false;
            }
            Desktop.getDesktop().browse(file.toUri());
            return true;
        } catch (IOException | AWTError e) {
            return false; // no browser, or no display any more: the file's path is shown in any case
        }
    }
}
