package chatlab.swing.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds addresses of web pages in a text: http and https only. */
final class LinkFinder {
    /** The place of an address in the text: from {@code start}, up to but not including {@code end}. */
    record Span(int start, int end) {}

    /** An address ends at a blank, at an angle bracket or a quotation mark, and at an invisible character. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\p{L}\\p{N}])https?://[\\p{L}\\p{N}\\[][^\\s\\p{Z}\\p{Cc}\\p{Cf}<>\"]*", Pattern.CASE_INSENSITIVE);

    private static final String NEVER_LAST = ".,;:!?'\u2019\u201D\u00BB\u2026*_";

    private LinkFinder() {}

    static List<Span> find(String text) {
        List<Span> links = new ArrayList<>();
        if (!text.toLowerCase(Locale.ROOT).contains("http")) {
            return links; // most texts
        }
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            links.add(new Span(matcher.start(), endOf(text, matcher.start(), matcher.end())));
        }
        return links;
    }

    /** Punctuation at the end belongs to the sentence, and so does a bracket that was opened before the address. */
    private static int endOf(String text, int start, int end) {
        int last = end - 1;
        while (NEVER_LAST.indexOf(text.charAt(last)) >= 0
                || isUnopened('(', ')', text, start, last)
                || isUnopened('[', ']', text, start, last)) {
            last--;
        }
        return last + 1;
    }

    private static boolean isUnopened(char opens, char closes, String text, int start, int last) {
        if (text.charAt(last) != closes) {
            return false;
        }
        int open = 0;
        for (int i = start; i <= last; i++) {
            open += text.charAt(i) == opens ? 1 : text.charAt(i) == closes ? -1 : 0;
        }
        return open < 0;
    }
}
