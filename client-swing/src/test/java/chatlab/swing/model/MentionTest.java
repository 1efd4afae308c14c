package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ADA!",
                "hi ada",
                "hi @Ada:",
                "(ada)",
                "thank you, ada.",
                "ada's",
                "-ada-",
                "see ada...",
                "\u0430da",
                "a ada-lena ada"
            })
    void isTheNameAsAWord(String text) {
        assertThat(new Mention("ada").isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "adam", "canada", "ada-lena", "ada_x", "adada", "a d a", "\u00e4da", "ada2", "..."})
    void partOfAnotherWordIsNoMention(String text) {
        assertThat(new Mention("ada").isIn(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "bob., hi bob",
        "Zo\u00eb, zoe\u0308 is here",
        "guest1, GUEST1?",
        "stra\u00dfe, STRASSE",
        "a.b, so a.b is"
    })
    void namesMayHoldOtherThingsThanLetters(String name, String text) {
        assertThat(new Mention(name).isIn(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "田中, 田中さん、こんにちは",
        "田中, @田中さん",
        "田中, 明日田中さんが来る",
        "田中, 田中",
        "たなか, そうたなかさん",
        "カトー, あのカトーさん",
        "张伟, 你好张伟在吗",
        "สมชาย, คุณสมชายอยู่ไหม",
        "ສົມ, ທ່ານສົມຢູ່",
        "ada, adaさん、こんにちは",
        "ada, これがadaです"
    })
    void needsNoBlanksWhereTheScriptHasNone(String name, String text) {
        assertThat(new Mention(name).isIn(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "か, がっこう", // the mark makes another letter of it
        "田中, 田口中",
        "ada, これがadamです",
        "ada, adam田中",
        "민수, 민수진은",
        "анна, марианна"
    })
    void isNoPartOfAnotherWordInAnyScript(String name, String text) {
        assertThat(new Mention(name).isIn(text)).isFalse();
    }

    @Test
    void emptyNameIsNeverMentioned() {
        assertThat(new Mention("").isIn("hi . - there")).isFalse();
        assertThat(new Mention("...").isIn("hi ... there")).isFalse();
    }

    @Test
    void ownAndOldMessagesAreNoMentions() {
        Story ada = new Story();
        ada.connects("ada");
        ada.hello("you=ada");
        ada.historyAnswers("MSG room=lobby from=bob id=1 old=1 :ada");
        ada.server("MSG room=lobby from=ada id=2 :ada", "MSG room=lobby from=bob id=3 :ada");
        ada.server("MSG room=lobby from=bob id=4 part=1/2 :look", "MSG room=lobby from=bob id=4 part=2/2 :ada");
        ada.shows(
                "-- Earlier",
                "old <bob> ada",
                "-- From now on",
                "my <ada> ada",
                "@ <bob> ada",
                "@ <bob> code: look|ada");
    }

    /** Plain texts are looked through without making a key of each word. */
    @Test
    void plainTextsAreComparedAsNamesAre() {
        for (char c = '!'; c < 0x7F; c++) {
            for (char other = '!'; other < 0x7F; other++) {
                boolean same = Name.keyOf("a" + c + "b").equals(Name.keyOf("a" + other + "b"));
                boolean isWord = Character.isLetterOrDigit(other) || "._-".indexOf(other) >= 0;
                assertThat(new Mention("a" + c + "b").isIn("hi A" + other + "B!"))
                        .as("%s and %s", c, other)
                        .isEqualTo(same && isWord);
            }
        }
    }
}
