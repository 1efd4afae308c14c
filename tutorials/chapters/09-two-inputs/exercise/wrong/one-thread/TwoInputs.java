import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
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
            BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
            String typed = keyboard.readLine();
            while (typed != null) {
                out.println(typed);
                while (in.ready()) {
                    System.out.println(in.readLine());
                }
                typed = keyboard.readLine();
            }
        }
    }
}
