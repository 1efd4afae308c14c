package chatlab.tutorials.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.AbstractListModel;
import javax.swing.DefaultListModel;
import javax.swing.JTextArea;
import org.junit.jupiter.api.Test;

class WatchedWindowTest {
    private final AtomicInteger touched = new AtomicInteger();
    private final AtomicInteger changed = new AtomicInteger();

    @Test
    void textTellsOfEachUseAndChange() {
        WatchedText text = new WatchedText(touched::incrementAndGet, seen -> changed.incrementAndGet());
        JTextArea area = text.area();
        area.append("hello\n");
        assertEquals("hello\n", text.shown());
        assertEquals(1, changed.get());
        int before = touched.get();
        area.getText();
        assertTrue(touched.get() > before);
        area.replaceRange("", 0, 4);
        assertEquals("o\n", text.shown());
    }

    @Test
    void textIsShownAfterWhatItHasSetOffIsDone() {
        String[] shownMeanwhile = {null};
        WatchedText[] text = {null};
        text[0] = new WatchedText(() -> {}, all -> shownMeanwhile[0] = all + "|" + text[0].shown());
        text[0].area().append("hello\n");
        assertEquals("hello\n|", shownMeanwhile[0]);
    }

    /** A reader that is not watched would let an answer read the list in a wrong thread. */
    @Test
    void eachPublicMethodThatReadsTheNamesIsAUse() throws Exception {
        Set<String> noReaders = Set.of(
                "addListDataListener",
                "removeListDataListener",
                "getListDataListeners",
                "getListeners",
                "ensureCapacity",
                "trimToSize",
                "capacity");
        for (Method method : DefaultListModel.class.getMethods()) {
            Class<?> owner = method.getDeclaringClass();
            boolean ofTheList = owner == DefaultListModel.class || owner == AbstractListModel.class;
            if (ofTheList && !noReaders.contains(method.getName())) {
                WatchedNames names = new WatchedNames(touched::incrementAndGet, () -> {});
                names.addElement("ada");
                int before = touched.get();
                Object[] arguments = Arrays.stream(method.getParameterTypes())
                        .map(type -> type == int.class
                                ? (Object) 0
                                : type == Object[].class
                                        ? new Object[1]
                                        : type == Collection.class ? List.of("bob") : "ada")
                        .toArray();
                method.invoke(names, arguments);
                assertTrue(touched.get() > before, method.toString());
            }
        }
    }

    @Test
    void namesTellOfEachUseAndChange() {
        WatchedNames names = new WatchedNames(touched::incrementAndGet, changed::incrementAndGet);
        names.addElement("ada");
        names.addElement("bob");
        names.removeElement("ada");
        assertEquals("[bob]", names.names());
        assertEquals(3, changed.get());
        int before = touched.get();
        assertTrue(names.contains("bob"));
        assertTrue(touched.get() > before);
    }

    @Test
    void socketPausesOnceAndFailsAtItsEnd() throws Exception {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (ServerSocket listener = new ServerSocket(0, 1, loopback);
                WatchedSocket socket = new WatchedSocket(loopback, listener.getLocalPort());
                Socket server = listener.accept()) {
            socket.setSoTimeout(60_000);
            socket.pausesAfterMore();
            socket.sends(1);
            server.getOutputStream().write('x');
            assertEquals('x', socket.getInputStream().read());
            assertThrows(SocketTimeoutException.class, socket.getInputStream()::read);
            socket.failsWith(new IOException("the cable is cut"));
            server.shutdownOutput();
            IOException e = assertThrows(IOException.class, socket.getInputStream()::read);
            assertEquals("the cable is cut", e.getMessage());
            assertEquals(Thread.currentThread(), socket.readerOfEnd());
            assertFalse(socket.wasReadByEventThread());
        }
    }
}
