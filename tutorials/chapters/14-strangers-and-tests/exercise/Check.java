import static java.nio.charset.StandardCharsets.UTF_8;

import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Client;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.Meeting;
import chatlab.tutorials.grading.PiecewiseInput;
import chatlab.tutorials.grading.Proxy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Checks three limits: by examples, by a forced meeting of two threads, and by junk that follows from seeds. */
public final class Check implements Exercise {
    private static final int SEEDS = 2_000;
    private static final int LONGEST = 16;
    private static final long EACH = 500_000_000; // half a second, in nanoseconds

    @Override
    public void check(Checks checks) {
        checks.step("connections", Check::connections);
        checks.step("two-at-once", Check::twoAtOnce);
        checks.step("many-times", Check::manyTimes);
        checks.step("lines", Check::lines);
        checks.step("endless", () -> checks.within("endless-line", Check::endless));
        checks.step("tail", Check::tail);
        checks.step("line-fuzz", Check::lineFuzz);
        checks.step("network", () -> checks.within("lines-wrong", Check::network));
        checks.step("bucket", Check::bucket);
        checks.step("bucket-fuzz", Check::bucketFuzz);
    }

    private static void connections() {
        Limits.Admission admission = new Limits.Admission(2);
        enters("admission-wrong", admission, "10.0.0.7", true, "the first connection of two that are allowed");
        enters("admission-wrong", admission, "10.0.0.7", true, "the second connection of two that are allowed");
        enters("admission-wrong", admission, "10.0.0.7", false, "the third connection, where two are allowed");
        enters("one-count-for-all", admission, "10.0.0.8", true, "the first connection of another address");
        admission.leave("10.0.0.7");
        enters("refused-is-counted", admission, "10.0.0.7", true, "two were in, a third was refused, one has left");
        enters("leave-forgets-all", admission, "10.0.0.7", false, "two are in again");
        admission.leave("10.0.0.7");
        admission.leave("10.0.0.7");
        enters("admission-wrong", admission, "10.0.0.7", true, "all have left");
    }

    private static void enters(String key, Limits.Admission admission, String address, boolean expected, String why) {
        boolean seen = admission.enter(address);
        Checks.that(key, seen == expected, expected + " from enter(" + address + "): " + why, seen);
    }

    /** The first thread is held wherever it looks for its address, until a second one does the same. */
    private static void twoAtOnce() throws Exception {
        Limits.Admission admission = new Limits.Admission(1);
        Address address = new Address();
        FutureTask<Boolean> first = inThread("ada", () -> admission.enter(address));
        FutureTask<Boolean> second = inThread("bob", () -> admission.enter(address));
        int entered = (first.get() ? 1 : 0) + (second.get() ? 1 : 0);
        Checks.that(
                "two-at-once",
                entered == 1,
                "one connection is allowed, and two threads call enter at the same moment: one of them gets true",
                entered + " of them got true");
    }

