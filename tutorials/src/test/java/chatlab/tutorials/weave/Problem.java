package chatlab.tutorials.weave;

import java.nio.file.Path;

/** Something in the course that is not as it should be. A line of 0 is the file as a whole. */
public record Problem(Path file, int line, String text) {
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + ": " + text;
    }
}
