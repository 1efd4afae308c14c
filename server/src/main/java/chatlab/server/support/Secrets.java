package chatlab.server.support;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/** Makes tokens that cannot be guessed, and compares secrets. */
public final class Secrets {
    /** Without characters that look alike. There are 32, which divides 256, so each is equally likely. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private Secrets() {}

    public static String random(int length) {
        byte[] random = new byte[length];
        new SecureRandom().nextBytes(random); // one call costs less than many
        StringBuilder text = new StringBuilder(length);
        for (byte b : random) {
            text.append(ALPHABET.charAt(Byte.toUnsignedInt(b) % ALPHABET.length()));
        }
        return text.toString();
    }

    /** Takes the same time for every wrong guess, so the time tells nothing about the secret. */
    public static boolean areSame(String secret, String guess) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), guess.getBytes(StandardCharsets.UTF_8));
    }
}
