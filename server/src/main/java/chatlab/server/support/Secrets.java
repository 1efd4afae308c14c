package chatlab.server.support;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/** Makes tokens that nobody can guess, and compares what is secret. */
public final class Secrets {
    /** Characters that can be told apart when they are read aloud: 32, which divides 256, so each is equally likely. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private Secrets() {}

    public static String random(int length) {
        byte[] random = new byte[length];
        new SecureRandom().nextBytes(random); // all at once, which costs less than one by one
        StringBuilder text = new StringBuilder(length);
        for (byte b : random) {
            text.append(ALPHABET.charAt(Byte.toUnsignedInt(b) % ALPHABET.length()));
        }
        return text.toString();
    }

    /** Takes the same time for every wrong guess, so that none can be found bit by bit. */
    public static boolean areSame(String secret, String guess) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), guess.getBytes(StandardCharsets.UTF_8));
    }
}
