package chatlab.client;

import java.util.concurrent.TimeUnit;

/**
 * When a server's silence is long enough to send it a ping, and when it is too long. Times are System.nanoTime(). Not safe
 * for use by several threads.
 */
public final class Patience {
    /** What to do about a silence. */
    public enum Verdict {
        WAIT,
        /** Send a ping now; this comes once in a silence. */
        ASK,
        GIVE_UP
    }

    /** At least, for a server that has let this client in before: thirty clients may be coming back to it at once. */
    private static final int KNOWN_GREETING_MILLIS = 10_000;

    /** Stands for the server's ping until HELLO tells that. */
    private static final int WELCOME_SECONDS = 10;

    private static final int MAX_PING_SECONDS = 3_600;

    /** After the machine has slept: its connections may have died meanwhile. */
    private static final long AFTER_SLEEP_MILLIS = 5_000;

    private static final long GOODBYE_MILLIS = 2_000;

    /** For a server that has said goodbye and goes on sending. */
    private static final long LONG_GOODBYE_MILLIS = 10_000;

    private static final long NEVER = Long.MAX_VALUE;

    private long askMillis = NEVER;
    private long giveUpMillis;

    private long heardAt;

    /** Whether a ping was sent in this silence. The two below tell when, and how long its answer may take. */
    private boolean asked;

    private long askedAt;
    private long answerMillis;

    /** Whether the connection is about to end, and since when. */
    private boolean ending;

    private long endingSince;

    /** Waits so long for the greeting, and longer if it is {@code known} that a chat server is there. */
    public Patience(long now, int greetingMillis, boolean known) {
        this.heardAt = now;
        this.giveUpMillis = known ? Math.max(greetingMillis, KNOWN_GREETING_MILLIS) : greetingMillis;
    }

    /** The server has greeted, and is to let this client in. */
    public void expectWelcome() {
        expectEvery(WELCOME_SECONDS);
    }

    /**
     * The server pings a silent client once in so many seconds, 1 to 3600. A silence of 1.5 times as long is worth a
     * question, and half of that time is left for the answer; without an answer, the server is given up.
     */
    public void expectEvery(int pingSeconds) {
        long seconds = Math.min(Math.max(pingSeconds, 1), MAX_PING_SECONDS);
        askMillis = seconds * 1_500;
        giveUpMillis = seconds * 2_250;
    }

    /** Any silence is fine. */
    public void expectNothing() {
        askMillis = NEVER;
        giveUpMillis = NEVER;
        asked = false;
    }

    /** A goodbye was said: the connection has some seconds to end, from the first time that this is called. */
    public void expectEnd(long now) {
        if (!ending) {
            ending = true;
            endingSince = now;
        }
    }

    /** The machine has slept and a ping was sent: an answer is expected soon. */
    public void expectSoon(long now) {
        heardAt = now;
        asked(now, AFTER_SLEEP_MILLIS);
    }

    /** What to do now about a silence since {@code lastHeardAt}. */
    public Verdict at(long now, long lastHeardAt) {
        heard(lastHeardAt);
        if (ending) {
            return isGoodbyeOver(now) ? Verdict.GIVE_UP : Verdict.WAIT;
        }
        if (leftMillis(now) > 0) {
            return Verdict.WAIT;
        } else if (asked || askMillis == NEVER) {
            return Verdict.GIVE_UP;
        }
        asked(now, giveUpMillis - askMillis);
        return Verdict.ASK;
    }

    private void asked(long now, long millis) {
        asked = true;
        askedAt = now;
        answerMillis = millis;
    }

    /** How many milliseconds a silence since {@code lastHeardAt} may go on before something is to be done; 0: for ever. */
    public int millisLeft(long now, long lastHeardAt) {
        heard(lastHeardAt);
        long left = leftMillis(now);
        return left == NEVER ? 0 : (int) Math.max(1, left);
    }

    private long leftMillis(long now) {
        if (asked) { // from the question on: it may have come late, where this program was held up
            return answerMillis - TimeUnit.NANOSECONDS.toMillis(now - askedAt);
        }
        long limit = Math.min(askMillis, giveUpMillis);
        return limit == NEVER ? NEVER : limit - silentMillis(now);
    }

    private void heard(long lastHeardAt) {
        if (lastHeardAt - heardAt > 0) {
            heardAt = lastHeardAt;
            asked = false;
        }
    }

    private boolean isGoodbyeOver(long now) {
        long goodbyeMillis = TimeUnit.NANOSECONDS.toMillis(now - endingSince);
        return Math.min(goodbyeMillis, silentMillis(now)) >= GOODBYE_MILLIS || goodbyeMillis >= LONG_GOODBYE_MILLIS;
    }

    private long silentMillis(long now) {
        return TimeUnit.NANOSECONDS.toMillis(now - heardAt);
    }
}
