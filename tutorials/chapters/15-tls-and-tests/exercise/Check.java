import static java.nio.charset.StandardCharsets.ISO_8859_1;

import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.Fields;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.MessageDigestSpi;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.FutureTask;

/** Shows certificates to the answer, which keytool has made. Nothing goes over a network. */
public final class Check implements Exercise {
    private static final String PRINT =
            "07:B0:62:62:1F:C6:36:6F:B4:1E:B0:4E:C5:24:00:A8:C7:D5:B8:8E:9C:1B:46:16:1D:3A:EA:92:25:E3:01:92";

    /** The certificates are valid from 2020 to 2119, in 2001, and in 2110. */
    private static final X509Certificate SERVER = certificate("""
            MIIBNTCB3aADAgECAggJhGkRqDOsVzAKBggqhkjOPQQDAjAPMQ0wCwYDVQQDEwRjaGF0MCAXDTIwMDEwMTAwMDAwMFoYDzIx
            MTkxMjA4MDAwMDAwWjAPMQ0wCwYDVQQDEwRjaGF0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAELH4s01PiesY6bQWmyThO
            4IEH2FOOrYV+zDYg0kPLTRsTuZliYnDKNVSuPOhgolOckK3wZKfw5xx2fiRu6pt5cKMhMB8wHQYDVR0OBBYEFCGIpWQToINc
            JzSCyoiy5RhJUbbVMAoGCCqGSM49BAMCA0cAMEQCIAfBgjudZxWpIEEZslVl7bHQ0Yy4O0BtGDuqFD5xmaHVAiAeYL0qbwJ7
            buE357ZENShRCm2D425wQXX70KKdrF7JNQ==
            """);

    private static final X509Certificate EVE = certificate("""
            MIIBNzCB3qADAgECAgkAm3Z6vkgysnYwCgYIKoZIzj0EAwIwDzENMAsGA1UEAxMEY2hhdDAgFw0yMDAxMDEwMDAwMDBaGA8y
            MTE5MTIwODAwMDAwMFowDzENMAsGA1UEAxMEY2hhdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPY/dBWn3JAiBn/Qv3dO
            qxGZknLm4ZQjXoMhAywV/RZjSWeXP/s3kwfSIpaVM9uAuJeyBGZUetScunOYfeOu5JujITAfMB0GA1UdDgQWBBQZxDbKDDnC
            JlrYNH/QlrRxXpmIeTAKBggqhkjOPQQDAgNIADBFAiEA6Loipwm4x5Vk8BhqtPbCEaGkD83mzkeYiUm3KEWce/QCIDwq8NJv
            VBjPrfG/xwnJtp+699B1uKyPi5RhBvozuvD/
            """);

    private static final X509Certificate EXPIRED = certificate("""
            MIIBNDCB3KADAgECAgkA2QQNiwKGleYwCgYIKoZIzj0EAwIwDzENMAsGA1UEAxMEY2hhdDAeFw0wMTAxMDEwMDAwMDBaFw0w
            MjAxMDEwMDAwMDBaMA8xDTALBgNVBAMTBGNoYXQwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARjDXdVFyJxtX4tq5Xw9YE5
            XeKCwj1coTTbAjjAX4TYD/BAeGVgA8rvI68+mJ+2KX8iMEzLWTV8qqUsDSMENdY+oyEwHzAdBgNVHQ4EFgQUsJwdbwafccC0
            XnBTWo/YY9AHkXUwCgYIKoZIzj0EAwIDRwAwRAIgXeENjNTzPNXVtXjbVGd4KBrATwjTAZSxwJGK3/TgSR0CIFXCSEdaBuCe
            5aliSJN3vGkQTT4m0nTVGV+QiAJ47hcu
            """);

    private static final X509Certificate NOT_YET_VALID = certificate("""
            MIIBOTCB4KADAgECAgkA+mIKervbDTMwCgYIKoZIzj0EAwIwDzENMAsGA1UEAxMEY2hhdDAiGA8yMTEwMDEwMTAwMDAwMFoY
            DzIxMTEwMTAxMDAwMDAwWjAPMQ0wCwYDVQQDEwRjaGF0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE1VAIfYT9LZ8t2ckK
            0UItueQOwaXmL6OhcUKNLYkcNG2qiwQfhpkVqDvzngyW7x3mrG5/VSFUftKSfSZCqL9DE6MhMB8wHQYDVR0OBBYEFKiulK9E
            oxU4YZupvIpQMZxeMMjZMAoGCCqGSM49BAMCA0gAMEUCIDFwMj98nYYlBtYi3eMYoIiBJ6wnnST6DHfmWIlVoE1CAiEAzdJ4
            Q/RFCLW4PuQQjVZyzevMQYsG9Pk/mmQMUQdMtUs=
            """);

