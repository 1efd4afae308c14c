package chatlab.kit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The zip of the kit, and what it has inside. Names are those below its only folder. */
final class UnpackedKit implements Closeable {
    private final FileSystem zip;
    private final Path top;

    UnpackedKit() throws IOException {
        // with the permissions of Unix, which a zip may have
        this.zip = FileSystems.newFileSystem(
                Path.of(System.getProperty("chatlab-kit.zip")), Map.of("enablePosixFileAttributes", true));
        try (Stream<Path> tops = Files.list(zip.getPath("/"))) {
            List<Path> all = tops.collect(Collectors.toList());
            if (all.size() != 1) {
                throw new AssertionError("The zip should have one folder, and has: " + all);
            }
            this.top = all.get(0);
        }
    }

    Path top() {
        return top;
    }

    /** All of its files, by their names in order. */
    Map<String, Path> files() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(top)) {
            paths.filter(Files::isRegularFile)
                    .forEach(path -> files.put(top.relativize(path).toString(), path));
        }
        return files;
    }

    Set<PosixFilePermission> permissions(String name) throws IOException {
        return Files.getPosixFilePermissions(top.resolve(name));
    }

    /** Unpacks it into this folder as unzip does, with permissions. */
    void unpackTo(Path folder) throws IOException {
        for (Map.Entry<String, Path> file : files().entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.copy(file.getValue(), target);
            Files.setPosixFilePermissions(target, permissions(file.getKey()));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
