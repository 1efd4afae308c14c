import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A client with two inputs: first with one thread for both, then with a thread for each. */
public class OneThread {
    private static final Keyboard keyboard = new Keyboard();
    private static final Screen screen = new Screen();

    public static void main(String[] args) throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket listener = new ServerSocket(0, 50, loopback)) {
            System.out.println("ada's client has one thread.");
            try (Socket ada = new Socket(loopback, listener.getLocalPort());
                    Socket bob = listener.accept()) {
                start("ada's only thread", () -> useOneThread(ada));
                bobSaysThreeLines(bob);
                Thread.sleep(1_000);
                System.out.println("  a second later, on her screen: " + screen.lines());
                for (int enter = 1; enter <= 2; enter++) {
                    keyboard.type("yes, I am here");
                    keyboard.awaitNextRead();
                    System.out.println("  after she has pressed Enter:   " + screen.lines());
                }
            }
            screen.clear();
            System.out.println("ada's client has two threads.");
            try (Socket ada = new Socket(loopback, listener.getLocalPort());
                    Socket bob = listener.accept()) {
                start("keyboard", () -> readKeyboard(ada));
                start("socket", () -> readSocket(ada));
                bobSaysThreeLines(bob);
                screen.awaitLines(3);
                System.out.println("  before she types anything:     " + screen.lines());
            }
        }
    }

    // begin one
    private static void useOneThread(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        PrintWriter out = new PrintWriter(socket.getOutputStream(), true, UTF_8);
        while (true) {
            out.println(keyboard.readLine());
            screen.println(in.readLine());
        }
    }
    // end one

    private static void readKeyboard(Socket socket) throws IOException {
        PrintWriter out = new PrintWriter(socket.getOutputStream(), true, UTF_8);
        while (true) {
            out.println(keyboard.readLine());
        }
    }

    private static void readSocket(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            screen.println(line);
        }
    }

    private static void bobSaysThreeLines(Socket bob) throws IOException {
        PrintWriter out = new PrintWriter(bob.getOutputStream(), true, UTF_8);
        out.println("hi ada");
        out.println("ada?");
        out.println("it is raining");
        System.out.println("  bob says: [hi ada, ada?, it is raining]");
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // this part of the experiment is over
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Stands for the keyboard: a thread that reads a line waits until one is typed. */
    private static final class Keyboard {
        private final Deque<String> typed = new ArrayDeque<>();
        private boolean waitedFor;

        synchronized String readLine() throws IOException {
            waitedFor = true;
            notifyAll();
            try {
                while (typed.isEmpty()) {
                    wait();
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return typed.remove();
        }

        synchronized void type(String line) {
            waitedFor = false;
            typed.add(line);
            notifyAll();
        }

        /** Waits until what was typed has been read, and a thread wants to read again. */
        synchronized void awaitNextRead() throws InterruptedException {
            while (!waitedFor) {
                wait();
            }
        }
    }

    /** Stands for the screen. */
    private static final class Screen {
        private final List<String> lines = new ArrayList<>();

        synchronized void println(String line) {
            lines.add(line);
            notifyAll();
        }

        synchronized List<String> lines() {
            return List.copyOf(lines);
        }

        synchronized void clear() {
            lines.clear();
        }

        synchronized void awaitLines(int count) throws InterruptedException {
            while (lines.size() < count) {
                wait();
            }
        }
    }
}