    /**
     * No thread can be held between two calls of a map that has a lock of its own, so this is tried many times. It finds the
     * mistake nearly always where there are two processors, and hardly ever where there is one: so it has no wrong answer.
     * On a busy machine a round takes long, so there are fewer.
     */
    private static void manyTimes() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        for (int round = 1; round <= 1_000 && System.nanoTime() - end < 0; round++) {
            Limits.Admission admission = new Limits.Admission(1);
            CountDownLatch here = new CountDownLatch(2);
            Callable<Boolean> enter = () -> {
                here.countDown();
                for (int i = 0; here.getCount() > 0; i++) { // await() would let one of them go first
                    if (i > 10_000) {
                        Thread.yield(); // the other one has no processor yet
                    }
                }
                return admission.enter("10.0.0.7");
            };
            FutureTask<Boolean> first = inThread("ada", enter);
            FutureTask<Boolean> second = inThread("bob", enter);
            int entered = (first.get() ? 1 : 0) + (second.get() ? 1 : 0);
            Checks.that(
                    "only-the-map-is-safe",
                    entered == 1,
                    "one connection is allowed, and two threads call enter at the same moment: one of them gets true",
                    entered + " of them got true, in round " + round);
        }
    }

    // begin meet
    /** An address that makes two threads meet: at its first hashCode(), at its second, and so on. */
    private static final class Address {
        private final List<Meeting> meetings = List.of(new Meeting(), new Meeting(), new Meeting());
        private final ThreadLocal<Integer> calls = ThreadLocal.withInitial(() -> 0);

        @Override
        public int hashCode() {
            int call = calls.get();
            calls.set(call + 1);
            if (call < meetings.size()) {
                meetings.get(call).pass();
            }
            return 7;
        }
        // end meet

        @Override
        public boolean equals(Object other) {
            return this == other;
        }
    }

    private static FutureTask<Boolean> inThread(String name, Callable<Boolean> body) {
        FutureTask<Boolean> task = new FutureTask<>(body);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static void lines() throws IOException {
        List<String> three = List.of("hi", "", "there");
        equal(
                "lines-wrong",
                three,
                read(PiecewiseInput.merged("hi\n\nthere\n".getBytes(UTF_8))),
                "three lines at once");
        equal(
                "lines-wrong",
                three,
                read(PiecewiseInput.single("hi\n\nthere\n".getBytes(UTF_8))),
                "the same, byte by byte");
        String longest = "x".repeat(LONGEST);
        equal("off-by-one", List.of(longest), read(longest + "\n"), "a line of just 16 bytes");
        List<String> seen = read(longest + "/quit\n");
        boolean whole = seen.equals(List.of(longest + "/quit"));
        equal(whole ? "endless-line" : "cut-off", List.of("Exceeded"), seen, "a line of 21 bytes");
        equal("off-by-one", List.of("Exceeded"), read(longest + "x\n"), "a line of 17 bytes");
        equal("characters", List.of("Exceeded"), read("\u20ac".repeat(6) + "\n"), "6 euro signs, which are 18 bytes");
        equal("lines-wrong", List.of("\u20ac\u00e4", "hi"), read("\u20ac\u00e4\nhi\n"), "characters of several bytes");
    }

    private static void tail() throws IOException {
        equal("lines-wrong", List.of("hi"), read("hi\nthe"), "a line, and the beginning of another");
    }

    /** For ever the same letter, until the student's class has read far too many of them. */
    private static void endless() throws IOException {
        EndlessInput in = new EndlessInput();
        try {
            String line = new Limits.Lines(in, LONGEST).next();
            throw Checks.wrong(
                    "cut-off",
                    "Exceeded for a line without an end",
                    "the line " + Checks.quoted(line == null ? null : line.substring(0, Math.min(20, line.length()))));
        } catch (Limits.Exceeded e) {
            // as it should be
        } catch (EndlessInput.TooMuch e) {
            throw Checks.wrong(
                    "endless-line",
                    "Exceeded soon after the 17th byte without a line end",
                    "it has read " + in.given + " bytes and wants more");
        }
    }

    // begin fuzz
    /** 2,000 streams of junk, as they may come from strangers. */
    private static void lineFuzz() throws IOException {
        for (int seed = 1; seed <= SEEDS; seed++) {
            byte[] junk = junk(new Random(seed));
            List<String> expected = linesOf(junk);
            List<String> seen = read(PiecewiseInput.random(seed, junk));
            equal("lines-wrong", expected, seen, "the junk from seed " + seed);
        }
    }
    // end fuzz

    // begin proxy
    /** ada talks to an echo server. The proxy between them cuts what she sends into pieces. */
    private static void network() throws IOException {
        for (int seed = 1; seed <= 5; seed++) {
            try (ServerSocket server = startEcho();
                    Proxy proxy = Proxy.splitting(server.getLocalPort(), seed);
                    Client ada = Client.connect(proxy.port())) {
                ada.send("one \u20ac\ntwo\nand three");
                for (String line : List.of("one \u20ac", "two", "and three")) {
                    Checks.equal("lines-wrong", line, ada.line());
                }
            }
        }
    }
    // end proxy

    private static ServerSocket startEcho() throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        inThread("echo", () -> {
            try (Socket client = server.accept()) {
                Limits.Lines lines = new Limits.Lines(client.getInputStream(), LONGEST);
                for (String line = lines.next(); line != null; line = lines.next()) {
                    client.getOutputStream().write((line + "\n").getBytes(UTF_8));
                }
                return true;
            }
        });
        return server;
    }

    /** Lines of all lengths around the longest one, of letters, of signs with several bytes, and of any bytes at all. */
    private static byte[] junk(Random random) {
        ByteArrayOutputStream junk = new ByteArrayOutputStream();
        int lines = 1 + random.nextInt(8);
        for (int i = 0; i < lines; i++) {
            int length = random.nextInt(random.nextInt(6) == 0 ? 3 * LONGEST : LONGEST - 2);
            int kind = random.nextInt(3);
            while (length > 0) {
                byte[] sign = sign(kind, random);
                junk.writeBytes(sign);
                length -= sign.length;
            }
            if (i < lines - 1 || random.nextBoolean()) {
                junk.write('\n');
            }
        }
        return junk.toByteArray();
    }

    private static byte[] sign(int kind, Random random) {
        if (kind == 0) {
            return new byte[] {(byte) ('a' + random.nextInt(26))};
        } else if (kind == 1) {
            return List.of("\u00e4", "\u20ac", "/", "\ud83d\ude00")
                    .get(random.nextInt(4))
                    .getBytes(UTF_8);
        }
        byte any = (byte) random.nextInt(256);
        return new byte[] {any == '\n' || any == '\r' ? 0 : any};
    }

    /** What the class promises, said in another way: slow, and simple. */
    private static List<String> linesOf(byte[] junk) {
        List<String> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (byte b : junk) {
            if (b == '\n') {
                lines.add(line.toString(UTF_8));
                line.reset();
            } else {
                line.write(b);
            }
            if (line.size() > LONGEST) {
                lines.add("Exceeded");
                return lines;
            }
        }
        return lines;
    }

    private static List<String> read(String text) throws IOException {
        return read(PiecewiseInput.merged(text.getBytes(UTF_8)));
    }

    /** All lines, and the word Exceeded if that is how it ends. */
    private static List<String> read(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        Limits.Lines reader = new Limits.Lines(in, LONGEST);
        try {
            for (String line = reader.next(); line != null && lines.size() < 100; line = reader.next()) {
                lines.add(line);
            }
        } catch (Limits.Exceeded e) {
            lines.add("Exceeded");
        }
        return lines;
    }

    private static void equal(String key, List<String> expected, List<String> seen, String of) {
        Checks.that(key, expected.equals(seen), quoted(expected) + " from " + of, quoted(seen));
    }

    private static String quoted(List<String> lines) {
        List<String> quoted = new ArrayList<>();
        for (String line : lines) {
            quoted.add(line.equals("Exceeded") ? line : Checks.quoted(line));
        }
        return lines.isEmpty() ? "no line" : String.join(", ", quoted);
    }

    private static void bucket() {
        Clock clock = new Clock(-10 * EACH); // nanoTime may well be negative
        Limits.Bucket bucket = new Limits.Bucket(3, EACH, clock::now);
        Checks.that("clock-at-zero", takes(bucket, 3) == 3, "3 tokens from a new bucket of 3", "fewer");
        takes("bucket-wrong", bucket, 0, "the bucket is empty");
        clock.forward(EACH);
        drips(clock, bucket);
        clock.forward(2 * EACH);
        takes("bucket-wrong", bucket, 2, "a second later");
        clock.forward(7_200 * EACH);
        takes("saves-up", bucket, 3, "an hour later: the bucket is full");
        askOften(clock, bucket);
        edges();
    }

    private static void drips(Clock clock, Limits.Bucket bucket) {
        int seen = takes(bucket, 5);
        if (seen != 1) {
            clock.forward(20 * EACH);
            boolean knowsTheClock = takes(bucket, 1) == 1;
            throw Checks.wrong(
                    seen > 1 ? "bucket-wrong" : knowsTheClock ? "window" : "own-clock",
                    "1 token, half a second later by the clock that was handed in",
                    seen + " tokens");
        }
    }

    /** To ask too early does not make it later. */
    private static void askOften(Clock clock, Limits.Bucket bucket) {
        int taken = 0;
        for (int i = 0; i < 52; i++) {
            clock.forward(EACH / 5);
            taken += takes(bucket, 1);
        }
        Checks.that(
                "fractions-lost",
                taken >= 10,
                "10 tokens in more than 5 seconds, for a client that asks every tenth of a second",
                taken);
    }

    /** Three lines at the end of one and a half seconds, and three more just after that. */
    private static void edges() {
        Clock clock = new Clock(0);
        Limits.Bucket bucket = new Limits.Bucket(3, EACH, clock::now);
        clock.forward(3 * EACH - 1_000_000);
        takes("bucket-wrong", bucket, 3, "nearly 1.5 seconds after the start");
        clock.forward(2_000_000);
        int taken = takes(bucket, 3);
        Checks.that(
                "window",
                taken <= 1,
                "3 tokens after 1.499 s, and then at most one more 2 milliseconds later",
                "3 tokens after 1.499 s, and " + taken + " more 2 milliseconds later");
    }

    private static void takes(String key, Limits.Bucket bucket, int expected, String when) {
        int seen = takes(bucket, expected + 4);
        Checks.that(key, seen == expected, expected + " tokens, " + when, seen + " tokens");
    }

    private static int takes(Limits.Bucket bucket, int attempts) {
        int taken = 0;
        for (int i = 0; i < attempts; i++) {
            taken += bucket.take() ? 1 : 0;
        }
        return taken;
    }

    /** Pauses and attempts that follow from a seed. Whatever they are, two promises hold. */
    private static void bucketFuzz() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            int most = 1 + random.nextInt(8);
            Clock clock = new Clock(random.nextInt() * EACH);
            Limits.Bucket bucket = new Limits.Bucket(most, EACH, clock::now);
            Deque<Long> taken = new ArrayDeque<>();
            for (int i = 0; i < 50; i++) {
                long pause = random.nextInt(4) == 0 ? random.nextInt(12) * EACH : (long) (random.nextDouble() * EACH);
                clock.forward(pause);
                int attempts = random.nextInt(2 * most);
                int got = takes(bucket, attempts);
                notTooFew(got, Math.min(attempts, Math.min(most, (int) ((pause - EACH / 10) / EACH))), seed);
                for (int k = 0; k < got; k++) {
                    taken.add(clock.now());
                }
                notTooMany(new ArrayList<>(taken), most, seed);
            }
        }
    }

    private static void notTooFew(int got, int atLeast, int seed) {
        Checks.that(
                "bucket-wrong",
                got >= atLeast,
                "seed " + seed + ": after a pause at least " + atLeast + " tokens",
                got + " tokens");
    }

    /** In any stretch of time: a bucket full, and what has dripped in meanwhile. */
    private static void notTooMany(List<Long> taken, int most, int seed) {
        for (int from = 0; from < taken.size(); from++) {
            long stretch = taken.get(taken.size() - 1) - taken.get(from);
            long allowed = most + stretch / EACH + 1;
            int count = taken.size() - from;
            Checks.that(
                    "bucket-wrong",
                    count <= allowed,
                    "seed " + seed + ", a bucket of " + most + ": at most " + allowed + " tokens in "
                            + stretch / 1_000_000 + " milliseconds",
                    count + " tokens");
        }
    }

    /** A clock that goes when it is told to. */
    private static final class Clock {
        private long now;

        Clock(long now) {
            this.now = now;
        }

        long now() {
            return now;
        }

        void forward(long nanos) {
            now += nanos;
        }
    }

    /** Gives 1 MB of one letter, and then fails. */
    private static final class EndlessInput extends InputStream {
        static final class TooMuch extends IOException {
            private static final long serialVersionUID = 1;
        }

        private int given;

        @Override
        public int read() throws IOException {
            if (given == 1_000_000) {
                throw new TooMuch();
            }
            given++;
            return 'x';
        }
    }
}
