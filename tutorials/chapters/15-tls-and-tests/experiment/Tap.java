import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** ada tells the server a secret. All bytes between them go through eve's machine: the tap. */
public class Tap {
    private static final String SECRET = "/op open-sesame";
    private static final String PASSWORD = "changeit";
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    /** Stands for: no TLS, the bytes as they are. */
    private static final SSLContext CLEAR = null;

    public static void main(String[] args) throws Exception {
        KeyStore serverKey = makeKey("chat.example");
        KeyStore eveKey = makeKey("eve.example");
        SSLContext server = havingKey(serverKey);
        SSLContext eve = havingKey(eveKey);
        SSLContext trustsAll = trustingEveryCertificate();
        SSLContext trustsOne = trusting(serverKey.getCertificate("key"));
        SSLContext trustsTwo = trusting(serverKey.getCertificate("key"), eveKey.getCertificate("key"));

        tell("1. no TLS", socket -> socket, CLEAR, CLEAR);
        tell("2. TLS, and eve listens", socket -> secure(socket, trustsOne, false), CLEAR, server);
        tell("3. eve plays the server, ada trusts all", socket -> secure(socket, trustsAll, false), eve, server);
        tell("4. the same, ada trusts one certificate", socket -> secure(socket, trustsOne, false), eve, server);
        tell("5. the same, ada trusts two certificates", socket -> secure(socket, trustsTwo, false), eve, server);
        tell("6. the same, and compares the names", socket -> secure(socket, trustsTwo, true), eve, server);
    }

    /** What ada's program makes of its connection. */
    private interface Ada {
        Socket on(Socket socket) throws IOException;
    }

    /** With a key of her own, eve is a server for ada and a client for the server; without one she only copies bytes. */
    private static void tell(String title, Ada ada, SSLContext eve, SSLContext server) throws Exception {
        System.out.println(title);
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        try (ServerSocket atServer = new ServerSocket(0, 50, HERE);
                ServerSocket atTap = new ServerSocket(0, 50, HERE)) {
            Thread serving = start(() -> answer(accept(atServer, server)));
            Thread tapping = start(() -> {
                Socket fromAda = accept(atTap, eve);
                Socket plain = new Socket(HERE, atServer.getLocalPort());
                Socket toServer = eve == CLEAR ? plain : secure(plain, trustingEveryCertificate(), false);
                start(() -> copy(toServer, fromAda, new ByteArrayOutputStream()));
                copy(fromAda, toServer, seen);
            });
            try (Socket socket = ada.on(new Socket(HERE, atTap.getLocalPort()))) {
                socket.getOutputStream().write((SECRET + "\n").getBytes(UTF_8));
                System.out.println("   ada hears: " + readLine(socket));
            } catch (IOException e) {
                System.out.println("   ada's program hangs up: " + e.getClass().getSimpleName());
            }
            tapping.join();
            serving.join();
        }
        boolean readable = seen.toString(ISO_8859_1).contains(SECRET);
        System.out.println("   eve reads: " + (readable ? SECRET : "nothing that makes sense"));
    }

    private static void answer(Socket client) throws IOException {
        try (client) {
            String line = readLine(client);
            client.getOutputStream().write(("* You said " + line.length() + " characters.\n").getBytes(UTF_8));
        }
    }

    private static String readLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
    }

    /** Passes on what comes, and keeps a copy. At the end it closes both. */
    private static void copy(Socket from, Socket to, ByteArrayOutputStream seen) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            byte[] bytes = new byte[4096];
            for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
                seen.write(bytes, 0, count);
                to.getOutputStream().write(bytes, 0, count);
            }
        }
    }

    private static Socket accept(ServerSocket server, SSLContext tls) throws IOException {
        Socket socket = server.accept();
        return tls == CLEAR ? socket : tls.getSocketFactory().createSocket(socket, null, true);
    }

    // begin names
    /** TLS on top of a connection. ada wants to talk to chat.example, wherever the bytes go on their way there. */
    private static Socket secure(Socket socket, SSLContext tls, boolean comparesNames) throws IOException {
        SSLSocketFactory factory = tls.getSocketFactory();
        SSLSocket secure = (SSLSocket) factory.createSocket(socket, "chat.example", socket.getPort(), true);
        if (comparesNames) {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
        }
        return secure;
    }
    // end names

    /** For a client that trusts these certificates, and no other. */
    static SSLContext trusting(Certificate... certificates) throws GeneralSecurityException, IOException {
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null); // an empty one
        for (Certificate certificate : certificates) {
            known.setCertificateEntry("certificate " + known.size(), certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(known);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return tls;
    }

    private static SSLContext trustingEveryCertificate() throws GeneralSecurityException {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {new TrustsAll()}, null);
        return tls;
    }

    // begin trusts-all
    /** Often recommended "to make the error go away". */
    private static final class TrustsAll implements X509TrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // no check at all
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // not asked in this experiment
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
    // end trusts-all

    /** For a server: it can prove that the certificate is its own. */
    private static SSLContext havingKey(KeyStore key) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(key, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        return tls;
    }

    /** A new private key with its certificate, made by a tool of the JDK. */
    private static KeyStore makeKey(String name) throws IOException, InterruptedException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("tap");
        Path file = folder.resolve("key.p12");
        try {
            String keytool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            String options = "-genkeypair -alias key -keyalg EC -storetype PKCS12";
            ProcessBuilder builder = new ProcessBuilder(keytool);
            builder.command().addAll(List.of(options.split(" ")));
            builder.command().addAll(List.of("-dname", "CN=" + name, "-ext", "SAN=dns:" + name));
            builder.command().addAll(List.of("-storepass", PASSWORD, "-keystore", file.toString()));
            builder.redirectErrorStream(true);
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(said);
            }
            return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    /** Something that may fail, since the other side may hang up. */
    private interface Task {
        void run() throws Exception;
    }

    private static Thread start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (Exception e) {
                // the connection is over, or there was none
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
