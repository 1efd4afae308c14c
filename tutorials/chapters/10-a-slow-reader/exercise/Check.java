import static java.nio.charset.StandardCharsets.UTF_8;

import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.Gate;
import chatlab.tutorials.grading.OtherSystem;
import chatlab.tutorials.grading.StagedList;
import chatlab.tutorials.grading.StagedLock;
import chatlab.tutorials.grading.StagedOutput;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Checks an outbox: with a client that reads, that has stopped reading, or is gone, and with a lock that stops threads where it hurts. */
public final class Check implements Exercise {
    private static final List<String> STRANGE =
            List.of("hello", "", "  two blanks ", "\ttab", "100 %n %d", "grüß dich, 你好 😀", "hello");
    /** Characters that have one byte in UTF-8, two, three, and four. The last one is two {@code char} of Java. */
    private static final List<String> SYMBOLS = List.of("x", "é", "你", "😀");
    /** How many characters are more than the buffer of a stream has room for. */
    private static final int LONG = 1_100_000;

    @Override
    public void check(Checks checks) {
        OtherSystem.pretend();
        checks.step("guarded", () -> guarded(checks));
        checks.step("written", () -> written(checks));
        checks.step("woken", () -> woken(checks));
        checks.step("idle", () -> idle(checks));
        checks.step("woken-for-nothing", () -> wokenForNothing(checks));
        checks.step("one-write", () -> oneWrite(checks));
        checks.step("stuck", () -> stuck(checks));
        checks.step("room", () -> room(checks));
        checks.step("full", () -> full(checks));
        checks.step("room-guarded", () -> roomGuarded(checks));
        checks.step("room-again", () -> roomAgain(checks));
        checks.step("two-at-once", () -> twoAtOnce(checks));
        checks.step("last-words", () -> lastWords(checks));
        checks.step("closed", () -> closed());
        checks.step("put-and-close", () -> putAndClose(checks));
        checks.step("failure", () -> failure(checks));
    }

    private static void guarded(Checks checks) throws Exception {
        Mailbox eve = new Mailbox(1_000);
        eve.outbox.put("one");
        eve.outbox.put("two");
        Checks.equal(List.of("one", "two"), eve.waiting.content());
        eve.writer.start();
        eve.awaitText("one\ntwo\n");
        eve.outbox.put("three");
        eve.awaitText("one\ntwo\nthree\n");
        Put tooLong = eve.putInBackground("x".repeat(1_000));
        Checks.comesTrue(() -> !tooLong.isAlive());
        eve.outbox.close();
        eve.outbox.put("late");
        Checks.comesTrue(() -> !eve.writer.isAlive());
        String use = eve.waiting.unguarded();
        Checks.that("guarded", use.isEmpty(), "that each thread holds the lock while it uses the list", use);
    }

    private static void written(Checks checks) throws Exception {
        Mailbox bob = new Mailbox(10_000);
        for (String line : STRANGE.subList(0, 3)) {
            bob.outbox.put(line);
        }
        bob.writer.start();
        bob.awaitText(text(STRANGE.subList(0, 3)));
        Checks.comesTrue(bob::isAtRest);
        for (String line : STRANGE.subList(3, STRANGE.size())) {
            bob.outbox.put(line);
        }
        bob.awaitText(text(STRANGE));
        Checks.equal(text(STRANGE), bob.out.text());
    }

    private static void woken(Checks checks) throws Exception {
        Mailbox early = new Mailbox(1_000);
        early.outbox.put("before run begins");
        early.writer.start();
        early.mustWrite(checks, "before run begins\n");
        Checks.comesTrue(early::isAtRest);
        early.putInBackground("while run waits");
        early.mustWrite(checks, "before run begins\nwhile run waits\n");
        Mailbox bob = new Mailbox(1_000);
        Gate stop = bob.lock.stopAfter(bob.writer);
        bob.writer.start();
        putJustBeforeItWaits(bob, stop, "now\n");
        Mailbox cyd = new Mailbox(1_000);
        cyd.out.shut();
        cyd.outbox.put("hello");
        cyd.writer.start();
        Checks.comesTrue(cyd.out::isEntered);
        Gate afterWriting = cyd.lock.stopAfter(cyd.writer);
        cyd.out.open();
        putJustBeforeItWaits(cyd, afterWriting, "hello\nnow\n");
        Mailbox dan = new Mailbox(1_000);
        dan.writer.start();
        Checks.comesTrue(dan::isAtRest);
        dan.putInBackground(""); // a line, though an empty one
        dan.mustWrite(checks, "\n");
    }

