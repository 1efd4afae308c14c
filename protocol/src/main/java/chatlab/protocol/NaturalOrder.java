package chatlab.protocol;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/**
 * Puts names in the order in which people look for them: letters as the language sorts them, neither case nor accents
 * first, and numbers by their value, so swarm2 comes before swarm10. Two different texts are never equal. For any thread.
 */
public final class NaturalOrder implements Comparator<String> {
    private final Locale locale;

    /** Null before the first comparison: their tables take long to build, and a client that starts needs none. */
    private volatile Collators collators;

    /** {@code letters} ignores accents and case; {@code details} compares them. */
    private record Collators(Collator letters, Collator details) {}

    /** In the language of this computer. */
    public NaturalOrder() {
        this(Locale.getDefault());
    }

    public NaturalOrder(Locale locale) {
        this.locale = locale;
    }

    private Collators collators() {
        if (collators == null) { // two threads may both build some: these are equal
            collators = new Collators(collator(Collator.PRIMARY), collator(Collator.TERTIARY));
        }
        return collators;
    }

    private Collator collator(int strength) {
        Collator collator = Collator.getInstance(locale);
        collator.setStrength(strength);
        return collator;
    }

    @Override
    public int compare(String a, String b) {
        int order = compareParts(a, b);
        if (order == 0) {
            order = collators().details.compare(a, b);
        }
        return order == 0 ? a.compareTo(b) : order;
    }

    /** Numbers come before letters, and less before more of the same. */
    private int compareParts(String a, String b) {
        int i = 0;
        int j = 0;
        int order = 0;
        while (order == 0 && i < a.length() && j < b.length()) {
            boolean numbers = isDigitAt(a, i);
            if (numbers != isDigitAt(b, j)) {
                return numbers ? -1 : 1;
            }
            int endOfA = endOfPart(a, i);
            int endOfB = endOfPart(b, j);
            String partOfA = a.substring(i, endOfA);
            String partOfB = b.substring(j, endOfB);
            order = numbers
                    ? compareNumbers(partOfA, partOfB)
                    : collators().letters.compare(partOfA, partOfB);
            i = endOfA;
            j = endOfB;
        }
        return order == 0 ? Boolean.compare(i < a.length(), j < b.length()) : order;
    }

    /** They may be too long for any number type, and of any script. */
    private static int compareNumbers(String a, String b) {
        int[] digitsOfA = digits(a);
        int[] digitsOfB = digits(b);
        int order = Integer.compare(digitsOfA.length, digitsOfB.length);
        for (int i = 0; order == 0 && i < digitsOfA.length; i++) {
            order = Integer.compare(digitsOfA[i], digitsOfB[i]);
        }
        return order;
    }

    /** Without the zeros before the number. */
    private static int[] digits(String number) {
        return number.codePoints()
                .map(c -> Character.digit(c, 10))
                .dropWhile(digit -> digit == 0)
                .toArray();
    }

    private static int endOfPart(String text, int start) {
        boolean number = isDigitAt(text, start);
        int end = start;
        while (end < text.length() && isDigitAt(text, end) == number) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isDigitAt(String text, int index) {
        return Character.isDigit(text.codePointAt(index));
    }
}
