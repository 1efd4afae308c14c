package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks a text that is to be shown, with a list of dangerous characters that is independent of the one in the sources. */
final class Harmless {
    private Harmless() {}

    static void assertHarmless(String line) {
        line.codePoints()
                .forEach(c -> assertThat(isDangerous(c))
                        .as("U+%04X in \"%s\"", c, line)
                        .isFalse());
    }

    private static boolean isDangerous(int c) {
        int type = Character.getType(c);
        byte direction = Character.getDirectionality(c);
        return type == Character.CONTROL && c != '\t'
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || c >> 8 == 0xE00 // tag characters
                || direction >= Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING
                        && direction <= Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT
                || direction >= Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C;
    }
}
