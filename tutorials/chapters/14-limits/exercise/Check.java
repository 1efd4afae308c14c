import static java.nio.charset.StandardCharsets.ISO_8859_1;

import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.ScriptedInput;
import chatlab.tutorials.grading.WatchedLock;
import chatlab.tutorials.grading.WatchedMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Checks three limits with a map, a lock, a stream and a clock of its own: each shows what the answer does with it. */
public final class Check implements Exercise {
    private static final int LONGEST = 16;

    /** A power of two: half of it and a quarter of it are whole numbers, too. */
    private static final long EACH = 1L << 29;

    /** Of a client that asks for tokens, while a token drips in each 4 nanoseconds. */
    private static final int[] PAUSES = {0, 1, 2, 3, 4, 6, 7, 9};

    private static final String ADA = "10.0.0.7";
    private static final String BOB = "10.0.0.8";

    @Override
    public void check(Checks checks) {
        checks.step("edge", Check::edge);
        checks.step("numbers", Check::numbers);
        checks.step("forgets", Check::forgets);
        checks.step("locked", Check::locked);
        checks.step("released", Check::released);
        checks.step("one-step", Check::oneStep);
        checks.step("waits", Check::waits);
        checks.step("lines", Check::lines);
        checks.step("longest", Check::longest);
        checks.step("reads-on", () -> checks.within("reads-on", Check::readsOn));
        checks.step("brim", Check::brim);
        checks.step("take", Check::take);
        checks.step("drips", Check::drips);
        checks.step("clock", Check::clock);
    }

    /** An admission, with the lock and the map that it was given. */
    private static final class Door {
        final WatchedLock lock = new WatchedLock();
        final WatchedMap<Object, Integer> map = new WatchedMap<>(lock);
        final Limits.Admission admission;

        Door(int most) {
            admission = new Limits.Admission(most, map.forAnswer(), lock);
        }

        /** So many more want to come in. */
        Door with(int connections, Object address) {
            for (int i = 0; i < connections; i++) {
                admission.enter(address);
            }
            return this;
        }

        /** How many more come in. */
        int room(Object address) {
            int room = 0;
            while (room < 1000 && admission.enter(address)) {
                room++;
            }
            return room;
        }

        /** What a thread does: "enter" or "leave". Returns by how much the count should have changed. */
        int call(String method) {
            if (method.equals("enter")) {
                return admission.enter(ADA) ? 1 : 0;
            }
            admission.leave(ADA);
            return -1;
        }
    }

    private static void edge() {
        for (int most = 1; most <= 4; most++) {
            Door door = new Door(most);
            for (Object address : List.of(ADA, BOB, new Address(1), new Address(2))) {
                hasRoom(door, most, address, "most = " + most + ", and no connection of " + address + " is here");
                hasRoom(door, 0, address, "most = " + most + ", and as many connections of it are here");
            }
            hasRoom(door, 0, new Address(1), "another object that is equal to an address with " + most);
        }
        Door large = new Door(300);
        hasRoom(large, 300, ADA, "most = 300, and no connection of it is here");
        hasRoom(large, 0, ADA, "most = 300, and as many connections of it are here");
        Door door = new Door(3).with(5, ADA);
        door.admission.leave(ADA);
        door.admission.leave(ADA);
        hasRoom(door, 2, ADA, "most = 3, five connections of " + ADA + " have asked, and two have left");
    }

    private static void hasRoom(Door door, int expected, Object address, String when) {
        int room = door.room(address);
        Checks.that(room == expected, "enter returns true " + expected + " times: " + when, room + " times");
    }

    /** Differs from others in nothing but equals. */
    private record Address(int number) {
        @Override
        public int hashCode() {
            return 7;
        }

        @Override
        public String toString() {
            return "an address";
        }
    }

    private static void numbers() {
        Door door = new Door(9).with(3, ADA).with(1, BOB);
        holds(door, Map.of(ADA, 3, BOB, 1), "three connections of " + ADA + " and one of " + BOB);
        door.admission.leave(ADA);
        holds(door, Map.of(ADA, 2, BOB, 1), "one of the three has left");
        door.with(4, ADA);
        holds(door, Map.of(ADA, 6, BOB, 1), "four more have come");
    }

    private static void holds(Door door, Map<Object, Integer> expected, String when) {
        Map<Object, Integer> seen = door.map.content();
        Checks.that(seen.equals(expected), "connections is " + expected + ": " + when, seen);
    }

