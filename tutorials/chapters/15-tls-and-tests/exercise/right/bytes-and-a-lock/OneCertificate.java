import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.X509TrustManager;

/** Compares bytes, with one digest for all threads, which take turns. */
public final class OneCertificate implements X509TrustManager {
    private static final Object LOCK = new Object();
    private static MessageDigest digest; // guarded by LOCK

    private final byte[] trusted;

    public OneCertificate(String fingerprint) {
        String[] pairs = fingerprint.trim().split(":|(?<=\\G[^:]{2}):?");
        if (pairs.length != 32) {
            throw new IllegalArgumentException(fingerprint);
        }
        ByteBuffer bytes = ByteBuffer.allocate(32);
        for (String pair : pairs) {
            if (!pair.matches("\\p{XDigit}{2}")) {
                throw new IllegalArgumentException("no pair of digits: " + pair);
            }
            bytes.put((byte) Integer.parseInt(pair, 16));
        }
        trusted = bytes.array();
    }

    private static byte[] digest(X509Certificate certificate) throws CertificateException {
        synchronized (LOCK) {
            try {
                if (digest == null) {
                    digest = MessageDigest.getInstance("SHA-256");
                }
                digest.update(certificate.getEncoded());
                return digest.digest();
            } catch (CertificateException e) {
                throw e;
            } catch (GeneralSecurityException e) {
                throw new CertificateException(e);
            }
        }
    }

    public static String fingerprint(X509Certificate certificate) throws CertificateException {
        StringBuilder shown = new StringBuilder();
        for (byte b : digest(certificate)) {
            shown.append(String.format("%02X:", b));
        }
        shown.setLength(shown.length() - 1);
        return shown.toString();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        X509Certificate server = chain[0]; // an exception for none
        server.checkValidity();
        if (!Arrays.equals(digest(server), trusted)) {
            throw new CertificateException(fingerprint(server) + " is another one");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
