import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.net.Socket;
import java.util.Scanner;

/** A chat client as in many first tutorials. It has a mistake. */
public class FirstClient {
    public static void main(String[] args) throws Exception {
        try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
            // begin send
            Scanner keyboard = new Scanner(System.in);
            OutputStream out = socket.getOutputStream();
            while (keyboard.hasNextLine()) {
                out.write(keyboard.nextLine().getBytes(UTF_8));
            }
            // end send
        }
    }
}
