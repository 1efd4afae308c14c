package chatlab.tutorials.book;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks the words of Java code, so that a style sheet can give them colours. */
final class JavaColours {
    private static final Pattern TOKEN = Pattern.compile(String.join(
            "|",
            "(?<comment>//[^\n]*|(?s:/\\*.*?\\*/))",
            "(?<string>\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*')",
            "(?<annotation>@\\w+)",
            "(?<keyword>\\b(?:abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double|else|enum"
                    + "|extends|false|final|finally|float|for|if|implements|import|instanceof|int|interface|long|native|new"
                    + "|null|package|private|protected|public|record|return|short|static|super|switch|synchronized|this"
                    + "|throw|throws|transient|true|try|var|void|volatile|while)\\b)",
            "(?<number>\\b\\d[\\w.]*)"));
    private static final String[] KINDS = {"comment", "string", "annotation", "keyword", "number"};

    private JavaColours() {}

    /** As HTML. */
    static String of(String code) {
        StringBuilder html = new StringBuilder();
        Matcher token = TOKEN.matcher(code);
        int end = 0;
        while (token.find()) {
            html.append(Html.escaped(code.substring(end, token.start())));
            html.append("<span class=\"").append(kind(token)).append("\">");
            html.append(Html.escaped(token.group())).append("</span>");
            end = token.end();
        }
        return html.append(Html.escaped(code.substring(end))).toString();
    }

    private static String kind(Matcher token) {
        for (String kind : KINDS) {
            if (token.group(kind) != null) {
                return kind;
            }
        }
        throw new IllegalStateException(token.group());
    }
}
