import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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
    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
    private Socket current; // of the chat that is on, or null. Guarded by this
    private boolean inputEnded; // guarded by this

    public TwoInputs(BufferedReader keyboard, PrintStream screen) {
        this.keyboard = keyboard;
        this.screen = screen;
        Thread thread = new Thread(this::readKeyboard, "keyboard");
        thread.setDaemon(true);
        thread.start();
        Thread printer = new Thread(this::print, "printer");
        printer.setDaemon(true);
        printer.start();
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
        setCurrent(socket);
        try (socket) {
            readSocket(socket);
            return hasInputEnded() ? End.LEFT : End.SERVER_LEFT;
        } catch (IOException e) {
            return End.BROKEN;
        } finally {
            setCurrent(null);
        }
    }

    private void readSocket(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            printed.add(line);
        }
    }

    /** What the keyboard's thread does, for all chats. */
    private void readKeyboard() {
        try {
            for (String line = keyboard.readLine(); line != null; line = keyboard.readLine()) {
                send(line);
            }
            endInput();
        } catch (IOException e) {
            // there is no keyboard any more
        }
    }

    /** What the printer's thread does: a slow screen keeps no other thread waiting. */
    private void print() {
        try {
            while (true) {
                screen.println(printed.take());
            }
        } catch (InterruptedException e) {
            // it is over
        }
    }

    private void send(String line) {
        Socket socket = current();
        try {
            if (socket != null) {
                socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // this chat is over, as chat() notices as well. The keyboard's thread has to live on for the next one
        }
    }

    /** First remembers it: the server's answer may be faster than this thread. */
    private void endInput() throws IOException {
        Socket socket;
        synchronized (this) {
            inputEnded = true;
            socket = current;
        }
        if (socket != null) {
            socket.shutdownOutput();
        }
    }

    private synchronized Socket current() {
        return current;
    }

    private synchronized void setCurrent(Socket socket) {
        current = socket;
    }

    private synchronized boolean hasInputEnded() {
        return inputEnded;
    }
}
