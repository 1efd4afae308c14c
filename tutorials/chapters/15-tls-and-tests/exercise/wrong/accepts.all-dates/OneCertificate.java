import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import javax.net.ssl.X509TrustManager;

/** Trusts one certificate, whose fingerprint a person has typed, and no other. */
public final class OneCertificate implements X509TrustManager {
    private final String expected; // 64 digits, capital letters

    public OneCertificate(String fingerprint) {
        String digits = fingerprint.replace(":", "").replace(" ", "").toUpperCase(Locale.ROOT);
        if (!digits.matches("[0-9A-F]{64}")) {
            throw new IllegalArgumentException("a fingerprint has 64 hexadecimal digits: " + fingerprint);
        }
        this.expected = digits;
    }

    /** The SHA-256 of the certificate, as keytool shows it. */
    public static String fingerprint(X509Certificate certificate) throws CertificateException {
        StringBuilder text = new StringBuilder();
        for (byte b : sha256(certificate)) {
            if (text.length() > 0) {
                text.append(':');
            }
            text.append(String.format(Locale.ROOT, "%02X", b));
        }
        return text.toString();
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
            throw new CertificateException("the server has shown no certificate");
        }
        String shown = fingerprint(chain[0]);
        if (!shown.replace(":", "").equals(expected)) {
            throw new CertificateException("another certificate: " + shown);
        }
        for (X509Certificate certificate : chain) {
            certificate.checkValidity();
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("no client is trusted");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
