package chatlab.swing;

import static java.awt.event.KeyEvent.VK_F12;
import static org.awaitility.Awaitility.await;

import chatlab.client.Finder;
import chatlab.protocol.Discovery;
import chatlab.protocol.Endpoint;
import chatlab.protocol.testing.HangLimit;
import chatlab.protocol.testing.Peer;
import chatlab.protocol.testing.ScriptedServer;
import chatlab.swing.Appearance.Theme;
import chatlab.swing.testing.ImageTrap;
import chatlab.swing.testing.RobotTest;
import java.awt.Component;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JListFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server sends HTML with an image in every text that it can send. The window never asks for the image. */
class HtmlWindowTest extends RobotTest {
    private ImageTrap image;
    private ScriptedServer server;
    private DatagramSocket discovery;
    private FrameFixture window;
    private String html;

    /** The same without blanks. */
    private String word;

    @BeforeEach
    void open() throws IOException {
        image = new ImageTrap();
        discovery = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        html = image.html();
        server = ScriptedServer.startGreeting(0, "* CHAT/1 " + html + ". You are guest1.");
        word = html.replace(' ', '/');
        window = showFrame(() -> {
            UserSettings settings = new UserSettings(new MemoryPreferences());
            Appearance appearance = new Appearance(settings, () -> false);
            appearance.begin(Theme.LIGHT, 100, false);
            return new ChatWindow(
                    settings,
                    appearance,
                    Clock.systemDefaultZone(),
                    () -> new Finder(
                            List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), discovery.getLocalPort())),
                            HangLimit.MILLIS));
        });
    }

    @AfterEach
    void close() throws IOException {
        onEdt(() -> window.target().dispatchEvent(new WindowEvent(window.target(), WindowEvent.WINDOW_CLOSING)));
        server.close();
        discovery.close();
        image.close();
    }

    @Test
    void titleOfAFoundServerIsNotRenderedAsHtml() throws Exception {
        onEdt(() -> ((ChatWindow) window.target()).open(Optional.empty(), ""));
        answerOneQuestion();
        JListFixture servers = window.list("servers");
        await().until(() -> servers.contents().length == 1);
        onEdt(() -> servers.target().setSelectedIndex(0));
        paintEverything();
        image.assertNotAsked();
    }

    @Test
    void textsOfARoomAreNotRenderedAsHtml() throws Exception {
        onEdt(() -> ((ChatWindow) window.target()).open(Optional.of(new Endpoint("127.0.0.1", server.port())), "ada"));
        Peer client = server.accept();
        client.expectTagged("/proto 1 ada");
        client.send(
                "HELLO proto=1 server=" + word + " run=r you=ada token=t room=" + word
                        + " ping=3600 line=4096 paste=500 :" + html,
                "JOIN room=" + word + " name=ada at=2026-11-20T10:00:00.000Z");
        String who = client.skipTo("/who@\\S+").split("@")[1];
        String history = client.skipTo("/history@\\S+.*").split("[@ ]")[1];
        client.send(
                "WHO name=ada room=x state=op",
                "WHO name=" + word + " room=x state=" + word,
                "END re=" + who,
                "MSG room=" + word + " from=" + word + " id=1 at=2026-11-20T10:00:00.000Z old=1 :" + html,
                "END re=" + history,
                "MSG room=* from=" + word + " id=2 at=2026-11-20T10:00:01.000Z :" + html,
                "MSG to=ada from=" + word + " id=3 at=2026-11-20T10:00:02.000Z :" + html,
                "LEAVE room=x name=" + word + " at=2026-11-20T10:00:03.000Z code=" + word + " :" + html,
                "JOIN room=x name=" + word + " at=2026-11-20T10:00:04.000Z",
                "NICK old=eve new=" + word + " at=2026-11-20T10:00:04.000Z",
                "NOTE code=op :" + html,
                "ERR code=" + word + " :" + html,
                "THREAD name=" + word + " role=" + word + " of=" + word + " state=" + word + " :" + html,
                "ROOM name=" + word + " people=3",
                "MSG room=" + word + " from=eve id=4 at=2026-11-20T10:00:05.000Z :" + html + " ada?");
        await().until(() ->
                onEdt(() -> window.list("conversations").target().getModel().getSize() == 2));
        paintEverything();

        onEdt(() -> window.list("conversations").target().setSelectedIndex(1)); // the private one
        onEdt(() -> window.list("people").target().setSelectedIndex(1));
        robot.pressAndReleaseKeys(VK_F12);
        paintEverything();
        client.send("BYE code=kicked :" + html);
        client.close();
        paintEverything();
        image.assertNotAsked();
    }

    /** Paints everything, tool tips included. */
    private void paintEverything() {
        robot.waitForIdle();
        Collection<Component> all = robot.finder().findAll(window.target(), JComponent.class::isInstance);
        onEdt(() -> all.forEach(component -> {
            JComponent each = (JComponent) component;
            if (each.getToolTipText() != null) {
                each.createToolTip().setTipText(each.getToolTipText());
            }
        }));
        robot.waitForIdle();
    }

    private void answerOneQuestion() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[Discovery.MAX_BYTES], Discovery.MAX_BYTES);
        discovery.setSoTimeout(HangLimit.MILLIS);
        discovery.receive(packet);
        String nonce = Discovery.Question.parse(packet.getData(), packet.getLength())
                .orElseThrow()
                .nonce();
        byte[] answer = new Discovery.Answer(nonce, server.port(), "r", 3, 8080, html).print();
        discovery.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
    }
}
