package chatlab.client;

/**
 * What a person tells others so that they join the same server.
 *
 * @param address the address at which this client has reached the server, HOST:PORT
 * @param webPort the TCP port of the server's page, which the server itself has told; 0 where it has none
 */
public record Invitation(String address, int webPort) {
    /** Whether the address leads each machine to itself, so that it is of no use to others. */
    public boolean isOnlyHere() {
        return address.startsWith("localhost:") || address.startsWith("127.") || address.startsWith("[::1]");
    }

    /** The address of the page, at the same host; empty where there is none. */
    public String page() {
        return webPort == 0 ? "" : "http://" + address.substring(0, address.lastIndexOf(':') + 1) + webPort;
    }
}
