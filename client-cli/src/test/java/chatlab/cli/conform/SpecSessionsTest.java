package chatlab.cli.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlab.cli.conform.SpecSessions.Kind;
import chatlab.cli.conform.SpecSessions.Session;
import chatlab.cli.conform.SpecSessions.Step;
import chatlab.protocol.BadCommandException;
import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import chatlab.protocol.Event;
import chatlab.protocol.PasteLines;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sessions of the specification are well-formed. That they are true is tested in module kit. */
class SpecSessionsTest {
    static List<Session> sessions() {
        return SpecSessions.read();
    }

    @Test
    void thereAreAtLeastSixSessionsAndEachHasItsOwnTitle() {
        assertThat(sessions()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(sessions())
                .extracting(Session::title)
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void everyServerGreets(Session session) {
        Set<String> greeted = new HashSet<>();
        for (Step step : session.steps()) {
            if (greeted.add(step.who())) {
                assertThat(step.kind()).as(step.toString()).isEqualTo(Kind.RECEIVES);
                assertThat(step.text()).startsWith("* CHAT/1 ");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void everyLineOfAClientIsOneOrIsRefused(Session session) {
        Set<String> pasting = new HashSet<>();
        for (int i = 0; i < session.steps().size(); i++) {
            Step step = session.steps().get(i);
            if (step.kind() != Kind.SENDS) {
                continue;
            }
            if (pasting.contains(step.who())) {
                if (step.text().equals(PasteLines.END)) {
                    pasting.remove(step.who());
                }
                continue;
            }
            try {
                if (ClientLine.parse(step.text()).command() instanceof Command.Paste) {
                    pasting.add(step.who());
                }
            } catch (BadCommandException e) {
                String answer = session.steps().get(i + 1).text();
                assertThat(answer)
                        .as(step.toString())
                        .containsPattern("^(! |ERR .*code=)" + e.code().wire());
            }
        }
        assertThat(pasting).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void everyLineOfAServerIsAnEventOrAPlainLine(Session session) {
        Set<String> rich = new HashSet<>();
        for (Step step : session.steps()) {
            if (step.kind() != Kind.RECEIVES) {
                continue;
            }
            if (step.text().startsWith("HELLO ")) {
                rich.add(step.who());
            }
            if (rich.contains(step.who())) {
                String line = example(step.text());
                assertThat(Event.parse(line).map(Event::print))
                        .as(step.toString())
                        .contains(line);
            } else {
                assertThat(step.text()).as(step.toString()).matches("(\\* |! |<[^>]+> |    ).*");
            }
        }
    }

    @Test
    void everyKindOfEventIsShownInASession() {
        Set<Class<?>> shown = new HashSet<>();
        for (Session session : sessions()) {
            for (Step step : session.steps()) {
                Event.parse(example(step.text())).ifPresent(event -> shown.add(event.getClass()));
            }
        }
        Set<Class<?>> all = Stream.of(Event.class, ClassroomEvent.class)
                .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
                .filter(Class::isRecord)
                .collect(Collectors.toCollection(HashSet::new));
        all.removeAll(
                Set.of(Event.Ping.class, Event.Thread.class)); // one takes a minute, the other tells of its server
        assertThat(shown).containsAll(all);
    }

    @Test
    void aSessionIsReadLineByLine() {
        List<Session> sessions = SpecSessions.parse(List.of(
                "## Title",
                "**A story.** And more.",
                "```java",
                "x>y",
                "```",
                "```chat1",
                "ada> hi  ",
                "bob< <ada> hi",
                "ada> ",
                "ada hangs up",
                "bob is closed",
                "```",
                "ada> not in a session"));
        assertThat(sessions).hasSize(1);
        assertThat(sessions.get(0).heading()).isEqualTo("Title");
        assertThat(sessions.get(0).title()).isEqualTo("A story. And more.");
        assertThat(sessions.get(0).steps())
                .containsExactly(
                        new Step(Kind.SENDS, "ada", "hi  "),
                        new Step(Kind.RECEIVES, "bob", "<ada> hi"),
                        new Step(Kind.SENDS, "ada", ""),
                        new Step(Kind.HANGS_UP, "ada", ""),
                        new Step(Kind.IS_CLOSED, "bob", ""));
        assertThatThrownBy(() -> SpecSessions.parse(List.of("```chat1", "ada says hi")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void joiningIsOneLineAndSeveralSteps() {
        List<Session> sessions = SpecSessions.parse(List.of("```chat1", "bob joins with nc", "bob> joins", "```"));
        assertThat(sessions.get(0).steps())
                .extracting(Step::toString)
                .containsExactly("bob< * CHAT/1 …", "bob> /nick bob", "bob< * You are now bob.", "bob> joins");
    }

    @Test
    void anEllipsisIsAnythingAndANamedHoleIsTheSameEverywhere() {
        Map<String, String> remembered = new HashMap<>();
        Step hello = new Step(Kind.RECEIVES, "ada", "HELLO you=ada token={token} room=* :… {");
        assertThat(hello.matches("HELLO you=ada token=k3 9 room=* :x {", remembered))
                .isFalse();
        assertThat(hello.matches("HELLO you=ada token=k3 room=lobby :x {", remembered))
                .isFalse();
        assertThat(hello.matches("HELLO you=ada token=k3 room=* :Room 12 {", remembered))
                .isTrue();
        assertThat(hello.matches("HELLO you=ada token=other room=* :x {", remembered))
                .isFalse();
        assertThat(new Step(Kind.SENDS, "ada", "/proto 1 ada {token}").filled(remembered))
                .isEqualTo("/proto 1 ada k3");
    }

    /** A line that could be received, with something in each hole. */
    private static String example(String text) {
        return text.replaceAll("\\b(at|ends)=…", "$1=2026-11-20T10:00:00.000Z").replaceAll("…|\\{[a-z]+\\}", "x1");
    }
}
