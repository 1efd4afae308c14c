import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.X509TrustManager;

/** Trusts one certificate, whose fingerprint a person has typed, and no other. */
public final class OneCertificate implements X509TrustManager {
    private static final MessageDigest SHA_256 = sha256();

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
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(SHA_256.digest(certificate.getEncoded()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        if (chain == null || chain.length == 0) {
            throw new CertificateException("The server has shown no certificate.");
        }
        String shown = fingerprint(chain[0]);
        if (!digits(shown).equals(trusted)) {
            throw new CertificateException("This is another server, with the fingerprint " + shown);
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
