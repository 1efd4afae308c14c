package chatlab.tutorials.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The list, the writer and the socket in which a check holds a thread. */
@Isolated("it looks at all threads of the process")
class HeldToolsTest {
    private final Hold hold = new Hold();

    @Test
    void listNoticesASecondThreadThatNoLockKeepsOut() throws Exception {
        WatchedList<String> list = new WatchedList<>(hold, HeldToolsTest.class.getName());
        hold.set(1);
        Race.runAll(List.of(new Race(hold, "one", () -> list.add(0, "a"), "two", list::size)));
        assertThat(list.overlap()).contains("\"one\" is in add()").contains("\"two\" is in size()");
    }

    @Test
    void twoThreadsMayReadTheList() throws Exception {
        WatchedList<String> list = new WatchedList<>(hold, HeldToolsTest.class.getName());
        list.add("a");
        hold.set(1);
        Race.runAll(List.of(new Race(hold, "one", () -> list.get(0), "two", list::size)));
        assertThat(list.overlap()).isNull();
        assertThat(list).containsExactly("a");
    }

    @Test
    void writerKeepsBackWhatIsNotFlushed() {
        List<String> lines = new ArrayList<>();
        HeldWriter out = new HeldWriter(hold, true, lines::add);
        out.print("a\n");
        assertThat(out.heard()).isEmpty();
        assertThat(out.heardAtLast()).isEqualTo("a\n");
        assertThat(lines).containsExactly("a");
        out.forget();
        out.println("b");
        assertThat(out.heard()).isEqualTo("b\n");
    }

    @Test
    void socketGivesWhatTheClientHasSentAndThenTheEnd() throws Exception {
        MemorySocket socket = new MemorySocket(hold);
        socket.clientSends("\u00fc");
        socket.clientCloses();
        BufferedReader in = reader(socket);
        assertThat(in.readLine()).isEqualTo("\u00fc");
        assertThat(in.readLine()).isNull();
        socket.getOutputStream().write("hello\r\nhalf".getBytes(StandardCharsets.UTF_8));
        assertThat(socket.heard()).containsExactly("hello");
        assertThat(socket.writers()).containsExactly(Thread.currentThread().getName());
    }

    @Test
    void closingTheSocketEndsTheReading() throws Exception {
        MemorySocket socket = new MemorySocket(hold);
        List<Throwable> thrown = new ArrayList<>();
        Thread reader = new Thread(() -> {
            try {
                reader(socket).readLine();
            } catch (IOException e) {
                thrown.add(e);
            }
        });
        reader.start();
        socket.awaitQuiet();
        socket.close();
        reader.join();
        assertThat(thrown).singleElement().isInstanceOf(SocketException.class);
        assertThatThrownBy(() -> socket.getOutputStream().write(1)).isInstanceOf(SocketException.class);
    }

    @Test
    void resetAndBrokenSocketsThrow() throws Exception {
        MemorySocket reset = new MemorySocket(hold);
        reset.resets();
        assertThatThrownBy(() -> reader(reset).readLine()).isInstanceOf(SocketException.class);
        MemorySocket broken = new MemorySocket(hold);
        broken.breakOutput();
        broken.clientSends("a");
        assertThat(reader(broken).readLine()).isEqualTo("a");
        assertThatThrownBy(() -> broken.getOutputStream().write(1)).isInstanceOf(SocketException.class);
    }

    @Test
    void socketIsClosedAlthoughClosingFails() throws Exception {
        MemorySocket socket = new MemorySocket(hold);
        socket.breakClose();
        assertThatThrownBy(socket::close).isInstanceOf(IOException.class);
        assertThat(socket.isClosed()).isTrue();
        socket.close();
    }

    private static BufferedReader reader(MemorySocket socket) {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }
}
