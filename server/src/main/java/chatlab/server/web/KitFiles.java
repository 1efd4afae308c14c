package chatlab.server.web;

import chatlab.server.support.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the files of the kit are: beside the running program, as in the unpacked kit, or in the target folders of a clone.
 *
 * @param folder the folder of the running program, or null when that is not known
 */
record KitFiles(Path folder) {
    static final String WINDOW = "chat-client.jar";
    static final String TERMINAL = "chat-cli.jar";
    static final String SERVER = "chat-server.jar";
    static final String ZIP = "chatlab-kit-" + Version.get() + ".zip";
    private static final String BOOK = "book";

    /** The folder of a clone in which the build leaves each of them. */
    private static final Map<String, String> TARGETS = Map.of(
            WINDOW, "client-swing/target",
            TERMINAL, "client-cli/target",
            SERVER, "server/target",
            ZIP, "kit/target",
            BOOK, "tutorials/target");

    /** Far more than the book has. */
    private static final int MOST_FILES = 2000;

    /** A path of the book that stands in an address as it is, without an escape. */
    private static final Pattern PLAIN = Pattern.compile("[\\w.-]+(/[\\w.-]+)*");

    /** In a clone, the program is {@code server/target/chat-server.jar} or the folder {@code server/target/classes}. */
    static KitFiles ofThisProgram() {
        try {
            Path program = Path.of(KitFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new KitFiles(program.toAbsolutePath().getParent());
        } catch (URISyntaxException | IllegalArgumentException | SecurityException | NullPointerException e) {
            return new KitFiles(null);
        }
    }

    /** Whether there is a program that students can join with. */
    boolean haveClient() {
        return find(WINDOW).isPresent() || find(TERMINAL).isPresent();
    }

    /** The file with this name, one of the constants above. */
    Optional<Path> find(String name) {
        return places(name).filter(Files::isRegularFile).findFirst();
    }

    /** The files of the book: their paths below its folder, with slashes, and where they are. */
    Map<String, Path> book() {
        return places(BOOK)
                .filter(place -> Files.isRegularFile(place.resolve("index.html")))
                .findFirst()
                .map(KitFiles::filesOf)
                .orElse(Map.of());
    }

    private Stream<Path> places(String name) {
        if (folder == null) {
            return Stream.of();
        }
        Path beside = folder.resolve(name);
        return folder.endsWith(TARGETS.get(SERVER))
                ? Stream.of(
                        beside,
                        folder.resolve("../..")
                                .normalize()
                                .resolve(TARGETS.get(name))
                                .resolve(name))
                : Stream.of(beside);
    }

    /** Links are not followed: they could lead out of the book. */
    private static Map<String, Path> filesOf(Path book) {
        try (Stream<Path> all = Files.walk(book)) {
            List<Path> files =
                    all.filter(Files::isRegularFile).limit(MOST_FILES).collect(Collectors.toList());
            Map<String, Path> byName = new TreeMap<>();
            for (Path file : files) {
                String name = book.relativize(file).toString().replace('\\', '/');
                if (PLAIN.matcher(name).matches() && !Files.isSymbolicLink(file)) {
                    byName.put(name, file);
                }
            }
            return byName;
        } catch (IOException | UncheckedIOException e) {
            return Map.of();
        }
    }
}
