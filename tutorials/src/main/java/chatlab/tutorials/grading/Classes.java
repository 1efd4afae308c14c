package chatlab.tutorials.grading;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the classes of the course are. */
public final class Classes {
    private Classes() {}

    /**
     * The folder or jar that this class comes from. Not the property java.class.path: within Maven that is Maven's own.
     */
    public static Path ofTheCourse() {
        try {
            return Path.of(Classes.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
