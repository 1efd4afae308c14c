import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.CountDownLatch;

/** A terminal client: what is typed goes to the server, and what the server sends goes to the screen. */
public final class TwoInputs {
    private TwoInputs() {}

    public static void main(String[] args) throws IOException {
        chat(args[0], Integer.parseInt(args[1]));
        System.out.println("* It is over.");
    }

    /** Chats until the server ends the connection, or until the connection breaks. */
    public static void chat(String host, int port) throws IOException {
        Socket socket = new Socket(host, port);
        CountDownLatch over = new CountDownLatch(1);
        startDaemon(() -> {
            try (Scanner in = new Scanner(socket.getInputStream(), StandardCharsets.UTF_8)) {
                while (in.hasNextLine()) {
                    System.out.println(in.nextLine());
                }
            } finally {
                over.countDown();
            }
        });
        startDaemon(() -> {
            Scanner keyboard = new Scanner(System.in);
            PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
            while (keyboard.hasNextLine()) {
                out.print(keyboard.nextLine() + "\n");
                out.flush();
            }
            socket.shutdownOutput();
        });
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            socket.close();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void startDaemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                System.err.println(e.getMessage());
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
