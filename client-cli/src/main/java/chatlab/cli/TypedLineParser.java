package chatlab.cli;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Cuts a line at its blanks. JLine's own parser is one for shells: it would ask for the end of every apostrophe. */
final class TypedLineParser implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        int start = Math.max(line.lastIndexOf(' ', cursor - 1), line.lastIndexOf('\n', cursor - 1)) + 1;
        String word = line.substring(start, cursor);
        boolean first = start == 0;
        return new Typed(line, cursor, word, first ? List.of(word) : List.of(line.substring(0, start), word));
    }

    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }

    private record Typed(String line, int cursor, String word, List<String> words) implements CompletingParsedLine {
        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return words.size() - 1;
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate; // nothing has a special meaning
        }

        @Override
        public int rawWordCursor() {
            return word.length();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }
    }
}
