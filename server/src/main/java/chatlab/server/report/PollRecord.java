package chatlab.server.report;

import chatlab.protocol.ClassroomEvent.Poll;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The polls of one run, in the order in which they were opened. */
final class PollRecord {
    private final Allowance allowance;
    private final List<Held> all = new ArrayList<>();

    /** The poll that is open, or was closed and is not shown yet; null where there is none. */
    private Held current;

    PollRecord(Allowance allowance) {
        this.allowance = allowance;
    }

    /** A poll of the class. */
    static final class Held {
        private Poll last;
        private Instant opened;
        private Instant closed;
        private Instant shown;

        private Held(Poll poll) {
            this.last = poll;
        }

        private void take(Instant at, Poll poll) {
            last = poll;
            switch (poll.state()) {
                case OPEN -> opened = at;
                case CLOSED -> closed = at;
                case SHOWN -> {
                    closed = closed == null ? at : closed; // to show a poll closes it
                    shown = at;
                }
                case VOID -> {
                    // the next one begins then
                }
            }
        }

        /** What the transcript says of it last. */
        Poll last() {
            return last;
        }

        /** Null where the transcript does not say it; so are the others. */
        Instant opened() {
            return opened;
        }

        Instant closed() {
            return closed;
        }

        Instant shown() {
            return shown;
        }
    }

    void take(Instant at, Poll poll) {
        boolean isSame = current != null
                && poll.state() != Poll.State.OPEN
                && current.last.question().equals(poll.question())
                && current.last.options().equals(poll.options());
        if (!isSame) {
            if (!allowance.take(
                    poll.question().length() + String.join("", poll.options()).length())) {
                current = null;
                return;
            }
            current = new Held(poll);
            all.add(current);
        }
        current.take(at, poll);
        if (poll.state() == Poll.State.SHOWN || poll.state() == Poll.State.VOID) {
            current = null;
        }
    }

    /** The server has ended, and its poll with it. */
    void end() {
        current = null;
    }

    List<Held> all() {
        return all;
    }
}
