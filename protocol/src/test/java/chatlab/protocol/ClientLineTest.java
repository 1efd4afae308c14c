package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chatlab.protocol.Command.History;
import chatlab.protocol.Command.Join;
import chatlab.protocol.Command.Msg;
import chatlab.protocol.Command.Nick;
import chatlab.protocol.Command.Paste;
import chatlab.protocol.Command.Proto;
import chatlab.protocol.Command.Quit;
import chatlab.protocol.Command.Say;
import chatlab.protocol.Command.Who;
import chatlab.protocol.InstructorCommand.Hush;
import chatlab.protocol.InstructorCommand.Kick;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "// a comment",
                "/* a comment */",
                "/",
                "/ say",
                "/1",
                "/\u00e9t\u00e9",
                " /quit",
                "\\quit",
                "/\u0455ay the s is Cyrillic",
                "1/2 + 1/3",
                ""
            })
    void lineWithoutSlashAndLetterIsSaid(String text) throws Exception {
        assertThat(ClientLine.parse(text)).isEqualTo(new ClientLine(new Say(text)));
        assertThat(ClientLine.looksLikeCommand(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd is a file",
                "/usr",
                "/say-it",
                "/sayhello",
                "/say@ hello",
                "/say@t:1 hello",
                "/say@12345678901234567 a tag of 17",
                "/averyveryverylongword",
                "/who\tis",
                "/whoi\u017f"
            })
    void unknownCommandIsNeverSaid(String line) {
        assertThat(refusal(line).code()).isEqualTo(ErrorCode.UNKNOWN_COMMAND);
        assertThat(refusal(line)).hasMessageContaining("/say");
    }

    @Test
    void anUnknownCommandIsNamedInTheAnswerAndNotAtLength() {
        assertThat(refusal("/etc/passwd is a file")).hasMessageStartingWith("There is no command /etc/passwd.");
        assertThat(refusal("/" + "x".repeat(4000)).getMessage()).hasSizeLessThan(200);
        Harmless.assertHarmless(refusal("/x\u001b[2J\u2028\u202e").getMessage());
    }

    @Test
    void theTagOfAnUnknownCommandComesBack() {
        assertThat(refusal("/dance@t1 tango").tag()).isEqualTo("t1");
        assertThat(refusal("/dance tango").tag()).isEmpty();
    }

    @Test
    void aTagHasOneTo16Characters() throws Exception {
        assertThat(ClientLine.parse("/who@1")).isEqualTo(new ClientLine(new Who(), "1"));
        assertThat(ClientLine.parse("/say@aZ0-_6789012345x hi"))
                .isEqualTo(new ClientLine(new Say("hi"), "aZ0-_6789012345x"));
    }

    @Test
    void verbsMayBeTypedInAnyCase() throws Exception {
        assertThat(ClientLine.parse("/JOIN Kitchen").command()).isEqualTo(new Join("Kitchen"));
        assertThat(ClientLine.parse("/jOiN Kitchen").command()).isEqualTo(new Join("Kitchen"));
    }

    @Test
    void verbsAreTheSameInTurkey() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat("JOIN".toLowerCase(Locale.getDefault())).isNotEqualTo("join"); // the trap
            assertThat(ClientLine.parse("/JOIN x").command()).isEqualTo(new Join("x"));
            assertThat(ClientLine.parse("/NICK x").command()).isEqualTo(new Nick("x"));
            assertThat(ClientLine.parse("/HISTORY").command()).isEqualTo(new History(0));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void textIsTakenAsItStandsBehindOneSpace() throws Exception {
        assertThat(ClientLine.parse("/say  two spaces ").command()).isEqualTo(new Say(" two spaces "));
        assertThat(ClientLine.parse("/say /quit").command()).isEqualTo(new Say("/quit"));
        assertThat(ClientLine.parse("/msg bob  indented").command()).isEqualTo(new Msg("bob", " indented"));
    }

    @Test
    void wordsMayHaveSpacesAroundThem() throws Exception {
        assertThat(ClientLine.parse("/nick   ada  ").command()).isEqualTo(new Nick("ada"));
        assertThat(ClientLine.parse("/who  ").command()).isEqualTo(new Who());
    }

    @Test
    void unknownKeysBehindTheWordsAreIgnored() throws Exception {
        assertThat(ClientLine.parse("/nick ada colour=red").command()).isEqualTo(new Nick("ada"));
        assertThat(ClientLine.parse("/who state=op").command()).isEqualTo(new Who());
        assertThat(ClientLine.parse("/proto 1 ada token zip=1").command()).isEqualTo(new Proto(1, "ada", "token"));
        assertThat(ClientLine.parse("/history before=9 after=7 after=8").command())
                .isEqualTo(new History(7));
    }

    /** The first word alone would be another room, or another name, than the user meant. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/join group 1",
                "/nick Mary Ann",
                "/nick Mary =",
                "/op open sesame",
                "/unban mary ann",
                "/paste mary ann",
                "/hush on please",
                "/who kitchen",
                "/rooms all",
                "/leave kitchen",
                "/threads mine",
                "/help join",
                "/history newest after=7",
                "/history 7",
                "/proto 1 ada token and more",
                "/hands all",
                "/lower mary ann",
                "/next mary ann",
                "/hands undo all",
                "/vote yes no",
                "/poll close now",
                "/timer off now",
                "/lock rooms on please"
            })
    void tooManyWordsAreAnsweredWithTheUsage(String line) {
        assertThat(refusal(line).code()).isEqualTo(ErrorCode.BAD_ARGS);
        assertThat(refusal(line)).hasMessageStartingWith("Write it like this: " + line.split(" ")[0]);
    }

    @Test
    void timeWithoutItsUnitIsAnsweredWithTheUnits() {
        assertThat(refusal("/timer 5"))
                .hasMessageStartingWith("Write it like this: /timer 5m [TEXT]|off")
                .hasMessageContaining("s, m or h after the number");
    }

    @Test
    void optionalArgumentThatIsLeftOutIsEmpty() throws Exception {
        assertThat(ClientLine.parse("/proto 1").command()).isEqualTo(new Proto(1, "", ""));
        assertThat(ClientLine.parse("/proto 2 ada").command()).isEqualTo(new Proto(2, "ada", ""));
        assertThat(ClientLine.parse("/paste").command()).isEqualTo(new Paste(""));
        assertThat(ClientLine.parse("/quit").command()).isEqualTo(new Quit(""));
        assertThat(ClientLine.parse("/kick bob").command()).isEqualTo(new Kick("bob", ""));
        assertThat(ClientLine.parse("/hush ON").command()).isEqualTo(new Hush(true));
    }

    @Test
    void wordsOfTheClassroomAreReadInAnyCase() throws Exception {
        assertThat(ClientLine.parse("/timer 5M exercise 3").command())
                .isEqualTo(new InstructorCommand.Timer(300, "exercise 3"));
        assertThat(ClientLine.parse("/timer 1h").command()).isEqualTo(new InstructorCommand.Timer(3600, ""));
        assertThat(ClientLine.parse("/timer OFF").command()).isEqualTo(new InstructorCommand.Timer(0, ""));
        assertThat(ClientLine.parse("/lock Rooms ON").command())
                .isEqualTo(new InstructorCommand.Lock(InstructorCommand.Lock.Kind.ROOMS, true));
        assertThat(ClientLine.parse("/poll Close").command()).isEqualTo(new ClassroomCommand.Poll("close", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/say",
                "/say  ",
                "/msg",
                "/msg bob",
                "/msg bob  ",
                "/nick",
                "/join ",
                "/op",
                "/kick",
                "/ban",
                "/unban",
                "/announce",
                "/hush",
                "/hush perhaps",
                "/proto",
                "/proto one",
                "/proto 0",
                "/proto -1",
                "/proto 99999999999999999999",
                "/history after=",
                "/history after=-1",
                "/history after=+1",
                "/history after=\u0661",
                "/poll a,b",
                "/poll later",
                "/vote",
                "/timer",
                "/timer 5",
                "/timer 0s",
                "/timer 25h",
                "/timer 86401s",
                "/timer \u0665m",
                "/lock",
                "/lock rooms",
                "/lock doors on"
            })
    void missingArgumentIsAnsweredWithTheUsage(String line) {
        String verb = line.split("[ @]")[0];
        assertThat(refusal(line).code()).isEqualTo(ErrorCode.BAD_ARGS);
        assertThat(refusal(line)).hasMessageContaining(verb);
        assertThat(refusal(line.replaceFirst(verb, verb + "@t7")).tag()).isEqualTo("t7");
    }

    @Test
    void aTextThatAProgramSendsIsNeverACommand() throws Exception {
        for (String text : List.of("/quit", "/proto 1", " /quit", "//", "/say x", ".", "plain")) {
            String line = new ClientLine(new Say(text), "t1").print();
            assertThat(line).startsWith("/say@t1 ");
            assertThat(ClientLine.parse(line).command()).isEqualTo(new Say(text));
        }
    }

    @Test
    void aLineEndInATextCannotBecomeASecondCommand() {
        ClientLine forged = new ClientLine(new Say("hi\n/quit"));
        assertThatThrownBy(forged::print).isInstanceOf(IllegalArgumentException.class);
    }

    private static BadCommandException refusal(String line) {
        return catchThrowableOfType(BadCommandException.class, () -> ClientLine.parse(line));
    }
}
