package chatlab.client;

import chatlab.protocol.Chat1;
import chatlab.protocol.Text;

/**
 * Where a server is, as people type it: a computer's name or address, and a port. Immutable.
 *
 * @param host a name or an address, without brackets; nobody has looked it up yet
 * @param port the TCP port, from 1 to 65535
 */
public record Endpoint(String host, int port) {

    /**
     * Reads {@code host}, {@code host port}, {@code host:port}, {@code [::1]:port} or {@code ::1}; without a port it is
     * {@link Chat1#DEFAULT_PORT}. Looks nothing up.
     *
     * @throws UserError where {@code typed} is none of these; the message says what is wrong with it
     */
    public static Endpoint parse(String typed) throws UserError {
        String[] words = typed.strip().split("\\s+", 3);
        if (words.length > 2) {
            throw new UserError(Words.get("address.words", Text.clean(typed)));
        }
        return words.length == 2 ? of(words[0], words[1]) : of(words[0], null);
    }

    /**
     * Host and port apart, each without blanks around it; where {@code port} is null, the host may end with one.
     *
     * @throws UserError as {@link #parse} does, and where there are two ports
     */
    public static Endpoint of(String host, String port) throws UserError {
        if (host.isEmpty() || host.startsWith(":") && !host.startsWith("::") || host.contains("/")) {
            throw new UserError(Words.get("address.bad", Text.clean(host)));
        }
        int colon = host.lastIndexOf(':');
        boolean bracketed = host.startsWith("[");
        boolean hasPort = bracketed ? host.contains("]:") : colon >= 0 && colon == host.indexOf(':');
        if (hasPort && port != null) {
            throw new UserError(Words.get("address.two-ports", Text.clean(host), Text.clean(port)));
        }
        String name = hasPort ? host.substring(0, colon) : host;
        if (bracketed && name.endsWith("]")) {
            name = name.substring(1, name.length() - 1);
        }
        if (name.isEmpty() || name.startsWith("[")) {
            throw new UserError(Words.get("address.bad", Text.clean(host)));
        }
        return new Endpoint(name, port(hasPort ? host.substring(colon + 1) : port));
    }

    private static int port(String typed) throws UserError {
        if (typed == null) {
            return Chat1.DEFAULT_PORT;
        }
        boolean digits =
                !typed.isEmpty() && typed.length() <= 5 && typed.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = digits ? Integer.parseInt(typed) : 0;
        if (port < 1 || port > 65535) {
            throw new UserError(Words.get("address.port", Text.clean(typed)));
        }
        return port;
    }

    /** So that it can be typed again, and harmless on a screen: {@code host:port} or {@code [::1]:port}. */
    @Override
    public String toString() {
        String shown = Text.clean(host);
        return (shown.contains(":") ? "[" + shown + "]:" : shown + ":") + port;
    }
}
