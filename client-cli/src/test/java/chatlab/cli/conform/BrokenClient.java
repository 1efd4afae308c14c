package chatlab.cli.conform;

import chatlab.protocol.EventLine;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A small client, as a student may write it, with one fault. It comes back at once: the test's clock says how late that is. */
final class BrokenClient implements Runnable {
    /** What it does wrong. */
    enum Fault {
        NONE,
        SENDS_BEFORE_THE_GREETING,
        SENDS_TEXT_FIRST,
        IGNORES_PING,
        TAKES_A_PACKET_FOR_A_LINE,
        DECODES_HALVES_OF_LETTERS,
        KEEPS_CR,
        HAS_A_SMALL_BUFFER,
        SPLITS_AT_THE_LAST_COLON,
        DIES_OF_AN_UNKNOWN_EVENT,
        DIES_OF_AN_UNKNOWN_KEY,
        DIES_OF_AN_UNKNOWN_CODE,
        SAYS_TEXT_WITHOUT_SAY,
        FORGETS_ITS_TOKEN,
        ASKS_FOR_OTHER_HISTORY,
        REPEATS_ITS_MESSAGE,
        COMES_BACK_AFTER_A_KICK,
        SENDS_LATIN_1
    }

    private static final Set<String> EVENTS =
            Set.of("HELLO", "JOIN", "MSG", "NOTE", "PING", "BYE", "END", "OK", "PONG");

    private final int port;
    private final Fault fault;
    private volatile Socket socket;
    private String token = "";
    private String lastId = "0";
    private boolean over;

    BrokenClient(int port, Fault fault) {
        this.port = port;
        this.fault = fault;
    }

    /** As if a person had typed it. Any thread. */
    void type(String text) {
        try {
            send((fault == Fault.SAYS_TEXT_WITHOUT_SAY ? "" : "/say@1 ") + text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void run() {
        while (!over) {
            try (Socket opened = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
                socket = opened;
                if (fault == Fault.SENDS_BEFORE_THE_GREETING) {
                    send("/proto 1 ada" + token);
                }
                readLines(opened.getInputStream());
            } catch (ConnectException e) {
                return; // the test is over
            } catch (IOException e) {
                // lost, as by an end
            }
        }
    }

    private void readLines(InputStream in) throws IOException {
        byte[] line = new byte[fault == Fault.HAS_A_SMALL_BUFFER ? 1_000 : 10_000];
        int length = 0;
        byte[] packet = new byte[10_000];
        for (int count = in.read(packet); count >= 0 && !over; count = in.read(packet)) {
            if (fault == Fault.TAKES_A_PACKET_FOR_A_LINE) {
                obey(text(packet, count).strip());
                continue;
            }
            for (int i = 0; i < count; i++) {
                if (packet[i] == '\n') {
                    obey(text(line, length));
                    length = 0;
                } else if (length == line.length) {
                    over = true;
                    return;
                } else {
                    line[length++] = packet[i];
                }
            }
        }
    }

    private String text(byte[] line, int length) {
        String text = new String(line, 0, length, StandardCharsets.UTF_8);
        if (fault == Fault.DECODES_HALVES_OF_LETTERS) {
            text = text.replaceAll("[^\\p{ASCII}]", "\ufffd\ufffd");
        }
        return fault != Fault.KEEPS_CR && text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private void obey(String line) throws IOException {
        if (line.startsWith("* CHAT/1 ")) {
            greet();
            return;
        }
        EventLine event = EventLine.parse(line).orElseThrow(() -> new IOException("no event: " + line));
        die(fault == Fault.DIES_OF_AN_UNKNOWN_EVENT && !EVENTS.contains(event.verb()));
        die(fault == Fault.DIES_OF_AN_UNKNOWN_KEY && event.keys().containsKey("colour"));
        die(fault == Fault.DIES_OF_AN_UNKNOWN_CODE
                && "weather".equals(event.keys().get("code")));
        switch (event.verb()) {
            case "HELLO" -> welcome(event);
            case "MSG" -> lastId = event.keys().get("id");
            case "PING" -> pong(event.text());
            case "BYE" -> over = fault != Fault.COMES_BACK_AFTER_A_KICK;
            default -> {}
        }
    }

    private void greet() throws IOException {
        if (fault == Fault.SENDS_TEXT_FIRST) {
            send("Hello, everybody!");
        } else if (fault != Fault.SENDS_BEFORE_THE_GREETING) {
            send("/proto 1 ada" + (fault == Fault.FORGETS_ITS_TOKEN ? "" : token));
        }
    }

    private void welcome(EventLine hello) throws IOException {
        if (!token.isEmpty()) {
            if (fault == Fault.REPEATS_ITS_MESSAGE) {
                send("/say@1 hello");
            }
            send("/history@h after=" + (fault == Fault.ASKS_FOR_OTHER_HISTORY ? "99" : lastId));
        }
        token = " " + hello.keys().get("token");
        if (fault == Fault.SENDS_LATIN_1) {
            send("/nick J\u00fcrgen");
        }
    }

    private void pong(String text) throws IOException {
        if (fault == Fault.SPLITS_AT_THE_LAST_COLON) {
            send("/pong " + text.substring(text.lastIndexOf(':') + 1));
        } else if (fault != Fault.IGNORES_PING) {
            send("/pong " + text);
        }
    }

    private void die(boolean dies) throws IOException {
        if (dies) {
            over = true;
            throw new IOException("dead");
        }
    }

    private void send(String line) throws IOException {
        boolean latin = fault == Fault.SENDS_LATIN_1 && line.startsWith("/nick");
        Charset charset = latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        socket.getOutputStream().write((line + "\n").getBytes(charset));
    }
}
