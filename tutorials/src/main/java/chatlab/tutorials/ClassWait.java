package chatlab.tutorials;

import chatlab.protocol.ClassroomEvent.Predictions;
import chatlab.protocol.CourseQuestion;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Waits for news of a question from the server of the class. For one wait. */
final class ClassWait {
    private static final int LOOK_EVERY_MS = 200;

    /** Beyond that, no more is read from the server for a while. */
    private static final int MAX_NEWS = 100;

    /** The server ends each visit after ten minutes: enough for two hours. */
    private static final int MAX_VISITS = 12;

    /** Before the next visit: a server may end each one at once. */
    private static final int PAUSE_MS = 1000;

    private final LearnContext context;

    /** What the server tells; nothing where the connection has ended. */
    private final BlockingQueue<Optional<Predictions>> news = new LinkedBlockingQueue<>(MAX_NEWS);

    private final CountDownLatch over = new CountDownLatch(1);

    /** Guarded by this. Null before there is a connection. */
    private ClassServer.Visit visit;

    ClassWait(LearnContext context) {
        this.context = context;
    }

    /** Until the instructor shows what the class has predicted. Enter goes on, and so does the loss of the server. */
    void run(Enrolment enrolment, CourseQuestion question, Prediction prediction)
            throws IOException, InterruptedException {
        Thread watcher = start(() -> watch(enrolment, question, MAX_VISITS));
        context.out.say("class.wait");
        try {
            await(prediction);
        } finally {
            end(watcher);
        }
    }

    /** Whether the instructor asks not to begin the chapter yet. A server that does not answer in a moment has not asked. */
    boolean isClosed(Enrolment enrolment, CourseQuestion question) throws IOException, InterruptedException {
        Thread watcher = start(() -> watch(enrolment, question, 1));
        try {
            Optional<Predictions> first = news.poll(Reporter.STAY, TimeUnit.MILLISECONDS);
            return first != null && first.isPresent() && !first.get().open();
        } finally {
            end(watcher);
        }
    }

    private static Thread start(Runnable task) {
        Thread watcher = new Thread(task, "class watcher");
        watcher.setDaemon(true);
        watcher.start();
        return watcher;
    }

    private void await(Prediction prediction) throws IOException, InterruptedException {
        String told = "";
        while (!context.keyboard.ready()) {
            Optional<Predictions> next = news.poll(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
            if (next == null) {
                continue;
            }
            if (next.isEmpty()) {
                context.out.say(told.isEmpty() ? "class.away" : "class.lost");
                return;
            }
            Predictions now = next.get();
            if (!now.counts().isEmpty()) {
                show(now, prediction);
                return;
            }
            String words = Learn.WORDS.get(now.open() ? "class.count" : "class.closed", now.predicted(), now.of());
            if (!words.equals(told)) {
                told = words;
                context.out.line(words);
            }
        }
        context.keyboard.readLine();
    }

    /** A row for each answer. */
    private void show(Predictions shown, Prediction prediction) {
        context.out.say("class.shown", shown.predicted());
        for (int i = 0; i < Math.max(shown.counts().size(), prediction.count()); i++) {
            int count = i < shown.counts().size() ? shown.counts().get(i) : 0;
            context.out.line(String.format("  %c) %3d  %s", 'a' + i, count, "#".repeat(Math.min(count, 60)))
                    .stripTrailing());
        }
    }

    private void watch(Enrolment enrolment, CourseQuestion question, int maxVisits) {
        try {
            int visits = 1;
            while (visit(enrolment, question) && visits < maxVisits) {
                pause();
                visits++;
            }
            tell(Optional.empty());
        } catch (CancellationException e) {
            // nobody waits any more
        }
    }

    /** Watches until the visit ends. Returns whether the server was there. */
    private boolean visit(Enrolment enrolment, CourseQuestion question) {
        try (ClassServer.Visit opened = context.servers.visit(enrolment.server())) {
            if (begin(opened)) {
                watch(opened, question);
            }
            return true;
        } catch (IOException | RuntimeException e) {
            return false; // the student goes on alone
        }
    }

    private void watch(ClassServer.Visit opened, CourseQuestion question) {
        try {
            opened.watch(question, now -> tell(Optional.of(now)));
        } catch (IOException e) {
            // the server has ended this visit, or it is away: the next visit shows which
        }
    }

    private void pause() {
        try {
            if (over.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                throw new CancellationException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private void tell(Optional<Predictions> now) {
        try {
            news.put(now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private synchronized boolean begin(ClassServer.Visit opened) {
        visit = opened;
        return over.getCount() > 0;
    }

    private synchronized void end(Thread watcher) throws IOException {
        over.countDown();
        watcher.interrupt(); // it may wait for room in the queue
        if (visit != null) {
            visit.close();
        }
    }
}
