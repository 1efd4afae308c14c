import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ada's program has ended. What does the server notice, and when? */
public class GoneClient {
    public static void main(String[] args) throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            writeWithStream(server);
            writeWithPrintWriter(server);
            read(server, "closed her socket", false);
            read(server, "was cut off (connection reset)", true);
        }
    }

    private static Socket connect(ServerSocket server) throws IOException {
        return new Socket(server.getInetAddress(), server.getLocalPort());
    }

    private static void writeWithStream(ServerSocket server) throws IOException, InterruptedException {
        Socket ada = connect(server);
        try (Socket toAda = server.accept()) {
            ada.close();
            System.out.println("Ada has closed her socket. The server writes to her:");
            // begin writes
            OutputStream out = toAda.getOutputStream();
            for (int i = 1; i <= 3; i++) {
                try {
                    out.write("hello\n".getBytes(UTF_8));
                    System.out.println("  write " + i + ": no complaint");
                } catch (IOException e) {
                    System.out.println("  write " + i + ": " + e);
                }
                Thread.sleep(100);
            }
            System.out.println("  isConnected(): " + toAda.isConnected());
            System.out.println("  isClosed():    " + toAda.isClosed());
            // end writes
        }
    }

    private static void writeWithPrintWriter(ServerSocket server) throws IOException, InterruptedException {
        Socket ada = connect(server);
        try (Socket toAda = server.accept()) {
            ada.close();
            PrintWriter out = new PrintWriter(toAda.getOutputStream(), true, UTF_8);
            for (int i = 1; i <= 10; i++) {
                out.println("hello");
                Thread.sleep(10);
            }
            System.out.println("The same with a PrintWriter, 10 times println: no complaint");
            System.out.println("  checkError(): " + out.checkError());
        }
    }

    private static void read(ServerSocket server, String how, boolean reset) throws IOException {
        Socket ada = connect(server);
        try (Socket toAda = server.accept()) {
            ada.setSoLinger(reset, 0); // true: cut the connection instead of closing it in order
            ada.close();
            BufferedReader in = new BufferedReader(new InputStreamReader(toAda.getInputStream(), UTF_8));
            System.out.println("Ada " + how + ". The server reads:");
            try {
                System.out.println("  readLine() returns " + in.readLine());
            } catch (IOException e) {
                System.out.println("  readLine() throws " + e);
            }
        }
    }
}
