import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.Meeting;
import chatlab.tutorials.grading.Step;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Checks a Broadcaster. The threads of ada and bob speak; cyd and dan listen. */
public final class Check implements Exercise {
    @Override
    public void check(Checks checks) throws Exception {
        checks.step("to-the-others", this::toTheOthers);
        checks.step("not-to-the-sender", this::notToTheSender);
        checks.step("leaving", this::leaving);
        checks.step("joining-meanwhile", () -> changingMeanwhile("join(\"eve\", ...)", b -> b.join("eve", new Ear())));
        checks.step("leaving-meanwhile", () -> changingMeanwhile("leave(\"bob\")", b -> b.leave("bob")));
        checks.step("whole-lines", this::wholeLines);
        checks.step("one-at-a-time", this::oneAtATime);
    }

    private void toTheOthers() {
        Broadcaster broadcaster = new Broadcaster();
        Ear ada = new Ear();
        Ear cyd = new Ear();
        Ear dan = new Ear();
        broadcaster.join("ada", ada);
        broadcaster.join("cyd", cyd);
        broadcaster.join("dan", dan);
        broadcaster.say("ada", "hello");
        for (Ear ear : List.of(cyd, dan)) {
            if (ear.heard().isEmpty()) {
                ear.flush();
                Checks.that(
                        "kept-back",
                        ear.heard().isEmpty(),
                        Checks.quoted("ada: hello") + " arrives at once",
                        "nothing, until another thread had called flush()");
            }
            Checks.equal("not-heard", "ada: hello\n", ear.heard());
        }
    }

    private void notToTheSender() {
        Broadcaster broadcaster = new Broadcaster();
        Ear ada = new Ear();
        broadcaster.join("ada", ada);
        broadcaster.join("cyd", new Ear());
        broadcaster.say("ada", "hello");
        Checks.that("back-to-the-sender", ada.heard().isEmpty(), "ada hears nothing", "she hears her own line");
        String sameName = "ada and bob".substring(0, 3); // equal, and another object
        broadcaster.say(sameName, "hello");
        Checks.that(
                "names-compared-as-objects",
                ada.heard().isEmpty(),
                "ada hears nothing when \"ada\" is another String object with the same letters",
                "she hears her own line");
    }

    private void leaving() {
        Broadcaster broadcaster = new Broadcaster();
        Ear ada = new Ear();
        Ear cyd = new Ear();
        broadcaster.join("ada", ada);
        broadcaster.join("cyd", cyd);
        try {
            broadcaster.leave("cyd");
        } catch (ConcurrentModificationException e) {
            throw Checks.wrong("removed-in-the-loop", "leave(\"cyd\") returns", "it throws " + e);
        }
        broadcaster.say("ada", "is anybody here?");
        Checks.that(
                "left-but-still-there",
                cyd.heard().isEmpty(),
                "after leave(\"cyd\") cyd hears nothing",
                "cyd hears " + Checks.quoted(cyd.heard()));
    }

    /** What happens to the members while a line is on its way to them. */
    private interface Change {
        void to(Broadcaster broadcaster);
    }

    private void changingMeanwhile(String name, Change change) throws Exception {
        Broadcaster broadcaster = new Broadcaster();
        Meeting meeting = new Meeting();
        Ear cyd = new Ear();
        Ear dan = new Ear();
        broadcaster.join("cyd", cyd);
        broadcaster.join("dan", dan);
        broadcaster.join("bob", new Ear());
        broadcaster.join("ada", new Ear());
        cyd.atWrite = meeting::pass;
        dan.atWrite = meeting::pass;
        FutureTask<Void> ada = start("ada", () -> broadcaster.say("ada", "hello"));
        meeting.awaitFirst();
        FutureTask<Void> visitor = start("visitor", () -> {
            change.to(broadcaster);
            meeting.pass();
        });
        String expected = "cyd and dan hear " + Checks.quoted("ada: hello\n") + ", each once";
        try {
            finish(ada);
            finish(visitor);
        } catch (ConcurrentModificationException e) {
            throw Checks.wrong("changed-in-the-loop", expected, "while ada spoke, " + name + " was called: " + e);
        }
        boolean bothHeard = cyd.heard().equals("ada: hello\n") && dan.heard().equals("ada: hello\n");
        Checks.that(
                "changed-in-the-loop",
                bothHeard,
                expected,
                "while ada spoke, " + name + " was called: cyd hears " + Checks.quoted(cyd.heard()) + ", dan hears "
                        + Checks.quoted(dan.heard()));
    }

    private void wholeLines() throws Exception {
        Broadcaster broadcaster = new Broadcaster();
        Meeting meeting = new Meeting();
        Ear cyd = new Ear();
        broadcaster.join("ada", new Ear());
        broadcaster.join("bob", new Ear());
        broadcaster.join("cyd", cyd);
        cyd.atWrite = meeting::pass;
        FutureTask<Void> ada = start("ada", () -> broadcaster.say("ada", "one"));
        FutureTask<Void> bob = start("bob", () -> broadcaster.say("bob", "two"));
        finish(ada);
        finish(bob);
        Checks.that(
                "torn-lines",
                Set.of("ada: one\nbob: two\n", "bob: two\nada: one\n").contains(cyd.heard()),
                "cyd hears \"ada: one\" and \"bob: two\", each as a line of its own",
                Checks.quoted(cyd.heard()));
    }

    private void oneAtATime() throws Exception {
        Broadcaster broadcaster = new Broadcaster();
        Meeting meeting = new Meeting();
        Ear cyd = new Ear();
        Ear dan = new Ear();
        broadcaster.join("cyd", cyd);
        broadcaster.join("dan", dan);
        broadcaster.join("ada", new Ear());
        broadcaster.join("bob", new Ear());
        dan.atWrite = () -> {
            cyd.atWrite = meeting::pass;
            meeting.pass();
        };
        FutureTask<Void> ada = start("ada", () -> broadcaster.say("ada", "one"));
        meeting.awaitFirst();
        FutureTask<Void> bob = start("bob", () -> broadcaster.say("bob", "two"));
        finish(ada);
        finish(bob);
        Checks.that(
                "two-orders",
                !meeting.met(),
                "bob's line waits until ada's line has been written to all",
                "while ada's thread was writing her line to dan, bob's thread was writing already, too");
    }

    private static FutureTask<Void> start(String name, Step body) {
        FutureTask<Void> task = new FutureTask<>(() -> {
            body.run();
            return null;
        });
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static void finish(FutureTask<Void> task) throws Exception {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
        }
    }

    /** Where a member hears. Keeps what was flushed to it, and can hold up the thread that writes, where no lock is held but the student's. */
    private static final class Ear extends PrintWriter {
        private final StringWriter heard;
        volatile Runnable atWrite = () -> {};

        Ear() {
            this(new StringWriter());
        }

        private Ear(StringWriter heard) {
            super(new BufferedWriter(heard), true);
            this.heard = heard;
        }

        /** With "\n" for every line end. */
        String heard() {
            return heard.toString().replace("\r\n", "\n");
        }

        @Override
        public void println(String line) {
            atWrite.run();
            super.println(line);
        }

        @Override
        public void write(String text, int offset, int length) {
            super.write(text, offset, length);
            atWrite.run();
        }

        @Override
        public void write(char[] text, int offset, int length) {
            super.write(text, offset, length);
            atWrite.run();
        }

        @Override
        public void write(int c) {
            super.write(c);
            atWrite.run();
        }
    }
}
