package chatlab.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A small table of letters that are taken for others, after Unicode's UTS #39 (confusables), cut down to what can stand
 * in a name and is likely in a classroom.
 *
 * <p>It knows no capitals, as names are folded to small letters first: a letter stands here if it or its capital has a
 * twin, and where these differ (Greek ν is like v, its capital like N) the small one counts.
 */
final class LookAlikes {
    /** Each letter of the first of two strings is taken for the letter at the same place in the second. */
    private static final String[] ALPHABETS = {
        "01", "ol", // not I and l, or nobody could be called Nell where there is a Neil
        "абвгеԍһнзӡіјкӏьмпоԁԛрѕтсхуүѵԝѡ", "a6breghh33ijklbmnodqpstcxyyvww", // Cyrillic
        "αβεζηικμνορτυχγωϝϳ", "abezhikmvoptuxywfj", // Greek
        "օսհցգոռքտյզա", "ouhgqnnfsjqw", // Armenian
        "ɑɡɩɪƒʋɣɯȷƽǀƅĸʼ", "agiifuywjslbkʻ", // Latin beyond ASCII
        "ᴀʙᴄᴅᴇɢʜᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdeghjklmnoprstuvwyz", // small capitals
        "カエニロハタトーへ", "力工二口八夕卜一ヘ", // Japanese, whose scripts may be mixed
    };

    private static final Map<Integer, Integer> TABLE = table();

    /** A dot above a letter that has one already cannot be seen. */
    private static final Pattern SECOND_DOT = Pattern.compile("([ij]\\p{M}?)\u0307");

    private LookAlikes() {}

    /** {@code lowerCase}, decomposed, with each look-alike exchanged for what it is taken for. */
    static String fold(String lowerCase) {
        StringBuilder folded = new StringBuilder(lowerCase.length());
        lowerCase.codePoints().map(c -> TABLE.getOrDefault(c, c)).forEach(folded::appendCodePoint);
        return SECOND_DOT.matcher(folded).replaceAll("$1");
    }

    /** Whether this is a decimal digit, or what {@link #fold} makes of one. */
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
