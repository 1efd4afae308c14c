import static java.util.stream.Collectors.joining;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.IntStream;
import javax.net.ssl.X509TrustManager;

/** Trusts one certificate, whose fingerprint a person has typed, and no other. */
public final class OneCertificate implements X509TrustManager {
    /** Computed once for each object that is a certificate (equal ones have equal bytes). */
    private static final Map<X509Certificate, Print> PRINTS = Collections.synchronizedMap(new WeakHashMap<>());

    /** A fingerprint: 32 bytes. */
    private record Print(byte[] bytes) {
        private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

        /** What a person has typed. Colons and blanks may stand anywhere. */
        static Print parse(String typed) {
            int[] digits = typed.chars()
                    .filter(c -> c != ':' && c != ' ')
                    .map(HexFormat::fromHexDigit) // NumberFormatException is an IllegalArgumentException
                    .toArray();
            if (digits.length != 64) {
                throw new IllegalArgumentException(digits.length + " digits");
            }
            byte[] bytes = new byte[32];
            IntStream.range(0, 64).forEach(i -> bytes[i / 2] |= (byte) (digits[i] << 4 * (1 - i % 2)));
            return new Print(bytes);
        }

        static Print of(X509Certificate certificate) throws CertificateException {
            try {
                return new Print(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
            } catch (NoSuchAlgorithmException e) {
                throw new CertificateException(e);
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Print print && MessageDigest.isEqual(bytes, print.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return PAIRS.formatHex(bytes);
        }
    }

    private final Print typed;
    private final Clock clock = Clock.systemUTC();

    public OneCertificate(String fingerprint) {
        typed = Print.parse(fingerprint);
    }

    /** The SHA-256 of the certificate, as keytool shows it. */
    public static String fingerprint(X509Certificate certificate) throws CertificateException {
        return print(certificate).toString();
    }

    private static Print print(X509Certificate certificate) throws CertificateException {
        Print known = PRINTS.get(certificate);
        if (known == null) { // two threads may both compute it, and find the same
            known = Print.of(certificate);
            PRINTS.put(certificate, known);
        }
        return known;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        X509Certificate own = Arrays.stream(chain).findFirst().orElseThrow();
        Optional<String> complaint = complaint(own);
        if (complaint.isPresent()) {
            throw new CertificateException(complaint.get());
        }
    }

    /** All that is wrong with a certificate, in one text. */
    private Optional<String> complaint(X509Certificate own) throws CertificateException {
        Instant now = clock.instant();
        String words = IntStream.range(0, 3)
                .mapToObj(i -> switch (i) {
                    case 0 -> now.isBefore(own.getNotBefore().toInstant()) ? "It is not valid yet." : "";
                    case 1 -> now.isAfter(own.getNotAfter().toInstant()) ? "It has expired." : "";
                    default -> "";
                })
                .filter(text -> !text.isEmpty())
                .collect(joining(" "));
        Print shown = print(own);
        if (!shown.equals(typed)) {
            words = words + " You have typed " + typed + ", and this is " + shown + ".";
        }
        return Optional.of(words).filter(text -> !text.isEmpty());
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        synchronized (this) {
            throw new CertificateException("This is a client.");
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
