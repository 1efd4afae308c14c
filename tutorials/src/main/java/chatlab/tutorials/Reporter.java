package chatlab.tutorials;

import chatlab.protocol.ClassroomCommand.Did;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Reports to the server of the class, in a thread of its own: the student's work never waits for it, and never fails by it. What cannot
 * be reported now is reported with the next command, since the progress file has all of it.
 */
final class Reporter {
    /** How long a command stays for the server, milliseconds. */
    static final int STAY = 1000;

    /** How long one attempt may take: the server takes two reports a second. */
    private static final long LIMIT = TimeUnit.SECONDS.toNanos(60);

    /** After so many refusals in a row, one more attempt would be refused, too. */
    private static final int MAX_REFUSALS = 3;

    private final ClassServer servers;
    private final Acknowledged acknowledged;

    /** Guarded by this, like the rest. Null where no thread works. */
    private Thread working;

    /** What is to be reported next; null where the thread knows all. */
    private Work next;

    private Optional<Refusal> refusal = Optional.empty();

    /**
     * The last refusal.
     *
     * @param isOfAll whether this run of the server has taken no report either, as where the name belongs to another secret
     */
    record Refusal(String words, boolean isOfAll) {}

    private record Work(Enrolment enrolment, List<Did> facts) {}

    Reporter(ClassServer servers, Acknowledged acknowledged) {
        this.servers = servers;
        this.acknowledged = acknowledged;
    }

    /** Reports these facts, as far as the server does not have them. Comes back at once. */
    synchronized void report(Enrolment enrolment, List<Did> facts) {
        next = new Work(enrolment, facts);
        if (working == null) {
            working = new Thread(this::run, "class reporter");
            working.setDaemon(true);
            working.start();
        }
    }

    /** Waits a moment for reports under way. Returns why the server has refused one, or nothing. */
    Optional<Refusal> finish() throws InterruptedException {
        Thread thread;
        synchronized (this) {
            thread = working;
        }
        if (thread != null) {
            thread.join(STAY);
        }
        synchronized (this) {
            return refusal;
        }
    }

    private void run() {
        for (Work work = takeNext(); work != null; work = takeNext()) {
            try (ClassServer.Visit visit = servers.visit(work.enrolment().server())) {
                report(work, visit);
            } catch (IOException | RuntimeException e) {
                // the server is away, or this program has a fault: the next command tries again
            }
        }
    }

    private synchronized Work takeNext() {
        Work work = next;
        next = null;
        if (work == null) {
            working = null;
        }
        return work;
    }

    private void report(Work work, ClassServer.Visit visit) throws IOException {
        long begun = System.nanoTime();
        int refusals = 0;
        acknowledged.begin(visit.run(), work.enrolment());
        for (Did fact : work.facts()) {
            if (refusals == MAX_REFUSALS || System.nanoTime() - begun > LIMIT) {
                return;
            }
            if (!acknowledged.has(fact)) {
                Optional<String> refused = visit.report(fact);
                if (refused.isPresent()) {
                    refusals++;
                    refuse(new Refusal(refused.get(), acknowledged.isEmpty()));
                } else {
                    refusals = 0;
                    acknowledged.add(fact);
                }
            }
        }
    }

    private synchronized void refuse(Refusal why) {
        refusal = Optional.of(why);
    }
}
