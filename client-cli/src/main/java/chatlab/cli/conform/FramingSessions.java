package chatlab.cli.conform;

import chatlab.cli.conform.SpecSessions.Session;
import chatlab.protocol.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sessions in which the lines of one client arrive in odd packets: what the grammar promises, and no example shows. */
final class FramingSessions {
    private static final Words WORDS = new Words(FramingSessions.class);
    private static final String HEADING = "CHAT/1";

    private FramingSessions() {}

    /** Each session, with the way in which its lines are sent. */
    static Map<Session, Packets> all() {
        Map<Session, Packets> all = new LinkedHashMap<>();
        all.put(
                session("cut", "ada> /say@1 gr\u00fc\u00dfe, 5 \u20ac", message("gr\u00fc\u00dfe, 5 \u20ac")),
                Packets.SINGLE_BYTES);
        all.put(
                session("joined", "ada> /ping@1 one\n/ping@2 two", "ada< PONG re=1 :one", "ada< PONG re=2 :two"),
                Packets.LINES);
        all.put(session("cr", "ada> /ping@1 one\r", "ada< PONG re=1 :one"), Packets.LINES);
        all.put(session("blank", "ada> \n\r\n/ping@1 one", "ada< PONG re=1 :one"), Packets.LINES);
        all.put(session("case", "ada> /PiNg@1 one", "ada< PONG re=1 :one"), Packets.LINES);
        all.put(session("unchanged", "ada> /say@1  two  blanks, :a=b ", message(" two  blanks, :a=b ")), Packets.LINES);
        all.put(
                session(
                        "long",
                        "ada> /say@1 " + "x".repeat(5_000),
                        "ada< ERR code=too-long :…",
                        "ada> /ping@2 two",
                        "ada< PONG re=2 :two"),
                Packets.LINES);
        all.put(
                session(
                        "utf-8",
                        "ada> /say@1 gr\u00fc\u00dfe",
                        "ada< ERR code=bad-utf8 :…",
                        "ada> /ping@2 two",
                        "ada< PONG re=2 :two"),
                Packets.LATIN_1);
        return all;
    }

    private static String message(String text) {
        return "ada< MSG room=lobby from=ada id=1 at=… re=1 :" + text;
    }

    private static Session session(String key, String... lines) {
        List<String> markdown = new ArrayList<>(
                List.of("## " + HEADING, "**" + WORDS.get("framing." + key) + "**", "```chat1", "ada joins"));
        markdown.addAll(List.of(lines));
        return SpecSessions.parse(markdown).get(0);
    }
}
