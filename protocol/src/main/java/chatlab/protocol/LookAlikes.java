package chatlab.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Letters that readers take for other letters, after Unicode's UTS #39 (confusables), without the letters that a name cannot
 * have or that are unlikely in a classroom.
 *
 * <p>The table has no capitals, since names are folded to small letters first. A letter is in it if the letter or its capital has a
 * twin. Where the two have different twins (Greek ν is like v, its capital like N), the small letter's twin counts.
 */
final class LookAlikes {
    /** Of two strings, each letter of the first is taken for the letter at the same place in the second. */
    private static final String[] ALPHABETS = {
        "01", "ol", // not I and l, or nobody could be called Nell where there is a Neil
        "абвгеԍһнзӡіјкӏьмпоԁԛрѕтсхуүѵԝѡәөѳӕєԑфѱл", "a6breghh33ijklbmnodqpstcxyyvwwəɵɵæɛɛφψλ", // Cyrillic
        "αβεζηικμνορτυχγωϝϳπθϸ", "abezhikmvoptuxywfjnɵþ", // Greek
        "օսհցգոռքտյզալ", "ouhgqnnfsjqwl", // Armenian
        "ɑɡɩɪƒʋɣɯȷƽǀƅĸʼƿʒȝɜǝðɖɸƨȣ", "agiifuywjslbkʻp333əđđφ28", // Latin beyond ASCII
        "ᴀʙᴄᴅᴇɢʜᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdeghjklmnoprstuvwyz", // small capitals
        "ჿסഠଠဝዐ", "oooooo", // Georgian, Hebrew, Malayalam, Oriya, Burmese, Ethiopic
        "०০੦૦୦௦౦೦൦๐໐၀٥", "ooooooooooooo", // round digits
        "৪੪৭੧୨൭", "889999", // digits that look like others
        "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤o٦٧٨٩", // the two rows of Arabic digits
        "یىکڪہھەٱۃڧ", "ييككهههاةف", // Arabic, letters of its languages
        "ਸਟਠ", "मटठ", // Gurmukhi and Devanagari
        "అఆఇఒఓఔజఞణయరఱల\u0c02౧౨౯", "ಅಆಇಒಓಔಜಞಣಯರಱಲ\u0c82೧೨೯", // Telugu and Kannada
        "௧௪௭௮௨ഉജണഴശ൯൪", "கசஎஅஉஉஜணழஶൻർ", // Tamil and Malayalam
        "ຈບປຝພຟຍฃๅ", "จบปฝพฟยขา", // Lao and Thai
        "ཪၥឣ", "ར၁អ", // Tibetan, Burmese, Khmer
        "カエニロハタトーへり囗", "力工二口八夕卜一ヘリ口", // Japanese, whose scripts may be mixed
        "內吕戶户靑淸黃黑眞髙﨑𠮷產說步吳曰士", "内呂戸戸青清黄黒真高崎吉産説歩呉日土", // Han, forms of one character
        "郞鎭倂值啟硏絕塡晚隸", "郎鎮併値啓研絶填晩隷", // and more of them
        // marks: caron and breve, comma or ogonek and cedilla, the Greek circumflex and the tilde, two circumflexes
        "\u030c\u0326\u0328\u0342\u0311", "\u0306\u0327\u0327\u0303\u0302",
    };

    /** Of two sequences, the first is taken for the second. */
    private static final String[] SEQUENCES = {
        "เเ", "แ", // Thai
        "ເເ", "ແ", // Lao
        "װ", "וו", "ױ", "וי", "ײ", "יי", // Yiddish
        "अा", "आ", "अो", "ओ", "अौ", "औ", "एे", "ऐ", "अॉ", "ऑ", // Devanagari
        "অা", "আ", "ਅਾ", "ਆ", "અા", "આ", "ଅା", "ଆ", "අා", "ආ", // Bengali to Sinhala
        "ஒள", "ஔ", // Tamil
        "ഇൗ", "ഈ", "എെ", "ഐ", "ഒാ", "ഓ", "ഒൗ", "ഔ", // Malayalam
    };

    private static final Map<Integer, Integer> TABLE = table();

    /** A dot above a letter that has one already cannot be seen. */
    private static final Pattern SECOND_DOT = Pattern.compile("([ij]\\p{M}?)\u0307");

    private static final Pattern FIRST_STROKE = Pattern.compile("(?<![\\p{L}\\p{M}\\p{Nd}])[Il1]");

    /**
     * Strokes through a letter, and the points for vowels, which most people leave out when they write Arabic or Hebrew.
     * The hamza of a letter counts as a point.
     */
    private static final Pattern HARDLY_SEEN =
            Pattern.compile("[\u0334-\u0338\u20d2\u20d3\u20d8-\u20da\u20e5\u20e6\u20ea\u20eb"
                    + "\u05b0-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0654\u0655\u0670]");

    private LookAlikes() {}

    /** {@code lowerCase}, decomposed, with each look-alike replaced by the letter that it is taken for. */
    static String fold(String lowerCase) {
        StringBuilder letters = new StringBuilder(lowerCase.length());
        lowerCase.codePoints().map(c -> TABLE.getOrDefault(c, c)).forEach(letters::appendCodePoint);
        String folded = SECOND_DOT.matcher(letters).replaceAll("$1");
        folded = HARDLY_SEEN.matcher(folded).replaceAll("");
        for (int i = 0; i < SEQUENCES.length; i += 2) {
            folded = folded.replace(SEQUENCES[i], SEQUENCES[i + 1]);
        }
        return folded;
    }

    /**
     * Replaces in {@code text}, which is decomposed and has its capitals, the Latin letters that are misread at a glance: rn looks like m,
     * and a capital I among small letters like l. At the beginning of a word a capital I looks like a small l, but not like a
     * capital L: Ian and Lan may both be in use.
     */
    static String asAtAGlance(String text) {
        boolean hasSmallLetters = text.codePoints().anyMatch(Character::isLowerCase);
        if (!hasSmallLetters) {
            return text;
        }
        String strokes = FIRST_STROKE.matcher(text).replaceAll("|");
        return strokes.replace('I', 'l').replace("rn", "m");
    }

    /** Whether this is a decimal digit, or a letter that {@link #fold} puts in place of a digit. */
    static boolean isFoldedDigit(int c) {
        return Character.isDigit(c) || c == 'o' || c == 'l';
    }

    private static Map<Integer, Integer> table() {
        Map<Integer, Integer> table = new HashMap<>();
        for (int i = 0; i < ALPHABETS.length; i += 2) {
            int[] letters = ALPHABETS[i].codePoints().toArray();
            int[] twins = ALPHABETS[i + 1].codePoints().toArray();
            for (int j = 0; j < letters.length; j++) {
                table.put(letters[j], twins[j]);
            }
        }
        return table;
    }
}
