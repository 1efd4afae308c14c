package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bob has a plain client: what his terminal shows. */
class PlainRendererTest {
    private static final Instant AT = Instant.parse("2026-11-20T13:02:00Z");

    private final PlainRenderer renderer = new PlainRenderer(clock("2026-11-20T22:59:59Z"));

    @Test
    void messagesShowTheirSpeaker() {
        assertThat(bobSees(said("hi bob"))).isEqualTo("<ada> hi bob");
        assertThat(bobSees(said("hi bob").asOld())).isEqualTo("<ada 14:02> hi bob");
        assertThat(bobSees(part("class A {"))).isEqualTo("<ada> | class A {");
        assertThat(bobSees(part("  int a;").asOld())).isEqualTo("<ada 14:02> |   int a;");
        assertThat(bobSees(part(""))).isEqualTo("<ada> | ");
    }

    /** It is one hour later there than in UTC, so a day ends at 23:00 UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T22:59:59Z, <ada 14:02> hi, * server to all rooms: now, * 14:02 server to all rooms: then",
        "2026-11-20T23:00:00Z, <ada 2026-11-20 14:02> hi, * server to all rooms: now, * 2026-11-20 14:02 server to all rooms: then",
        "2026-11-19T22:59:59Z, <ada 2026-11-20 14:02> hi, * server to all rooms: now, * 2026-11-20 14:02 server to all rooms: then"
    })
    void aReplayedMessageHasItsDateIfThatIsNotToday(String now, String said, String announced, String replayed) {
        PlainRenderer renderer = new PlainRenderer(clock(now));
        assertThat(renderer.render(said("hi").asOld(), "bob")).contains(said);
        assertThat(renderer.render(announced("now", false), "bob")).contains(announced);
        assertThat(renderer.render(announced("then", true), "bob")).contains(replayed);
    }

    @Test
    void privateMessagesShowBothPeople() {
        assertThat(bobSees(whispered("ada", "bob"))).isEqualTo("<ada to you> psst");
        assertThat(bobSees(whispered("bob", "ada"))).isEqualTo("<you to ada> psst");
    }

    @Test
    void announcementCannotBeTakenForAMessageOfAPerson() {
        assertThat(bobSees(announced("five minutes", false))).isEqualTo("* server to all rooms: five minutes");
        assertThat(bobSees(announced("five minutes", true))).isEqualTo("* 14:02 server to all rooms: five minutes");
    }

    @Test
    void arrivalsAndDeparturesAreShown() {
        assertThat(bobSees(new Event.Join("lobby", "ada", AT))).isEqualTo("* ada joined.");
        assertThat(bobSees(new Event.Leave("lobby", "ada", AT, "quit", ""))).isEqualTo("* ada left.");
        assertThat(bobSees(new Event.Leave("lobby", "ada", AT, "quit", "lunch")))
                .isEqualTo("* ada left. Reason: lunch");
        assertThat(bobSees(new Event.Leave("lobby", "ada", AT, "lost", ""))).isEqualTo("* ada left (connection lost).");
        assertThat(bobSees(new Event.Leave("lobby", "ada", AT, "moved", ""))).isEqualTo("* ada went to another room.");
        assertThat(bobSees(new Event.Leave("lobby", "ada", AT, "kicked", "loud")))
                .isEqualTo("* ada was sent away. Reason: loud");
        assertThat(bobSees(new Event.Leave("lobby", "ada", AT, "abducted", ""))).isEqualTo("* ada left.");
    }

    @Test
    void changesOfNamesAreShown() {
        assertThat(bobSees(new Event.Nick("guest1", "ada", AT))).isEqualTo("* guest1 is now ada.");
        assertThat(bobSees(new Event.Nick("guest2", "bob", AT))).isEqualTo("* You are now bob.");
    }

    @Test
    void answersAreShown() {
        assertThat(bobSees(new Event.Room("lobby", 0))).isEqualTo("* lobby: empty");
        assertThat(bobSees(new Event.Room("lobby", 1))).isEqualTo("* lobby: 1 person");
        assertThat(bobSees(new Event.Room("lobby", 12))).isEqualTo("* lobby: 12 people");
        assertThat(bobSees(new Event.Ok("", "You are in kitchen now."))).isEqualTo("* You are in kitchen now.");
        assertThat(bobSees(new Event.Err("", "name-taken", "Another person here is called bob.")))
                .isEqualTo("! name-taken: Another person here is called bob.");
        assertThat(bobSees(new Event.Pong("", "x"))).isEqualTo("* pong x");
        assertThat(bobSees(new Event.End("", true))).isEqualTo("* Older messages are no longer there.");
        assertThat(bobSees(new Event.Thread("accept", "accept", "-", "waiting", "waits")))
                .isEqualTo("* waits");
        assertThat(bobSees(new Event.Note("hush-on", "Silence, please."))).isEqualTo("* Silence, please.");
        assertThat(bobSees(new Event.Bye("", "quit", "Goodbye."))).isEqualTo("* Goodbye.");
    }

    @Test
    void eventsForProgramsAreNotShown() {
        assertThat(render(new Event.Who("ada", "lobby", "lost"))).isEmpty();
        assertThat(render(new Event.Hello(1, "s", "r", "bob", "t", "lobby", 60, 4096, 500, false, 0, "", "")))
                .isEmpty();
        assertThat(render(new Event.Ping("x"))).isEmpty();
        assertThat(render(new Event.Ok("", ""))).isEmpty();
        assertThat(render(new Event.End("", false))).isEmpty();
    }

    @Test
    void answerToWhoListsThePeople() {
        assertThat(PlainRenderer.people("lobby", List.of())).containsExactly("* No people are in lobby:");
        assertThat(PlainRenderer.people("lobby", List.of(new Event.Who("ada", "lobby", "-"))))
                .containsExactly("* 1 person is in lobby: ada");
        assertThat(PlainRenderer.people(
                        "lobby",
                        List.of(new Event.Who("ada", "lobby", "op,muted"), new Event.Who("bob", "lobby", "lost"))))
                .containsExactly("* 2 people are in lobby: ada (op, muted) bob (lost)");
    }

    @Test
    void answerToWhoTakesSeveralLinesInAFullRoom() {
        List<Event.Who> people = new ArrayList<>();
        for (int i = 0; i < 1234; i++) {
            people.add(new Event.Who("student" + i, "lobby", "-"));
        }
        List<String> lines = PlainRenderer.people("lobby", people);
        assertThat(lines).hasSizeGreaterThan(100).allMatch(line -> line.startsWith("* ") && line.length() <= 76);
        assertThat(lines.get(0)).startsWith("* 1,234 people are in lobby: student0 student1 ");
        assertThat(String.join(" ", lines).split(" +")).contains("student0", "student617", "student1233");
    }

    @Test
    void linesDoNotDependOnTheLocale() {
        Event.Room full = new Event.Room("lobby", 1234);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY); // where a point stands in the place of this comma
        try {
            assertThat(bobSees(full)).isEqualTo("* lobby: 1,234 people");
        } finally {
            Locale.setDefault(before);
        }
    }

    private String bobSees(Event event) {
        return render(event).orElseThrow();
    }

    private Optional<String> render(Event event) {
        return renderer.render(event, "bob");
    }

    private static Clock clock(String now) {
        return Clock.fixed(Instant.parse(now), ZoneId.of("Europe/Vienna"));
    }

    private static Event.Msg announced(String text, boolean old) {
        return new Event.Msg("*", "", "server", 1, AT, Part.WHOLE, old, "", text);
    }

    private static Event.Msg said(String text) {
        return new Event.Msg("lobby", "", "ada", 1, AT, Part.WHOLE, false, "", text);
    }

    private static Event.Msg part(String text) {
        return new Event.Msg("lobby", "", "ada", 1, AT, new Part(1, 2), false, "", text);
    }

    private static Event.Msg whispered(String from, String to) {
        return new Event.Msg("", to, from, 1, AT, Part.WHOLE, false, "", "psst");
    }
}
