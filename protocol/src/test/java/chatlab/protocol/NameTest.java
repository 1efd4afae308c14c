package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chatlab.protocol.BadNameException.Reason;
import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "x",
                "R2-D2",
                "ada_l.1",
                "Jos\u00e9",
                "\u017c\u00f3\u0142w",
                "\u0420\u043e\u043c\u0430", // Russian
                "\u039d\u03af\u03ba\u03bf\u03c2", // Greek
                "\u05d3\u05d5\u05d3", // Hebrew
                "\u0645\u062d\u0645\u062f", // Arabic
                "\u0905\u0928\u0940\u0924\u093e", // Hindi, with vowel signs that are marks
                "\u0e2d\u0e33\u0e19\u0e32\u0e08", // Thai
                "\u5f20\u4f1f", // Chinese
                "\u4f50\u3005\u6728\u30e6\u30ad\u3093", // Japanese: Han, Katakana and Hiragana
                "\uae40\u6f22", // Korean: Hangul and Han
                "n\u0303\u0301", // two marks on a letter
                "yours",
                "guest",
                "guestbook",
                "Ali",
                "\u018fli", // Azerbaijani
                "\u0253ata", // Hausa
                "Nguy\u1ec5n",
                "you-ri", // but not you
                "Youl",
                "O\u02bbtkir", // Uzbek
                "Ka\u02bciulani",
                "\u30e6\u30fc\u30ad"
            })
    void namesInScriptsInUseAreAccepted(String typed) throws Exception {
        assertThat(Name.ofPerson(typed).shown()).isEqualTo(Normalizer.normalize(typed, Normalizer.Form.NFC));
    }

    @Test
    void aNameIsShownComposedAndOtherwiseAsItWasTyped() throws Exception {
        assertThat(Name.ofPerson("Jose\u0301").shown()).isEqualTo("Jos\u00e9");
        assertThat(Name.ofPerson("\uff21da").shown()).isEqualTo("\uff21da");
        assertThat(Name.ofPerson("Ada")).hasToString("Ada");
    }

    @ParameterizedTest
    @CsvSource({
        "'',                            EMPTY",
        "abcdefghijklmnopqrstu,         LENGTH", // 21
        "9lives,                        FIRST",
        "-ada,                          FIRST",
        "_ada,                          FIRST",
        ".ada,                          FIRST",
        "\u0301a,                       FIRST", // a mark without a base
        "ada lovelace,                  CHARACTER",
        "'ada\t',                       CHARACTER",
        "'ada\n',                       CHARACTER",
        "ada\u001b[2J,                  CHARACTER",
        "'ada\u0000',                   CHARACTER",
        "ada:,                          CHARACTER",
        "<ada>,                         CHARACTER",
        "ada@home,                      CHARACTER",
        "a=b,                           CHARACTER",
        "*,                             CHARACTER",
        "ada\u2028,                     CHARACTER",
        "ada\u202e,                     CHARACTER",
        "ada\u200d,                     CHARACTER", // zero width
        "ada\ufeff,                     CHARACTER",
        "ada\u00ad,                     CHARACTER", // soft hyphen
        "\uD83D\uDC22,                  CHARACTER", // a turtle
        "ada\u00bd,                     CHARACTER", // a half is no digit
        "\u3164,                        CHARACTER", // Hangul fillers are letters to Java
        "a\u115f,                       CHARACTER",
        "a\u1160,                       CHARACTER",
        "a\uffa0,                       CHARACTER",
        "a\u034f,                       CHARACTER",
        "a\ufe0f,                       CHARACTER",
        "\u1780\u17b4,                  CHARACTER",
        "\u2100,                        CHARACTER", // NFKC makes a/c of it
        "\ufdfa,                        CHARACTER", // and of this one eighteen letters and spaces
        "a\u2048b,                      CHARACTER", // ?!
        "\ufb03\ufb03\ufb03\ufb03\ufb03\ufb03\ufb03, LENGTH", // seven times ffi
        "a\u0301\u0302\u0303\u0304,     MARKS",
        "ad\u0430,                      SCRIPTS", // the last a is Cyrillic
        "\u03b1da,                      SCRIPTS",
        "ada\u5f20,                     SCRIPTS",
        "\uae40\u304b,                  SCRIPTS", // Hangul and Hiragana
        "\u0661\u0661,                  FIRST",
        "a\u0665,                       SCRIPTS", // an Arabic five is round like an o
        "\ua4d0\ua4f3\ua4d0,            SCRIPTS", // Lisu letters that look like BOB
        "\u13aa\u13de,                  SCRIPTS", // Cherokee ones
        "server,                        RESERVED",
        "You,                           RESERVED",
        "CHATLAB,                       RESERVED",
        "\uff53\uff45\uff52\uff56\uff45\uff52, RESERVED",
        "Adm1n,                         RESERVED",
        "admln,                         RESERVED",
        "instruct0r,                    RESERVED",
        "guest7,                        RESERVED",
        "GUEST007,                      RESERVED",
        "guestI,                        RESERVED",
        "guest1O,                       RESERVED",
        "server.,                       RESERVED",
        "Mr.Teacher,                    RESERVED",
        "the_teacher,                   RESERVED",
        "s3rver,                        RESERVED",
        "t34ch3r2,                      RESERVED",
        "T\u00e9acher,                   RESERVED",
        "serve\u0335r,                  RESERVED",
        "lnstructor,                    RESERVED",
        "teacher1,                      RESERVED",
        "adminl,                        RESERVED", // which has the same key as admin1
        "serverO,                       RESERVED",
        "guest-1,                       RESERVED",
        "in_structor,                   RESERVED",
        "b\u1d11b,                      SCRIPTS", // a sideways o
        "\uab32ve,                      SCRIPTS", // a blackletter e
        "bob\u02b9,                     SCRIPTS", // a prime
        "bob\u02d1,                     SCRIPTS" // half a colon
    })
    void nameAgainstARuleIsRefusedForThatRule(String typed, Reason reason) {
        BadNameException refusal = catchThrowableOfType(BadNameException.class, () -> Name.ofPerson(typed));
        assertThat(refusal).as(typed).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal).hasMessageMatching("[A-Z].*\\.");
    }

    @ParameterizedTest
    @CsvSource({
        "ada,       ADA",
        "ada,       \uff41\uff44\uff41", // full width
        "ada,       \uD835\uDC1A\uD835\uDC1D\uD835\uDC1A", // mathematical bold
        "ace,       \u0430\u0441\u0435", // Cyrillic
        "ACE,       \u0410\u0421\u0415",
        "Ava,       \u0391\u03bd\u03b1", // Greek
        "Hanna,     \u029c\u1d00\u0274\u0274\u1d00", // small capitals
        "Zo\u00eb,  Zoe\u0308",
        "\u00ebva,  \u0451\u0475\u0430", // Cyrillic, and its e has dots as well
        "\u00e9ve,  \u0435\u0301\u0475\u0435", // Cyrillic, with an accent that nothing composes
        "strasse,   stra\u00dfe",
        "STRASSE,   STRA\u1e9eE",
        "\u03bf\u03b4\u03cc\u03c2, \u039f\u0394\u038c\u03a3", // Greek, a final sigma
        "ira,       \u0130ra", // Turkish, with a dot
        "ira,       \u0131ra", // and without
        "ira,       i\u0307ra", // a dot above the dot
        "lan,       1an",
        "bob,       b0b",
        "bob,       \u0184ob",
        "kim,       \u0138im",
        "O\u02bbtkir, O\u02bctkir",
        "\u5de5\u85e4, \u30a8\u85e4" // Katakana E is like the character for work
    })
    void equalOrLookAlikeNamesAreTheSame(String one, String other) {
        assertThat(Name.keyOf(other)).isEqualTo(Name.keyOf(one));
    }

    @ParameterizedTest
    @CsvSource({
        "ada, eda",
        "Jos\u00e9, Jose",
        "ada1, ada2",
        "ada, ada.",
        "ann, anna",
        "Neil, Nell",
        "\u0430\u0434\u0430, ada"
    })
    void differentNamesAreBothAllowed(String one, String other) {
        assertThat(Name.keyOf(other)).isNotEqualTo(Name.keyOf(one));
    }

    @Test
    void aRoomMayStartWithADigitAndBeCalledAsTheServer() throws Exception {
        assertThat(Name.ofRoom("101").shown()).isEqualTo("101");
        assertThat(Name.ofRoom("server").shown()).isEqualTo("server");
        assertThat(catchThrowableOfType(BadNameException.class, () -> Name.ofRoom("-1"))
                        .reason())
                .isEqualTo(Reason.FIRST);
        assertThat(catchThrowableOfType(BadNameException.class, () -> Name.ofRoom(Chat1.ALL_ROOMS))
                        .reason())
                .isEqualTo(Reason.CHARACTER);
    }

    @Test
    void namesOfGuestsCannotBeChosen() {
        assertThat(Name.guest(12).shown()).isEqualTo("guest12");
        assertThat(Name.guestNumber("guest12")).isEqualTo(12);
        assertThat(Name.guestNumber("guest")).isZero();
        assertThat(Name.guestNumber("guest9999999999")).isZero();
        assertThat(catchThrowableOfType(
                        BadNameException.class,
                        () -> Name.ofPerson(Name.guest(12).shown())))
                .isNotNull();
        assertThat(Name.guest(1).key()).isNotEqualTo(Name.guest(2).key());
    }

    @Test
    void namesAreTheSameInTurkey() {
        String here = Name.keyOf("ISTANBUL");
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(Name.keyOf("ISTANBUL")).isEqualTo(here);
            assertThat(Name.keyOf("istanbul")).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyAcceptedNameIsHarmlessAndEqualsItself() {
        Hostile hostile = new Hostile(3);
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            String typed = hostile.text();
            try {
                Name name = Name.ofPerson(typed);
                accepted++;
                Harmless.assertHarmless(name.shown());
                assertThat(name.shown()).doesNotContain(" ", ":", "=", "<", ">", "*", "/", ",", "\t");
                assertThat(name.shown().codePointCount(0, name.shown().length()))
                        .isBetween(1, Name.MAX_LENGTH);
                assertThat(Name.ofPerson(name.shown())).isEqualTo(name);
                assertThat(Name.keyOf(typed)).isEqualTo(name.key());
                assertThat(Name.keyOf(name.shown().toUpperCase(Locale.ROOT))).isEqualTo(name.key());
            } catch (BadNameException e) {
                assertThat(e.reason()).isNotNull();
            }
        }
        assertThat(accepted).isGreaterThan(200);
    }
}
