package chatlab.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Event;
import chatlab.protocol.Part;
import chatlab.protocol.PlainRenderer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
    @Test
    void blockWithTheLongestTextsAndNamesFitsIntoTheBufferOfAPostman() {
        String name = "\uD840\uDC00".repeat(20); // of four bytes each
        PlainRenderer plain = new PlainRenderer(ZoneOffset.UTC);
        for (String text : List.of("x", "\u4E2D".repeat(1365), "\u4E2D".repeat(90), "x".repeat(4096))) {
            List<Event.Msg> messages = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                messages.add(new Event.Msg(
                        name,
                        "",
                        name,
                        Long.MAX_VALUE - 500 + i,
                        Instant.EPOCH,
                        new Part(i + 1, 500),
                        false,
                        "",
                        text));
            }
            List<Batch> batches = Batch.of(messages, plain);
            assertThat(batches).hasSizeLessThan(500); // several go together
            assertThat(batches)
                    .allMatch(batch ->
                            batch.rich().length <= Postman.BUFFER && batch.plain(plain).length <= Postman.BUFFER);
            assertThat(batches.stream().mapToInt(batch -> batch.events().size()).sum())
                    .isEqualTo(500);
        }
    }
}
