package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Typed messages and commands, their delivery, and the messages of others. */
class TalkingTest {
    private final Story ada = Story.of("ada", "bob");

    @Test
    void ownMessageIsPendingUntilTheServerSendsItBack() {
        assertThat(ada.types("hi all")).isTrue();
        ada.sends("/say@k1 hi all");
        ada.shows("... hi all");

        ada.server("MSG room=lobby from=bob id=1 :first", "MSG room=lobby from=ada id=2 re=k1 :hi all");
        ada.shows("<bob> first", "my <ada> hi all");
    }

    @Test
    void refusedMessageCanBeSentAgainOrThrownAway() {
        ada.types("hi");
        ada.types("ho");
        ada.server("ERR re=k1 code=muted :Not now.", "ERR re=k2 code=muted :Not now.");
        ada.shows("... hi (Not now.)", "... ho (Not now.)");
        ada.sent();

        Conversation room = ada.chat.open();
        ada.actions.sendAgain(room, room.pending().get(0));
        ada.sends("/say@k3 hi");
        ada.shows("... ho (Not now.)", "... hi");
        ada.actions.discard(room.pending().get(0));
        ada.shows("... hi");
        ada.server("MSG room=lobby from=ada id=2 re=k3 :hi");
        ada.shows("my <ada> hi");
    }

    @Test
    void answerWithoutQuestionIsIgnored() {
        ada.types("hi");
        ada.server(
                "MSG room=lobby from=ada id=1 :from my other window",
                "MSG room=lobby from=bob id=2 re=k7 :x",
                "OK",
                "END");
        ada.shows("my <ada> from my other window", "<bob> x", "... hi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"// hi", "/* hi", "/", "/1", " /quit", "  indented", "hi /quit"})
    void textThatIsNoCommandIsSaid(String text) {
        assertThat(ada.types(text)).isTrue();
        ada.sends("/say@k1 " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n\n", "\t\r\n"})
    void blankTextIsNotSent(String text) {
        assertThat(ada.types(text)).isFalse();
        ada.sends();
        ada.shows();
    }

    @Test
    void lineEndsAtTheEndDoNotCount() {
        ada.types("hi\r\n\n");
        ada.sends("/say@k1 hi");
    }

    @Test
    void controlCharactersAreNotSent() {
        ada.types("a\u001b[2Jb\u0000c\td");
        ada.sends("/say@k1 a [2Jb c\td");
    }

    @Test
    void aWrongCommandIsExplainedAndStaysWithTheUser() {
        assertThat(ada.types("/frobnicate")).isFalse();
        assertThat(ada.types("/join ?!")).isFalse();
        assertThat(ada.types("/nick server")).isFalse();
        assertThat(ada.types("/mute")).isFalse();
        ada.sends();
        assertThat(ada.shown()).hasSize(4).allMatch(line -> line.startsWith("! "));
    }

    @Test
    void commandsAreAskedAndAnswered() {
        assertThat(ada.types("/nick countess")).isTrue();
        ada.sends("/nick@q2 countess");
        ada.server("NICK old=ada new=countess", "OK re=q2");
        assertThat(ada.chat.me()).isEqualTo("countess");
        assertThat(ada.people()).containsExactlyInAnyOrder("bob", "countess");

        ada.types("/kick bob");
        ada.server("ERR re=q3 code=not-allowed :Only the instructor can do that.");
        ada.types("/ping you there?");
        ada.server("PONG re=q4 :you there?");
        ada.types("/pong x");
        ada.shows(
                "* You are countess now.",
                "! Only the instructor can do that.",
                "* The server answers: pong you there?");
    }

    @Test
    void helpIsAnsweredHere() {
        ada.types("/help");
        ada.sends();
        assertThat(ada.shown()).contains("* /nick NAME: choose your name").noneMatch(line -> line.contains("/kick"));
    }

    @Test
    void pasteAloneIsExplained() {
        assertThat(ada.types("/paste")).isTrue();
        ada.sends();
        assertThat(ada.shown()).hasSize(1);
    }

    @Test
    void messageBeyondTheLimitOfPendingOnesIsRefusedInWords() {
        for (int i = 0; i < OwnMessages.MAX; i++) {
            assertThat(ada.types("line " + i)).isTrue();
        }
        ada.sent();
        assertThat(ada.types("one more")).isFalse();
        ada.sends();
        assertThat(ada.chat.open().pending()).hasSize(OwnMessages.MAX);
        assertThat(ada.shown().get(0)).startsWith("! ");
    }

    @Test
    void announcementIsShownAsAnnouncement() {
        ada.server("MSG room=* from=bob id=1 :five minutes left");
        ada.server("NOTE code=op :You are an instructor now.");
        ada.types("/announce four minutes left");
        ada.server("MSG room=* from=ada id=2 re=k1 :four minutes left");
        ada.shows(
                "<bob to all> five minutes left", "* You are an instructor now.", "my <ada to all> four minutes left");
    }

    @Test
    void controlCharactersOfOthersAreNotShown() {
        ada.server(
                "MSG room=lobby from=bob id=1 :  a\u001b[31m   b\u202ec",
                "MSG room=kitchen from=bob id=2 :another room");
        ada.shows("<bob>   a [31m   b c");
    }

    @Test
    void aLongNameIsCut() {
        ada.server("MSG room=lobby from=" + "x".repeat(300) + " id=1 :hi");
        ada.shows("<" + "x".repeat(40) + "\u2026> hi");
    }

    @Test
    void lineBeyondTheLimitIsRefused() {
        Actions.Limit limit = Actions.limit(ada.chat.open(), "x");
        assertThat(limit.used()).isEqualTo(1);
        String longest = "\u00e9".repeat(limit.most() / 2);
        assertThat(ada.types(longest)).isTrue();
        assertThat(ada.sent().get(0).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(4096);

        assertThat(ada.types(longest + "xx")).isFalse();
        assertThat(ada.types("/nick " + "x".repeat(4096))).isFalse();
        ada.sends();
        assertThat(ada.shown()).filteredOn(line -> line.startsWith("! ")).hasSize(2);
    }

    @Test
    void severalLinesHaveLimitsOfTheirOwn() {
        Conversation room = ada.chat.open();
        assertThat(Actions.limit(room, "x\n".repeat(499) + "x")).isEqualTo(new Actions.Limit(500, 500));
        assertThat(Actions.limit(room, "x\n".repeat(500) + "x").tooMuch()).isTrue();
        assertThat(Actions.limit(room, "a\n" + "x".repeat(4096))).isEqualTo(new Actions.Limit(4096, 4096));
        assertThat(Actions.limit(room, "a\n" + "x".repeat(4097)).tooMuch()).isTrue();
        assertThat(Actions.limit(room, ("x".repeat(1023) + "\n").repeat(64)))
                .isEqualTo(new Actions.Limit(65536, 65536));
        assertThat(ada.types(("x".repeat(1023) + "\n").repeat(65))).isFalse();
        ada.sends();
    }

    @Test
    void textTypedOfflineStaysWithTheUser() {
        ada.feed.lost("no way", Story.RETRY);
        ada.sent();
        assertThat(ada.types("hi")).isFalse();
        assertThat(ada.types("/who")).isFalse();
        ada.sends();
        assertThat(ada.chat.whyNot(ada.chat.open())).contains("There is no connection just now.");
    }
}
