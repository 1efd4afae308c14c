package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Thousands of random hostile lines and texts: parsers accept or refuse them, and no output is dangerous. */
class HostileInputTest {
    private static final int TRIES = 6000;
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    private final Hostile hostile = new Hostile(7);

    @Test
    void everyClientLineIsParsedOrRefused() {
        for (int i = 0; i < TRIES; i++) {
            String line = (hostile.number(2) == 0
                            ? "/" + hostile.oneOf(List.of(Verb.values())).word()
                            : "")
                    + hostile.text();
            try {
                ClientLine.parse(line);
            } catch (BadCommandException e) {
                assertThat(line).matches("(?s)/[A-Za-z].*");
                Harmless.assertHarmless(new Event.Err(e.tag(), e.code().wire(), e.getMessage()).print());
            }
        }
    }

    @Test
    void everyServerLineIsParsedOrIgnored() {
        List<String> verbs = new ArrayList<>();
        for (Class<?> kind : Event.class.getPermittedSubclasses()) {
            verbs.add(kind.getSimpleName().toUpperCase(Locale.ROOT));
        }
        int events = 0;
        for (int i = 0; i < TRIES; i++) {
            Optional<Event> event = Event.parse(hostile.oneOf(verbs) + " " + hostile.text() + " :" + hostile.text());
            events += event.isPresent() ? 1 : 0;
        }
        assertThat(events).isBetween(TRIES / 10, TRIES);
    }

    @Test
    void everyByteSequenceIsReadOrRefused() throws Exception {
        for (int i = 0; i < TRIES; i++) {
            byte[] bytes = hostile.bytes(200);
            try {
                String line = Utf8.decode(bytes, 0, bytes.length);
                Event.parse(line);
                ClientLine.parse("/" + line);
            } catch (CharacterCodingException | BadCommandException e) {
                // refused, as it may be
            }
        }
    }

    @Test
    void noTextCanLookLikeAnotherLine() {
        for (int i = 0; i < TRIES; i++) {
            String text = hostile.text();
            for (Event event : eventsWith(text)) {
                String line = event.print();
                Harmless.assertHarmless(line);
                Event read = Event.parse(line).orElseThrow();
                assertThat(read).hasSameClassAs(event);
                assertThat(read.print()).isEqualTo(line);
            }
        }
    }

    @Test
    void noTextCanLookLikeAnotherLineToAPlainClient() {
        PlainRenderer renderer = new PlainRenderer(ZoneId.of("UTC"));
        for (int i = 0; i < TRIES; i++) {
            String text = hostile.text();
            for (Event event : eventsWith(text)) {
                renderer.render(event, "bob").ifPresent(line -> {
                    Harmless.assertHarmless(line);
                    assertThat(line).matches("(?s)(\\* |! |<ada[^>]*> ).*");
                });
            }
        }
    }

    private static List<Event> eventsWith(String text) {
        return List.of(
                new Event.Hello(1, "s", "r", "ada", "t", "lobby", 60, 4096, 500, false, 0, "", text),
                new Event.Msg("lobby", "", "ada", 1, AT, Part.WHOLE, false, "", text),
                new Event.Msg("lobby", "", "ada", 1, AT, new Part(1, 2), true, "", text),
                new Event.Msg("", "bob", "ada", 1, AT, Part.WHOLE, false, "t1", text),
                new Event.Msg("*", "", "ada", 1, AT, Part.WHOLE, false, "", text),
                new Event.Leave("lobby", "ada", AT, "quit", text),
                new Event.Thread("accept", "accept", "-", "waiting", text),
                new Event.Ok("", text),
                new Event.Err("", "bad-args", text),
                new Event.Ping(text),
                new Event.Pong("", text),
                new Event.Note("", text),
                new Event.Bye("", "quit", text));
    }
}
