import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A terminal client that chats over one connection after the other. All chats share the keyboard and the screen. */
public final class TwoInputs {
    /** How a chat has ended. */
    public enum End {
        /** First the input has ended, and then the server has ended the connection. */
        LEFT,
        /** The server has ended the connection, and the input has not ended. */
        SERVER_LEFT,
        /** The connection has broken. */
        BROKEN
    }

    private final BufferedReader keyboard;
    private final PrintStream screen;

    /** What was typed and not sent yet. Empty: the input has ended. */
    private final BlockingQueue<Optional<String>> typed = new LinkedBlockingQueue<>();

    private Thread reader;

    public TwoInputs(BufferedReader keyboard, PrintStream screen) {
        this.keyboard = keyboard;
        this.screen = screen;
    }

    /** To try it: when the server ends the first chat, the second one begins. */
    public static void main(String[] args) throws IOException {
        TwoInputs client = new TwoInputs(new BufferedReader(new InputStreamReader(System.in)), System.out);
        End end = End.SERVER_LEFT;
        for (int chats = 0; chats < 2 && end == End.SERVER_LEFT; chats++) {
            end = client.chat(new Socket(args[0], Integer.parseInt(args[1])));
            System.out.println("* It is over: " + end);
        }
    }

    /** Chats over this connection until it has ended, and says how. */
    public End chat(Socket socket) {
        if (reader == null) {
            reader = daemon("keyboard", this::readKeyboard);
        }
        Sender sender = new Sender(socket);
        daemon("sender", sender);
        try (socket) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                screen.println(line);
            }
            return sender.inputEnded ? End.LEFT : End.SERVER_LEFT;
        } catch (IOException e) {
            return End.BROKEN;
        } finally {
            sender.over = true;
        }
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** One thread for all chats: it alone reads the keyboard. */
    private void readKeyboard() {
        try {
            for (String line = keyboard.readLine(); line != null; line = keyboard.readLine()) {
                typed.add(Optional.of(line));
            }
        } catch (IOException e) {
            System.err.println("keyboard: " + e);
        }
        typed.add(Optional.empty());
    }

    /** One thread for each chat: it sends what was typed. */
    private final class Sender implements Runnable {
        private final Socket socket;
        volatile boolean over;
        volatile boolean inputEnded;

        Sender(Socket socket) {
            this.socket = socket;
        }

        @Override
        public void run() {
            try {
                while (!over) {
                    Optional<String> line = typed.take();
                    if (over) {
                        return; // typed too late for this chat
                    }
                    if (line.isEmpty()) {
                        inputEnded = true;
                        socket.shutdownOutput();
                        return;
                    }
                    socket.getOutputStream().write((line.get() + "\n").getBytes(UTF_8));
                }
            } catch (IOException e) {
                broken();
            } catch (InterruptedException e) {
                // no thread interrupts it
            }
        }

        /** The thread that reads the socket hears of it, too, mostly. If not, it is woken after a second. */
        private void broken() {
            try (socket) {
                Thread.sleep(1_000);
            } catch (IOException | InterruptedException e) {
                // closed all the same
            }
        }
    }
}
