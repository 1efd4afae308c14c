package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlab.protocol.ClassroomEvent.Poll.State;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every event survives the journey: record, line, record. */
class EventRoundTripTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:15:02.007Z");

    private static final List<Event> EVENTS = List.of(
            new Event.Hello(
                    1, "chatlab/0.1", "k3f9", "ada", "t0k3n", "lobby", 60, 4096, 500, true, 8080, "t1", "Room 12"),
            new Event.Hello(1, "other", "k3f9", "ada", "t0k3n", "lobby", 1, 80, 2, false, 0, "", ""),
            new Event.Msg("lobby", "", "ada", 1, AT, Part.WHOLE, false, "t1", "hi"),
            new Event.Msg("", "bob", "ada", 2, AT, Part.WHOLE, false, "", "psst"),
            new Event.Msg("*", "", "server", 3, AT, Part.WHOLE, true, "", "five minutes"),
            new Event.Msg("lobby", "", "ada", Long.MAX_VALUE, AT, new Part(500, 500), true, "", "\t  x = y; :) "),
            new Event.Msg("\u6f22\u5b57", "", "\u017c\u00f3\u0142w", 4, AT, new Part(1, 1), false, "", ""),
            new Event.Join("lobby", "ada", AT),
            new Event.Leave("lobby", "ada", AT, "quit", "lunch time"),
            new Event.Leave("lobby", "ada", AT, "lost", ""),
            new Event.Nick("guest1", "ada", AT),
            new Event.Who("ada", "lobby", "op,muted"),
            new Event.Who("ada", "lobby", "-"),
            new Event.Room("lobby", 0),
            new Event.Thread("client-7-reader", "reader", "ada", "reading", "waits for a line"),
            new Event.End("t1", true),
            new Event.End("", false),
            new Event.Ok("t1", "You are in kitchen."),
            new Event.Ok("", ""),
            new Event.Err("t1", "name-taken", "Another person here is called bob."),
            new Event.Err("", "bad-utf8", ""),
            new Event.Ping("x"),
            new Event.Ping(""),
            new Event.Pong("t1", "x y"),
            new Event.Pong("", ""),
            new Event.Note("slow-down", "Not so fast."),
            new Event.Note("", "By the way."),
            new Event.Bye("t1", "quit", "See you."),
            new Event.Bye("", "kicked", ""),
            new ClassroomEvent.Hand("ada", 3, "", "why? x=y :)"),
            new ClassroomEvent.Hand("ada", 0, "bob", ""),
            new ClassroomEvent.Undo(true, "ada"),
            new ClassroomEvent.Undo(false, "ada"),
            ClassroomEvent.Undo.NOTHING,
            new ClassroomEvent.Poll(State.OPEN, List.of("yes", "no"), 0, List.of(), "Is it clear? :)"),
            new ClassroomEvent.Poll(State.CLOSED, List.of("a", "b", "=:"), 9, List.of(), "?"),
            new ClassroomEvent.Poll(State.VOID, List.of("a", "b"), 9, List.of(), "?"),
            new ClassroomEvent.Poll(State.SHOWN, List.of("a", "b", "c"), 9, List.of(3, 4, 2), "?"),
            new ClassroomEvent.Did("ada", new CourseQuestion(7, 2), "predicted=b", AT),
            new ClassroomEvent.Predictions(new CourseQuestion(7), false, 19, 28, List.of()),
            new ClassroomEvent.Predictions(new CourseQuestion(7, 2), true, 19, 28, List.of(0, 12, 7)),
            new ClassroomEvent.Timer(AT, 300, "exercise 3"),
            new ClassroomEvent.Timer(AT, 0, ""),
            new ClassroomEvent.Gone(9, "lobby", 7, "bob", "ada", AT));

    @Test
    void everyEventComesOutAsItWentIn() {
        for (Event event : EVENTS) {
            assertThat(Event.parse(event.print())).as(event.print()).contains(event);
        }
    }

    @Test
    void noKindOfEventWasForgotten() {
        Set<Class<?>> sampled = EVENTS.stream().map(Object::getClass).collect(Collectors.toSet());
        Set<Class<?>> all = Stream.of(Event.class, ClassroomEvent.class)
                .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
                .filter(Class::isRecord)
                .collect(Collectors.toSet());
        assertThat(sampled).isEqualTo(all);
    }

    @Test
    void eventsLookAsTheSpecificationSays() {
        assertThat(EVENTS.get(0).print())
                .isEqualTo("HELLO proto=1 server=chatlab/0.1 run=k3f9 you=ada token=t0k3n room=lobby ping=60 line=4096"
                        + " paste=500 recorded=1 web=8080 re=t1 :Room 12");
        assertThat(EVENTS.get(2).print())
                .isEqualTo("MSG room=lobby from=ada id=1 at=2026-11-20T10:15:02.007Z re=t1 :hi");
        assertThat(new Event.Msg("", "bob", "ada", 9, AT, new Part(2, 5), true, "", " x").print())
                .isEqualTo("MSG to=bob from=ada id=9 at=2026-11-20T10:15:02.007Z part=2/5 old=1 : x");
        assertThat(new Event.End("", true).print()).isEqualTo("END gap=1");
    }

    @Test
    void timesHaveThreeDigitsOfMillisecondsWhateverTheClockSays() {
        assertThat(new Event.Join("lobby", "ada", Instant.parse("2026-11-20T10:15:02Z")).print())
                .endsWith("at=2026-11-20T10:15:02.000Z");
        assertThat(new Event.Join("lobby", "ada", Instant.parse("2026-11-20T10:15:02.123456789Z")).print())
                .endsWith("at=2026-11-20T10:15:02.123Z");
    }

    @Test
    void linesDoNotDependOnTheLocale() {
        List<String> here = EVENTS.stream().map(Event::print).toList();
        Locale before = Locale.getDefault();
        try {
            for (String country : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "fa-IR")) {
                Locale.setDefault(Locale.forLanguageTag(country));
                assertThat(EVENTS.stream().map(Event::print).toList())
                        .as(country)
                        .isEqualTo(here);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theLongestMessageFitsIntoAServersLine() throws Exception {
        String name = "\uD842\uDFB7".repeat(Name.MAX_LENGTH); // a Han character of four bytes
        assertThat(Name.ofPerson(name).shown()).isEqualTo(name);
        Event.Msg longest = new Event.Msg(
                name,
                "",
                name,
                Long.MAX_VALUE,
                AT,
                new Part(500, 500),
                true,
                "t".repeat(16),
                "x".repeat(Chat1.CLIENT_LINE));
        assertThat(Utf8.length(longest.print())).isLessThanOrEqualTo(Chat1.SERVER_LINE);
    }

    @Test
    void aNameThatCouldForgeAKeyIsNotPrinted() {
        for (String name : List.of("ada id=7", "ada\n", "a\tb", "a\u2028b", "a\u202eb", "a\uDB40\uDC41b")) {
            assertThatThrownBy(() -> new Event.Who(name, "lobby", "-").print())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aTextThatCouldForgeALineIsPrintedWithSpaces() {
        assertThat(new Event.Note("", "a\nMSG room=x\u001b[2J\u2028b").print()).isEqualTo("NOTE :a MSG room=x [2J b");
    }
}
