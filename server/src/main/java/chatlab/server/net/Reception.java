package chatlab.server.net;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Event;
import chatlab.protocol.PlainRenderer;
import chatlab.server.delivery.Connection;
import chatlab.server.delivery.Delivery;
import chatlab.server.limits.AddressGroups;
import chatlab.server.session.Shared;
import chatlab.server.support.RefusedException;
import chatlab.server.support.Threads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.net.ExtendedSocketOptions;

/** Receives each new socket: turns it away with a word, or gives it a connection and a reader thread. */
public final class Reception {
    /** Sockets that are being told that there is no room, at a time; beyond that they are closed without a word. */
    private static final int MAX_TURNED_AWAY = 64;

    // Less than two minutes until a client whose machine is gone is noticed, in a room where nothing is said: while
    // something is on its way to it, the system waits for that, on Linux up to a quarter of an hour.
    // Seconds, seconds, times.
    private static final int KEEPALIVE_AFTER = 45;
    private static final int KEEPALIVE_EVERY = 15;
    private static final int KEEPALIVE_TIMES = 4;

    private final Shared server;
    private final Delivery delivery;
    private final PlainRenderer plain;
    private final Threads threads;
    private final AddressGroups groups = AddressGroups.ofThisMachine();

    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Set<Connection> turnedAway = ConcurrentHashMap.newKeySet();
    private int admitted; // used by the accept thread only

    public Reception(Shared server, Delivery delivery, PlainRenderer plain, Threads threads) {
        this.server = server;
        this.delivery = delivery;
        this.plain = plain;
        this.threads = threads;
    }

    /** All that have been admitted and are not closed yet. */
    public Set<Connection> connections() {
        return connections;
    }

    /** Called by the accept thread, so it does nothing that could take long. */
    public void admit(Socket socket) {
        Connection connection;
        try {
            setOptions(socket);
            // before it is counted: there may be no memory for it
            connection = connection(admitted + 1, socket, connections);
            server.connectionLimit().connect(connection.address(), System.nanoTime());
            admitted++;
        } catch (RefusedException e) {
            turnAway(socket, e.getMessage());
            return;
        } catch (IOException e) {
            closeQuietly(socket); // gone before it was here
            return;
        }
        boolean started = false;
        try {
            connections.add(connection);
            delivery.add(connection);
            threads.start(connection.threadName("reader"), new ClientReader(connection, server));
            started = true;
        } catch (IOException e) {
            // gone already
        } catch (OutOfMemoryError e) { // the system has no more threads to give
            server.eventLog().note(WORDS.get("no-thread", connection.peer()));
        } finally {
            if (!started) {
                connection.close();
                server.connectionLimit().disconnect(connection.address());
            }
        }
    }

    /** No reader is needed to be told goodbye. */
    private void turnAway(Socket socket, String words) {
        if (turnedAway.size() >= MAX_TURNED_AWAY) {
            closeQuietly(socket);
            return;
        }
        Connection connection = connection(0, socket, turnedAway);
        turnedAway.add(connection);
        delivery.add(connection);
        connection.goodbye(new Event.Bye("", "full", words));
    }

    private Connection connection(int number, Socket socket, Set<Connection> among) {
        InetAddress address = groups.groupOf(socket.getInetAddress());
        return new Connection(number, socket, address, delivery, plain, server.scheduler(), among::remove);
    }

    /** Closes all that are still open. */
    public void close() {
        connections.forEach(Connection::close);
        turnedAway.forEach(Connection::close);
    }

    private static void setOptions(Socket socket) throws IOException {
        socket.setTcpNoDelay(true); // or a short line waits for the answer to the one before
        socket.setKeepAlive(true);
        setIfSupported(socket, ExtendedSocketOptions.TCP_KEEPIDLE, KEEPALIVE_AFTER);
        setIfSupported(socket, ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEPALIVE_EVERY);
        setIfSupported(socket, ExtendedSocketOptions.TCP_KEEPCOUNT, KEEPALIVE_TIMES);
    }

    private static void setIfSupported(Socket socket, SocketOption<Integer> option, int value) throws IOException {
        if (socket.supportedOptions().contains(option)) {
            socket.setOption(option, value);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is not used any more, closed or not
        }
    }
}