    private static void forgets() {
        for (int most = 1; most <= 2; most++) {
            Door door = new Door(most).with(1, ADA).with(1, BOB);
            door.admission.leave(ADA);
            Map<Object, Integer> seen = door.map.content();
            Checks.that(!seen.containsKey(ADA), "the only connection of " + ADA + " has left: no such key", seen);
        }
    }

    private static void locked() {
        calls((door, when) -> {
            List<String> seen = door.map.withoutLock();
            Checks.that(
                    "no-lock",
                    seen.isEmpty(),
                    "the lock is held whenever connections is used: " + when,
                    seen.isEmpty() ? "" : "connections." + seen.get(0) + " was called without the lock");
        });
    }

    private static void released() {
        calls((door, when) ->
                Checks.that(!door.lock.isLocked(), "the lock is free when the call is over: " + when, "it is held"));
    }

    /** Looks at a door after each kind of call: the map does not fail, or fails at its first use in this call, or later. */
    private static void calls(BiConsumer<Door, String> verdict) {
        for (String method : List.of("enter", "leave")) {
            for (int here = 1; here <= 3; here++) {
                for (int use = 0; use <= 6; use++) {
                    fail(use, new IllegalStateException("the map"), method, new Door(3).with(here, ADA), verdict);
                    fail(use, new OutOfMemoryError("the map"), method, new Door(3).with(here, ADA), verdict);
                }
            }
        }
    }

    private static void fail(int use, Throwable failure, String method, Door door, BiConsumer<Door, String> verdict) {
        door.map.failAt(use, failure);
        String when = use == 0 ? method : method + ", and use " + use + " of connections throws " + failure;
        try {
            door.call(method);
        } catch (RuntimeException | Error e) {
            // it may come out
        }
        verdict.accept(door, when);
    }

    private static void oneStep() throws Exception {
        for (String first : List.of("enter", "leave")) {
            for (String second : List.of("enter", "leave")) {
                for (int release = 1; release <= 3; release++) {
                    meet(first, second, release);
                }
            }
            for (int here = 1; here <= 3; here++) {
                Door door = new Door(3).with(here, ADA);
                int before = door.map.holds();
                door.call(first);
                int holds = door.map.holds() - before;
                Checks.that(holds <= 1, first + " uses connections while it holds the lock once", holds + " times");
            }
        }
    }

    // begin meet
    /** Just when the first thread has released the lock, the second one comes and does all that it wants to do. */
    private static void meet(String first, String second, int release) throws Exception {
        Door door = new Door(6).with(5, ADA);
        FutureTask<Integer> other = new FutureTask<>(() -> door.call(second));
        door.lock.afterRelease(release, () -> startAndWait(other));
        int connections = 5 + door.call(first);
        if (door.lock.wasReleased()) {
            connections += other.get();
            int room = door.room(ADA);
            Checks.that(
                    "two-holds",
                    room == 6 - connections,
                    "most = 6, five connections are here, then one thread calls " + first + " and another " + second
                            + ": room for " + Math.max(0, 6 - connections),
                    "room for " + room + ": the other one came at release number " + release + " of the lock");
        }
    }
    // end meet

