package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GreetingTest {
    @Test
    void greetingNamesTheServerTheClientAndTheNextStep() {
        assertThat(new Greeting("Room 12", true, "guest1").print())
                .isEqualTo("* CHAT/1 Room 12 (recorded). You are guest1. Type to talk; /help for commands.");
        assertThat(new Greeting("Room 12", false, "guest1").print())
                .isEqualTo("* CHAT/1 Room 12. You are guest1. Type to talk; /help for commands.");
    }

    @Test
    void greetingIsRecognisedByItsStartAlone() {
        assertThat(Greeting.isGreeting(new Greeting("x", false, "guest1").print()))
                .isTrue();
        assertThat(Greeting.isGreeting("* CHAT/1 anything at all")).isTrue();
        assertThat(Greeting.isGreeting("* CHAT/10 x")).isFalse();
        assertThat(Greeting.isGreeting("SSH-2.0-OpenSSH")).isFalse();
    }

    @Test
    void greetingIsOneLineWhateverTheTitle() {
        Harmless.assertHarmless(new Greeting("Room\n12\u2028\u001b[2J {0} it's", true, "guest1").print());
        assertThat(new Greeting("{0} it's", false, "guest1").print()).startsWith("* CHAT/1 {0} it's. You are guest1.");
    }
}
