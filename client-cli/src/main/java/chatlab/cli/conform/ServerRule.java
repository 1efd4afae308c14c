package chatlab.cli.conform;

import chatlab.protocol.Words;

/** A rule of the specification that a line of a server can break, with the heading below which it stands there. */
enum ServerRule {
    CONNECTS("CHAT/1"),
    GREETING("Joining"),
    HELLO_FIRST("Joining"),
    LINE_END("CHAT/1"),
    UTF_8("CHAT/1"),
    LENGTH("Limits"),
    TAG("Commands"),
    KEYS("Events"),
    VALUE("Events"),
    IDS("Events"),
    CODE("Events"),
    EXTRA_KEY("Events"),
    TEXT("Three rules"),
    OWN_LINE("Events"),
    PLAIN("Three rules"),
    OTHER_LINE("Sessions"),
    SILENCE("Sessions"),
    MORE("Sessions"),
    CLOSED("Sessions"),
    NOT_CLOSED("Sessions");

    private static final Words WORDS = new Words(ServerRule.class);

    private final String heading;

    ServerRule(String heading) {
        this.heading = heading;
    }

    /** The rule as a sentence, and its place in the specification. */
    String sentence() {
        return WORDS.get("place", WORDS.get("server." + name()), heading);
    }
}
