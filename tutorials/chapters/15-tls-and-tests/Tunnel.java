import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Stands between a client and a server: as a tap that shows what goes by, or as one end of a TLS tunnel. */
public class Tunnel {
    private static final int HANDSHAKE_MS = 10_000;

    /** The name in the server's certificate. Clients ask for it, whatever the address is. */
    private static final String SERVER_NAME = "chat.example";

    /** Makes something else of a connection: TLS on top of it, or nothing. */
    private interface End {
        Socket on(Socket socket) throws IOException;
    }

    private static final End PLAIN = socket -> socket;

    /** Arguments: a kind; the address and port on which it listens; the address and port to which it connects. */
    public static void main(String[] args) throws Exception {
        if (args.length != 5) {
            System.out.println("Arguments: tap|server|client ADDRESS PORT TO_ADDRESS TO_PORT");
            return;
        }
        InetSocketAddress from = new InetSocketAddress(args[1], Integer.parseInt(args[2]));
        InetSocketAddress to = new InetSocketAddress(args[3], Integer.parseInt(args[4]));
        switch (args[0]) {
            case "tap" -> new Tunnel(from, PLAIN, to, PLAIN, true).run();
            case "server" -> new Tunnel(from, serverEnd(), to, PLAIN, false).run();
            case "client" -> new Tunnel(from, PLAIN, to, clientEnd(), false).run();
            default -> System.out.println("There is no kind " + args[0]);
        }
    }

    private final InetSocketAddress from;
    private final End clientSide;
    private final InetSocketAddress to;
    private final End serverSide;
    private final boolean shows;

    private Tunnel(InetSocketAddress from, End clientSide, InetSocketAddress to, End serverSide, boolean shows) {
        this.from = from;
        this.clientSide = clientSide;
        this.to = to;
        this.serverSide = serverSide;
        this.shows = shows;
    }

    private void run() throws IOException {
        try (ServerSocket listener = new ServerSocket()) {
            listener.bind(from);
            System.out.println("Listening on " + listener.getLocalSocketAddress() + ", for " + to);
            while (true) {
                Socket client = listener.accept();
                new Thread(() -> serve(client), "client at " + client.getRemoteSocketAddress()).start();
            }
        }
    }

    // begin serve
    /** What a thread does for one client: TLS for the side that has it, then bytes go in both directions. */
    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(to.getAddress(), to.getPort())) {
            Socket left = clientSide.on(client);
            Socket right = serverSide.on(server);
            Thread back = new Thread(() -> pass(right, left, "< "), "back to " + client.getRemoteSocketAddress());
            back.start();
            pass(left, right, "> ");
            back.join();
        } catch (IOException | InterruptedException e) {
            System.out.println(Thread.currentThread().getName() + ": " + e);
        }
    }

    /** Passes bytes on as they come. Where one side ends, the other one ends, too. */
    private void pass(Socket source, Socket target, String sign) {
        Display display = new Display(sign);
        try (source;
                target) {
            InputStream in = source.getInputStream();
            OutputStream out = target.getOutputStream();
            byte[] bytes = new byte[4096];
            for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
                if (shows) {
                    display.show(bytes, count);
                }
                out.write(bytes, 0, count);
            }
        } catch (IOException e) {
            // the other direction has closed both, or a client or the server has gone
        }
    }
    // end serve

    /** Shows bytes as lines of text, as far as they are text. */
    private static final class Display {
        private static final int WIDTH = 60;

        private final String sign;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Display(String sign) {
            this.sign = sign;
        }

        void show(byte[] bytes, int count) {
            for (int i = 0; i < count; i++) {
                if (bytes[i] != '\n') {
                    line.write(bytes[i]);
                }
                if (bytes[i] == '\n' || line.size() == WIDTH) {
                    String text = line.toString(StandardCharsets.UTF_8);
                    System.out.println(sign + text.replaceAll("[\\p{IsControl}\\ufffd]", "."));
                    line.reset();
                }
            }
        }
    }

    // begin server-end
    /** For the server's side: proves with its private key that the certificate is its own. */
    private static End serverEnd() throws Exception {
        KeyStore store = KeyStore.getInstance(keyFile(), PASSWORD.toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        Files.write(Path.of("chat.cer"), store.getCertificate("chat").getEncoded());
        SSLSocketFactory factory = tls.getSocketFactory();
        return socket -> shakeHands((SSLSocket) factory.createSocket(socket, null, true));
    }

    /** A client that connects and says nothing is gone after ten seconds. */
    private static Socket shakeHands(SSLSocket socket) throws IOException {
        socket.setSoTimeout(HANDSHAKE_MS);
        socket.startHandshake();
        socket.setSoTimeout(0);
        return socket;
    }
    // end server-end

    // begin client-end
    /** For the client's side: trusts the certificate in the file chat.cer and no other, and compares the name in it. */
    private static End clientEnd() throws GeneralSecurityException, IOException {
        SSLSocketFactory factory =
                trusting(readCertificate(Path.of("chat.cer"))).getSocketFactory();
        return socket -> {
            SSLSocket secure = (SSLSocket) factory.createSocket(socket, SERVER_NAME, socket.getPort(), true);
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS"); // without this line, no name is compared
            secure.setSSLParameters(parameters);
            return shakeHands(secure);
        };
    }
    // end client-end

    private static Certificate readCertificate(Path file) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    // begin trusting
    private static SSLContext trusting(Certificate certificate) throws GeneralSecurityException, IOException {
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null); // an empty one
        known.setCertificateEntry("chat", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(known);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return tls;
    }
    // end trusting

    // begin key
    /** Protects nothing, since all can read it here. The key is protected because no other user may read its file. */
    private static final String PASSWORD = "changeit";

    /** The file with the private key. The first time, it is made with keytool, which is a part of every JDK. */
    private static File keyFile() throws IOException, InterruptedException {
        Path file = Path.of("chat.p12");
        if (Files.notExists(file)) {
            Path inSecret = Files.createTempDirectory("chat").resolve("chat.p12"); // a folder that only we can read
            makeKey(inSecret);
            inSecret.toFile().setReadable(false, false); // no user ...
            inSecret.toFile().setReadable(true, true); // ... but its owner
            Files.move(inSecret, file);
            Files.delete(inSecret.getParent());
        }
        return file.toFile();
    }
    // end key

    private static void makeKey(Path file) throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String options = "-genkeypair -alias chat -keyalg EC -validity 365 -storetype PKCS12";
        ProcessBuilder builder = new ProcessBuilder(keytool);
        builder.command().addAll(List.of(options.split(" ")));
        builder.command().addAll(List.of("-dname", "CN=" + SERVER_NAME, "-ext", "SAN=dns:" + SERVER_NAME));
        builder.command().addAll(List.of("-storepass", PASSWORD, "-keystore", file.toString()));
        if (builder.inheritIO().start().waitFor() != 0) {
            throw new IOException("keytool could not make a key");
        }
    }
}
