package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Command;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.Verb;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What muted and hushed people may do, and what an instructor can do. */
class SilencedTest {
    private final Story ada = Story.of("ada", "bob op", "cyd");

    @Test
    void mutedPersonMayOnlyWriteToAnInstructor() {
        ada.server("NOTE code=muted :The instructor has muted you.", "WHO name=ada room=lobby state=muted");
        assertThat(ada.chat.isMuted()).isTrue();
        ada.shows("* The instructor has muted you.");
        assertThat(ada.types("hi")).isFalse();
        assertThat(ada.chat.whyNot(ada.chat.open()))
                .hasValueSatisfying(why -> assertThat(why).contains("muted"));
        ada.shows("* The instructor has muted you.");

        assertThat(ada.types("/msg cyd hi")).isFalse();
        assertThat(ada.shown()).as("it says why, where that is not to be seen").hasSize(2);
        assertThat(ada.chat.conversations()).hasSize(1);
        ada.sends();
        assertThat(ada.types("/msg bob why me?")).isTrue();
        ada.sends("/msg@k1 bob why me?");
        assertThat(ada.chat.whyNot(ada.with("bob"))).isEmpty();
        assertThat(ada.types("/who")).isTrue();

        ada.server("NOTE code=unmuted");
        assertThat(ada.chat.isMuted()).isFalse();
        assertThat(ada.chat.whyNot(ada.chat.conversations().get(0))).isEmpty();
    }

    @Test
    void anInstructorInAnotherRoomCannotBeKnown() {
        ada.server("NOTE code=muted");
        assertThat(ada.types("/msg dan hi")).isTrue();
    }

    @Test
    void hushedPersonMayOnlyWriteToAnInstructor() {
        ada.server("NOTE code=hush-on :Silence.");
        assertThat(ada.chat.isHushed()).isTrue();
        assertThat(ada.types("hi")).isFalse();
        assertThat(ada.types("/msg bob hi")).isTrue();
        ada.server("NOTE code=hush-off");
        ada.actions.show(ada.chat.conversations().get(0));
        assertThat(ada.types("hi")).isTrue();
    }

    @Test
    void calledPersonSpeaksUnderTheHushUntilItsTurnIsOver() {
        ada.server("NOTE code=hush-on :Silence.", "NOTE code=called :It is your turn.");
        assertThat(ada.types("hi")).isTrue();
        ada.server("NOTE code=hush-on :Silence.");
        assertThat(ada.types("more")).isFalse();
    }

    @Test
    void theInstructorIsNotHushed() {
        ada.server("NOTE code=op", "WHO name=ada room=lobby state=op", "NOTE code=hush-on");
        assertThat(ada.chat.isInstructor()).isTrue();
        assertThat(ada.types("hi")).isTrue();
        ada.server("NOTE code=deop");
        assertThat(ada.chat.isInstructor()).isFalse();
        assertThat(ada.types("hi")).isFalse();
    }

    @Test
    void aSilenceIsForgottenWithTheConnection() {
        ada.server("NOTE code=hush-on");
        ada.losesAndReconnects();
        ada.hello("you=ada");
        assertThat(ada.chat.isHushed()).as("the server tells it again").isFalse();
    }

    @Test
    void rightsAreToldByTheListOfPeopleWhenComingBack() {
        ada.losesAndReconnects();
        ada.hello("you=ada");
        ada.server("WHO name=ada room=lobby state=op,muted", "END re=" + ada.tag("who"));
        assertThat(ada.chat.isInstructor()).isTrue();
        assertThat(ada.chat.isMuted()).isTrue();
    }

    @Test
    void commandsOfTheInstructorAreAnswered() {
        ada.actions.command(new InstructorCommand.Mute("cyd", "a while"));
        ada.sends("/mute@q2 cyd a while");
        ada.server("WHO name=cyd room=lobby state=muted", "OK re=q2 :Done.");
        ada.actions.command(new InstructorCommand.Announce("hear, hear"));
        ada.sends("/announce@k1 hear, hear");
        ada.actions.command(new Command.Op("x".repeat(5000)));
        ada.sends();
        assertThat(ada.shown()).contains("* cyd may not speak for now.", "* Done.", "... hear, hear");
    }

    @Test
    void commandsOfTheInstructorAreOfferedToTheInstructorAlone() {
        assertThat(ada.chat.commands("")).contains(Verb.MSG, Verb.OP).doesNotContain(Verb.KICK, Verb.PROTO, Verb.PASTE);
        assertThat(ada.chat.commands("M")).containsExactly(Verb.MSG);
        ada.server("NOTE code=op");
        assertThat(ada.chat.commands("m")).containsExactly(Verb.MSG, Verb.MUTE);
        assertThat(ada.chat.commands("x")).isEmpty();
    }

    @Test
    void namesAreCompletedInNaturalOrderAndOneselfLast() {
        ada.server("JOIN room=lobby name=Adam", "JOIN room=lobby name=adele", "JOIN room=lobby name=\u00c4nne");
        ada.actions.talkTo("adrian");
        ada.actions.talkTo("Adam");
        assertThat(completions("(AD")).containsExactly("Adam", "adele", "adrian", "ada");
        assertThat(completions("\u00e4")).containsExactly("\u00c4nne");
        assertThat(completions("z")).isEmpty();
        ada.server("JOIN room=lobby name=swarm10", "JOIN room=lobby name=swarm2");
        assertThat(completions("sw")).containsExactly("swarm2", "swarm10");
    }

    private List<String> completions(String text) {
        return ada.chat.completions(text, text.length()).names();
    }
}
