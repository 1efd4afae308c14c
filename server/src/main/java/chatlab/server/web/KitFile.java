package chatlab.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * A file of the kit, as it was when the server started. It is read from the disk for each download, piece by piece: no download
 * needs memory for a whole file. If the file has changed, for example by a new build, it is no longer served, because its
 * checksum on the page would be wrong.
 */
final class KitFile implements Content {
    /** The file is not the one any more that the server found at its start. */
    static final class ChangedException extends IOException {
        private static final long serialVersionUID = 1;

        ChangedException(Path path) {
            super(path.toString());
        }
    }

    private final Path path;
    private final String type;
    private final long length;
    private final FileTime modified;
    private final Once<String> sha256 = new Once<>(() -> Sha256.of(open()));

    KitFile(Path path, String type) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        this.path = path;
        this.type = type;
        this.length = attributes.size();
        this.modified = attributes.lastModifiedTime();
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public String sha256() throws IOException {
        return sha256.get();
    }

    @Override
    public InputStream open() throws IOException {
        if (!isUnchanged()) {
            throw new ChangedException(path);
        }
        return Files.newInputStream(path);
    }

    boolean isUnchanged() {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return now.size() == length && now.lastModifiedTime().equals(modified);
        } catch (IOException e) {
            return false;
        }
    }
}
