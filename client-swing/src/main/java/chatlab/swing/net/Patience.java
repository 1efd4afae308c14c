package chatlab.swing.net;

import java.util.concurrent.TimeUnit;

/** When a silence is long enough to ask whether anybody is there, and when it is too long. Times are System.nanoTime(). */
final class Patience {
    enum Verdict {
        WAIT,
        /** Ask now; it is said once in a silence. */
        ASK,
        GIVE_UP
    }

    /** Of a machine that has just woken up: its connections may have died while it slept. */
    private static final long AFTER_SLEEP_MILLIS = 5_000;

    private static final long GOODBYE_MILLIS = 2_000;

    /** Of somebody who has said goodbye and talks on. */
    private static final long LONG_GOODBYE_MILLIS = 10_000;

    private static final long NEVER = Long.MAX_VALUE;

    private long askMillis = NEVER;
    private long giveUpMillis;

    private long heardAt;
    private boolean asked;

    /** A limit until the next word, where it is shorter than the regular one. */
    private long shortMillis = NEVER;

    /** Whether somebody is about to go, and since when. */
    private boolean ending;

    private long endingSince;

    /** For somebody who has to say a first word within this time, and is not asked. */
    Patience(long now, long firstWordMillis) {
        this.heardAt = now;
        this.giveUpMillis = firstWordMillis;
    }

    /** Somebody who should speak, or be asked to, once in so many seconds: after 1.5 times as long he is asked. */
    void expectEvery(int pingSeconds) {
        askMillis = pingSeconds * 1_500L;
        giveUpMillis = pingSeconds * 2_250L;
    }

    /** Somebody who is about to go, and has some seconds for it from the first time that this is called. */
    void expectEnd(long now) {
        if (!ending) {
            ending = true;
            endingSince = now;
        }
    }

    /** We have asked, and want to hear something soon. */
    void expectSoon(long now) {
        heardAt = now;
        asked = true;
        shortMillis = AFTER_SLEEP_MILLIS;
    }

    /** What to do about a silence since {@code lastHeardAt}. */
    Verdict at(long now, long lastHeardAt) {
        if (lastHeardAt - heardAt > 0) {
            heardAt = lastHeardAt;
            asked = false;
            shortMillis = NEVER;
        }
        if (ending) {
            return isGoodbyeOver(now) ? Verdict.GIVE_UP : Verdict.WAIT;
        }
        long silentMillis = TimeUnit.NANOSECONDS.toMillis(now - heardAt);
        if (silentMillis >= Math.min(giveUpMillis, shortMillis)) {
            return Verdict.GIVE_UP;
        } else if (silentMillis >= askMillis && !asked) {
            asked = true;
            return Verdict.ASK;
        }
        return Verdict.WAIT;
    }

    private boolean isGoodbyeOver(long now) {
        long goodbyeMillis = TimeUnit.NANOSECONDS.toMillis(now - endingSince);
        long silentMillis = TimeUnit.NANOSECONDS.toMillis(now - heardAt);
        return Math.min(goodbyeMillis, silentMillis) >= GOODBYE_MILLIS || goodbyeMillis >= LONG_GOODBYE_MILLIS;
    }
}
