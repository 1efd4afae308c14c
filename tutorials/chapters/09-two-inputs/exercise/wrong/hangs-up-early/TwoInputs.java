import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A terminal client: what is typed goes to the server, and what the server sends goes to the screen. */
public final class TwoInputs {
    private TwoInputs() {}

    public static void main(String[] args) throws IOException {
        chat(args[0], Integer.parseInt(args[1]));
        System.out.println("* It is over.");
    }

    /** Chats until the server ends the connection, or until the connection breaks. */
    public static void chat(String host, int port) throws IOException {
        try (Socket socket = new Socket(host, port)) {
            Thread keyboard = new Thread(() -> readKeyboard(socket), "keyboard");
            keyboard.setDaemon(true);
            keyboard.start();
            readSocket(socket);
        }
    }

    private static void readKeyboard(Socket socket) {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
            OutputStream out = socket.getOutputStream();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            socket.close();
        } catch (IOException e) {
            // the other thread notices, too
        }
    }

    private static void readSocket(Socket socket) {
        try {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(line);
            }
        } catch (IOException e) {
            // the connection is broken, so it is over
        }
    }
}
