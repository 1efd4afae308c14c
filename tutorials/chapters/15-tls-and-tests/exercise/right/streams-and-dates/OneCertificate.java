import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.X509TrustManager;

/** Compares one number with another one. */
public final class OneCertificate implements X509TrustManager {
    private static final Pattern FINGERPRINT = Pattern.compile("\\s*((?:[0-9a-fA-F]:?){63}[0-9a-fA-F])\\s*");

    private final BigInteger trusted;

    public OneCertificate(String fingerprint) {
        Matcher matcher = FINGERPRINT.matcher(fingerprint);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Type it again: " + fingerprint);
        }
        trusted = new BigInteger(matcher.group(1).replaceAll(":", ""), 16);
    }

    private static BigInteger number(X509Certificate certificate) throws CertificateException {
        try {
            return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String fingerprint(X509Certificate certificate) throws CertificateException {
        String digits = String.format("%064X", number(certificate));
        return Pattern.compile("..")
                .matcher(digits)
                .results()
                .map(pair -> pair.group())
                .collect(Collectors.joining(":"));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        Optional<String> complaint = complaint(chain[0], new Date());
        if (complaint.isPresent()) {
            throw new CertificateException(complaint.get());
        }
    }

    private Optional<String> complaint(X509Certificate server, Date now) throws CertificateException {
        if (number(server).compareTo(trusted) != 0) {
            return Optional.of("Not this server: " + fingerprint(server));
        }
        boolean valid = !now.before(server.getNotBefore()) && !now.after(server.getNotAfter());
        return valid ? Optional.empty() : Optional.of("Not now: " + server.getNotAfter());
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("not a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[] {};
    }
}
