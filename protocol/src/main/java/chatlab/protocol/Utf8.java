package chatlab.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 that is taken as it is or not at all.
 *
 * <p>{@code new String(bytes, UTF_8)} and {@code InputStreamReader} turn what they cannot read into U+FFFD without a
 * word; here it is an exception, so that nobody is shown a text that nobody wrote.
 */
public final class Utf8 {
    /** What {@code new String} makes of every byte that it cannot read. */
    private static final char UNREADABLE = '\uFFFD';

    private Utf8() {}

    /** Decodes {@code length} bytes. Throws CharacterCodingException when they are not UTF-8 (RFC 3629). */
    public static String decode(byte[] bytes, int offset, int length) throws CharacterCodingException {
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        return text.indexOf(UNREADABLE) < 0 ? text : decodeStrictly(bytes, offset, length);
    }

    /** Here this character is a mistake, or it was really written. */
    private static String decodeStrictly(byte[] bytes, int offset, int length) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, offset, length))
                .toString();
    }

    public static byte[] encode(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** How many bytes {@code text} has in UTF-8. */
    public static int length(String text) {
        return encode(text).length;
    }
}
