import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;
import javax.net.ssl.X509TrustManager;

/** Trusts one certificate, whose fingerprint a person has typed, and no other. */
public final class OneCertificate implements X509TrustManager {
    private final String trusted; // 64 digits

    public OneCertificate(String fingerprint) {
        trusted = digits(fingerprint);
        if (!trusted.matches("[0-9A-F]{64}")) {
            throw new IllegalArgumentException("This is no fingerprint with 64 digits: " + fingerprint);
        }
    }

    private static String digits(String fingerprint) {
        return fingerprint.strip().replace(":", "").toUpperCase(Locale.ROOT);
    }

    /** The SHA-256 of the certificate, as keytool shows it. */
    public static String fingerprint(X509Certificate certificate) throws CertificateException {
        try {
            StringJoiner shown = new StringJoiner(":");
            for (byte b : digest(certificate)) {
                shown.add(Integer.toHexString(b & 0xff).toUpperCase(Locale.ROOT));
            }
            return shown.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new CertificateException(e);
        }
    }

    private static byte[] digest(X509Certificate certificate) throws CertificateException, NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        if (chain == null || chain.length == 0) {
            throw new CertificateException("The server has shown no certificate.");
        }
        try {
            byte[] wanted = new byte[32];
            for (int i = 0; i < 32; i++) {
                wanted[i] = (byte) Integer.parseInt(trusted.substring(2 * i, 2 * i + 2), 16);
            }
            if (!Arrays.equals(wanted, digest(chain[0]))) {
                throw new CertificateException("This is another server: " + fingerprint(chain[0]));
            }
        } catch (NoSuchAlgorithmException e) {
            throw new CertificateException(e);
        }
        chain[0].checkValidity();
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
