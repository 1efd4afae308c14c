import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** What ada writes, and what the server reads: is one write one read? */
public class FiveWrites {
    private static final int MANY_BYTES = 1_000_000;

    private interface Lesson {
        void tell(Socket ada, Socket server) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        tell(FiveWrites::fiveWrites);
        tell(FiveWrites::halfALine);
        tell(FiveWrites::oneBigWrite);
    }

    private static void tell(Lesson lesson) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket ada = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket atServer = server.accept()) {
            lesson.tell(ada, atServer);
        }
    }

    // begin five
    private static void fiveWrites(Socket ada, Socket server) throws Exception {
        OutputStream out = ada.getOutputStream();
        for (int i = 1; i <= 5; i++) {
            out.write(("line " + i + "\n").getBytes(UTF_8));
        }
        Thread.sleep(300); // the server is busy with something else
        byte[] buffer = new byte[1000];
        int count = server.getInputStream().read(buffer);
        System.out.println("Ada writes 5 lines, with 5 writes. The first read returns:");
        System.out.println("  " + visible(buffer, count));
    }
    // end five

    private static void halfALine(Socket ada, Socket server) throws IOException {
        byte[] buffer = new byte[1000];
        ada.getOutputStream().write("hel".getBytes(UTF_8));
        int count = server.getInputStream().read(buffer);
        ada.getOutputStream().write("lo\n".getBytes(UTF_8));
        System.out.println("Ada writes 1 line, with 2 writes. The first read returns:");
        System.out.println("  " + visible(buffer, count));
    }

    private static void oneBigWrite(Socket ada, Socket server) throws Exception {
        Thread writer = new Thread(() -> writeMuch(ada), "ada");
        writer.start();
        InputStream in = server.getInputStream();
        byte[] buffer = new byte[MANY_BYTES];
        int reads = 0;
        int total = 0;
        while (total < MANY_BYTES) {
            total += in.read(buffer);
            reads++;
        }
        writer.join();
        System.out.println("Ada writes 1,000,000 bytes, with 1 write. To get them all takes:");
        System.out.println("  " + reads + " reads");
    }

    private static void writeMuch(Socket ada) {
        try {
            ada.getOutputStream().write(new byte[MANY_BYTES]);
        } catch (IOException e) {
            System.out.println("ada: " + e);
        }
    }

    /** Shows where the line ends are. */
    private static String visible(byte[] bytes, int count) {
        return '"' + new String(bytes, 0, count, UTF_8).replace("\n", "\\n") + '"';
    }
}
