import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The other way round: the caller's thread sends, and a daemon for each chat reads the socket. Events wait in a mailbox. */
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

    private sealed interface Event {}

    private record Typed(String line) implements Event {}

    private record NoMore() implements Event {}

    private record Over(End end) implements Event {}

    /** Events in their order, for one taker. */
    private static final class Mailbox {
        private final Lock lock = new ReentrantLock();
        private final Condition filled = lock.newCondition();
        private final Queue<Event> events = new ArrayDeque<>();

        void put(Event event) {
            lock.lock();
            try {
                events.add(event);
                filled.signalAll();
            } finally {
                lock.unlock();
            }
        }

        Event take() {
            lock.lock();
            try {
                while (events.isEmpty()) {
                    filled.awaitUninterruptibly();
                }
                return events.remove();
            } finally {
                lock.unlock();
            }
        }
    }

    private final BufferedReader keyboard;
    private final PrintStream screen;
    private final Object door = new Object();
    private Mailbox mailbox; // of the chat that is on, or null; guarded by door
    private boolean inputEnded; // guarded by door
    private Thread typist;

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
        Mailbox mine = new Mailbox();
        synchronized (door) {
            mailbox = mine;
        }
        start(() -> listen(socket, mine));
        if (typist == null) {
            typist = start(this::type);
        }
        End end = speak(socket, mine);
        synchronized (door) {
            mailbox = null;
        }
        close(socket);
        return end;
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** The caller's thread: sends what was typed, until the chat is over. */
    private End speak(Socket socket, Mailbox mine) {
        Writer out = null;
        boolean broken = false;
        while (true) {
            Event event = mine.take();
            if (event instanceof Over over) {
                return over.end();
            }
            if (broken) {
                continue;
            }
            try {
                if (out == null) {
                    out = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), UTF_8));
                }
                if (event instanceof Typed typed) {
                    out.append(typed.line()).append('\n').flush();
                } else {
                    socket.shutdownOutput();
                }
            } catch (IOException e) {
                broken = true;
                start(() -> closeLater(socket, mine));
            }
        }
    }

    /** The keyboard's daemon, one for all chats. Where a line goes is asked when it has come, and not before. */
    private void type() {
        String line;
        do {
            try {
                line = keyboard.readLine();
            } catch (IOException e) {
                line = null;
            }
            synchronized (door) {
                inputEnded = line == null;
                if (mailbox != null) {
                    mailbox.put(line == null ? new NoMore() : new Typed(line));
                }
            }
        } while (line != null);
    }

    /** A daemon for each chat: prints, and says how it has ended. It closes the socket: the caller may be stuck in a write. */
    private void listen(Socket socket, Mailbox mine) {
        End end = End.BROKEN;
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line; (line = in.readLine()) != null; ) {
                screen.println(line);
            }
            synchronized (door) {
                end = inputEnded ? End.LEFT : End.SERVER_LEFT;
            }
        } catch (IOException e) {
            System.err.println("broken: " + e);
        }
        close(socket);
        mine.put(new Over(end));
    }

    /** Lines may still be on their way to the screen; a silent broken connection is given up. */
    private static void closeLater(Socket socket, Mailbox mine) {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            // now, then
        }
        close(socket);
        mine.put(new Over(End.BROKEN));
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed all the same
        }
    }
}
