package chatlab.server.report;

import chatlab.protocol.ClassroomEvent.Hand;
import chatlab.protocol.Name;
import chatlab.server.log.HandEnd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hands of one run, in the order in which they went up. */
final class HandRecord {
    /** A server lets no more be up at once. */
    private static final int MOST_UP = 200;

    private final Attendance attendance;
    private final Allowance allowance;
    private final List<Raised> all = new ArrayList<>();

    /** By their places. A change of the name keeps the place. */
    private final Map<Integer, Raised> up = new HashMap<>();

    /** The hand that an instructor took down last, which may go up again in its place: null where there is none. */
    private Raised lowered;

    HandRecord(Attendance attendance, Allowance allowance) {
        this.attendance = attendance;
        this.allowance = allowance;
    }

    /** A hand that was raised. */
    static final class Raised {
        private final Bearer bearer;
        private final Instant raised;
        private final int place;

        /** The key of the name under which it is up. */
        private String key;

        private Instant until;
        private boolean isUpToTheEnd;
        private HandEnd end;
        private Bearer by;

        private Raised(Bearer bearer, Instant raised, int place) {
            this.bearer = bearer;
            this.raised = raised;
            this.place = place;
            this.key = Name.keyOf(bearer.name());
        }

        Bearer bearer() {
            return bearer;
        }

        Instant raised() {
            return raised;
        }

        /** When it went down, or the last moment at which it is known to be up. */
        Instant until() {
            return until;
        }

        /** Whether it was up when the server ended. */
        boolean isUpToTheEnd() {
            return isUpToTheEnd;
        }

        /** Null where it was up to the end, or the transcript does not say it. */
        HandEnd end() {
            return end;
        }

        /** The instructor that called the person or took the hand down; null where there was none. */
        Bearer by() {
            return by;
        }
    }

    void take(Instant at, Hand hand, HandEnd end) {
        if (hand.isUp()) {
            up(at, hand);
        } else {
            String key = Name.keyOf(hand.name());
            up.values().stream()
                    .filter(raised -> raised.key.equals(key))
                    .findFirst()
                    .ifPresent(raised -> down(raised, at, hand, end));
        }
    }

    private void up(Instant at, Hand hand) {
        Raised known = up.get(hand.place());
        if (known != null) {
            known.key =
                    Name.keyOf(hand.name()); // the old name has a line of its own behind this one, and no hand any more
        } else if (lowered != null && lowered.place == hand.place()) {
            goOn(lowered, hand);
        } else if (up.size() < MOST_UP && allowance.take(0)) {
            Raised raised = new Raised(attendance.bearer(hand.name()), at, hand.place());
            up.put(hand.place(), raised);
            all.add(raised);
        }
    }

    /** The instructor took it down by mistake: it was up all the time. */
    private void goOn(Raised raised, Hand hand) {
        raised.key = Name.keyOf(hand.name());
        raised.until = null;
        raised.end = null;
        raised.by = null;
        up.put(raised.place, raised);
        lowered = null;
    }

    private void down(Raised raised, Instant at, Hand hand, HandEnd end) {
        up.values().remove(raised);
        raised.until = at;
        raised.end = end;
        raised.by = hand.by().isEmpty() ? null : attendance.bearer(hand.by());
        if (raised.by != null) {
            lowered = raised;
        }
    }

    /** The server has ended, and with it what was up. */
    void endAll(Instant at) {
        up.values().forEach(raised -> {
            raised.until = at;
            raised.isUpToTheEnd = true;
        });
        up.clear();
        lowered = null;
    }

    List<Raised> all() {
        return all;
    }
}
