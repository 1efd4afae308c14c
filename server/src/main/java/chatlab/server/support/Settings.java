package chatlab.server.support;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.BadAddressException;
import chatlab.protocol.Chat1;
import chatlab.protocol.Endpoint;
import chatlab.protocol.Text;
import java.net.InetAddress;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of the server. Filled by picocli, and not changed afterwards. */
public final class Settings {
    private static final int MAX_TITLE = 60;

    private static final String USUAL_TRANSCRIPT = "chatlab-transcript.txt";

    /** Characters: a shorter key could be guessed. */
    private static final int SHORTEST_KEY = 12;

    @Parameters(index = "0", arity = "0..1", paramLabel = "HOST", descriptionKey = "host")
    private String host;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PORT", descriptionKey = "port")
    private String port;

    @Option(names = "--name", paramLabel = "TITLE", descriptionKey = "name")
    private String title = "Chatlab";

    @Option(names = "--web", paramLabel = "PORT|off", descriptionKey = "web")
    private String web = "";

    @Option(names = "--discovery", paramLabel = "on|off", descriptionKey = "discovery")
    private Switch discovery = Switch.ON;

    @Option(names = "--key", paramLabel = "KEY", descriptionKey = "key")
    private String key = "";

    @Option(names = "--transcript", paramLabel = "FILE|none", descriptionKey = "transcript")
    private String transcript;

    @Option(names = "--resume", descriptionKey = "resume")
    private boolean resume;

    @Option(names = "--fresh", descriptionKey = "fresh")
    private boolean fresh;

    @Option(names = "--history", paramLabel = "N", descriptionKey = "history", converter = CountConverter.class)
    private int history = 500;

    @Option(names = "--flood", paramLabel = "on|off", descriptionKey = "flood")
    private Switch flood = Switch.ON;

    @Option(names = "--max-clients", paramLabel = "N", descriptionKey = "max-clients", converter = CountConverter.class)
    private int maxClients = 1000;

    @Option(
            names = "--max-per-address",
            paramLabel = "N",
            descriptionKey = "max-per-address",
            converter = CountConverter.class)
    private int maxPerAddress = 96;

    @Option(names = "--threads", paramLabel = "platform|virtual", descriptionKey = "threads")
    private Threads.Kind threads = Threads.Kind.PLATFORM;

    @Option(names = "--delivery", paramLabel = "postman|writers", descriptionKey = "delivery")
    private DeliveryKind delivery = DeliveryKind.POSTMAN;

    // The rest is for tests, which cannot wait for minutes. Times are in milliseconds.

    @Option(names = "--join-millis", hidden = true)
    private int joinMillis = 1000;

    @Option(names = "--line-millis", hidden = true)
    private int lineMillis = 60_000;

    @Option(names = "--hint-millis", hidden = true)
    private int hintMillis = 2000;

    @Option(names = "--ping-millis", hidden = true)
    private int pingMillis = 60_000;

    /** How long a client may take to read the last words, and the screen to show the last lines. */
    @Option(names = "--last-words-millis", hidden = true)
    private int lastWordsMillis = 2000;

    @Option(names = "--grace-millis", hidden = true)
    private int graceMillis = 15_000;

    @Option(names = "--keep-millis", hidden = true)
    private int keepMillis = 600_000;

    /** The wait after the first wrong key. */
    @Option(names = "--key-millis", hidden = true)
    private int keyMillis = 1000;

    /** Time between two notes to the instructors about wrong keys. */
    @Option(names = "--tell-millis", hidden = true)
    private int tellMillis = 60_000;

    /** How long a person must have a name before the name is kept for it. */
    @Option(names = "--worn-millis", hidden = true)
    private int wornMillis = 60_000;

    /** Names that are kept for people from one address: lost people, and people that have left. */
    @Option(names = "--kept-per-address", hidden = true)
    private int keptPerAddress = 32;

    /** Lines that may come too fast before the connection is ended: half an hour of them. */
    @Option(names = "--flood-waits", hidden = true)
    private int floodWaits = 3600;

    @Option(names = "--discovery-port", hidden = true)
    private int discoveryPort = Chat1.DEFAULT_PORT;

    /**
     * Refuses what picocli cannot check.
     *
     * @throws CannotStartException for a setting that cannot be had, with a message for people
     */
    public void check() throws CannotStartException {
        listenOn();
        if (fresh && resume) {
            throw new CannotStartException(WORDS.get("start.fresh-resume"));
        }
        if (transcript().isBlank()) {
            throw new CannotStartException(WORDS.get("start.transcript-empty"));
        }
        if (!threads.isAvailable()) {
            throw new CannotStartException(
                    WORDS.get("start.no-virtual", Runtime.version().feature()));
        }
        if (!Text.clean(title).equals(title) || title.length() > MAX_TITLE) {
            throw new CannotStartException(WORDS.get("start.title", MAX_TITLE));
        }
        if (!key.isEmpty() && !isKey()) {
            throw new CannotStartException(WORDS.get("start.key", SHORTEST_KEY));
        }
    }

    /** Whether the key is long enough, and a client can send it. */
    private boolean isKey() {
        return key.codePointCount(0, key.length()) >= SHORTEST_KEY
                && key.equals(Text.clean(key))
                && key.chars().noneMatch(Character::isWhitespace);
    }

    /**
     * Where to listen.
     *
     * @throws CannotStartException if HOST and PORT are no address
     */
    public Endpoint listenOn() throws CannotStartException {
        try {
            return Endpoint.toListenOn(host, port);
        } catch (BadAddressException e) {
            throw new CannotStartException(e.getMessage());
        }
    }

    /** Whether there are limits for this address: there are none for the server's own machine. */
    public boolean limits(InetAddress address) {
        return maxPerAddress > 0 && !address.isLoopbackAddress();
    }

    public String title() {
        return title;
    }

    public String key() {
        return key;
    }

    public Threads.Kind threads() {
        return threads;
    }

    /** The file that keeps what is said, or {@code none}. */
    public String transcript() {
        return isTranscriptGiven() ? transcript : USUAL_TRANSCRIPT;
    }

    /** Whether a person has chosen {@link #transcript}: then no other file may take its place. */
    public boolean isTranscriptGiven() {
        return transcript != null;
    }

    public boolean resume() {
        return resume;
    }

    public boolean fresh() {
        return fresh;
    }

    public int history() {
        return history;
    }

    public Switch discovery() {
        return discovery;
    }

    /** As it was typed, or empty. */
    public String web() {
        return web;
    }

    public Switch flood() {
        return flood;
    }

    public int maxClients() {
        return maxClients;
    }

    public int maxPerAddress() {
        return maxPerAddress;
    }

    public DeliveryKind delivery() {
        return delivery;
    }

    public int joinMillis() {
        return joinMillis;
    }

    public int lineMillis() {
        return lineMillis;
    }

    public int hintMillis() {
        return hintMillis;
    }

    public int pingMillis() {
        return pingMillis;
    }

    public int lastWordsMillis() {
        return lastWordsMillis;
    }

    public int graceMillis() {
        return graceMillis;
    }

    public int keepMillis() {
        return keepMillis;
    }

    public int keyMillis() {
        return keyMillis;
    }

    public int tellMillis() {
        return tellMillis;
    }

    public int wornMillis() {
        return wornMillis;
    }

    public int keptPerAddress() {
        return keptPerAddress;
    }

    public int floodWaits() {
        return floodWaits;
    }

    public int discoveryPort() {
        return discoveryPort;
    }

    /** {@code on} or {@code off}. */
    public enum Switch {
        ON,
        OFF;

        public boolean isOn() {
            return this == ON;
        }
    }
}
