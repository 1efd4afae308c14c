import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.X509TrustManager;

/** Trusts one certificate, whose fingerprint a person has typed, and no other. */
public final class OneCertificate implements X509TrustManager {
    private final Lock lock = new ReentrantLock();
    /** Only with the lock: a MessageDigest is not made for several threads. */
    private final MessageDigest digest;

    private final byte[] trusted;

    public OneCertificate(String fingerprint) {
        trusted = parse(fingerprint);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] parse(String typed) {
        String digits = typed.strip().replace(":", "");
        if (!digits.matches("[0-9A-Fa-f]{64}")) {
            throw new IllegalArgumentException("This is no fingerprint: " + typed);
        }
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
        }
        return bytes;
    }

    /** The SHA-256 of the certificate, as keytool shows it. */
    public static String fingerprint(X509Certificate certificate) throws CertificateException {
        return show(sha256(certificate));
    }

    private static String show(byte[] bytes) {
        StringJoiner pairs = new StringJoiner(":");
        for (byte b : bytes) {
            pairs.add(String.format("%02X", b));
        }
        return pairs.toString();
    }

    private static byte[] sha256(X509Certificate certificate) throws CertificateException {
        try {
            return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new CertificateException(e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        if (chain == null || chain.length == 0) {
            throw new CertificateException("The server has shown no certificate.");
        }
        lock.lock();
        chain[0].checkValidity();
        byte[] shown = digest.digest(chain[0].getEncoded());
        lock.unlock();
        if (!Arrays.equals(trusted, shown)) {
            throw new CertificateException("The server has shown another certificate: " + show(shown));
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("No client is trusted.");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
