import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;

/** eve sends one letter again and again, and never a line end. What does the server keep of it? */
public class EndlessLine {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int SENT = 32 * MEGABYTE;

    /** How a server reads a line. */
    private interface Reader {
        String readLine(InputStream in) throws IOException;
    }

    public static void main(String[] args) throws Exception {
        attack("BufferedReader", in -> new BufferedReader(new InputStreamReader(in, UTF_8)).readLine());
        attack("a reader with a limit", in -> readLine(in, 4096));
    }

    private static void attack(String name, Reader reader) throws Exception {
        System.out.println(name);
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Socket eve = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket forEve = server.accept()) {
            CountingInput in = new CountingInput(forEve.getInputStream());
            Thread serving = new Thread(() -> serve(reader, forEve, in));
            serving.setDaemon(true);
            long before = memoryInUse();
            serving.start();
            if (sendAll(eve, in)) {
                System.out.println("   has read " + in.count / MEGABYTE + " MB and waits for the end of the line");
                long grown = (memoryInUse() - before) / MEGABYTE;
                System.out.println("   memory in use has grown by " + grown + " MB");
            }
            serving.join(in.count < SENT ? 0 : 1);
        }
    }

    /** Sends all and waits until it was read. False when the server has hung up. */
    private static boolean sendAll(Socket eve, CountingInput in) throws InterruptedException {
        byte[] letters = new byte[MEGABYTE];
        Arrays.fill(letters, (byte) 'x');
        try {
            for (int sent = 0; sent < SENT; sent += MEGABYTE) {
                eve.getOutputStream().write(letters);
            }
        } catch (IOException e) {
            return false;
        }
        while (in.count < SENT) {
            Thread.sleep(1);
        }
        return true;
    }

    private static void serve(Reader reader, Socket forEve, CountingInput in) {
        try (forEve) {
            reader.readLine(in);
        } catch (IOException e) {
            if (in.count < SENT) {
                System.out.println("   hangs up after " + in.count + " bytes: " + e.getMessage());
            }
        }
    }

    /** As in chapter 7: the buffer is as long as the longest line, and one byte for its end. */
    private static String readLine(InputStream in, int longest) throws IOException {
        byte[] buffer = new byte[longest + 1];
        int filled = 0;
        while (filled < buffer.length) {
            int count = in.read(buffer, filled, buffer.length - filled);
            if (count < 0) {
                return null;
            }
            filled += count;
            for (int i = 0; i < filled; i++) {
                if (buffer[i] == '\n') {
                    return new String(buffer, 0, i, UTF_8);
                }
            }
        }
        throw new IOException("a line of more than " + longest + " bytes");
    }

    private static long memoryInUse() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Knows how many bytes were read through it. */
    private static final class CountingInput extends InputStream {
        private final InputStream in;
        private volatile long count;

        CountingInput(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("single bytes are not read here");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            count += Math.max(read, 0); // only one thread reads
            return read;
        }
    }
}