    /** Waits until the task is done, or until it is proven that it cannot end yet. */
    private static void startAndWait(FutureTask<Integer> task) {
        Thread thread = new Thread(task, "another client");
        thread.setDaemon(true);
        thread.start();
        try {
            Checks.comesTrue(task::isDone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The thread that waits is interrupted: one that would not wait for any other reason is found as well. */
    private static void waits() throws Exception {
        for (String method : List.of("enter", "leave")) {
            Door door = new Door(3).with(1, ADA);
            FutureTask<Integer> task = new FutureTask<>(() -> {
                Thread.currentThread().interrupt();
                return door.call(method);
            });
            door.lock.lock();
            startAndWait(task);
            String what = "another thread holds the lock, and this one is interrupted: " + method
                    + " waits for it, and then does its work";
            Checks.that(!task.isDone(), what, "it has not waited");
            door.lock.unlock();
            int room = 2 - task.get();
            Checks.that(door.room(ADA) == room, what + ": room for " + room, "another number");
        }
    }

    private static void lines() throws IOException {
        String text = "hi\n\n \u20ac \u00e4 \ud83d\ude00\t\nthere\nno line";
        List<ScriptedInput> inputs = new ArrayList<>(ScriptedInput.cutOnce(text));
        inputs.add(ScriptedInput.byteByByte(text));
        for (ScriptedInput in : inputs) {
            equal(List.of("hi", "", " \u20ac \u00e4 \ud83d\ude00\t", "there"), read(in), in.toString());
        }
        for (ScriptedInput in : ScriptedInput.cutInAllWays("\n\u20ac\n\ntwo\n")) {
            equal(List.of("", "\u20ac", "", "two"), read(in), in.toString());
        }
        for (String broken : List.of("\u00ff", "\u0080", "\u00c3", "\u00e2\u0082", "\u00f0\u009f\u0098")) {
            byte[] bytes = ("a" + broken + "\na" + broken + "z\nc\n").getBytes(ISO_8859_1);
            ScriptedInput in = ScriptedInput.of((Object) bytes);
            List<String> seen = read(in);
            boolean right = String.join("\n", seen).matches("a.*\na.*z\nc");
            Checks.that(right, "lines like \"a\", \"az\" and \"c\" from " + in, shown(seen));
        }
    }

    private static void longest() throws IOException {
        String full = "x".repeat(LONGEST);
        equal(List.of(full), read(full + "\n"), "a line of 16 bytes, where 16 are allowed");
        equal(
                List.of("a", full, "b", full),
                read("a\n" + full + "\nb\n" + full + "\n"),
                "four lines of at most 16 bytes");
        equal(List.of("Exceeded"), read(full + "x\n"), "a line of 17 bytes, where 16 are allowed");
        equal(List.of(full, "Exceeded"), read(full + "\n" + full + "xyz\n"), "a line of 16 bytes and one of 19");
        String euros = "\u20ac".repeat(5);
        equal(List.of(euros + "x"), read(euros + "x\n"), "5 euro signs and a letter, which are 16 bytes");
        equal(List.of("Exceeded"), read(euros + "xy\n"), "5 euro signs and 2 letters, which are 17 bytes");
        equal(List.of("Exceeded"), read("\ud83d\ude00".repeat(5) + "\n"), "5 faces, which are 20 bytes");
        byte[] broken = "................\n".replace('.', '\u00ff').getBytes(ISO_8859_1);
        List<String> seen = read(ScriptedInput.of(broken));
        Checks.that(
                seen.size() == 1 && !seen.contains("Exceeded"), "one line, of 16 bytes that are no UTF-8", shown(seen));
        for (int most : new int[] {1, 20_000}) {
            String line = "x".repeat(most);
            seen.clear();
            readInto(seen, ScriptedInput.of(line + "\n" + line + "x\n"), 2, most);
            boolean right = seen.equals(List.of(line, "Exceeded"));
            Checks.that(right, "longest = " + most + ": a line of so many bytes, then Exceeded", "something else");
        }
    }

    private static void readsOn() throws IOException {
        String full = "x".repeat(LONGEST);
        stops("hi\n", List.of("hi"));
        stops("hi\n\nthere\n", List.of("hi", "", "there"));
        stops("hi\nand", List.of("hi"));
        stops(full + "\n", List.of(full));
        stops(full + "x", List.of("Exceeded"));
        stops("hi\n" + full + "x", List.of("hi", "Exceeded"));
    }

    /** All that can be known is known, and then nothing more comes: a class that reads on waits for ever. */
    private static void stops(String text, List<String> expected) throws IOException {
        for (ScriptedInput in : List.of(ScriptedInput.of(text), ScriptedInput.byteByByte(text))) {
            List<String> seen = new ArrayList<>();
            readInto(seen, in.thenSilence(), expected.size(), LONGEST);
            equal(expected, seen, in.thenSilence().toString());
        }
    }

    private static List<String> read(String text) throws IOException {
        return read(ScriptedInput.of(text));
    }

    private static List<String> read(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        readInto(lines, in, 100, LONGEST);
        return lines;
    }

    /** All lines, but not more than so many, and the word Exceeded if that is how it ends. */
    private static void readInto(List<String> lines, InputStream in, int most, int longest) throws IOException {
        Limits.Lines reader = new Limits.Lines(in, longest);
        try {
            while (lines.size() < most) {
                String line = reader.next();
                if (line == null) {
                    return;
                }
                lines.add(line);
            }
        } catch (Limits.Exceeded e) {
            lines.add("Exceeded");
        }
    }

    private static void equal(List<String> expected, List<String> seen, String of) {
        Checks.that(expected.equals(seen), shown(expected) + " from " + of, shown(seen));
    }

    private static String shown(List<String> lines) {
        List<String> quoted = new ArrayList<>();
        for (String line : lines) {
            quoted.add("Exceeded".equals(line) ? line : Checks.quoted(line));
        }
        return lines.isEmpty() ? "no line" : String.join(", ", quoted);
    }

    /** A bucket, and a clock that goes when it is told to. */
    private static final class Tap {
        private final Limits.Bucket bucket;
        private long now;

        Tap(int most, long each, long start) {
            now = start;
            bucket = new Limits.Bucket(most, each, () -> now);
        }

        /** @param tokens how many could drip in meanwhile */
        void forward(double tokens) {
            now += (long) (tokens * EACH);
        }

        /** Takes all that is there. */
        int drain() {
            int taken = 0;
            while (taken < 1000 && bucket.take()) {
                taken++;
            }
            return taken;
        }

        void drains(int expected, String when) {
            int taken = drain();
            Checks.that(taken == expected, expected + (expected == 1 ? " token: " : " tokens: ") + when, taken);
        }
    }

    private static void brim() {
        for (int most : new int[] {1, 2, 3, 4, 5, 200}) {
            Tap tap = new Tap(most, EACH, 0);
            tap.drains(most, "most = " + most + ", and the bucket is new");
            for (int days : new int[] {1, 25, 50, 365, 36_500}) {
                tap.now += TimeUnit.DAYS.toNanos(days);
                tap.drains(most, "most = " + most + ", and take() was not called for " + days + " days");
            }
            Tap fast = new Tap(most, 1, 0);
            fast.drain();
            for (long nanos : new long[] {3_000_000_000L, 1L << 32, 1L << 62}) { // more than an int can count
                fast.now += nanos;
                fast.drains(most, "most = " + most + ", each = 1, and take() was not called for " + nanos + " ns");
            }
        }
    }

    private static void take() {
        compare(true);
        for (int each = 1; each <= 200; each++) {
            Tap tap = new Tap(1, each, 0);
            tap.drain();
            for (int nanos = 1; nanos <= each; nanos++) {
                tap.now++;
                String when = "at " + nanos + " ns, where each = " + each + " and take() was called at each nanosecond";
                tap.drains(nanos / each, when);
            }
        }
    }

    /** Compares the bucket with another one, for all ways of asking six times, until one of them has no token. */
    private static void compare(boolean hasToken) {
        for (int way = 0; way < 3 << 15; way++) {
            int most = 1 + (way >> 15);
            Tap tap = new Tap(most, 4, 0);
            long saved = 4L * most;
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                times.add(tap.now);
                boolean expected = saved >= 4;
                if (tap.bucket.take() != expected) {
                    String when = " from the last take() at the times " + times + ": most = " + most + ", each = 4";
                    Checks.that(expected != hasToken, expected + when, !expected);
                    break; // and the rest is the matter of another step
                }
                int pause = PAUSES[way >> 3 * i & 7];
                tap.now += pause;
                saved = Math.min(4L * most, saved - (expected ? 4 : 0) + pause);
            }
        }
    }

    /** Asks only once after the bucket was emptied: what this call does to later ones is another matter. */
    private static void drips() {
        compare(false);
        for (double full : new double[] {0, 0.25, 7.5}) {
            for (int token = 1; token <= 3; token++) {
                String when = " drips into the bucket of 3, which was full until it was emptied";
                emptied(full, token * EACH - 1).drains(token - 1, "one nanosecond before token " + token + when);
                emptied(full, token * EACH).drains(token, "just when token " + token + when);
            }
        }
        Tap old = new Tap(1, 1L << 50, Long.MIN_VALUE);
        while (old.now < 1L << 62) {
            old.drains(1, "most = 1, and the clock has gone on from " + Long.MIN_VALUE + " to " + old.now);
            old.now += 1L << 50; // 13 days: just when the next token drips in
        }
    }

    private static Tap emptied(double full, long nanosAgo) {
        Tap tap = new Tap(3, EACH, 0);
        tap.forward(full);
        for (int i = 0; i < 3; i++) {
            tap.bucket.take();
        }
        tap.now += nanosAgo;
        return tap;
    }

    private static void clock() {
        for (long start : new long[] {-40 * EACH, Long.MIN_VALUE, Long.MAX_VALUE - EACH, Long.MAX_VALUE - 5 * EACH}) {
            Tap tap = new Tap(3, EACH, start);
            String when = "the clock began at " + start + ", and ";
            tap.drain();
            tap.drains(0, when + "the bucket is empty");
            for (int i = 0; i < 4; i++) {
                tap.forward(1.125);
                tap.drains(1, when + "time for one more token has gone by");
            }
            tap.forward(9);
            tap.drains(3, when + "the bucket is full again");
        }
    }
}
