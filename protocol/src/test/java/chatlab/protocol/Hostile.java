package chatlab.protocol;

import java.util.List;
import java.util.Random;

/** Makes random hostile texts. The same seed makes the same texts, so a failure can be repeated. */
final class Hostile {
    /** Pieces that are dangerous for line ends, terminals, the direction of writing, normal forms and this protocol. */
    private static final List<String> PIECES = List.of(
            "a",
            "B",
            "ada",
            " ",
            "  ",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "\0",
            "\u0007",
            "\u001b[2J",
            "\u001b]0;x\u0007",
            "\u007f",
            "\u0085",
            "\u009b31m",
            "\u00a0",
            "\u00ad",
            "\u034f",
            "\u061c",
            "\u115f",
            "\u200b",
            "\u200d",
            "\u200e",
            "\u200f",
            "\u2028",
            "\u2029",
            "\u202a",
            "\u202e",
            "\u2066",
            "\u2069",
            "\u2100",
            "\u3000",
            "\u3164",
            "\ufdfa",
            "\ufeff",
            "\uffa0",
            "\ufe0f",
            "\uD83D\uDE00",
            "\uDB40\uDC41",
            "\uD800",
            "\uDC00",
            "\u0301",
            "\u0301\u0301\u0301\u0301\u0301",
            "\u20dd",
            "\u0430",
            "\u03b1",
            "\u00df",
            "\u1e9e",
            "\u0130",
            "\u0131",
            "\u6f22",
            "\u304b",
            "\uac00",
            "0",
            "9",
            "-",
            "_",
            ".",
            "..",
            "/",
            "//",
            "/say ",
            "/quit",
            "/proto 1 ",
            "@",
            "@t1 ",
            "*",
            "* ",
            "! ",
            "<",
            "<bob> ",
            ">",
            ":",
            " :",
            "=",
            "MSG ",
            "room=lobby ",
            "from=server ",
            "id=1 ",
            "id=99999999999999999999 ",
            "at=2026-11-20T10:00:00.000Z ",
            "at=+999999999-01-01T00:00:00Z ",
            "part=9/2 ",
            "code=quit ",
            "HELLO ",
            "WHO ",
            "<html>",
            "{0}",
            "'",
            "%n",
            "\\");

    private final Random random;

    Hostile(long seed) {
        this.random = new Random(seed);
    }

    /** Some pieces, and sometimes random code points, lone surrogates among them. */
    String text() {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(12);
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(4) == 0) {
                text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x300 : 0x110000));
            } else {
                text.append(oneOf(PIECES));
            }
        }
        return text.toString();
    }

    /** Random bytes, line ends among them. */
    byte[] bytes(int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            if (random.nextInt(30) == 0) {
                bytes[i] = '\n';
            }
        }
        return bytes;
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
