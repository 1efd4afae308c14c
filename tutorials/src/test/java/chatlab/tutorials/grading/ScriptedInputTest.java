package chatlab.tutorials.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class ScriptedInputTest {
    @Test
    void scriptedBytesAreTheSameHoweverTheyAreCut() throws IOException {
        for (ScriptedInput in : ScriptedInput.cutInAllWays("h\u00e9llo\n")) {
            assertThat(in.readAllBytes()).as(in.toString()).asString().isEqualTo("h\u00e9llo\n");
        }
        assertThat(ScriptedInput.cutInAllWays("12345")).hasSize(16);
        assertThat(ScriptedInput.cutOnce("12345")).hasSize(5);
        assertThat(ScriptedInput.byteByByte("12345").read(new byte[100])).isEqualTo(1);
        assertThat(ScriptedInput.of("12345").read(new byte[100])).isEqualTo(5);
    }

    @Test
    void scriptIsShownAsItHappens() throws IOException {
        ScriptedInput in = ScriptedInput.of("a\n", new byte[] {(byte) 0xe2}).withTimeouts();
        assertThat(in).hasToString("\"a\\n\" | time-out | bytes E2 | the end");
        assertThat(in.readNBytes(2)).hasSize(2);
        assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
        assertThat(in.readAllBytes()).hasSize(1);
    }
}