    private static void putJustBeforeItWaits(Mailbox bob, Gate stop, String text) throws Exception {
        Checks.comesTrue(() -> stop.isEntered() || bob.isAtRest());
        boolean stopped = stop.isEntered();
        bob.outbox.put("now");
        stop.open();
        if (!bob.awaitText(text)) {
            String seen = "it does not come, and the writer waits";
            throw Checks.wrong(stopped ? "asks-then-waits" : "", "\"now\" at the client", seen);
        }
    }

    private static void idle(Checks checks) throws Exception {
        Mailbox bob = new Mailbox(1_000);
        bob.writer.start();
        for (String line : new String[] {"hello", "are you there?"}) {
            Checks.comesTrue(bob::isAtRest);
            Thread.State state = bob.writer.getState();
            String expected = "that the writer waits, with no end but to be woken (WAITING)";
            Checks.that(state == Thread.State.WAITING, expected, "its thread is " + state);
            bob.putInBackground(line);
            Checks.comesTrue(() -> bob.lines().endsWith(line + "\n"));
        }
    }

    private static void wokenForNothing(Checks checks) throws Exception {
        Mailbox bob = new Mailbox(1_000);
        bob.writer.start();
        Checks.comesTrue(bob::isAtRest);
        int waits = bob.lock.waits();
        bob.lock.wakeForNothing();
        Checks.comesTrue(() -> bob.lock.waits() > waits || !bob.writer.isAlive() || bob.out.writes() > 0);
        String seen =
                !bob.writer.isAlive() ? "run comes back" : bob.out.writes() > 0 ? "run writes nothing at all" : "";
        Checks.that("if-not-while", seen.isEmpty(), "that run waits on", seen);
        bob.putInBackground("hello");
        bob.mustWrite(checks, "hello\n");
    }

