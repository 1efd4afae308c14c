package chatlab.protocol.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long a test waits for a state before it fails. The limit only ends a hang, so it is far longer than a busy machine
 * needs: no verdict depends on the speed of the machine.
 *
 * <p>As an extension, which JUnit loads for every test class, it makes this the default of Awaitility and lets Awaitility
 * look at once and then every ten milliseconds.
 */
public final class HangLimit implements BeforeAllCallback {
    public static final int SECONDS = 180;
    public static final int MILLIS = SECONDS * 1_000;

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(SECONDS));
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
    }
}