    @Override
    public void check(Checks checks) throws Exception {
        Security.insertProviderAt(new WatchedProvider(), 1);
        checks.step("shown", Check::shown);
        checks.step("accepts", Check::accepts);
        checks.step("first", Check::first);
        checks.step("digits", Check::digits);
        checks.step("dates", Check::dates);
        checks.step("none", Check::none);
        checks.step("says", Check::says);
        checks.step("clients", Check::clients);
        checks.step("typed", Check::typed);
        checks.step("typo", Check::typo);
        checks.step("threads", Check::threads);
        checks.step("kept", Check::kept);
    }

    private static X509Certificate certificate(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate for these seconds. Its signature is not right any more, and no class looks at it here. */
    private static X509Certificate certificate(Instant from, Instant to) throws CertificateException {
        DateTimeFormatter form = DateTimeFormatter.ofPattern("yyMMddHHmmssX").withZone(ZoneOffset.UTC);
        String bytes = new String(EXPIRED.getEncoded(), ISO_8859_1)
                .replace("010101000000Z", form.format(from))
                .replace("020101000000Z", form.format(to));
        return certificate(Base64.getEncoder().encodeToString(bytes.getBytes(ISO_8859_1)));
    }

    /** An answer that trusts this certificate. What keytool shows is computed here once more. */
    private static OneCertificate trusting(X509Certificate certificate) throws Exception {
        StringBuilder print = new StringBuilder();
        for (byte b : MessageDigest.getInstance("SHA-256", "SUN").digest(certificate.getEncoded())) {
            print.append(print.length() == 0 ? "" : ":").append(String.format(Locale.ROOT, "%02X", b));
        }
        return new OneCertificate(print.toString());
    }

    private static void shown() throws Exception {
        Checks.equal(PRINT, OneCertificate.fingerprint(SERVER));
    }

    private static void accepts() throws Exception {
        OneCertificate answer = trusting(SERVER);
        OneCertificate other = trusting(EVE);
        comesBack(answer, "the right certificate", SERVER);
        comesBack(answer, "the right certificate, and another one behind it", SERVER, EVE);
        comesBack(answer, "the right certificate, and an expired one behind it", SERVER, EXPIRED);
        comesBack(other, "the right certificate, which is another one for this object", EVE);
        Instant now = Instant.now();
        X509Certificate young = certificate(now.minusSeconds(1), now.plusSeconds(3600));
        comesBack(trusting(young), "the right certificate, which is valid since one second", young);
    }

    private static void first() throws Exception {
        OneCertificate answer = trusting(SERVER);
        refuses("first", answer, "another certificate", EVE);
        refuses("first", answer, "another certificate, twice", EVE, EVE);
        refuses("any-in-chain", answer, "another certificate, and the right one behind it", EVE, SERVER);
        refuses("any-in-chain", answer, "two others, and the right one behind them", EVE, EVE, SERVER);
        answer.checkServerTrusted(new X509Certificate[] {SERVER}, "ECDHE_ECDSA");
        refuses("first", answer, "another certificate, after the right one was accepted", EVE);
    }

    private static void digits() throws Exception {
        for (int i = 0; i < 64; i++) {
            Checks.comesTrue(() -> true); // the processor time is counted anew: all of this is long, not endless
            differs(place(i), place(i), 1);
            for (int j = 0; j < i; j++) {
                int difference = digit(place(i)) ^ digit(place(j));
                differs(place(i), place(j), difference == 0 ? 1 : difference); // mostly, they change places
            }
        }
    }

    private static int place(int digit) {
        return digit / 2 * 3 + digit % 2;
    }

    private static int digit(int place) {
        return Character.digit(PRINT.charAt(place), 16);
    }

    /** The digits at these two places, which may be one, were typed with another value. */
    private static void differs(int place, int other, int difference) throws Exception {
        StringBuilder typed = new StringBuilder(PRINT);
        for (int at : new int[] {place, other}) {
            typed.setCharAt(at, "0123456789ABCDEF".charAt(digit(at) ^ difference));
        }
        refuses("digits", new OneCertificate(typed.toString()), PRINT + ", where " + typed + " was typed", SERVER);
    }

    private static void dates() throws Exception {
        refuses("dates", trusting(EXPIRED), "the right certificate, which has expired", EXPIRED);
        refuses("dates", trusting(NOT_YET_VALID), "the right certificate, which is not valid yet", NOT_YET_VALID);
        Instant now = Instant.now();
        X509Certificate old = certificate(now.minusSeconds(3600), now.minusSeconds(1));
        refuses("dates", trusting(old), "the right certificate, which has expired one second ago", old);
        X509Certificate early = certificate(now.plusSeconds(60), now.plusSeconds(3600));
        refuses("dates", trusting(early), "the right certificate, which is not valid before the next minute", early);
    }

    private static void none() throws Exception {
        OneCertificate answer = trusting(SERVER);
        for (X509Certificate[] chain : new X509Certificate[][] {{}, null}) {
            boolean passes = true;
            try {
                answer.checkServerTrusted(chain, "ECDHE_ECDSA");
            } catch (Exception e) {
                passes = false;
            }
            Checks.that(!passes, "an exception for " + (chain == null ? "null" : "an empty chain"), "it comes back");
        }
    }

    private static void says() throws Exception {
        String words = refuses("says", trusting(SERVER), "another certificate", EVE);
        String print = OneCertificate.fingerprint(EVE);
        Checks.that(words != null && words.contains(print), "a message with " + print + " in it", Checks.quoted(words));
    }

    private static void clients() throws Exception {
        for (X509Certificate[] chain : List.of(new X509Certificate[] {SERVER}, new X509Certificate[] {EVE})) {
            try {
                trusting(SERVER).checkClientTrusted(chain, "EC");
            } catch (CertificateException e) {
                continue; // as it should
            }
            throw Checks.wrong("a CertificateException from checkClientTrusted", "it comes back");
        }
    }

    private static void typed() throws Exception {
        for (String print : List.of(PRINT, PRINT.toLowerCase(Locale.ROOT), PRINT.replaceFirst("B0", "b0"))) {
            for (String text : List.of(print, print.replace(":", ""))) {
                for (String typed : List.of(text, " " + text, text + "  ")) {
                    try {
                        comesBack(new OneCertificate(typed), "the right certificate: " + Checks.quoted(typed), SERVER);
                    } catch (IllegalArgumentException e) {
                        throw Checks.wrong("this is a fingerprint: " + Checks.quoted(typed), e);
                    }
                }
            }
        }
    }

    private static void typo() {
        String digits = PRINT.replace(":", "");
        String half = PRINT.substring(0, 59);
        for (String typed : List.of(
                "",
                "  ",
                ":",
                half,
                digits.substring(1),
                digits + "0",
                digits + digits,
                digits.replaceFirst("0", "O"),
                digits.replaceFirst("0", "+"),
                "-" + digits.substring(1),
                digits.substring(2) + "0x",
                PRINT.replace(":", "-"),
                "SHA256: " + PRINT)) {
            try {
                new OneCertificate(typed);
            } catch (IllegalArgumentException e) {
                continue; // as it should
            }
            throw Checks.wrong("an IllegalArgumentException for the text " + Checks.quoted(typed), "none");
        }
    }

    private static void threads() throws Exception {
        Instant now = Instant.now();
        X509Certificate right = certificate(now.minusSeconds(60), now.plusSeconds(3600));
        meet(trusting(right), trusting(right), right, certificate(now.minusSeconds(61), now.plusSeconds(3600)));
        OneCertificate both = trusting(SERVER);
        meet(both, both, SERVER, certificate(now.minusSeconds(62), now.plusSeconds(3600)));
        comeInTurn(trusting(SERVER));
        comeInTurn(trusting(EXPIRED));
    }

    /** While the first thread computes a fingerprint, a second one comes and computes another, and the same. */
    private static void meet(OneCertificate one, OneCertificate two, X509Certificate right, X509Certificate wrong)
            throws Exception {
        FutureTask<String> second =
                new FutureTask<>(() -> verdict(two, wrong) + ", then the right one is " + verdict(two, right));
        WatchedDigest.meanwhile = () -> startAndWait(second);
        String seen = verdict(one, right);
        startAndWait(second); // if it was not asked for a digest at all
        Checks.that(
                "shared-digest",
                !WatchedDigest.shared,
                "two threads use two MessageDigests",
                "both use the same object");
        Checks.equal(
                "the right one is accepted, the other one is refused, then the right one is accepted",
                "the right one is " + seen + ", the other one is " + second.get());
    }

    /** Whichever way a call ends, no other thread is kept waiting afterwards. */
    private static void comeInTurn(OneCertificate answer) {
        for (X509Certificate[] chain : new X509Certificate[][] {{SERVER}, {EVE}, {EXPIRED}, {}, null, {SERVER}}) {
            FutureTask<String> call = new FutureTask<>(() -> {
                try {
                    answer.checkServerTrusted(chain, "ECDHE_ECDSA");
                } finally {
                    answer.checkClientTrusted(new X509Certificate[] {EVE}, "EC");
                }
                return "";
            });
            startAndWait(call);
            Checks.that(
                    call.isDone(),
                    "that a call comes back when the calls of other threads have ended, also with an exception",
                    "that it waits for ever");
        }
    }

    private static void kept() throws Exception {
        OneCertificate answer = trusting(SERVER);
        verdict(answer, SERVER);
        verdict(answer, EVE); // from now on, all that is made only once is there
        Map<String, String> before = Fields.of(answer);
        for (X509Certificate shown : List.of(SERVER, EVE)) {
            verdict(answer, shown);
            Map<String, String> now = Fields.of(answer);
            for (String field : now.keySet()) {
                boolean same = now.get(field).equals(before.get(field));
                Checks.that(same, "a call changes no field", "a call has changed " + field + " to " + now.get(field));
            }
        }
    }

    /** Waits until the task is done, or until it is proven that it cannot end yet. */
    private static void startAndWait(FutureTask<String> task) {
        Thread thread = new Thread(task, "second connection");
        thread.setDaemon(true);
        thread.start();
        try {
            Checks.comesTrue(task::isDone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String verdict(OneCertificate answer, X509Certificate certificate) {
        try {
            answer.checkServerTrusted(new X509Certificate[] {certificate}, "ECDHE_ECDSA");
            return "accepted";
        } catch (CertificateException e) {
            return "refused";
        }
    }

    private static void comesBack(OneCertificate answer, String what, X509Certificate... chain) {
        try {
            answer.checkServerTrusted(chain, "ECDHE_ECDSA");
        } catch (CertificateException e) {
            throw Checks.wrong("checkServerTrusted comes back for " + what, e);
        }
    }

    /** Returns the message of the exception. */
    private static String refuses(String key, OneCertificate answer, String what, X509Certificate... chain) {
        try {
            answer.checkServerTrusted(chain, "ECDHE_ECDSA");
        } catch (CertificateException e) {
            return e.getMessage();
        }
        throw Checks.wrong(key, "a CertificateException for " + what, "checkServerTrusted comes back");
    }

    /** What MessageDigest.getInstance("SHA-256") finds first. */
    private static final class WatchedProvider extends Provider {
        private static final long serialVersionUID = 1;

        WatchedProvider() {
            super("Check", "1", "a SHA-256 that notices a second thread");
            put("MessageDigest.SHA-256", WatchedDigest.class.getName());
        }
    }

    /** SHA-256. Runs something in the middle of a digest, and notices when two threads use the same object. */
    public static final class WatchedDigest extends MessageDigestSpi implements Cloneable {
        private static Runnable meanwhile = () -> {}; // of the first thread that comes
        private static volatile boolean shared;

        private MessageDigest digest;
        private volatile Thread user; // between its first byte and the result

        public WatchedDigest() throws NoSuchAlgorithmException, NoSuchProviderException {
            digest = MessageDigest.getInstance("SHA-256", "SUN");
        }

        private void enter() {
            shared |= user != null && user != Thread.currentThread();
            user = Thread.currentThread();
        }

        @Override
        protected void engineUpdate(byte one) {
            engineUpdate(new byte[] {one}, 0, 1);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) {
            enter();
            digest.update(bytes, offset, length);
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
        }

        @Override
        protected byte[] engineDigest() {
            enter();
            user = null;
            return digest.digest();
        }

        @Override
        protected void engineReset() {
            user = null;
            digest.reset();
        }

        @Override
        public Object clone() throws CloneNotSupportedException {
            WatchedDigest copy = (WatchedDigest) super.clone();
            copy.digest = (MessageDigest) digest.clone();
            return copy;
        }
    }
}
