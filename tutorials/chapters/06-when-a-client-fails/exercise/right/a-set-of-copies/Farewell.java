import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.StampedLock;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** No lock around the set. The thread that takes a guest out of it says goodbye for that guest: only one thread can. */
public final class Farewell {
    private final Collection<Guest> guests = new CopyOnWriteArraySet<>();
    private final UnaryOperator<String> translator;

    public Farewell(UnaryOperator<String> handler) {
        translator = handler;
    }

    public void serve(String name, Socket socket) {
        try (socket;
                LineNumberReader in = new LineNumberReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            Guest guest = new Guest(name, socket.getOutputStream());
            guests.add(guest);
            try {
                guest.tellTheOthers(" has joined");
                String line;
                while (guests.contains(guest) && (line = in.readLine()) != null) {
                    guest.tellTheOthers(": ".concat(translator.apply(line)));
                }
            } finally {
                guest.depart();
            }
        } catch (IOException e) {
            System.err.printf("%s after all: %s%n", name, e);
        }
    }

    public List<String> present() {
        return guests.stream().map(Guest::toString).collect(Collectors.toUnmodifiableList());
    }

    private final class Guest {
        private final String name;
        private final OutputStream ear;
        private final StampedLock oneLineAtATime = new StampedLock();

        Guest(String name, OutputStream ear) {
            this.name = name;
            this.ear = ear;
        }

        void tellTheOthers(String what) {
            for (Guest guest : guests) {
                if (guest != this) {
                    guest.hear(name + what + '\n');
                }
            }
        }

        void hear(String line) {
            long stamp = oneLineAtATime.writeLock();
            try {
                ByteBuffer bytes = UTF_8.encode(line);
                ear.write(bytes.array(), bytes.arrayOffset(), bytes.limit());
                ear.flush();
                return;
            } catch (IOException e) {
                System.err.printf("%s cannot hear: %s%n", name, e);
            } finally {
                oneLineAtATime.unlockWrite(stamp);
            }
            depart();
        }

        void depart() {
            if (guests.remove(this)) {
                hangUp();
                tellTheOthers(" has left");
            }
        }

        /** To close the stream of a socket closes the socket, and wakes the thread that reads from it. */
        private void hangUp() {
            try {
                ear.close();
            } catch (IOException e) {
                System.err.printf("%s hangs up: %s%n", name, e);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
