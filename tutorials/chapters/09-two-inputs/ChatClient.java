import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.Charset;

/** A terminal client: what is typed goes to the server, and what the server sends goes to the screen. */
public class ChatClient {
    // begin main
    public static void main(String[] args) {
        try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
            Thread keyboard = new Thread(() -> readKeyboard(socket), "keyboard");
            keyboard.setDaemon(true);
            keyboard.start();
            readSocket(socket);
            System.out.println("* The server has ended the connection.");
        } catch (IOException e) {
            System.out.println("* No connection: " + e.getMessage());
        }
    }
    // end main

    // begin socket
    /** What the main thread does. It comes back when the server has ended the connection. */
    private static void readSocket(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(line);
        }
    }
    // end socket

    // begin keyboard
    /** What the keyboard's thread does. When nothing more is typed, it tells the server so. */
    private static void readKeyboard(Socket socket) {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, keyboardCharset()));
            OutputStream out = socket.getOutputStream();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.write((line + "\n").getBytes(UTF_8));
            }
            socket.shutdownOutput();
        } catch (IOException e) {
            // the connection is over: the main thread hears of that, too, and says so
        }
    }
    // end keyboard

    // begin charset
    /** How this terminal turns characters into bytes: on Windows mostly not as UTF-8. */
    private static Charset keyboardCharset() {
        Console console = System.console();
        return console == null ? Charset.defaultCharset() : console.charset();
    }
    // end charset
}
