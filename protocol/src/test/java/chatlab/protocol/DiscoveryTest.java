package chatlab.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Discovery.Answer;
import chatlab.protocol.Discovery.Question;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {
    @Test
    void questionAndAnswerSurvivePrintingAndParsing() {
        assertThat(new Question("q7Xy")).satisfies(question -> {
            assertThat(question.print()).asString(UTF_8).isEqualTo("CHAT? 1 q7Xy\n");
            assertThat(parseQuestion("CHAT? 1 q7Xy\n")).contains(question);
        });
        assertThat(new Answer("q7Xy", 8081, "k3f9", 12, 0, "Room 12")).satisfies(answer -> {
            assertThat(answer.print()).asString(UTF_8).isEqualTo("CHAT! 1 q7Xy port=8081 run=k3f9 users=12 :Room 12\n");
            assertThat(parseAnswer("CHAT! 1 q7Xy port=8081 run=k3f9 users=12 :Room 12\n"))
                    .contains(answer);
        });
    }

    @Test
    void portOfThePageSurvivesPrintingAndParsing() {
        Answer answer = new Answer("q7Xy", 8081, "k3f9", 12, 8080, "Room 12");
        String line = "CHAT! 1 q7Xy port=8081 run=k3f9 users=12 web=8080 :Room 12\n";
        assertThat(answer.print()).asString(UTF_8).isEqualTo(line);
        assertThat(parseAnswer(line)).contains(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "99999", "-1", "+80", "x", "8080/", "99999999999999999999", ""})
    void pageAtAnImpossiblePortIsIgnored(String web) {
        assertThat(parseAnswer("CHAT! 1 q7 port=1 run=r users=0 web=" + web))
                .contains(new Answer("q7", 1, "r", 0, 0, ""));
    }

    @Test
    void unknownKeysAndLaterVersionsAreIgnored() {
        assertThat(parseQuestion("CHAT? 1 q7 and=more\r\n")).contains(new Question("q7"));
        assertThat(parseQuestion("CHAT? 2 " + "q7 a new thing\n")).contains(new Question("q7")); // a later version
        assertThat(parseQuestion("CHAT? 12 q7")).contains(new Question("q7"));
        assertThat(parseAnswer("CHAT! 1 q7 colour=blue port=1 run=r users=0"))
                .contains(new Answer("q7", 1, "r", 0, 0, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CHAT?",
                "CHAT? 1 ",
                "chat? 1 q7",
                "CHAT? 1 q-7",
                "CHAT? 1 123456789012345678901234567890123",
                "CHAT! 1 q7 port=8081 run=r users=0 :an answer"
            })
    void malformedQuestionIsIgnored(String datagram) {
        assertThat(parseQuestion(datagram)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CHAT! 1 ",
                "CHAT! 2 q7 port=8081 run=r users=0 :T",
                "CHAT! 1 q7",
                "CHAT! 1 q7 run=r users=0 :no port",
                "CHAT! 1 q7 port=0 run=r users=0 :T",
                "CHAT! 1 q7 port=65536 run=r users=0 :T",
                "CHAT! 1 q7 port=8081 run= users=0 :T",
                "CHAT! 1 q7 port=8081 run=r :no users",
                "CHAT! 1 q7 port=8081 run=r users=-1 :T",
                "CHAT! 1 q7 port=8081 run=r users=99999999999 :T",
                "CHAT! 1 q/7 port=8081 run=r users=0 :T"
            })
    void malformedAnswerIsIgnored(String datagram) {
        assertThat(parseAnswer(datagram)).isEmpty();
    }

    @Test
    void longTitleIsCutByServerAndByClient() {
        byte[] datagram = new Answer("q7", 8081, "r", 0, 0, "\uD83D\uDC22".repeat(400)).print();
        assertThat(datagram).hasSizeLessThanOrEqualTo(Discovery.MAX_BYTES);
        assertThat(Answer.parse(datagram, datagram.length)).map(Answer::title).contains("\uD83D\uDC22".repeat(60));
        assertThat(parseAnswer("CHAT! 1 q7 port=1 run=r users=0 :" + "x".repeat(400))
                        .orElseThrow()
                        .title())
                .hasSize(60);
    }

    @Test
    void harmfulCharactersInATitleAreReplaced() {
        assertThat(parseAnswer("CHAT! 1 q7 port=1 run=r users=0 :a\u001b[2J\nb\u202e")
                        .orElseThrow()
                        .title())
                .isEqualTo("a [2J b ");
    }

    @Test
    void datagramThatIsTooLongOrNotUtf8IsIgnored() {
        byte[] latin1 = {'C', 'H', 'A', 'T', '?', ' ', '1', ' ', 'q', ' ', (byte) 0xE9};
        assertThat(Question.parse(latin1, latin1.length)).isEmpty();
        assertThat(Question.parse(latin1, latin1.length - 2)).contains(new Question("q"));
        assertThat(parseQuestion("CHAT? 1 q7 " + "x".repeat(Discovery.MAX_BYTES)))
                .isEmpty();
    }

    @Test
    void randomDatagramsThrowNothing() {
        Hostile hostile = new Hostile(6);
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = hostile.bytes(600);
            assertThat(Question.parse(bytes, bytes.length)).isEmpty();
            parseQuestion("CHAT? 1 " + hostile.text());
            parseAnswer("CHAT! 1 q7 " + hostile.text() + "port=1 run=r users=0 :" + hostile.text())
                    .ifPresent(answer -> Harmless.assertHarmless(answer.title()));
        }
    }

    private static Optional<Question> parseQuestion(String datagram) {
        return Question.parse(datagram.getBytes(UTF_8), datagram.getBytes(UTF_8).length);
    }

    private static Optional<Answer> parseAnswer(String datagram) {
        return Answer.parse(datagram.getBytes(UTF_8), datagram.getBytes(UTF_8).length);
    }
}
