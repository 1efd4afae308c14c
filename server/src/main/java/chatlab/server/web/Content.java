package chatlab.server.web;

import java.io.IOException;
import java.io.InputStream;

/** What one path of the page leads to. Safe for use by several threads. */
interface Content {
    /** The media type, as in RFC 9110, section 8.3. */
    String type();

    /** Bytes. */
    long length() throws IOException;

    /** The SHA-256 of the bytes in hexadecimal digits. */
    String sha256() throws IOException;

    /**
     * The bytes, from the first one on.
     *
     * @throws KitFile.ChangedException if they are no longer those of {@link #sha256}
     */
    InputStream open() throws IOException;
}
