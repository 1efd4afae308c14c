package chatlab.server;

import chatlab.protocol.BadAddressException;
import chatlab.protocol.Chat1;
import chatlab.protocol.Endpoint;
import java.net.InetAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** What can be chosen when the server is started. Filled by picocli, and not changed afterwards. */
final class Settings {
    @Parameters(index = "0", arity = "0..1", paramLabel = "HOST", descriptionKey = "host")
    private String host;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PORT", descriptionKey = "port")
    private String port;

    @Option(names = "--name", paramLabel = "TITLE", descriptionKey = "name")
    String title = "Chatlab";

    @Option(names = "--key", paramLabel = "KEY", descriptionKey = "key")
    String key = "";

    @Option(names = "--threads", paramLabel = "platform|virtual", descriptionKey = "threads")
    Threads.Kind threads = Threads.Kind.PLATFORM;

    @Option(names = "--transcript", paramLabel = "FILE|none", descriptionKey = "transcript")
    String transcript = "chatlab-transcript.txt";

    @Option(names = "--resume", descriptionKey = "resume")
    boolean resume;

    @Option(names = "--fresh", descriptionKey = "fresh")
    boolean fresh;

    @Option(names = "--history", paramLabel = "N", descriptionKey = "history", converter = CountConverter.class)
    int history = 500;

    @Option(names = "--discovery", paramLabel = "on|off", descriptionKey = "discovery")
    Switch discovery = Switch.ON;

    @Option(names = "--flood", paramLabel = "on|off", descriptionKey = "flood")
    Switch flood = Switch.ON;

    @Option(names = "--max-clients", paramLabel = "N", descriptionKey = "max-clients", converter = CountConverter.class)
    int maxClients = 1000;

    @Option(
            names = "--max-per-address",
            paramLabel = "N",
            descriptionKey = "max-per-address",
            converter = CountConverter.class)
    int maxPerAddress = 96;

    /** To measure one against the other. */
    @Option(names = "--delivery", hidden = true)
    Delivery.Kind delivery = Delivery.Kind.POSTMAN;

    // The rest is for tests, which have no minutes to spare. Times are in milliseconds.

    @Option(names = "--join-millis", hidden = true)
    int joinMillis = 1000;

    @Option(names = "--line-millis", hidden = true)
    int lineMillis = 60_000;

    @Option(names = "--hint-millis", hidden = true)
    int hintMillis = 2000;

    @Option(names = "--ping-millis", hidden = true)
    int pingMillis = 60_000;

    @Option(names = "--grace-millis", hidden = true)
    int graceMillis = 15_000;

    @Option(names = "--keep-millis", hidden = true)
    int keepMillis = 600_000;

    /** The wait after the first wrong key. */
    @Option(names = "--key-millis", hidden = true)
    int keyMillis = 1000;

    /** Between two notes to the instructors about wrong keys. */
    @Option(names = "--tell-millis", hidden = true)
    int tellMillis = 60_000;

    /** How long a name is worn until it is kept for its person. */
    @Option(names = "--worn-millis", hidden = true)
    int wornMillis = 60_000;

    /** Names that are kept for people from one address: those of lost people, and those that were left. */
    @Option(names = "--kept-per-address", hidden = true)
    int keptPerAddress = 32;

    /** Lines that may come too fast without a pause: half an hour of them. */
    @Option(names = "--flood-waits", hidden = true)
    int floodWaits = 3600;

    @Option(names = "--discovery-port", hidden = true)
    int discoveryPort = Chat1.DEFAULT_PORT;

    /** Where to listen. */
    Endpoint listenOn() throws BadAddressException {
        return Endpoint.toListenOn(host, port);
    }

    /** Whether this address may only take so much: not where the server itself runs. */
    boolean limits(InetAddress address) {
        return maxPerAddress > 0 && !address.isLoopbackAddress();
    }

    /** {@code on} or {@code off}. */
    enum Switch {
        ON,
        OFF;

        boolean isOn() {
            return this == ON;
        }
    }

    /** A number from 0. */
    static final class CountConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            try {
                int count = Integer.parseInt(value);
                if (count >= 0) {
                    return count;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new TypeConversionException(Words.get("bad-count", value));
        }
    }
}
