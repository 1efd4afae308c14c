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

/** Gives each new client a connection and a reader thread, or turns it away with a sentence. */
public final class Reception {
    /** Clients that are turned away with a sentence at a time. Beyond that, they are closed at once. */
    private static final int MAX_TURNED_AWAY = 64;

    // TCP keepalive: seconds, seconds, times. Where no bytes are on their way, the system notices in less than two
    // minutes
    // that a client's machine is gone. Otherwise it waits for the receipt of these bytes, on Linux up to 15 minutes.
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

    /** The number of the last client that was let in. Used by the accept thread only. */
    private int last;

    public Reception(Shared server, Delivery delivery, PlainRenderer plain, Threads threads) {
        this.server = server;
        this.delivery = delivery;
        this.plain = plain;
        this.threads = threads;
        this.last = server.messageRun().lastGuest();
    }

    /** The connections that are open. */
    public Set<Connection> connections() {
        return connections;
    }

    /** Called by the accept thread, for which all other clients wait. So it does not block. */
    public void admit(Socket socket) {
        Connection connection;
        try {
            setOptions(socket);
            // first made, then counted: without memory for it, there is nothing to take back
            connection = connection(last + 1, socket, connections);
            server.connectionLimit().connect(connection.address(), System.nanoTime());
            last++;
        } catch (RefusedException e) {
            turnAway(socket, e.getMessage());
            return;
        } catch (IOException e) {
            closeQuietly(socket); // the client has gone already
            return;
        }
        boolean started = false;
        try {
            connections.add(connection);
            delivery.add(connection);
            threads.start(connection.threadName("reader"), new ClientReader(connection, server));
            started = true;
        } catch (IOException e) {
            // the client has gone already
        } catch (OutOfMemoryError e) { // the system has no more threads
            server.eventLog().note(WORDS.get("no-thread", connection.peer()));
        } finally {
            if (!started) {
                connection.close();
                server.connectionLimit().disconnect(connection.address());
            }
        }
    }

    /** A client that is told goodbye needs no reader. */
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

    private Connection connection(int number, Socket socket, Set<Connection> connectionsOfItsKind) {
        InetAddress address = groups.groupOf(socket.getInetAddress());
        return new Connection(
                number, socket, address, delivery, plain, this::afterLastWords, connectionsOfItsKind::remove);
    }

    private void afterLastWords(Runnable close) {
        server.scheduler().after(server.settings().lastWordsMillis(), close);
    }

    /** Closes all that are still open. */
    public void close() {
        connections.forEach(Connection::close);
        turnedAway.forEach(Connection::close);
    }

    private static void setOptions(Socket socket) throws IOException {
        socket.setTcpNoDelay(true); // or a short line waits until the one before is acknowledged
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
            // it is not used any more
        }
    }
}
