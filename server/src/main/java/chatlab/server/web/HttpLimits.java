package chatlab.server.web;

import java.util.Map;

/**
 * The limits of the JDK's HTTP server, which has none by default: clients that say nothing, half a request, or read nothing must
 * not hold a thread or memory for ever. They are system properties, described in the documentation of the module
 * {@code jdk.httpserver} and in {@code sun.net.httpserver.ServerConfig}, and are read once, before the first server is made.
 */
final class HttpLimits {
    static final int CONNECTIONS = 512;

    private static final Map<String, String> LIMITS = Map.of(
            // seconds for the whole request, which is one packet; also for a new connection that says nothing
            "sun.net.httpserver.maxReqTime", "5",
            // seconds for the whole answer, if all else fails: a slow download may last as long as it gets on
            // (WriteWatch)
            "sun.net.httpserver.maxRspTime", "3600",
            // milliseconds between two looks for connections that say nothing
            "sun.net.httpserver.clockTick", "1000",
            // seconds that a browser may keep a connection open without a request
            "sun.net.httpserver.idleInterval", "10",
            // bytes of all headers together
            "sun.net.httpserver.maxReqHeaderSize", "16384",
            // an answer goes out at once; otherwise its last packet may wait 40 ms for an acknowledgement
            "sun.net.httpserver.nodelay", "true",
            // a class of 60 with six connections each, and some more; with 30 KB each they fit into a small heap
            "jdk.httpserver.maxConnections", String.valueOf(CONNECTIONS));

    private HttpLimits() {}

    /** Sets those that the command line (java -D) has not set. */
    static void set() {
        LIMITS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
