package chatlab.kit;

import chatlab.tutorials.Course;
import chatlab.tutorials.book.Book;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes LESSON.html from LESSON.md, for the build: a page beside the book, with the links and the commands of the kit. */
final class LessonPage {
    private LessonPage() {}

    public static void main(String[] arguments) throws IOException {
        String lesson = Files.readString(Path.of(arguments[0]))
                .replace("](../README.md#for-the-instructor)", "](START-HERE.html#instructor)")
                .replace("](../tutorials/chapters/05-broadcast/README.md)", "](book/05-broadcast/index.html)")
                .replace("client-cli/target/chat-cli.jar", "chat-cli.jar");
        Files.writeString(Path.of(arguments[1]), new Book(Course.builtIn()).pageBeside("book/", lesson));
    }
}
