package chatlab.cli.conform;

import chatlab.protocol.Words;

/** A rule for clients that a server can watch, with its heading in the specification. In the order in which they are tried. */
enum ClientRule {
    GREETING("Joining"),
    PROTO("Joining"),
    PING("Events"),
    JOINED("CHAT/1"),
    CUT("CHAT/1"),
    CR("CHAT/1"),
    LONG_LINE("Limits"),
    TEXT("Grammar"),
    UNKNOWN_EVENT("Three rules"),
    UNKNOWN_KEY("Three rules"),
    UNKNOWN_CODE("Three rules"),
    SAY("Three rules"),
    COMES_BACK("Coming back"),
    BACKOFF("Coming back"),
    TOKEN("Coming back"),
    HISTORY("Coming back"),
    NO_REPEAT("Coming back"),
    KICKED("Coming back"),
    OWN_LINES("Limits");

    private static final Words WORDS = new Words(ClientRule.class);

    private final String heading;

    ClientRule(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    String sentence() {
        return WORDS.get("client." + name());
    }
}
