package chatlab.protocol;

/**
 * Where a server is, as people type it: a computer's name or address, and a port. The same rule holds for the server and
 * for all clients. Immutable.
 *
 * @param host a name or an address, without brackets; not looked up yet
 * @param port the TCP port, from 0 to 65535; 0 is for servers, and means any port that is free
 */
public record Endpoint(String host, int port) {
    private static final Words WORDS = new Words(Endpoint.class);

    /** The host where a client was told a port only. */
    public static final String THIS_MACHINE = "localhost";

    /** The host where a server was told a port only, or nothing. */
    public static final String ALL_ADDRESSES = "";

    /**
     * A server to connect to, from {@code host}, {@code host port}, {@code host:port}, {@code [::1]:port}, {@code ::1} or
     * {@code port}. Without a port it is {@link Chat1#DEFAULT_PORT}, without a host {@link #THIS_MACHINE}. Looks nothing
     * up.
     *
     * @throws BadAddressException where {@code typed} is none of these; the message says what is wrong with it
     */
    public static Endpoint parse(String typed) throws BadAddressException {
        String[] words = typed.strip().split("\\s+", 3);
        if (words.length > 2) {
            throw new BadAddressException(WORDS.get("address.words", Text.clean(typed)));
        }
        return words.length == 2 ? of(words[0], words[1]) : of(words[0], null);
    }

    /**
     * A server to connect to, with host and port apart, each without blanks around it. Where {@code port} is null, {@code
     * host} is read as by {@link #parse}.
     *
     * @throws BadAddressException as {@link #parse} does, and where there are two ports
     */
    public static Endpoint of(String host, String port) throws BadAddressException {
        return read(host, port, THIS_MACHINE, 1);
    }

    /**
     * Where a server listens, read as by {@link #of}. Both may be null. Without a host it is {@link #ALL_ADDRESSES}, and
     * the port may be 0.
     *
     * @throws BadAddressException as {@link #of} does
     */
    public static Endpoint toListenOn(String host, String port) throws BadAddressException {
        return host == null ? new Endpoint(ALL_ADDRESSES, Chat1.DEFAULT_PORT) : read(host, port, ALL_ADDRESSES, 0);
    }

    private static Endpoint read(String host, String port, String withoutHost, int lowestPort)
            throws BadAddressException {
        if (isDigits(host)) { // digits alone are an address, too, but only a port is ever written so
            if (port != null) {
                throw new BadAddressException(WORDS.get("address.bad", Text.clean(host)));
            }
            return new Endpoint(withoutHost, port(host, lowestPort));
        }
        if (host.isEmpty() || host.startsWith(":") && !host.startsWith("::") || host.contains("/")) {
            throw new BadAddressException(WORDS.get("address.bad", Text.clean(host)));
        }
        int colon = host.lastIndexOf(':');
        boolean bracketed = host.startsWith("[");
        boolean hasPort = bracketed ? host.contains("]:") : colon >= 0 && colon == host.indexOf(':');
        if (hasPort && port != null) {
            throw new BadAddressException(WORDS.get("address.two-ports", Text.clean(host), Text.clean(port)));
        }
        String name = hasPort ? host.substring(0, colon) : host;
        if (bracketed && name.endsWith("]")) {
            name = name.substring(1, name.length() - 1);
        }
        if (name.isEmpty() || isDigits(name) || name.contains("[") || name.contains("]")) {
            throw new BadAddressException(WORDS.get("address.bad", Text.clean(host)));
        }
        return new Endpoint(name, port(hasPort ? host.substring(colon + 1) : port, lowestPort));
    }

    private static int port(String typed, int lowest) throws BadAddressException {
        if (typed == null) {
            return Chat1.DEFAULT_PORT;
        }
        int port = isDigits(typed) && typed.length() <= 5 ? Integer.parseInt(typed) : -1;
        if (port < lowest || port > 65535) {
            throw new BadAddressException(WORDS.get("address.port", Text.clean(typed)));
        }
        return port;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** So that it can be typed again, and harmless on a screen: {@code host:port} or {@code [::1]:port}. */
    @Override
    public String toString() {
        String shown = Text.clean(host);
        return (shown.contains(":") ? "[" + shown + "]:" : shown + ":") + port;
    }
}
