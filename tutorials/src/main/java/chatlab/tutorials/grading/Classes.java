package chatlab.tutorials.grading;

import chatlab.protocol.Words;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the classes of the course are. */
public final class Classes {
    private Classes() {}

    /**
     * The folder or jar that this class comes from. Not the property java.class.path: within Maven that is Maven's own.
     */
    public static Path ofTheCourse() {
        return placeOf(Classes.class);
    }

    /** All folders or jars that the grading needs: the one of the course first, and the one of its words. */
    static List<Path> path() {
        return Stream.of(Classes.class, Words.class)
                .map(Classes::placeOf)
                .distinct()
                .collect(Collectors.toList());
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
