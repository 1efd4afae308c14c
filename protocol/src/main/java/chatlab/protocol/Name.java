package chatlab.protocol;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name of a person or a room that has passed the rules.
 *
 * @param shown what people see, in Unicode's normal form NFC
 * @param key what is compared: two names with the same key are taken for each other by a reader, so only one of them
 *     may be in use
 */
public record Name(String shown, String key) {
    /** Code points that a name may have. */
    public static final int MAX_LENGTH = 20;

    private static final int MARKS_ON_A_BASE = 2;

    /** Who bore one of these could speak as the server, or as somebody who runs it. */
    private static final Set<String> RESERVED = Stream.of(
                    "server", "you", "chatlab", "system", "admin", "instructor", "teacher")
            .map(word -> strokes(keyOf(word)))
            .collect(Collectors.toUnmodifiableSet());

    private static final String GUEST = "guest";

    /** Up to the IPA Extensions, some of which languages have taken up; farther on are those with several accents. */
    private static final int LAST_OF_FIRST_LATIN_BLOCKS = 0x02AF;

    /**
     * The scripts that people write today in daily life (UAX #31, table 5). The others are full of twins: Lisu, to name
     * one, is Latin capitals turned about.
     */
    private static final Set<UnicodeScript> IN_USE = Stream.of(("ARABIC ARMENIAN BENGALI BOPOMOFO CYRILLIC DEVANAGARI"
                            + " ETHIOPIC GEORGIAN GREEK GUJARATI GURMUKHI HAN HANGUL HEBREW HIRAGANA KANNADA KATAKANA"
                            + " KHMER LAO LATIN MALAYALAM MYANMAR ORIYA SINHALA TAMIL TELUGU THAANA THAI TIBETAN")
                    .split(" "))
            .map(UnicodeScript::forName)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<UnicodeScript> JAPANESE =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
    private static final Set<UnicodeScript> KOREAN = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL);

    /** The name of a person, as somebody typed it. */
    public static Name ofPerson(String typed) throws BadNameException {
        Name name = check(typed);
        if (!Character.isLetter(name.shown.codePointAt(0))) {
            throw new BadNameException(BadNameException.Reason.FIRST);
        }
        String bare = name.shown.replaceAll("[-_.]", ""); // server., or guest-1
        if (isReserved(keyOf(bare))) {
            throw new BadNameException(BadNameException.Reason.RESERVED);
        }
        return name;
    }

    /** The name of a room, as somebody typed it; it may start with a digit. */
    public static Name ofRoom(String typed) throws BadNameException {
        Name name = check(typed);
        if (!Character.isLetterOrDigit(name.shown.codePointAt(0))) {
            throw new BadNameException(BadNameException.Reason.FIRST);
        }
        return name;
    }

    /** The name that the server gives to its nth guest. Nobody can choose it. */
    public static Name guest(int n) {
        String shown = GUEST + n;
        return new Name(shown, keyOf(shown));
    }

    /**
     * The key under which {@code typed} would be compared, be it a possible name or not. It is made in the decomposed form,
     * because a letter with an accent has the same twin as the letter without.
     */
    public static String keyOf(String typed) {
        return LookAlikes.fold(foldCase(Normalizer.normalize(typed, Normalizer.Form.NFKD)));
    }

    @Override
    public String toString() {
        return shown;
    }

    /**
     * What is shown and what is compared must both obey: NFKC turns more than a hundred single characters into text with
     * a space, a colon or an angle bracket in it.
     */
    private static Name check(String typed) throws BadNameException {
        String shown = Normalizer.normalize(typed, Normalizer.Form.NFC);
        checkCharacters(shown);
        String compared = Normalizer.normalize(shown, Normalizer.Form.NFKC);
        checkCharacters(compared);
        checkScripts(compared);
        return new Name(shown, keyOf(shown));
    }

    private static void checkCharacters(String name) throws BadNameException {
        if (name.isEmpty()) {
            throw new BadNameException(BadNameException.Reason.EMPTY);
        }
        if (name.codePointCount(0, name.length()) > MAX_LENGTH) {
            throw new BadNameException(BadNameException.Reason.LENGTH);
        }
        int marks = 0;
        for (int c : name.codePoints().toArray()) {
            marks = Text.isMark(c) ? marks + 1 : 0;
            if (marks > MARKS_ON_A_BASE) {
                throw new BadNameException(BadNameException.Reason.MARKS);
            }
            boolean fits = Character.isLetter(c)
                    || Text.isMark(c)
                    || Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                    || c == '-'
                    || c == '_'
                    || c == '.';
            if (!fits || isInvisible(c)) {
                throw new BadNameException(BadNameException.Reason.CHARACTER);
            }
        }
    }

    /** Letters and marks that are drawn as nothing: Unicode's Default_Ignorable_Code_Point, as far as it reaches here. */
    private static boolean isInvisible(int c) {
        return c == 0x034F // combining grapheme joiner
                || c == 0x115F
                || c == 0x1160 // Hangul fillers, which are letters
                || c == 0x3164
                || c == 0xFFA0
                || c == 0x17B4
                || c == 0x17B5 // Khmer inherent vowels
                || (c >= 0x180B && c <= 0x180F) // Mongolian variation selectors
                || (c >= 0xFE00 && c <= 0xFE0F) // variation selectors
                || (c >= 0xE0100 && c <= 0xE01EF);
    }

    /** One script for the whole name, so that no letter of it can be exchanged for its twin of another script. */
    private static void checkScripts(String name) throws BadNameException {
        EnumSet<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        name.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        boolean mixture = scripts.size() > 1 && !JAPANESE.containsAll(scripts) && !KOREAN.containsAll(scripts);
        if (mixture || !IN_USE.containsAll(scripts) || name.codePoints().anyMatch(Name::isUnfamiliar)) {
            throw new BadNameException(BadNameException.Reason.SCRIPTS);
        }
    }

    /** Letters that hardly any alphabet has, but that look like those that it has. */
    private static boolean isUnfamiliar(int c) {
        boolean modifier = Character.getType(c) == Character.MODIFIER_LETTER;
        return switch (UnicodeScript.of(c)) {
            case LATIN -> c > LAST_OF_FIRST_LATIN_BLOCKS && !(c >= 0x1E00 && c <= 0x1EFF);
            // but what makes a vowel of Katakana long, and what is a letter in Hawaiian, Uzbek or Breton
            case COMMON -> modifier && c != 0x30FC && c != 0x02BB && c != 0x02BC;
            default -> false;
        };
    }

    /** Stricter than for two people: nobody needs a name that looks like one of these. */
    private static boolean isReserved(String key) {
        String strokes = strokes(key);
        String guest = strokes(keyOf(GUEST));
        String withoutNumber = strokes.replaceAll("[ol\\p{Nd}]+$", ""); // teacher1
        return RESERVED.contains(strokes)
                || (withoutNumber.length() > "you".length() && RESERVED.contains(withoutNumber))
                || (strokes.startsWith(guest)
                        && strokes.length() > guest.length()
                        && strokes.substring(guest.length()).chars().allMatch(LookAlikes::isFoldedDigit));
    }

    /** A capital I, a small l and the digit 1 are one and the same stroke. */
    private static String strokes(String key) {
        return key.replace('i', 'l');
    }

    /** By way of the capitals, because some letters (ß, ς) meet their like only there; and one of those (ẞ) from below. */
    private static String foldCase(String text) {
        return text.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
