package chatlab.tutorials.book;

import chatlab.tutorials.Course;
import java.io.IOException;
import java.nio.file.Path;

/** Makes the book, for the build. Its argument is the folder that it is to stand in. */
public final class MakeBook {
    private MakeBook() {}

    public static void main(String[] args) throws IOException {
        new Book(Course.builtIn()).write(Path.of(args[0]));
    }
}
