import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.X509TrustManager;

/** Trusts one certificate, whose fingerprint a person has typed, and no other. */
public final class OneCertificate implements X509TrustManager {
    private static final Pattern TYPED = Pattern.compile(" *(?:[0-9a-fA-F]{2}:?){31}[0-9a-fA-F]{2} *");
    private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

    /** One for all objects and threads: they wait for each other. Guarded by LOCK. */
    private static final MessageDigest SHA;

    private static final ReentrantLock LOCK = new ReentrantLock();

    static {
        try {
            SHA = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Another certificate than the one on the board. */
    private static final class Stranger extends CertificateException {
        private static final long serialVersionUID = 1;

        private final String shown;

        Stranger(String shown) {
            this.shown = shown;
        }

        @Override
        public String getMessage() {
            return "Compare with the board:\n   " + shown + "\nis not what you have typed.";
        }
    }

    private final BigInteger expected;

    public OneCertificate(String fingerprint) {
        Matcher typed = TYPED.matcher(fingerprint);
        if (!typed.matches()) {
            throw new IllegalArgumentException();
        }
        expected = number(fingerprint.trim());
    }

    private static BigInteger number(String fingerprint) {
        return new BigInteger(fingerprint.replace(":", ""), 16);
    }

    /** The SHA-256 of the certificate, as keytool shows it. */
    public static String fingerprint(X509Certificate certificate) throws CertificateException {
        byte[] sum = sum(certificate.getEncoded());
        char[] text = new char[3 * sum.length - 1];
        for (int i = 0; i < text.length; i++) {
            int b = sum[i / 3] & 0xff;
            text[i] = i % 3 == 0 ? DIGITS[b >> 4] : i % 3 == 1 ? DIGITS[b & 15] : ':';
        }
        return String.valueOf(text);
    }

    private static byte[] sum(byte[] encoded) throws CertificateException {
        LOCK.lock();
        try (InputStream in = new DigestInputStream(new ByteArrayInputStream(encoded), SHA)) {
            in.readAllBytes();
            return SHA.digest();
        } catch (IOException e) {
            throw new CertificateException(e);
        } finally {
            LOCK.unlock();
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        String shown = fingerprint(chain[0]); // of null or nothing: an exception, too
        if (number(shown).compareTo(expected) != 0) {
            throw new Stranger(shown);
        }
        InputStream bytes = new ByteArrayInputStream(chain[0].getEncoded());
        ((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes)).checkValidity();
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
