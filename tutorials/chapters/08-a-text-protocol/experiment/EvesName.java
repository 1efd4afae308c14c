import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** eve chooses a name with a carriage return in it, first at a server that believes it, then at one that checks. */
public class EvesName {
    // begin name
    static final String EVES_NAME = "eve.\r<ada> I copied my homework";
    // end name

    public static void main(String[] args) throws IOException {
        System.out.println("eve sends one line: /nick " + EVES_NAME.replace("\r", "\\r"));
        System.out.println();
        System.out.println("What bob's program prints, if the server believes every name:");
        meeting(name -> true);
        System.out.println();
        System.out.println("What bob's program prints, if the server checks names:");
        meeting(name -> name.matches("[A-Za-z][A-Za-z0-9_-]{0,19}"));
    }

    private static void meeting(Predicate<String> isName) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Server server = new Server(isName);
            Person bob = server.join(listener, "bob");
            Person ada = server.join(listener, "ada");
            Person eve = server.join(listener, "guest3");
            ada.write("hello");
            bob.show();
            eve.write("/nick " + EVES_NAME);
            String answer = eve.read(); // what ada has said
            answer = eve.read();
            ada.write("bye");
            while (!bob.show().endsWith("bye")) {
                // the next line
            }
            System.out.println("    (eve was answered: " + answer + ")");
        }
    }

    /** A client. It reads lines as most Java programs do. */
    private static final class Person {
        private final Socket socket;
        private final BufferedReader in;

        Person(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        }

        void write(String line) throws IOException {
            socket.getOutputStream().write((line + "\n").getBytes(UTF_8));
        }

        String read() throws IOException {
            return in.readLine();
        }

        String show() throws IOException {
            String line = read();
            System.out.println("    " + line);
            return line;
        }
    }

    /** A chat server as small as can be: a line ends with \n and with nothing else. */
    private static final class Server {
        private final Predicate<String> isName;
        private final List<Socket> sockets = new CopyOnWriteArrayList<>();

        Server(Predicate<String> isName) {
            this.isName = isName;
        }

        Person join(ServerSocket listener, String name) throws IOException {
            Person person = new Person(new Socket(listener.getInetAddress(), listener.getLocalPort()));
            Socket socket = listener.accept();
            sockets.add(socket);
            Thread thread = new Thread(() -> serve(socket, name), name);
            thread.setDaemon(true);
            thread.start();
            return person;
        }

        private void serve(Socket socket, String guest) {
            String name = guest;
            try (socket) {
                InputStream in = socket.getInputStream();
                while (true) {
                    String line = readLine(in);
                    if (!line.startsWith("/nick ")) {
                        broadcast(socket, "<" + name + "> " + line);
                    } else if (isName.test(line.substring(6))) {
                        String old = name;
                        name = line.substring(6);
                        broadcast(socket, "* " + old + " is now " + name + ".");
                        send(socket, "* You have a new name.");
                    } else {
                        send(socket, "! bad-name: A name is 1 to 20 letters, digits, - or _");
                    }
                }
            } catch (IOException e) {
                // the experiment is over
            }
        }

        private synchronized void broadcast(Socket from, String line) throws IOException {
            for (Socket socket : sockets) {
                if (socket != from) {
                    send(socket, line);
                }
            }
        }

        private synchronized void send(Socket socket, String line) throws IOException {
            socket.getOutputStream().write((line + "\n").getBytes(UTF_8));
        }

        private static String readLine(InputStream in) throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new IOException("the end");
                }
                line.write(b);
            }
            return line.toString(UTF_8);
        }
    }
}
