package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server is not trusted: what a client makes of lines that no decent server would send. */
class EventParserTest {
    private static final String AT = "at=2026-11-20T10:00:00.000Z";

    @Test
    void unknownKeysAreIgnored() {
        assertThat(Event.parse("ROOM colour=blue name=lobby people=3 x= =y z")).contains(new Event.Room("lobby", 3));
    }

    @Test
    void keysMayStandInAnyOrder() {
        assertThat(Event.parse("JOIN " + AT + " name=ada room=lobby"))
                .contains(new Event.Join("lobby", "ada", Instant.parse("2026-11-20T10:00:00Z")));
    }

    @Test
    void ofARepeatedKeyTheFirstCounts() {
        assertThat(Event.parse("ROOM name=lobby people=3 people=99 name=other")).contains(new Event.Room("lobby", 3));
    }

    @Test
    void theTextBeginsAtTheFirstColonAfterASpaceAndIsNeverEscaped() {
        assertThat(Event.parse("NOTE code=a:b :one :two code=c \\n"))
                .contains(new Event.Note("a:b", "one :two code=c \\n"));
        assertThat(Event.parse("NOTE : indented ")).contains(new Event.Note("", " indented "));
        assertThat(Event.parse("NOTE :")).contains(new Event.Note("", ""));
        assertThat(Event.parse("NOTE")).contains(new Event.Note("", ""));
    }

    @Test
    void aKeyInTheTextIsText() {
        assertThat(Event.parse("ERR code=muted :code=full re=t1"))
                .contains(new Event.Err("", "muted", "code=full re=t1"));
    }

    @Test
    void codesThatAreNewToTheClientReachIt() {
        assertThat(Event.parse("ERR code=too-sunny :Draw the curtains."))
                .contains(new Event.Err("", "too-sunny", "Draw the curtains."));
    }

    @Test
    void timesNeedNoMilliseconds() {
        assertThat(Event.parse("NICK old=a new=b at=2026-11-20T10:00:00Z"))
                .contains(new Event.Nick("a", "b", Instant.parse("2026-11-20T10:00:00Z")));
    }

    @Test
    void aHelloWithoutItsNumbersHasTheUsualOnes() {
        assertThat(Event.parse("HELLO proto=1 run=r you=ada token=t room=lobby :Title"))
                .contains(new Event.Hello(1, "", "r", "ada", "t", "lobby", 60, 4096, 500, false, 0, "", "Title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "99999", "-1", "+80", "x", "8080/", "99999999999999999999", ""})
    void pageAtAnImpossiblePortIsIgnored(String web) {
        assertThat(Event.parse("HELLO proto=1 run=r you=ada token=t room=lobby web=" + web + " :Title"))
                .contains(new Event.Hello(1, "", "r", "ada", "t", "lobby", 60, 4096, 500, false, 0, "", "Title"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":text",
                "* CHAT/1 Room 12. You are guest1.",
                "<bob> hi",
                "msg room=lobby from=ada id=1 " + AT + " :hi",
                "HAND name=ada",
                "HAND name=ada place=-1",
                "HAND place=3",
                "UNDO name=ada",
                "UNDO of=next",
                "UNDO of=kick name=ada",
                "POLL state=open options=a voted=0 :one",
                "POLL state=open options=a,,b voted=0 :none",
                "POLL state=open options=a,b,c,d,e,f,g,h,i voted=0 :nine",
                "GONE id=9 room=lobby of=x from=bob by=ada at=" + AT,
                "GONE id=9 room=lobby from=bob by=ada at=" + AT,
                "GONE room=lobby of=7 from=bob by=ada at=" + AT,
                "TIMER left=5 :no end",
                "TIMER ends=soon left=5",
                "TIMER " + AT + " left=5",
                "POLL state=half options=a,b voted=0 :?",
                "POLL state=open options=a,b voted=many :?",
                "POLL state=shown options=a,b voted=3 :no counts",
                "POLL state=shown options=a,b voted=3 counts=3 :one count",
                "POLL state=shown options=a,b voted=3 counts=3,x :?",
                "DANCE name=ada",
                "MSG",
                "MSG :hi",
                "MSG room=lobby id=1 " + AT + " :no from",
                "MSG from=ada id=1 " + AT + " :neither room nor to",
                "MSG room=lobby to=bob from=ada id=1 " + AT + " :both",
                "MSG room=lobby from=ada " + AT + " :no id",
                "MSG room=lobby from=ada id=-1 " + AT + " :x",
                "MSG room=lobby from=ada id=+1 " + AT + " :x",
                "MSG room=lobby from=ada id=1e3 " + AT + " :x",
                "MSG room=lobby from=ada id=\u0661 " + AT + " :another digit one",
                "MSG room=lobby from=ada id=99999999999999999999 " + AT + " :x",
                "MSG room=lobby from=ada id=1 :no time",
                "MSG room=lobby from=ada id=1 at=yesterday :x",
                "MSG room=lobby from=ada id=1 at=+1000000000-12-31T23:59:59.999999999Z :a time that no clock shows",
                "MSG room=lobby from=ada id=1 at=-1000000000-01-01T00:00:00Z :x",
                "MSG room=lobby from=ada id=1 " + AT + " part=9/2 :x",
                "MSG room=lobby from=ada id=1 " + AT + " part=0/0 :x",
                "MSG room=lobby from=ada id=1 " + AT + " part=0/2 :x",
                "MSG room=lobby from=ada id=1 " + AT + " part=-1/2 :x",
                "MSG room=lobby from=ada id=1 " + AT + " part=1/501 :x",
                "MSG room=lobby from=ada id=1 " + AT + " part=1 :x",
                "MSG room=lobby from=ada id=1 " + AT + " part=1/2/3 :x",
                "MSG room=lobby from=ada id=1 " + AT + " part=/ :x",
                "JOIN room=lobby name= " + AT,
                "LEAVE room=lobby name=ada " + AT,
                "NICK old=ada " + AT,
                "WHO name=ada room=lobby",
                "ROOM name=lobby people=2147483648",
                "ROOM name=lobby people=many",
                "HELLO proto=1",
                "HELLO proto=1 run=r you=ada token=t room=lobby ping=soon",
                "ERR :no code",
                "BYE"
            })
    void malformedEventIsIgnored(String line) {
        assertThat(Event.parse(line)).isEmpty();
    }

    @Test
    void aLineFullOfSpacesOrKeysIsReadInNoTime() {
        assertThat(Event.parse("NOTE" + " ".repeat(8000) + ":x")).contains(new Event.Note("", "x"));
        assertThat(Event.parse("NOTE" + " a=b".repeat(2000) + " :x")).contains(new Event.Note("", "x"));
    }
}
