package chatlab.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the file SHA256SUMS into a folder, for the build. It has a line for each other file of the folder, in the order of
 * their names and in the form that {@code sha256sum -c SHA256SUMS} reads.
 */
final class Checksums {
    private static final String FILE = "SHA256SUMS";

    private Checksums() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Path folder = Path.of(arguments[0]);
        StringBuilder lines = new StringBuilder();
        for (String name : names(folder)) {
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
            lines.append(HexFormat.of().formatHex(sum))
                    .append("  ")
                    .append(name)
                    .append('\n');
        }
        Files.writeString(folder.resolve(FILE), lines);
    }

    /** With slashes, as on Unix, so that each machine makes the same file. */
    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(FILE))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
