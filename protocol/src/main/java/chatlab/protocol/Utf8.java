package chatlab.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Strict UTF-8: bytes that are not UTF-8 are an error.
 *
 * <p>{@code new String(bytes, UTF_8)} and {@code InputStreamReader} silently turn such bytes into
 * U+FFFD; people would be shown a text that no person wrote.
 */
public final class Utf8 {
    /** {@code new String} puts this in place of bytes that it cannot read. */
    private static final char UNREADABLE = '\uFFFD';

    private Utf8() {}

    /** Decodes {@code length} bytes. Throws CharacterCodingException when they are not UTF-8 (RFC 3629). */
    public static String decode(byte[] bytes, int offset, int length) throws CharacterCodingException {
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        return text.indexOf(UNREADABLE) < 0 ? text : decodeStrictly(bytes, offset, length);
    }

    /** Tells bytes that are not UTF-8 from a U+FFFD that was sent. */
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
