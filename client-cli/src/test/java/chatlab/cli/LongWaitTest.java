package chatlab.cli;

import org.junit.jupiter.api.Test;

class LongWaitTest {
    @Test
    void saysWhatIsWaitedForWhereItTakesLong() {
        TestConsole console = new TestConsole(true);
        LongWait wait = LongWait.begin(console, "Connecting to pc7:8081 ...");
        console.awaitLine("      * Connecting to pc7:8081 ...");
        wait.close();
    }
}
