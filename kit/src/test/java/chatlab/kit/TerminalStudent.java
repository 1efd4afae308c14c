package chatlab.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A student at the terminal client, which runs as a process of its own, behind a cable. */
final class TerminalStudent extends Student {
    private static final String TIME = "(?:\\S+ )?\\d\\d:\\d\\d ";

    private final Cable cable;
    private final RunningClient client;

    private TerminalStudent(String name, Cable cable, RunningClient client) {
        super(name);
        this.cable = cable;
        this.client = client;
    }

    static TerminalStudent join(Path folder, int port, String name) throws Exception {
        Cable cable = new Cable(port, name);
        try {
            return new TerminalStudent(name, cable, RunningClient.join(folder, cable.port(), name));
        } catch (AssertionError | IOException | InterruptedException e) {
            cable.close();
            throw e;
        }
    }

    @Override
    void type(String line) throws Exception {
        client.type(line);
    }

    @Override
    void hears(String words, String event) throws Exception {
        cable.wire().expect(event);
        client.expect(TIME + words);
    }

    @Override
    void wasTold(String words, String event) throws Exception {
        cable.wire().await(1, event);
    }

    @Override
    void isRefused(String line, String code) throws Exception {
        type(line);
        cable.wire().expect("ERR re=\\S+ code=" + code + " :.*");
        client.err().expect(TIME + "! .*");
    }

    @Override
    List<String> received() {
        return cable.wire().all();
    }

    @Override
    void sawRemoved(String author, long id, String text) throws Exception {
        wasTold("", "GONE id=\\d+ room=lobby of=" + id + " from=" + author + " by=ada at=.*");
        client.out().await(1, TIME + "\\* A message of " + author + " was removed\\.");
    }

    /** The connection breaks, as where a laptop is closed. */
    void sleeps() throws Exception {
        cable.pullOut();
        losesTheServer();
    }

    void wakes() throws Exception {
        cable.putIn();
        comesBack(0);
    }

    @Override
    void losesTheServer() throws Exception {
        client.err().expect(TIME + "! Connection lost .*");
    }

    @Override
    void comesBack(int port) throws Exception {
        client.expect(TIME + "\\* Back again\\. .*");
    }

    @Override
    public void close() throws IOException {
        client.close();
        cable.close();
    }
}
