import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Three euro signs come byte by byte. Are they still three euro signs? */
public class CutCharacters {
    private static final String SENT = "\u20ac\u20ac\u20ac";

    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket ada = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket atServer = server.accept()) {
            byte[] bytes = SENT.getBytes(UTF_8);
            System.out.println("Ada sends 3 euro signs. In UTF-8 these are " + bytes.length + " bytes.");
            System.out.println("Each piece made into text by itself:");
            tell(eachPiece(bytes, ada.getOutputStream(), atServer.getInputStream()));
            System.out.println("All bytes first, and then made into text:");
            tell(atTheEnd(bytes, ada.getOutputStream(), atServer.getInputStream()));
        }
    }

    private static String eachPiece(byte[] bytes, OutputStream out, InputStream in) throws IOException {
        byte[] buffer = new byte[100];
        // begin pieces
        String text = "";
        for (byte b : bytes) {
            out.write(b);
            int count = in.read(buffer);
            text += new String(buffer, 0, count, UTF_8);
        }
        // end pieces
        return text;
    }

    private static String atTheEnd(byte[] bytes, OutputStream out, InputStream in) throws IOException {
        byte[] buffer = new byte[100];
        int filled = 0;
        for (byte b : bytes) {
            out.write(b);
            filled += in.read(buffer, filled, buffer.length - filled);
        }
        return new String(buffer, 0, filled, UTF_8);
    }

    private static void tell(String text) {
        long lost = text.chars().filter(c -> c == '\ufffd').count();
        System.out.println("  " + text.length() + " characters, " + lost + " of them replacement signs");
    }
}
