package chatlab.swing.hood;

import static chatlab.swing.hood.Wire.Direction.FROM_SERVER;
import static chatlab.swing.hood.Wire.Direction.TO_SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.CourseQuestion;
import chatlab.protocol.Event;
import chatlab.protocol.Part;
import chatlab.protocol.Verb;
import chatlab.protocol.Words;
import chatlab.swing.hood.Wire.Direction;
import chatlab.swing.hood.Wire.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:15:02.007Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    * CHAT/1 Room 12. You are guest1.|the server greets
                    <bob> hi|a line for people
                    MSG room=lobby from=bob id=1234 at=AT :hi|bob said something in lobby; it is message 1234
                    MSG room=lobby from=ada id=7 at=AT re=k3 :hi|it is message 7; our own words come back: this answers our line with the tag k3
                    MSG to=ada from=bob id=7 at=AT :psst|bob told ada something in private; it is message 7
                    MSG room=* from=ada id=7 at=AT :hi|ada told all rooms something
                    MSG room=lobby from=bob id=7 at=AT part=2/5 old=1 :x|line 2 of 5 of a paste; it was said earlier
                    JOIN room=lobby name=bob at=AT|bob came into lobby
                    LEAVE room=lobby name=bob at=AT code=lost|bob left lobby: the connection was lost
                    LEAVE room=lobby name=bob at=AT code=strange|bob left lobby
                    NICK old=bob new=robert at=AT|bob is called robert now
                    WHO name=bob room=lobby state=muted|bob is in lobby; state: muted
                    ROOM name=lobby people=1|there is a room lobby with 1 person in it
                    END re=k4|the end of an answer in several lines; this answers our line with the tag k4
                    ERR re=k4 code=name-taken :Taken.|the server refuses: name-taken; this answers our line with the tag k4
                    PING :x|the server asks whether we are still there
                    BYE code=slow :Too slow.|the server's last line before it closes the connection: slow
                    FEED me=1|not an event: FEED, ignored (rule 3
                    MSG room=lobby from=bob|not an event: MSG, ignored (rule 3
                    """)
    void eventsAreExplained(String line, String words) {
        assertThat(explain(FROM_SERVER, line.replace("at=AT", "at=" + NOW))).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /say@k3 hi|we ask the server to say: hi; the answer will carry re=k3
                    hi|a line that is no command is said (rule 1): hi
                    // so what|a line that is no command is said (rule 1): // so what
                    /msg bob psst|we ask the server to tell bob in private: psst
                    /proto 1 ada ***|show our token (masked here) to get the name ada back
                    /proto 1 ada|want to be called ada
                    /proto 1|from now on we want events
                    /op@k1 ***|we show the instructor's key (masked here); the answer will carry re=k1
                    /did ada *** 3 read|we report what ada has done in the course
                    /show 7.2|how many predicted what in chapter 7.2
                    /history after=1234|after a message: after=1234
                    /history|all that was said in this room
                    /paste|all lines up to a dot
                    /paste bob|a paste for bob in private
                    /clear lab|what was said in lab
                    /hush on|turn silence on
                    /kick bob for today|send bob away
                    /ban bob for today|close all connections from the address of bob
                    /etc/passwd is a file|there is no command /etc/passwd; the server will answer ERR code=unknown-command
                    /nick@k5|something is missing behind /nick@k5; the server will answer ERR code=bad-args; the answer will carry re=k5
                    """)
    void commandsAreExplained(String line, String words) {
        assertThat(explain(TO_SERVER, line)).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    "/ping  "|we ask whether the server is there
                    "/pong     "|we answer that we are there
                    "/quit  "|we say goodbye
                    "/proto  1  ada"|speak version 1 and want to be called ada
                    "/proto 1 ada  ***"|show our token (masked here) to get the name ada back
                    """)
    void moreBlanksChangeNothing(String line, String words) {
        assertThat(explain(TO_SERVER, line)).contains(words);
    }

    @Test
    void lineOfAPasteIsNoCommand() {
        assertThat(Explain.line(line(TO_SERVER, "/quit", Kind.OF_PASTE)))
                .isEqualTo("one line of the paste; nothing in it is a command");
        assertThat(Explain.line(line(TO_SERVER, ".", Kind.OF_PASTE))).isEqualTo("a dot alone: the paste ends here");
        assertThat(explain(TO_SERVER, "")).isEqualTo("a blank line means nothing");
    }

    @Test
    void halfALineIsNoCommand() {
        assertThat(Explain.line(line(TO_SERVER, "/quit", Kind.FIRST_HALF))).startsWith("half a line");
        assertThat(Explain.line(line(TO_SERVER, "/quit", Kind.OTHER_HALF))).startsWith("the rest");
    }

    @ParameterizedTest
    @MethodSource
    void everyEventHasItsWords(Event event) {
        assertThat(explain(FROM_SERVER, event.print())).isNotEmpty().doesNotStartWith("not an event");
    }

    static List<Event> everyEventHasItsWords() {
        return List.of(
                new Event.Hello(1, "x", "r", "ada", "***", "lobby", 60, 4096, 500, false, 0, "k1", "Room 12"),
                new Event.Msg("lobby", "", "ada", 7, NOW, Part.WHOLE, false, "", "hi"),
                new Event.Join("lobby", "ada", NOW),
                new Event.Leave("lobby", "ada", NOW, "moved", ""),
                new Event.Nick("ada", "eve", NOW),
                new Event.Who("ada", "lobby", "-"),
                new Event.Room("lobby", 2),
                new Event.Thread("t", "reader", "ada", "reading", "t: waits"),
                new Event.End("", true),
                new Event.Ok("k1", ""),
                new Event.Err("", "muted", ""),
                new Event.Ping(""),
                new Event.Pong("k1", ""),
                new Event.Note("", "news"),
                new Event.Bye("k1", "quit", ""),
                new ClassroomEvent.Hand("ada", 3, "", ""),
                new ClassroomEvent.Poll(ClassroomEvent.Poll.State.OPEN, List.of("a", "b"), 0, List.of(), "Clear?"),
                new ClassroomEvent.Timer(NOW, 300, ""),
                new ClassroomEvent.Did("ada", new CourseQuestion(7), "passed", NOW),
                new ClassroomEvent.Predictions(new CourseQuestion(7), true, 1, 2, List.of()),
                new ClassroomEvent.Gone(9, "lobby", 7, "bob", "ada", NOW));
    }

    @ParameterizedTest
    @MethodSource
    void everyVerbHasItsWords(String verb) {
        assertThat(new Words(Explain.class).has("command." + verb)).isTrue();
    }

    static Stream<String> everyVerbHasItsWords() {
        return Arrays.stream(Verb.values()).map(Verb::word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/say hi",
                "/msg bob hi",
                "/paste",
                "/paste bob",
                "/nick ada",
                "/who",
                "/rooms",
                "/join x",
                "/leave",
                "/history",
                "/threads",
                "/help",
                "/quit",
                "/ping",
                "/pong",
                "/proto 1",
                "/op ***",
                "/announce x",
                "/hush off",
                "/mute bob",
                "/unmute bob",
                "/kick bob",
                "/ban bob",
                "/unban bob",
                "/free bob",
                "/rename bob rob",
                "/drop",
                "/drop #12",
                "/clear",
                "/clear lab",
                "/hand",
                "/hand why?",
                "/lower",
                "/lower bob",
                "/hands",
                "/hands undo",
                "/next",
                "/next bob",
                "/poll",
                "/poll close",
                "/poll yes,no Clear?",
                "/vote a",
                "/timer off",
                "/timer 5m exercise",
                "/lock rooms on"
            })
    void everyCommandHasItsWords(String line) {
        assertThat(explain(TO_SERVER, line)).isNotEmpty().doesNotStartWith("there is no command");
    }

    @Test
    void longAndStrangeTextsAreShortenedAndClean() {
        String words = explain(TO_SERVER, "/say \u202E\u0007" + "x".repeat(4000));

        assertThat(words)
                .hasSizeLessThan(120)
                .doesNotContain("\u202E", "\u0007")
                .endsWith("\u2026");
        assertThat(explain(FROM_SERVER, "{0} it's {")).contains("not an event: {0},");
    }

    private static String explain(Direction direction, String text) {
        return Explain.line(line(direction, text, Kind.WHOLE));
    }

    private static Wire.Line line(Direction direction, String text, Kind kind) {
        return new Wire.Line(0, NOW, direction, text.length() + 1, text, false, kind);
    }
}
