package chatlab.server.web;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Bytes in memory: a page, or a file out of the program's own jar, which is read when it is asked for first. */
record MemoryContent(String type, Once<byte[]> bytes) implements Content {
    static MemoryContent ofText(String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new MemoryContent(type, new Once<>(() -> bytes));
    }

    /** @param name the file, beside this class or, with a slash before it, in another package */
    static MemoryContent ofResource(String type, String name) {
        return new MemoryContent(type, new Once<>(() -> read(name)));
    }

    static byte[] read(String name) throws IOException {
        try (InputStream in = MemoryContent.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return in.readAllBytes();
        }
    }

    @Override
    public long length() throws IOException {
        return bytes.get().length;
    }

    @Override
    public String sha256() throws IOException {
        return Sha256.of(open());
    }

    @Override
    public InputStream open() throws IOException {
        return new ByteArrayInputStream(bytes.get());
    }
}
