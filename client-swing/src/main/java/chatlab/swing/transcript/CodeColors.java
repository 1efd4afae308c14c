package chatlab.swing.transcript;

import chatlab.swing.transcript.Paragraph.Run;
import chatlab.swing.transcript.Paragraph.Style;
import java.util.ArrayList;
import java.util.List;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.fife.ui.rsyntaxtextarea.modes.JavaTokenMaker;

/** Cuts pasted lines into runs: the keywords, literals and comments of Java each have a style. */
final class CodeColors {
    private CodeColors() {}

    /** The runs of each line. A paste in which no line ends like one of Java is one run a line: it may be a log. */
    static List<List<Run>> of(List<String> lines) {
        if (lines.stream().noneMatch(line -> line.matches(".*[;{}]\\s*(//.*)?"))) {
            return lines.stream()
                    .map(line -> List.of(new Run(Style.CODE, line)))
                    .toList();
        }
        TokenMaker java = new JavaTokenMaker();
        List<List<Run>> colored = new ArrayList<>();
        int inside = TokenTypes.NULL; // or the comment or the text block that the line before has left open
        for (String line : lines) {
            Segment text = new Segment(line.toCharArray(), 0, line.length());
            colored.add(runs(line, java.getTokenList(text, inside, 0)));
            inside = java.getLastTokenTypeOnLine(text, inside);
        }
        return colored;
    }

    /** Tokens of one style that follow each other are one run. */
    private static List<Run> runs(String line, Token first) {
        List<Run> runs = new ArrayList<>();
        int done = 0;
        Style style = Style.CODE;
        for (Token token = first; token != null && token.isPaintable(); token = token.getNextToken()) {
            if (style(token) != style && token.getOffset() > done) {
                runs.add(new Run(style, line.substring(done, token.getOffset())));
                done = token.getOffset();
            }
            style = style(token);
        }
        runs.add(new Run(style, line.substring(done)));
        return runs;
    }

    private static Style style(Token token) {
        return switch (token.getType()) {
            case TokenTypes.RESERVED_WORD,
                    TokenTypes.RESERVED_WORD_2,
                    TokenTypes.DATA_TYPE,
                    TokenTypes.LITERAL_BOOLEAN -> Style.KEYWORD;
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                    TokenTypes.LITERAL_CHAR,
                    TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                    TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL -> Style.LITERAL;
            default -> token.isComment() ? Style.COMMENT : Style.CODE;
        };
    }
}
