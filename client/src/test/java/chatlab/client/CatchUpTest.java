package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.client.CatchUp.Missed;
import chatlab.protocol.ClassroomEvent.Gone;
import chatlab.protocol.Event.Msg;
import chatlab.protocol.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatchUpTest {
    private final CatchUp catchUp = new CatchUp();

    @Test
    void asksForEverythingTheFirstTimeAndAfterTheLastMessageLater() {
        assertThat(catchUp.begin("r", "lobby")).isZero();
        catchUp.end(false);
        catchUp.live(message(7));

        assertThat(catchUp.begin("r", "Lobby")).isEqualTo(7);
        assertThat(catchUp.begin("r", "lab")).as("another room").isZero();
        catchUp.end(false);
        catchUp.live(message(8));

        assertThat(catchUp.begin("r", "lab")).isEqualTo(8);
        assertThat(catchUp.begin("r2", "lab")).as("another series of ids").isZero();
    }

    @Test
    void holdsBackWhatArrivesBeforeTheEndOfTheHistory() {
        catchUp.begin("r", "lobby");
        assertThat(catchUp.live(message(2))).isFalse();
        catchUp.old(message(1));
        catchUp.old(message(2));
        assertThat(catchUp.live(message(3))).isFalse();

        Missed missed = catchUp.end(false);

        assertThat(ids(missed.told())).containsExactly(1L, 2L);
        assertThat(ids(missed.since())).containsExactly(3L);
        assertThat(missed.messages()).isEqualTo(2);
        assertThat(catchUp.live(message(4))).isTrue();
        assertThat(catchUp.begin("r", "lobby")).isEqualTo(4);
    }

    @Test
    void neverDropsPrivateMessages() {
        catchUp.begin("r", "lobby");
        catchUp.live(secret(5));
        catchUp.begin("r", "lobby"); // the connection was lost before the history had been told
        catchUp.old(message(5));

        assertThat(catchUp.end(false).since()).containsExactly(secret(5));
        assertThat(catchUp.live(secret(9))).isTrue();
        assertThat(catchUp.begin("r", "lobby"))
                .as("a private message says nothing about the room")
                .isEqualTo(5);
    }

    @Test
    void showsTheRestOfAPasteThatWasCutOff() {
        catchUp.begin("r", "lobby");
        catchUp.end(false);
        catchUp.live(message(1));
        catchUp.live(part(2, 1, 3));
        catchUp.live(part(2, 2, 3));

        assertThat(catchUp.begin("r", "lobby")).isEqualTo(1);
        catchUp.old(part(2, 1, 3));
        catchUp.old(part(2, 2, 3));
        catchUp.old(part(2, 3, 3));

        Missed missed = catchUp.end(false);
        assertThat(missed.told()).containsExactly(part(2, 3, 3));
        assertThat(missed.messages()).isEqualTo(1);
        assertThat(catchUp.begin("r", "lobby")).isEqualTo(2);
    }

    @Test
    void lastToldCountsMessagesAndNotLines() {
        catchUp.begin("r", "lobby");
        catchUp.old(message(1));
        catchUp.old(part(2, 1, 2));
        catchUp.old(part(2, 2, 2));
        catchUp.old(message(3));

        Missed missed = catchUp.end(false);
        assertThat(missed.lastTold(2)).containsExactly(part(2, 1, 2), part(2, 2, 2), message(3));
        assertThat(missed.lastTold(1)).containsExactly(message(3));
        assertThat(missed.lastTold(20)).hasSize(4);
    }

    @Test
    void memoryIsBounded() {
        catchUp.begin("r", "lobby");
        for (int id = 1; id <= 3 * CatchUp.MAX_LINES; id++) {
            catchUp.old(message(id));
        }
        for (int i = 0; i < CatchUp.MAX_LINES; i++) {
            assertThat(catchUp.isFull()).isFalse();
            catchUp.live(message(10_000 + i));
        }
        assertThat(catchUp.isFull()).isTrue();

        Missed missed = catchUp.end(false);
        assertThat(missed.told()).hasSize(CatchUp.MAX_LINES);
        assertThat(missed.messages()).isEqualTo(CatchUp.MAX_LINES);
        assertThat(missed.gap()).isTrue();
    }

    /** A thousand lives of a client whose connection is lost at any moment, also while the history is being told. */
    @Test
    void seesEachMessageOnceHoweverOftenTheConnectionIsLost() {
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            CatchUp client = new CatchUp();
            List<Msg> said = new ArrayList<>();
            List<Msg> seen = new ArrayList<>();
            for (int lives = 0; lives < 6; lives++) {
                long after = client.begin("r", "lobby");
                say(random, said, client, seen, random.nextInt(3));
                List<Msg> history = said.stream().filter(m -> m.id() > after).collect(Collectors.toList());
                int told = lives < 5 && random.nextInt(3) == 0 ? random.nextInt(history.size() + 1) : history.size();
                history.subList(0, told).forEach(client::old);
                if (told == history.size()) {
                    say(random, said, client, seen, random.nextInt(3));
                    Missed missed = client.end(false);
                    seen.addAll(missed.told());
                    seen.addAll(missed.since());
                    say(random, said, client, seen, random.nextInt(4));
                }
                for (int unheard = random.nextInt(3); lives < 5 && unheard > 0; unheard--) {
                    said.add(message(said.size() + 1)); // while the client is away
                }
            }
            assertThat(seen).as("seed " + seed).isEqualTo(said);
        }
    }

    @Test
    void removedMessageIsNotTold() {
        catchUp.begin("r", "lobby");
        catchUp.old(part(1, 1, 2));
        catchUp.old(part(1, 2, 2));
        catchUp.old(message(2));
        catchUp.live(message(3));
        catchUp.live(message(4));
        catchUp.live(secret(5));
        assertThat(catchUp.gone(gone(6, 1))).isFalse();
        assertThat(catchUp.gone(gone(7, 3))).isFalse();

        Missed missed = catchUp.end(false);

        assertThat(ids(missed.told())).containsExactly(2L);
        assertThat(ids(missed.since())).containsExactly(4L, 5L);
        assertThat(missed.messages()).isEqualTo(1);
        assertThat(catchUp.begin("r", "lobby")).as("both removals are told").isEqualTo(7);
    }

    @Test
    void removalOfAMessageThatWasShownIsToldOnce() {
        catchUp.begin("r", "lobby");
        catchUp.end(false);
        catchUp.live(message(1));
        assertThat(catchUp.gone(gone(2, 1))).isTrue();
        assertThat(catchUp.begin("r", "lobby")).isEqualTo(2);
        assertThat(catchUp.gone(gone(3, 1))).isTrue();
        assertThat(catchUp.gone(gone(5, 4))).as("a message that was not seen").isFalse();
        catchUp.end(false);
        assertThat(catchUp.begin("r", "lobby")).isEqualTo(5);
        assertThat(catchUp.begin("r2", "lobby")).isZero();
        catchUp.end(false);
        assertThat(catchUp.begin("r2", "lobby")).isZero();
    }

    private static Gone gone(long id, long of) {
        return new Gone(id, "lobby", of, "bob", "ada", Instant.EPOCH);
    }

    private static void say(Random random, List<Msg> said, CatchUp client, List<Msg> seen, int count) {
        for (int i = 0; i < count; i++) {
            Msg message = message(said.size() + 1);
            said.add(message);
            if (client.live(message)) {
                seen.add(message);
            }
        }
    }

    private static List<Long> ids(List<Msg> messages) {
        return messages.stream().map(Msg::id).collect(Collectors.toList());
    }

    private static Msg message(long id) {
        return new Msg("lobby", "", "bob", id, Instant.EPOCH, Part.WHOLE, false, "", "text " + id);
    }

    private static Msg part(long id, int number, int of) {
        return new Msg("lobby", "", "bob", id, Instant.EPOCH, new Part(number, of), false, "", "line " + number);
    }

    private static Msg secret(long id) {
        return new Msg("", "ada", "bob", id, Instant.EPOCH, Part.WHOLE, false, "", "psst " + id);
    }
}
