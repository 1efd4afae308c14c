package chatlab.tutorials;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Replaces other characters by ASCII, for terminals that are not UTF-8. */
final class Ascii {
    private static final Map<Integer, String> LIKE = new HashMap<>();

    static {
        same("-", "─━–—−‐‑═");
        same("|", "│┃║");
        same("+", "┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╭╮╯╰┄┏┓┗┛");
        same("<", "◄◀←");
        same(">", "►▶→");
        same("v", "▼↓");
        same("^", "▲↑");
        same("*", "•·●▪");
        same("\"", "“”„");
        same("'", "‘’‚´");
        same("...", "…");
        same("<->", "↔");
        same("x", "×✗");
        same("ok", "✓✔");
        same("ss", "ß");
        same(" ", "\u00a0\u2009");
    }

    private Ascii() {}

    private static void same(String ascii, String characters) {
        characters.codePoints().forEach(c -> LIKE.put(c, ascii));
    }

    /** Replaces each character by one, as far as possible, so that drawings keep their form. */
    static String of(String text) {
        StringBuilder ascii = new StringBuilder();
        text.codePoints().forEach(c -> ascii.append(c < 128 ? Character.toString(c) : of(c)));
        return ascii.toString();
    }

    private static String of(int c) {
        if (LIKE.containsKey(c)) {
            return LIKE.get(c);
        }
        // an accent is a character of its own in this form, and "e" without it is better than "?"
        String letter = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                .codePoints()
                .filter(part -> part < 128)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return letter.isEmpty() ? "?" : letter;
    }
}
