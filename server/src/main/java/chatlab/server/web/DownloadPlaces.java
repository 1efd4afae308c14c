package chatlab.server.web;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * The places for downloads. An address gets one more only while more places are free than it has: one laptop takes half of them
 * at most, a second one half of the rest, so some are left for the others. A class behind one address (NAT) gets on with half of
 * the places. Safe for use by several threads.
 */
final class DownloadPlaces {
    private final int most;

    /** Places by address. This and the next one are guarded by this object. */
    private final Map<InetAddress, Integer> taken = new HashMap<>();

    private int all;

    DownloadPlaces(int most) {
        this.most = most;
    }

    /** Takes a place if this address may have one more. */
    synchronized boolean take(InetAddress address) {
        boolean allowed = most - all > taken.getOrDefault(address, 0);
        if (allowed) {
            taken.merge(address, 1, Integer::sum);
            all++;
        }
        return allowed;
    }

    /** A download of this address has ended. */
    synchronized void leave(InetAddress address) {
        taken.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
        all--;
    }

    synchronized int countTaken() {
        return all;
    }
}
