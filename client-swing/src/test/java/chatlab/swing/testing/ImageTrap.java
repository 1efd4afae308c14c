package chatlab.swing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.HangLimit;
import java.awt.EventQueue;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.swing.JLabel;

/** A web server with an image that no window may ask for; {@link #html} refers to it. */
public final class ImageTrap implements Closeable {
    private static final String NO_IMAGE = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    public ImageTrap() throws IOException {
        server.setSoTimeout(HangLimit.MILLIS);
    }

    /** A text that loads the image if Swing renders it as HTML. */
    public String html() {
        return html("x.png");
    }

    private String html(String image) {
        return "<html><img src=http://127.0.0.1:" + server.getLocalPort() + "/" + image + ">";
    }

    /** Lets Swing load another image. Its request must be the first to arrive. */
    public void assertNotAsked() throws IOException {
        EventQueue.invokeLater(() -> new JLabel(html("last.png")).getPreferredSize());
        try (Socket asked = server.accept();
                BufferedReader request =
                        new BufferedReader(new InputStreamReader(asked.getInputStream(), StandardCharsets.US_ASCII))) {
            asked.setSoTimeout(HangLimit.MILLIS);
            assertThat(request.readLine()).startsWith("GET /last.png ");
            asked.getOutputStream().write(NO_IMAGE.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
