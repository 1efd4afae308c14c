package chatlab.protocol;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The encoding of the terminal, pipe or file that a program was started with. Since JDK 18, Java's default
 * encoding is UTF-8.
 */
public final class SystemCharset {
    /** Stands for bytes that are not in the expected encoding. */
    public static final char UNREADABLE = '\uFFFD';

    private SystemCharset() {}

    /**
     * The system's own encoding; UTF-8 where the system knows ASCII only, as with {@code LC_ALL=C}. The terminal there
     * sends and shows UTF-8 all the same, and ASCII is a part of it.
     */
    public static Charset get() {
        return of(System.getProperty("native.encoding", "UTF-8"));
    }

    static Charset of(String nativeEncoding) {
        Charset charset =
                Charset.isSupported(nativeEncoding) ? Charset.forName(nativeEncoding) : StandardCharsets.UTF_8;
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }

    /** The standard output: as Java has it, but in UTF-8 where the system knows ASCII only. */
    public static PrintStream out() {
        return knowsAsciiOnly() ? utf8(FileDescriptor.out) : System.out;
    }

    /** The standard error output, as {@link #out}. */
    public static PrintStream err() {
        return knowsAsciiOnly() ? utf8(FileDescriptor.err) : System.err;
    }

    private static boolean knowsAsciiOnly() {
        String name = System.getProperty("native.encoding", "UTF-8");
        return Charset.isSupported(name) && Charset.forName(name).equals(StandardCharsets.US_ASCII);
    }

    private static PrintStream utf8(FileDescriptor file) {
        return new PrintStream(new FileOutputStream(file), true, StandardCharsets.UTF_8);
    }
}
