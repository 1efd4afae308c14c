package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.model.Entry.Manner;
import chatlab.swing.model.Entry.Said;
import org.junit.jupiter.api.Test;

/** Several lines at once. */
class CodeTest {
    private final Story ada = Story.of("ada", "bob");

    @Test
    void severalLinesAreCodeAndComeBackAsOne() {
        assertThat(ada.types("if (x)\n\n\treturn;\n..\n/quit\n")).isTrue();
        ada.sends("/paste@k1", "if (x)", "", "\treturn;", "...", "/quit", ".");
        ada.shows("... if (x)||\treturn;|..|/quit");
        ada.server(
                "MSG room=lobby from=ada id=1 part=1/5 re=k1 :if (x)",
                "MSG room=lobby from=ada id=1 part=2/5 re=k1 :",
                "MSG room=lobby from=ada id=1 part=3/5 re=k1 :\treturn;",
                "MSG room=lobby from=ada id=1 part=4/5 re=k1 :..");
        ada.shows("... if (x)||\treturn;|..|/quit");
        ada.server("MSG room=lobby from=ada id=1 part=5/5 re=k1 :/quit");
        ada.shows("my <ada> code: if (x)||\treturn;|..|/quit");
    }

    @Test
    void aCommandAmongSeveralLinesIsNone() {
        ada.types("/quit\nx");
        ada.sends("/paste@k1", "/quit", "x", ".");
        ada.types("/say x\ny");
        ada.sends("/paste@k2", "/say x", "y", ".");
    }

    @Test
    void aKeyOfTwoWordsIsNotSaidToTheRoom() {
        assertThat(ada.types("/op open sesame\nx")).isFalse();
        ada.sends();
        ada.shows("! Write it like this: /op KEY");
    }

    @Test
    void asksBeforeALineWithASecretIsPublished() {
        assertThat(ada.types("hi\n/op opensesame")).isFalse();
        ada.sends();
        assertThat(ada.shown())
                .anyMatch(line ->
                        line.startsWith("! Nothing was sent. One of these lines looks like a command with a key"));
        assertThat(ada.types("hi\n/op opensesame")).isTrue();
        ada.sends("/paste@k1", "hi", "/op opensesame", ".");
    }

    @Test
    void pasteThatBeginsAsPrivateStaysPrivate() {
        ada.types("/msg bob look:\n  x = 1");
        ada.sends("/paste@k1 bob", "look:", "  x = 1", ".");
        assertThat(ada.shownWith("bob")).containsExactly("... look:|  x = 1");
        assertThat(ada.chat.open()).isSameAs(ada.with("bob"));

        ada.actions.show(ada.chat.conversations().get(0));
        ada.types("/msg bob\n  x = 1");
        ada.sends("/paste@k2 bob", "  x = 1", ".");
        ada.actions.show(ada.chat.conversations().get(0));
        ada.types("/paste bob\n  x = 1");
        ada.sends("/paste@k3 bob", "  x = 1", ".");
        ada.types("in the private one\nx");
        ada.sends("/paste@k4 bob", "in the private one", "x", ".");
    }

    @Test
    void codeOfOthersIsOneEntryWithItsIndentation() {
        ada.server(
                "MSG room=lobby from=bob id=1 part=1/3 :for x:",
                "MSG room=lobby from=bob id=1 part=2/3 :    \tprint(x)",
                "PING :in between",
                "MSG room=lobby from=bob id=1 part=3/3 :");
        ada.shows("<bob> code: for x:|    \tprint(x)|");
        Said said = (Said) ada.chat.open().transcript().get(0);
        assertThat(said.manner()).isEqualTo(Manner.CODE);
        assertThat(said.lines()).hasSize(3);
        assertThat(said.id()).isEqualTo(1);
    }

    @Test
    void codeOfTheHistoryIsOneEntryToo() {
        Story eve = new Story();
        eve.connects("eve");
        eve.hello("you=eve");
        eve.whoAnswers("eve");
        eve.historyAnswers(
                "MSG room=lobby from=bob id=1 part=1/2 old=1 :a",
                "MSG room=lobby from=bob id=1 part=2/2 old=1 :b",
                "MSG room=lobby from=bob id=2 part=1/1 old=1 :c");
        eve.shows("-- Earlier", "old <bob> code: a|b", "old <bob> code: c", "-- From now on");
    }

    @Test
    void partsThatAreMissingOrTwiceAreShownAsFarAsTheyGo() {
        ada.server("MSG room=lobby from=bob id=1 part=9/20 :i", "MSG room=lobby from=bob id=1 part=10/20 :j");
        ada.server("MSG room=lobby from=bob id=1 part=10/20 :j", "MSG room=lobby from=cyd id=1 part=11/20 :k");
        ada.server("MSG room=lobby from=cyd id=2 :whole", "MSG room=lobby from=cyd id=3 part=1/2 :l");
        ada.server("JOIN room=lobby name=eve", "MSG room=lobby from=cyd id=3 part=2/2 :m");
        ada.shows(
                "<bob> code: i|j",
                "<bob> code: j",
                "<cyd> code: k",
                "<cyd> whole",
                "<cyd> code: l",
                "~ eve joined.",
                "<cyd> code: m");
    }

    @Test
    void unfinishedPasteIsShownWhenTheConnectionEnds() {
        ada.server("MSG room=lobby from=bob id=1 part=1/2 :a");
        ada.shows();
        ada.feed.ended("gone");
        ada.shows("<bob> code: a", "! gone");
    }

    @Test
    void codeHasABound() {
        String line = "x".repeat(8000);
        for (int i = 1; i <= 12; i++) {
            ada.server("MSG room=lobby from=bob id=1 part=" + i + "/500 :" + line);
        }
        ada.feed.ended("gone");
        assertThat(ada.shown()).hasSize(3);
        assertThat(((Said) ada.chat.open().transcript().get(0)).lines()).hasSize(9);
    }
}
