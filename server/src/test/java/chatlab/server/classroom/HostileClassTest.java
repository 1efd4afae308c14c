package chatlab.server.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Thirty clients send commands at random, the same ones for the same seed; {@code -Dhostile.seed=7} tries other ones. What must
 * hold after each command is in {@link HostileClass}.
 */
@Timeout(3600)
class HostileClassTest {
    private static final long SEED = Long.getLong("hostile.seed", 20261130);
    /** The heap is measured first after these, then after the others. */
    private static final int FIRST_COMMANDS = 1000;

    private static final int OTHER_COMMANDS = 4000;

    /** By how much the heap may differ: what the tables of a fixed size have, and the lines on the screen of the test. */
    private static final long MAX_GROWTH = 8 << 20;

    @Test
    void classStaysInOrderWhateverThirtyClientsSend() throws Exception {
        try (HostileClass room = new HostileClass(SEED)) {
            room.send(FIRST_COMMANDS);
            room.closeClients();
            long before = heap();
            room.send(OTHER_COMMANDS);
            room.closeClients();
            assertThat(heap()).as("bytes of the heap").isLessThan(before + MAX_GROWTH);
            room.checkScreen();
        } catch (Exception | AssertionError e) {
            throw new AssertionError("with -Dhostile.seed=" + SEED + ": " + e.getMessage(), e);
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
