package chatlab.protocol;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name of a person or a room that obeys the rules for names. Immutable.
 *
 * @param shown the name as people see it, in Unicode's normal form NFC
 * @param key the name as it is compared: without case, and with each look-alike letter replaced by the letter that it
 *     looks like
 * @param look how the name looks to a reader at a glance: {@code Torn} looks like {@code Tom}, {@code BiII} like
 *     {@code Bill}, {@code Alice_} like {@code Alice}
 */
public record Name(String shown, String key, String look) {
    /** The most code points of a name. */
    public static final int MAX_LENGTH = 20;

    private static final int MARKS_ON_A_BASE = 2;

    private static final String SEPARATORS = "[-_.]+";
    private static final String GUEST = "guest";
    private static final Pattern GUEST_NAME = Pattern.compile(GUEST + "[1-9]\\d{0,8}");
    private static final String SERVER = "server";

    /** With one of these names, a person could pose as the server or as the instructor. */
    private static final Set<String> RESERVED = Stream.of(SERVER, "chatlab", "system", "admin", "instructor", "teacher")
            .map(Name::strokes)
            .collect(Collectors.toUnmodifiableSet());

    /** Reserved only as the whole name: Korean names have this word as a part. */
    private static final String YOU = strokes("you");

    /** The last of the IPA Extensions, some of which alphabets use. Later blocks have letters with several accents. */
    private static final int LAST_OF_FIRST_LATIN_BLOCKS = 0x02AF;

    /**
     * The scripts in everyday use (UAX #31, table 5). The other scripts are full of look-alikes: the letters of Lisu, for example,
     * are turned Latin capitals.
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

    /** The name of a person, from what was typed. */
    public static Name ofPerson(String typed) throws BadNameException {
        Name name = check(typed);
        if (!Character.isLetter(name.shown.codePointAt(0))) {
            throw new BadNameException(BadNameException.Reason.FIRST);
        }
        if (isReserved(name.shown)) {
            throw new BadNameException(BadNameException.Reason.RESERVED);
        }
        return name;
    }

    /** The name of a room, from what was typed. It may start with a digit. */
    public static Name ofRoom(String typed) throws BadNameException {
        Name name = check(typed);
        if (!Character.isLetterOrDigit(name.shown.codePointAt(0))) {
            throw new BadNameException(BadNameException.Reason.FIRST);
        }
        return name;
    }

    /** The name that the server gives to its nth guest. A person cannot choose it. */
    public static Name guest(int n) {
        String shown = GUEST + n;
        return new Name(shown, keyOf(shown), lookOf(shown));
    }

    /** The number of the guest to which the server gives this name; 0 for a name of another form. */
    public static int guestNumber(String shown) {
        return GUEST_NAME.matcher(shown).matches() ? Integer.parseInt(shown.substring(GUEST.length())) : 0;
    }

    /** The name under which the server itself speaks. A person cannot choose it. */
    public static Name server() {
        return new Name(SERVER, keyOf(SERVER), lookOf(SERVER));
    }

    /** The name of the room that each person enters first. */
    public static Name lobby() {
        return new Name(Chat1.LOBBY, keyOf(Chat1.LOBBY), lookOf(Chat1.LOBBY));
    }

    /**
     * Whether a reader may take this name for {@code other}; then only one of the two may be in use. True for a name and itself.
     */
    public boolean isTakenFor(Name other) {
        return key.equals(other.key) || look.equals(other.look);
    }

    /**
     * The key under which {@code typed} is compared, whether it is a possible name or not. It is made of the decomposed form,
     * because a letter with an accent has the same twin as the letter without.
     */
    public static String keyOf(String typed) {
        return LookAlikes.fold(foldCase(Normalizer.normalize(typed, Normalizer.Form.NFKD)));
    }

    private static String lookOf(String shown) {
        String unlike = LookAlikes.asAtAGlance(Normalizer.normalize(shown, Normalizer.Form.NFKD));
        return LookAlikes.fold(foldCase(unlike))
                .replace("vv", "w")
                .replaceAll(SEPARATORS, "-")
                .replaceFirst("-$", "");
    }

    @Override
    public String toString() {
        return shown;
    }

    /**
     * The shown and the compared form must both obey the rules: NFKC turns more than a hundred single characters into text
     * with a space, a colon or an angle bracket in it.
     */
    private static Name check(String typed) throws BadNameException {
        String shown = Normalizer.normalize(typed, Normalizer.Form.NFC);
        checkCharacters(shown);
        String compared = Normalizer.normalize(shown, Normalizer.Form.NFKC);
        checkCharacters(compared);
        checkScripts(compared);
        return new Name(shown, keyOf(shown), lookOf(shown));
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

    /** Letters and marks that are invisible: the letters and marks of Unicode's Default_Ignorable_Code_Point. */
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

    /** The whole name is in one script, so that no letter of it can be replaced by its twin of another script. */
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

    /** Letters that hardly any alphabet has, and that look like common letters. */
    private static boolean isUnfamiliar(int c) {
        boolean modifier = Character.getType(c) == Character.MODIFIER_LETTER;
        return switch (UnicodeScript.of(c)) {
            case LATIN -> c > LAST_OF_FIRST_LATIN_BLOCKS && !(c >= 0x1E00 && c <= 0x1EFF);
            // except the sign for a long vowel in Katakana, and letters of Hawaiian, Uzbek and Breton
            case COMMON -> modifier && c != 0x30FC && c != 0x02BB && c != 0x02BC;
            default -> false;
        };
    }

    /** Stricter than between two people: a name that only resembles a reserved word, or has it as a part, is refused, too. */
    private static boolean isReserved(String shown) {
        String whole = strokes(shown.replaceAll(SEPARATORS, "")); // server., or guest-1
        return whole.equals(YOU)
                || isGuest(whole)
                || isReservedWord(whole)
                || Stream.of(shown.split(SEPARATORS)).map(Name::strokes).anyMatch(Name::isReservedWord); // Mr.Teacher
    }

    private static boolean isReservedWord(String strokes) {
        String withoutNumber = strokes.replaceFirst("[ol\\p{Nd}]+$", ""); // teacher1
        return Stream.of(strokes, withoutNumber, letters(strokes), letters(withoutNumber))
                .anyMatch(RESERVED::contains);
    }

    private static boolean isGuest(String strokes) {
        String guest = strokes(GUEST);
        return strokes.startsWith(guest)
                && strokes.length() > guest.length()
                && strokes.substring(guest.length()).chars().allMatch(LookAlikes::isFoldedDigit);
    }

    /** Capital I, small l and the digit 1 become the same letter; marks are removed. */
    private static String strokes(String text) {
        return keyOf(text).replace('i', 'l').replaceAll("\\p{M}", "");
    }

    /** Replaces digits that stand for letters (s3rver) by these letters. */
    private static String letters(String strokes) {
        return strokes.replace('3', 'e').replace('4', 'a').replace('5', 's').replace('7', 't');
    }

    /** Goes by way of the capitals, because ß and ss, ς and σ, are equal only as capitals; the first step is for the capital ẞ. */
    private static String foldCase(String text) {
        return text.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
