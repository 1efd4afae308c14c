import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.X509TrustManager;

/** Trusts one certificate, whose fingerprint a person has typed, and no other. */
public final class OneCertificate implements X509TrustManager {
    private final byte[] expected;

    public OneCertificate(String fingerprint) {
        String digits = fingerprint.replace(":", "").replace(" ", "").toUpperCase(Locale.ROOT);
        if (!digits.matches("[0-9A-F]{64}")) {
            throw new IllegalArgumentException("a fingerprint has 64 hexadecimal digits: " + fingerprint);
        }
        this.expected = HexFormat.of().parseHex(digits);
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
        if (!isSame(sha256(chain[0]), expected)) {
            throw new CertificateException("another certificate: " + fingerprint(chain[0]));
        }
        chain[0].checkValidity();
    }

    /** Always looks at all bytes, so that the time which it takes tells eve nothing. */
    private static boolean isSame(byte[] one, byte[] other) {
        int difference = one.length ^ other.length;
        for (int i = 0; i < one.length; i++) {
            difference ^= one[i] ^ other[i];
        }
        return difference == 0;
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
