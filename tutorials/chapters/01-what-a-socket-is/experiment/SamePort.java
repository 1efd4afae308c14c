import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Three clients connect to one server: which ports are in use at its end, and which at theirs? */
public class SamePort {
    public static void main(String[] args) throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (ServerSocket server = new ServerSocket(0, 50, loopback)) {
            System.out.println("The server listens on port " + server.getLocalPort());
            // begin three
            try (Socket ada = new Socket(loopback, server.getLocalPort());
                    Socket forAda = server.accept();
                    Socket bob = new Socket(loopback, server.getLocalPort());
                    Socket forBob = server.accept();
                    Socket cyd = new Socket(loopback, server.getLocalPort());
                    Socket forCyd = server.accept()) {
                tell("ada", ada, forAda);
                tell("bob", bob, forBob);
                tell("cyd", cyd, forCyd);
            }
            // end three
        }
    }

    // begin tell
    private static void tell(String name, Socket atClient, Socket atServer) {
        System.out.println(
                name + ": client's end " + atClient.getLocalPort() + ", server's end " + atServer.getLocalPort());
    }
    // end tell
}
