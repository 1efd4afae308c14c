package chatlab.tutorials.grading;

import chatlab.protocol.Words;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.PropertyResourceBundle;

/** The words of an exercise, and then the words that all exercises share. */
public final class ExerciseMessages {
    static final Words SHARED = new Words(ExerciseMessages.class);

    private final PropertyResourceBundle own;

    private ExerciseMessages(PropertyResourceBundle own) {
        this.own = own;
    }

    /** The words in the folder of this exercise. */
    public static ExerciseMessages of(Path exercise) throws IOException {
        try (Reader file = Files.newBufferedReader(exercise.resolve("messages.properties"))) {
            return new ExerciseMessages(new PropertyResourceBundle(file));
        }
    }

    /** Whether all exercises share these words. */
    public static boolean isShared(String key) {
        return SHARED.has(key);
    }

    public boolean has(String key) {
        return own.containsKey(key) || SHARED.has(key);
    }

    /** The words, or the key itself where there are none. */
    public String get(String key) {
        if (own.containsKey(key)) {
            return MessageFormat.format(own.getString(key), new Object[0]);
        }
        return SHARED.has(key) ? SHARED.get(key) : key;
    }
}
