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
    private Utf8() {}

    /** Decodes {@code length} bytes. Throws CharacterCodingException when they are not UTF-8 (RFC 3629). */
    public static String decode(byte[] bytes, int offset, int length) throws CharacterCodingException {
        if (isAscii(bytes, offset, length)) {
            return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        }
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

    private static boolean isAscii(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
