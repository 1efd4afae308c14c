package chatlab.server.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which host a request may name. A web site of another machine can give its own name the address of this one, and could then read
 * this page with the browser of a student (DNS rebinding). Such a request names that site. So a request names an address in
 * digits, {@code localhost}, or this machine as its own system calls it, and nothing else.
 */
final class HostRule {
    /** RFC 9110, section 7.2: group 1 is the host, without its port. */
    private static final Pattern HEADER = Pattern.compile("(\\[[^\\[\\]]*]|[^:\\[\\]]+)(?::\\d{0,5})?");

    private static final Pattern VERSION_4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    /** No name has a colon. */
    private static final Pattern VERSION_6 = Pattern.compile("\\[[0-9a-f:.]*:[0-9a-f:.]*]");

    /** To look the own name up may ask the network. */
    private final Once<Set<String>> ownNames = new Once<>(HostRule::ownNames);

    boolean allows(String header) throws IOException {
        Matcher matcher = HEADER.matcher(header.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return false;
        }
        String host = matcher.group(1);
        return VERSION_4.matcher(host).matches()
                || VERSION_6.matcher(host).matches()
                || host.equals("localhost")
                || ownNames.get().contains(host);
    }

    /** The name with its domain, without it, and as neighbours call it by multicast DNS (RFC 6762). */
    private static Set<String> ownNames() {
        Set<String> names = new HashSet<>();
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            String first = name.replaceFirst("\\..*", "");
            names.addAll(List.of(name, first, first + ".local"));
        } catch (UnknownHostException e) {
            // then it has no name by which others could call it
        }
        return names;
    }
}
