import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Ada types slowly, and the server loses its patience in the middle of her line. */
public class LostHalf {
    private interface Lines {
        String readLine() throws IOException;
    }

    private interface Maker {
        Lines make(InputStream in);
    }

    public static void main(String[] args) throws IOException {
        System.out.println("Ada sends \"hel\"; after the time-out she sends \"lo\".");
        tell("BufferedReader", in -> new BufferedReader(new InputStreamReader(in, UTF_8))::readLine);
        tell("a reader that keeps its half line", in -> new KeepingReader(in)::readLine);
    }

    private static void tell(String name, Maker maker) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket ada = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket atServer = server.accept()) {
            Lines lines = maker.make(atServer.getInputStream());
            // begin timeout
            atServer.setSoTimeout(300); // milliseconds: a read does not wait any longer
            ada.getOutputStream().write("hel".getBytes(UTF_8));
            try {
                lines.readLine();
            } catch (SocketTimeoutException e) {
                ada.getOutputStream().write("lo\n".getBytes(UTF_8));
                System.out.println("  " + name + ": " + lines.readLine());
            }
            // end timeout
        }
    }

    /** The half line is in a field: it is still there at the next call. */
    private static final class KeepingReader {
        private final InputStream in;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        KeepingReader(InputStream in) {
            this.in = in;
        }

        String readLine() throws IOException {
            for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
                line.write(b);
            }
            String whole = line.toString(UTF_8);
            line.reset();
            return whole;
        }
    }
}
