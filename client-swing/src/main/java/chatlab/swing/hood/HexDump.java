package chatlab.swing.hood;

import chatlab.protocol.Utf8;

/** The bytes of a line as network tools show them: the offset, the bytes in hex, and the characters. */
final class HexDump {
    private static final int PER_ROW = 16;

    private HexDump() {}

    /** The dump of a text in UTF-8. */
    static String of(String text) {
        byte[] bytes = Utf8.encode(text);
        StringBuilder dump = new StringBuilder();
        for (int from = 0; from < bytes.length; from += PER_ROW) {
            appendRow(dump, bytes, from);
        }
        return dump.toString();
    }

    private static void appendRow(StringBuilder dump, byte[] bytes, int from) {
        StringBuilder characters = new StringBuilder();
        dump.append(String.format("%04X ", from));
        for (int i = from; i < from + PER_ROW; i++) {
            if (i < bytes.length) {
                dump.append(String.format(" %02X", bytes[i]));
                characters.append(isPrintable(bytes[i]) ? (char) bytes[i] : '.');
            } else {
                dump.append("   ");
            }
        }
        dump.append("  ").append(characters).append('\n');
    }

    private static boolean isPrintable(byte b) {
        return b >= ' ' && b <= '~';
    }
}
