package chatlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Event;
import chatlab.protocol.Event.Msg;
import chatlab.protocol.Part;
import chatlab.protocol.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class PainterTest {
    private static final Instant NOW = Instant.parse("2026-11-20T14:02:00Z");

    /** Characters that may make a text look like a line of another person. */
    private static final String[] TRICKS = {
        "14:02 <bob> ",
        "14:02 * ",
        "<bob> ",
        "* ",
        "| ",
        "\n",
        "\r",
        "\t",
        "\u001b[2J",
        "\u001b[1;1H",
        "\u009b",
        "\u0007",
        "\b",
        " ",
        "          ",
        "\u3000",
        "\u00a0",
        "\u200b",
        "\u200d",
        "\u2028",
        "\u0085",
        "\u202e",
        "\u2800",
        "\u3164",
        "\u115f",
        "\u1160",
        "\ufeff",
        "e\u0301\u0301\u0301",
        "\ud83d\ude00",
        "\u2764\ufe0f",
        "\u4e2d\u6587",
        "\ufdfd",
        "\ud800",
        "x",
        "long-word-without-any-blank-in-it-at-all",
        "a b c d e f g "
    };

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final EventText text = new EventText(clock);
    private final Painter painter = new Painter(new Palette(256));

    @Test
    void noTextLooksLikeALineOfAnotherPerson() {
        for (int seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            int width = 12 + random.nextInt(100);
            boolean paste = random.nextBoolean();
            Part part = paste ? new Part(2, 3) : Part.WHOLE;
            Msg message = new Msg("lobby", "", "eve", seed, NOW, part, false, "", trick(random));
            List<ScreenEntry> entries = text.message(message, "ada");
            ScreenEntry last = entries.get(entries.size() - 1);

            List<String> lines = lines(last, width);

            assertThat(lines.get(0)).as("seed %d", seed).startsWith(paste ? "      | " : "14:02 <eve>");
            assertThat(lines.subList(1, lines.size()))
                    .as("seed %d", seed)
                    .allMatch(line -> line.startsWith(paste ? "        | " : "        "));
            assertThat(lines).as("seed %d", seed).allMatch(line -> columns(line) <= width);
            assertThat(String.join("", lines).codePoints())
                    .as("seed %d", seed)
                    .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        }
    }

    @Test
    void noNameOrReasonLooksLikeALineOfAnotherPerson() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            String name = trick(random);
            Event event = random.nextBoolean()
                    ? new Event.Leave("lobby", name, NOW, "quit", trick(random))
                    : new Event.Err("", "code", trick(random));
            for (ScreenEntry entry : text.event(event, "ada")) {
                List<String> lines = lines(entry, 60);
                assertThat(lines.get(0)).as("seed %d", seed).matches("14:02 [*!] .*");
                assertThat(lines.subList(1, lines.size())).allMatch(line -> line.startsWith("        "));
                assertThat(String.join("", lines).chars()).noneMatch(Character::isISOControl);
            }
        }
    }

    @Test
    void foldsAtBlanksAndCutsOnlyLongWords() {
        assertThat(lines(new ScreenEntry(ScreenEntry.Kind.SAID, "14:02", "bob", "bob", "one two three four"), 22))
                .containsExactly("14:02 <bob> one two ", "        three four");
        assertThat(lines(new ScreenEntry(ScreenEntry.Kind.SAID, "14:02", "bob", "bob", "x".repeat(30)), 22))
                .containsExactly(
                        "14:02 <bob> ", "        " + "x".repeat(14), "        " + "x".repeat(14), "        xx");
        assertThat(lines(new ScreenEntry(ScreenEntry.Kind.SAID, "14:02", "bob", "bob", "a b " + "x".repeat(30)), 40))
                .containsExactly("14:02 <bob> a b " + "x".repeat(24), "        xxxxxx");
        assertThat(lines(ScreenEntry.raw("0123456789abcdef"), 12)).containsExactly("0123456789ab", "  cdef");
    }

    @Test
    void blanksStayAsTheyWereTyped() {
        Msg message = new Msg("lobby", "", "eve", 1, NOW, Part.WHOLE, false, "", "a  b" + " ".repeat(30) + "c");
        assertThat(lines(text.message(message, "ada").get(0), 80))
                .containsExactly("14:02 <eve> a  b" + " ".repeat(30) + "c");
    }

    @Test
    void theLinesOfOnePasteStandUnderOneHeading() {
        Msg one = new Msg("lobby", "", "eve", 1, NOW, new Part(1, 2), false, "", "a");
        Msg two = new Msg("lobby", "", "eve", 1, NOW, new Part(2, 2), false, "", "b");
        Msg other = new Msg("lobby", "", "bob", 2, NOW, new Part(2, 2), false, "", "c");
        assertThat(text.message(one, "ada"))
                .extracting(ScreenEntry::line)
                .containsExactly("14:02 <eve> 2 lines:", "      | a");
        assertThat(text.message(two, "ada")).extracting(ScreenEntry::line).containsExactly("      | b");
        assertThat(text.message(other, "ada"))
                .extracting(ScreenEntry::line)
                .containsExactly("14:02 <bob> 2 lines:", "      | c");
    }

    @Test
    void timesAreShownInTheLocalTimeZone() {
        Clock berlin = clock.withZone(java.time.ZoneId.of("Europe/Berlin"));
        assertThat(EventText.time(NOW, berlin)).isEqualTo("15:02");
        assertThat(EventText.time(Instant.parse("2026-07-01T12:00:00Z"), berlin))
                .isEqualTo("2026-07-01 14:00");
    }

    private List<String> lines(ScreenEntry entry, int width) {
        return painter.paint(entry, width).stream()
                .map(AttributedString::toString)
                .collect(Collectors.toList());
    }

    private static int columns(String line) {
        return line.codePoints().map(Rows::columns).sum();
    }

    private static String trick(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.append(TRICKS[random.nextInt(TRICKS.length)]);
        }
        return text.toString();
    }
}