    private static void oneWrite(Checks checks) throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            lines.add("line " + i + " " + "x".repeat(60));
        }
        lines.add("x".repeat(LONG));
        Mailbox bob = new Mailbox(2 * LONG);
        bob.writer.start();
        Checks.comesTrue(bob::isAtRest);
        bob.lock.lock(); // so all of them wait before the writer goes on
        lines.forEach(bob.outbox::put);
        bob.lock.unlock();
        bob.awaitText(text(lines));
        Checks.that(
                bob.out.writes() == 1,
                "1 write for " + lines.size() + " lines that wait",
                bob.out.writes() + " writes");
    }

    private static void stuck(Checks checks) throws Exception {
        for (int length : new int[] {10, LONG}) {
            Mailbox eve = new Mailbox(2 * LONG);
            eve.out.shut();
            eve.writer.start();
            Checks.comesTrue(eve::isAtRest);
            Thread toWrite = eve.putInBackground("x".repeat(length));
            Checks.comesTrue(eve.out::isEntered);
            boolean held = eve.out.isLockHeld();
            Checks.that("holds-while-writing", !held, "that run writes without the lock", "it holds the lock");
            checks.becomes(() -> !toWrite.isAlive(), "that put comes back", () -> "it waits");
            Thread toPut = eve.putInBackground("second");
            checks.becomes(() -> !toPut.isAlive(), "that put comes back while run is stuck", () -> "it waits");
            Thread toClose = inBackground(eve.outbox::close);
            checks.becomes(() -> !toClose.isAlive(), "that close comes back while run is stuck", () -> "it waits");
            eve.out.open();
        }
    }

    private static void room(Checks checks) throws Exception {
        for (String symbol : SYMBOLS) {
            String line = symbol.repeat(7);
            int bytes = bytes(line);
            for (int lines = 1; lines <= 3; lines++) {
                for (int spare = 0; spare <= 1; spare++) {
                    Mailbox bob = new Mailbox(lines * bytes + spare);
                    for (int i = 1; i <= lines; i++) {
                        String what = "true for line " + i + " of " + lines + ": each one, " + Checks.quoted(line)
                                + ", has " + bytes + " bytes, and mostBytes is " + (lines * bytes + spare);
                        Checks.that(bob.outbox.put(line), what, "false");
                    }
                }
            }
        }
        Checks.that(new Mailbox(1).outbox.put(""), "true for an empty line, with mostBytes 1", "false");
        Mailbox bob = new Mailbox(100);
        bob.lock.lock();
        Put put = bob.putInBackground("hello");
        Checks.comesTrue(() -> isAtRest(put));
        bob.lock.unlock();
        checks.becomes(() -> !put.isAlive(), "that put comes back", () -> "it waits");
        Checks.that(put.result, "true, after another thread had the lock for a moment", "false");
    }

    private static void full(Checks checks) throws Exception {
        for (String symbol : SYMBOLS) {
            Mailbox eve = new Mailbox(4 * bytes(symbol.repeat(9)) - 1); // four do not fit, by one byte
            for (int tries = 0; tries < 20; tries++) {
                eve.putInBackground(symbol.repeat(9)).awaitEnd(checks);
            }
            eve.checkLimit();
            Put small = eve.putInBackground("hi"); // three bytes, and there is room for more
            small.awaitEnd(checks);
            Checks.that(
                    small.result,
                    "true for a short line: there is room for it",
                    "false, after longer ones did not fit");
            List<String> expected = List.of(symbol.repeat(9), symbol.repeat(9), symbol.repeat(9), "hi");
            Checks.equal(expected, eve.waiting.content());
        }
        Checks.that(!new Mailbox(0).outbox.put(""), "false for an empty line, with mostBytes 0", "true");
        for (boolean before : new boolean[] {true, false}) {
            Mailbox bob = new Mailbox(200);
            bob.out.shut();
            bob.writer.start();
            bob.putInBackground("é".repeat(40));
            Checks.comesTrue(bob.out::isEntered);
            bob.putInBackground("é".repeat(40));
            Checks.comesTrue(() -> bob.out.isLockHeld() || bob.waiting.content().size() == 1);
            Gate stop = before ? bob.lock.stopBefore(bob.writer) : bob.lock.stopAfter(bob.writer);
            bob.out.open();
            Checks.comesTrue(() -> stop.isEntered() || bob.isAtRest()); // between its steps, whichever they are
            for (int tries = 0; tries < 4; tries++) {
                bob.putInBackground("é".repeat(40)).awaitEnd(checks);
            }
            bob.checkLimit();
            stop.open();
        }
    }

    private static void roomGuarded(Checks checks) throws Exception {
        Mailbox eve = new Mailbox(100);
        eve.putInBackground("a".repeat(60)).awaitEnd(checks);
        eve.lock.lock();
        Put tooMuch = eve.putInBackground("b".repeat(60));
        Checks.comesTrue(() -> isAtRest(tooMuch));
        boolean waits = tooMuch.isAlive();
        eve.lock.unlock();
        Checks.that(waits, "that put waits while another thread has the lock", "it has returned " + tooMuch.result);
    }

    private static void roomAgain(Checks checks) throws Exception {
        Mailbox bob = new Mailbox(100);
        bob.writer.start();
        for (int i = 0; i < 50; i++) {
            String line = SYMBOLS.get(i % 4).repeat(15);
            if (!Checks.comesTrue(() -> bob.outbox.put(line))) {
                throw Checks.wrong("room, since all was written", "put returns false for line " + i + ": " + line);
            }
            Checks.comesTrue(() -> bob.lines().endsWith(line + "\n"));
            Checks.comesTrue(
                    () -> bob.writer.getState() != Thread.State.RUNNABLE); // a lost signal is another step's affair
        }
        bob.outbox.close();
    }

    private static void twoAtOnce(Checks checks) throws Exception {
        for (boolean before : new boolean[] {true, false}) {
            for (int bytes : new int[] {61, 151}) { // the longer one has no room even when it is alone
                Mailbox eve = new Mailbox(100);
                Put first = eve.newPut("a".repeat(bytes - 1));
                Gate stop = before ? eve.lock.stopBefore(first) : eve.lock.stopAfter(first);
                first.start();
                Checks.comesTrue(() -> stop.isEntered() || !first.isAlive());
                Put second = eve.putInBackground("b".repeat(60));
                Checks.comesTrue(() -> !second.isAlive());
                stop.open();
                first.awaitEnd(checks);
                second.awaitEnd(checks);
                boolean both = first.result && second.result;
                String key = both ? "two-steps" : "";
                String expected = "that one of two lines, of " + bytes + " and 61 bytes, gets into 100 bytes";
                Checks.that(key, first.result != second.result, expected, both ? "both do" : "none does");
            }
        }
    }

    private static void lastWords(Checks checks) throws Exception {
        Mailbox idle = new Mailbox(1_000);
        idle.writer.start();
        Checks.comesTrue(idle::isAtRest);
        idle.outbox.close();
        idle.mustEnd(checks);
        Mailbox bob = new Mailbox(1_000);
        bob.writer.start();
        Checks.comesTrue(bob::isAtRest);
        bob.lock.lock(); // the writer can go on only when both lines wait, and it is closed
        bob.outbox.put("one");
        bob.outbox.put("goodbye");
        bob.outbox.close();
        bob.lock.unlock();
        bob.mustEnd(checks);
        Checks.equal("one\ngoodbye\n", bob.lines());
        Mailbox early = new Mailbox(1_000);
        early.outbox.put("goodbye");
        early.outbox.close();
        early.writer.start();
        early.mustEnd(checks);
        Checks.equal("goodbye\n", early.lines());
        Mailbox slow = new Mailbox(1_000);
        slow.out.shut();
        slow.outbox.put("one");
        slow.writer.start();
        Checks.comesTrue(slow.out::isEntered);
        Put put = slow.putInBackground("goodbye");
        Checks.comesTrue(() -> !put.isAlive());
        Thread close = inBackground(slow.outbox::close);
        Checks.comesTrue(() -> !close.isAlive());
        slow.out.open();
        slow.mustEnd(checks);
        Checks.equal("one\ngoodbye\n", slow.lines());
    }

    private static void closed() throws Exception {
        Mailbox bob = new Mailbox(1_000);
        bob.outbox.put("one");
        bob.outbox.close();
        Checks.that(!bob.outbox.put("late"), "false from put after close", "true");
        bob.outbox.close();
        bob.writer.start();
        Checks.comesTrue(() -> !bob.writer.isAlive());
        Checks.that(!bob.outbox.put("late"), "false from put after close", "true");
    }

    private static void putAndClose(Checks checks) throws Exception {
        for (boolean before : new boolean[] {true, false}) {
            Mailbox bob = new Mailbox(1_000);
            bob.writer.start();
            Checks.comesTrue(bob::isAtRest);
            Put put = bob.newPut("last words");
            Gate stop = before ? bob.lock.stopBefore(put) : bob.lock.stopAfter(put);
            put.start();
            Checks.comesTrue(() -> stop.isEntered() || !put.isAlive());
            Checks.comesTrue(() -> bob.waiting.content().isEmpty() && bob.isAtRest()); // if it was in, it is written
            bob.outbox.close();
            Checks.comesTrue(() -> !bob.writer.isAlive());
            stop.open();
            put.awaitEnd(checks);
            boolean lost = put.result && !bob.awaitText("last words\n");
            Checks.that(
                    "asks-before-the-lock", !lost, "false, or that the line is written", "true, and it is not written");
        }
        equalLines();
    }

    /** Lines are told apart by their places: while the first ones are written, the same lines are put again. */
    private static void equalLines() throws Exception {
        Mailbox bob = new Mailbox(1_000);
        bob.out.shut();
        bob.writer.start();
        String all = "";
        for (String line : List.of("hello", "", "hello", "other", "", "hello")) {
            Put put = bob.putInBackground(line);
            if (!Checks.comesTrue(() -> !put.isAlive())) {
                bob.out.open();
                return; // that is for another step
            }
            all += put.result ? line + "\n" : "";
            Checks.comesTrue(() -> bob.out.isEntered() && bob.isAtRest()); // in the write of the first line
        }
        bob.out.open();
        boolean written = bob.awaitText(all);
        Checks.that(written, Checks.quoted(all), Checks.quoted(bob.lines()));
    }

    private static void failure(Checks checks) throws Exception {
        for (IOException failure :
                List.of(new IOException("Broken pipe"), new SocketTimeoutException("Write timed out"))) {
            for (int writes = 0; writes <= 1; writes++) {
                Mailbox eve = new Mailbox(1_000);
                eve.out.failAfter(writes, failure);
                eve.writer.start();
                for (int i = 0; i <= writes; i++) {
                    int before = i; // or both lines would be one write
                    Checks.comesTrue(() -> eve.out.writes() == before && eve.isAtRest());
                    eve.putInBackground("hello").awaitEnd(checks);
                }
                checks.becomes(() -> !eve.writer.isAlive(), "that run comes back after " + failure, () -> "it goes on");
                Checks.that(!eve.outbox.put("more"), "false from put: this line will never be written", "true");
            }
        }
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static int bytes(String line) {
        return line.getBytes(UTF_8).length + 1;
    }

    /** Whether it waits, or has ended. */
    private static boolean isAtRest(Thread thread) {
        Thread.State state = thread.getState();
        return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING || !thread.isAlive();
    }

    private static Thread inBackground(Runnable task) {
        Thread thread = new Thread(task, "closer");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** An outbox and what belongs to it. */
    private static final class Mailbox {
        final StagedLock lock = new StagedLock();
        final StagedList<String> waiting = new StagedList<>(lock);
        final StagedOutput out = new StagedOutput(lock);
        final Outbox outbox;
        final Thread writer;
        private final int mostBytes;

        Mailbox(int mostBytes) {
            this.mostBytes = mostBytes;
            outbox = new Outbox(out, mostBytes, lock, waiting);
            writer = new Thread(outbox, "writer");
            writer.setDaemon(true);
        }

        Put newPut(String line) {
            return new Put(outbox, line);
        }

        /** Put by a thread of its own, since it may have to wait. */
        Put putInBackground(String line) {
            Put put = newPut(line);
            put.start();
            return put;
        }

        boolean isAtRest() {
            return Check.isAtRest(writer);
        }

        /** All that was written, and any line end counts: that is a step of its own. */
        String lines() {
            return out.text().replace("\r", "");
        }

        boolean awaitText(String text) throws InterruptedException {
            return Checks.comesTrue(() -> lines().length() >= text.length());
        }

        void mustWrite(Checks checks, String text) throws InterruptedException {
            checks.becomes(() -> lines().equals(text), Checks.quoted(text), () -> Checks.quoted(lines()));
        }

        void mustEnd(Checks checks) throws InterruptedException {
            checks.becomes(() -> !writer.isAlive(), "that run comes back after close", () -> "it does not");
        }

        void checkLimit() {
            int sum = waiting.content().stream().mapToInt(Check::bytes).sum();
            Checks.that(sum <= mostBytes, "that at most " + mostBytes + " bytes wait", sum + " bytes wait");
        }
    }

    /** A thread that puts a line in. */
    private static final class Put extends Thread {
        private final Outbox outbox;
        private final String line;
        private volatile boolean result;

        Put(Outbox outbox, String line) {
            super("talker");
            setDaemon(true);
            this.outbox = outbox;
            this.line = line;
        }

        @Override
        public void run() {
            result = outbox.put(line);
        }

        void awaitEnd(Checks checks) throws InterruptedException {
            checks.becomes(() -> !isAlive(), "that put comes back", () -> "it does not");
        }
    }
}
