import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Looks for a line from which clean() lets something through that it has promised to take out. */
public class Fuzz {
    private static final List<String> BY_HAND = List.of(
            "",
            "hello",
            " a  b ",
            "\u20ac \u00e4 \ud83d\ude00",
            "/nick",
            "\t",
            "a\rb",
            "\u0000",
            "bell\u0007",
            "\u001b[31mred");

    /** What chapter 8 does, with a small mistake. */
    static String clean(String line) {
        return line.replaceAll("[\\p{Cntrl}\\u2028\\u2029&&[^\\t]]", " ");
    }

    public static void main(String[] args) {
        long broken =
                BY_HAND.stream().filter(line -> complaint(line).isPresent()).count();
        System.out.println("by hand: " + BY_HAND.size() + " lines, and " + broken + " break the promise");
        int seed = 1;
        while (complaint(junk(seed)).isEmpty()) {
            seed++;
        }
        System.out.println("from seeds: 1 to " + (seed - 1) + " keep the promise");
        for (int run = 1; run <= 2; run++) {
            System.out.println("seed " + seed + ": " + complaint(junk(seed)).orElse("keeps the promise"));
        }
    }

    // begin fuzz
    /** A line of up to 20 characters. Most of them are from the corners in which mistakes hide. */
    private static String junk(long seed) {
        Random random = new Random(seed);
        StringBuilder line = new StringBuilder();
        for (int length = random.nextInt(21); length > 0; length--) {
            int highest = List.of(0x20, 0x7f, 0x7f, 0x3000, 0x10000).get(random.nextInt(5));
            line.append((char) random.nextInt(highest));
        }
        return line.toString();
    }

    /** The promise: as long as before, no control character but the tab, and what was clean stays as it was. */
    private static Optional<String> complaint(String line) {
        String clean = clean(line);
        for (int i = 0; i < line.length(); i++) {
            char before = line.charAt(i);
            boolean bad = Character.isISOControl(before) && before != '\t' || before == '\u2028' || before == '\u2029';
            if (clean.length() != line.length() || clean.charAt(i) != (bad ? ' ' : before)) {
                return Optional.of(String.format("character %d, U+%04X, is still there", i, (int) clean.charAt(i)));
            }
        }
        return Optional.empty();
    }
    // end fuzz
}
