package chatlab.tutorials.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whatever the student's code does, there is a verdict. */
@Execution(ExecutionMode.CONCURRENT)
class GradingTest {
    private static final String IMPORTS =
            "import chatlab.tutorials.grading.*;\nimport java.time.Duration;\nimport java.net.*;\n";

    @TempDir
    Path folder;

    @Test
    void allStepsPass() throws Exception {
        Verdict verdict = check("c.step(\"one\", () -> {}); c.step(\"two\", () -> {});", "");
        assertThat(verdict.accepted()).isTrue();
        assertThat(verdict.passed()).containsExactly("one", "two");
    }

    @Test
    void wrongAnswerEndsTheCheck() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> {}); c.step(\"two\", () -> Checks.equal(\"why\", \"a\\tb\", Student.answer()));"
                        + " c.step(\"three\", () -> {});",
                "static String answer() { System.out.println(\"here I am\"); return null; }");
        assertThat(verdict.key()).isEqualTo("why");
        assertThat(verdict.passed()).containsExactly("one");
        assertThat(verdict.step()).isEqualTo("two");
        assertThat(verdict.expected()).isEqualTo("\"a\\tb\"");
        assertThat(verdict.seen()).isEqualTo("nothing");
        assertThat(verdict.printed()).containsExactly("here I am");
    }

    @Test
    void printedIsWhatTheLastStepPrintedWithoutFramesOfTheJdk() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> System.out.println(\"before\"));"
                        + " c.step(\"two\", () -> { Student.fail(); throw Checks.wrong(1, 2); });",
                "static void fail() { try { Integer.parseInt(\"x\"); } catch (RuntimeException e) {"
                        + " e.printStackTrace(); } System.out.print(\"no end\"); }");
        assertThat(verdict.printed())
                .startsWith("java.lang.NumberFormatException: For input string: \"x\"")
                .endsWith("no end")
                .noneMatch(line -> line.contains("at java.base/"))
                .anyMatch(line -> line.contains("Student.java"));
    }

    @Test
    void listThatIsChangedInALoopIsCalledSo() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> Student.leave());",
                "static void leave() { var names = new java.util.ArrayList<>(java.util.List.of(1, 2, 3));"
                        + " for (Integer name : names) { names.remove(name); } }");
        assertThat(verdict.key()).isEqualTo("changed-in-a-loop");
    }

    @Test
    void hangIsRejectedWithAThreadDumpInWords() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> Student.serve());",
                "static void serve() throws Exception {\n new ServerSocket(0).accept();\n}");
        assertThat(verdict.key()).isEqualTo("hang");
        assertThat(verdict.threads())
                .containsExactly("thread \"check\" waits in accept() for the next client (Student.java:6)");
    }

    @Test
    void aLoopWithoutEndIsRejectedForTheProcessorTimeThatItUses() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> c.within(\"mine\", () -> Student.loop()));",
                "static void loop() {\n while (true) {\n Thread.onSpinWait();\n }\n}");
        assertThat(verdict.key()).isEqualTo("mine");
        assertThat(verdict.threads())
                .singleElement()
                .asString()
                .contains("thread \"check\"")
                .contains("Student.java:");
        assertThat(verdict.seen()).contains("a thread runs and runs");
    }

    @Test
    void aLoopWithoutEndThatPrintsIsNotCalledAWait() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> Student.loop());",
                "static void loop() { while (true) { System.out.println(1); } }");
        assertThat(verdict.key()).isEqualTo("endless");
        assertThat(verdict.printed()).contains("1");
    }

    @Test
    void keyboardIsNamedWhereThereIsNone() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> Student.ask());",
                "static void ask() { new java.util.Scanner(System.in).nextLine(); }");
        assertThat(verdict.key()).isEqualTo("keyboard");
    }

    @Test
    void aThreadThatLooksAgainAndAgainForNothingHangsToo() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> c.within(\"mine\", () -> Student.poll()));",
                "static void poll() throws Exception { while (true) { Thread.sleep(1); } }");
        assertThat(verdict.key()).isEqualTo("mine");
        assertThat(verdict.seen()).contains("wake up and wait again");
    }

    @Test
    void whatNeverBecomesTrueIsRejectedByTheStepWithoutACause() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> { new Thread(() -> Student.rest(), \"hers\").start();"
                        + " c.becomes(() -> false, \"a line\", () -> \"no line\"); });",
                "static synchronized void rest() { try { Student.class.wait(); } catch (InterruptedException e) { } }");
        assertThat(verdict.key()).isEqualTo("one");
        assertThat(verdict.expected()).isEqualTo("a line");
        assertThat(verdict.seen()).isEqualTo("no line");
        assertThat(verdict.threads()).singleElement().asString().contains("\"hers\"");
    }

    @Test
    void anotherSystemEndsItsLinesInAnotherWay() throws Exception {
        Verdict verdict = check(
                "OtherSystem.pretend(); c.step(\"one\", () -> Checks.equal(\"a\\n\", Student.line()));",
                "static String line() { java.io.StringWriter text = new java.io.StringWriter();"
                        + " new java.io.PrintWriter(text).println(\"a\"); return text.toString(); }");
        assertThat(verdict.seen()).isEqualTo("\"a\\r\\n\"");
    }

    @Test
    void defaultCharsetIsNotUtf8() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> Checks.equal(2, Student.bytes()));",
                "static int bytes() { System.out.println(\"\\u00e4\"); return \"\\u00e4\".getBytes().length; }");
        assertThat(verdict.seen()).isEqualTo("1");
        assertThat(verdict.printed()).containsExactly("\u00e4");
    }

    @Test
    void anAnswerThatSleepsDoesNotHang() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> c.within(\"mine\", () -> Student.sleep()));",
                "static void sleep() throws Exception { Thread.sleep(1500); ServerSocket s = new ServerSocket(0);"
                        + " s.setSoTimeout(1500); try { s.accept(); } catch (SocketTimeoutException e) { } }");
        assertThat(verdict.accepted()).isTrue();
    }

    @Test
    void anAnswerThatComputesForLongDoesNotHang() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> c.within(\"mine\", () -> Student.compute()));",
                "static void compute() {"
                        + " var threads = java.lang.management.ManagementFactory.getThreadMXBean();"
                        + " while (threads.getCurrentThreadCpuTime() < 1_000_000_000L) { } }");
        assertThat(verdict.accepted()).isTrue();
    }

    @Test
    void anAnswerThatIsTooSlowIsRejectedWhereThereIsATimeForIt() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> c.within(\"mine\", Duration.ofMillis(500), () -> Student.sleep()));",
                "static void sleep() throws Exception { Thread.sleep(600_000); }");
        assertThat(verdict.key()).isEqualTo("mine");
        assertThat(verdict.seen()).isEqualTo("it has not yet after 0.5 seconds");
    }

    @Test
    void idleWorkersOfAPoolDoNotHideAHang() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> Student.serve());",
                "static void serve() throws Exception {"
                        + " java.util.concurrent.Executors.newCachedThreadPool().submit(() -> 1).get();\n"
                        + " new ServerSocket(0).accept();\n}");
        assertThat(verdict.key()).isEqualTo("hang");
        assertThat(verdict.seen()).contains("all threads wait");
    }

    @Test
    void aThreadThatIsHeldIsLetGoWhenALockKeepsTheOtherOneOut() throws Exception {
        String race =
                "c.step(\"one\", () -> { Races<Student> races = new Races<>(Student::new, student -> student.hold);"
                        + " races.add(\"ada\", Student::enter, \"bob\", Student::enter,"
                        + " (student, thrown) -> Checks.that(\"met\", student.most == 1, \"one\", student.most)); races.run(); });";
        String enter = " void enter() { most = Math.max(most, ++here); hold.pass(); here--; }";
        String fields = "final Hold hold = new Hold(); volatile int here; volatile int most;";
        assertThat(check(race, fields + " synchronized" + enter).accepted()).isTrue();
        assertThat(check(race, fields + enter).key()).isEqualTo("met");
    }

    @Test
    void serverThatWritesNothingIsSilent() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> { ServerSocket s = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());"
                        + " Client client = Client.connect(s.getLocalPort()); Socket accepted = s.accept();"
                        + " Checks.that(\"silent\", client.isSilent(), \"silence\", \"a line\");"
                        + " accepted.getOutputStream().write(\"a\\n\".getBytes());"
                        + " Checks.equal(\"line\", \"a\", client.line()); });",
                "");
        assertThat(verdict.accepted()).isTrue();
    }

    @Test
    void restIsReachedBySleepersAndPollersButNotByALoop() throws Exception {
        String rest = "c.step(\"one\", () -> { new Thread(Student::work).start();"
                + " Checks.that(\"spins\", Checks.comesToRest(), \"rest\", \"none\"); });";
        assertThat(check(
                                rest,
                                "static void work() { synchronized (Student.class) { try { Student.class.wait(); }"
                                        + " catch (InterruptedException e) { } } }")
                        .accepted())
                .isTrue();
        assertThat(check(rest, "static void work() { while (true) { Thread.onSpinWait(); } }")
                        .key())
                .isEqualTo("spins");
    }

    @Test
    void deadlockIsShownInWords() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> Student.deadlock());",
                "static void deadlock() throws Exception {\n"
                        + "Object a = new Object(); Object b = new Object();"
                        + " java.util.concurrent.CyclicBarrier both = new java.util.concurrent.CyclicBarrier(2);\n"
                        + "Thread t = new Thread(() -> take(a, b, both), \"ada\"); t.start(); take(b, a, both); }\n"
                        + "static void take(Object x, Object y, java.util.concurrent.CyclicBarrier both) {\n"
                        + "synchronized (x) { try { both.await(); } catch (Exception e) { }\n"
                        + "synchronized (y) { System.out.println(); } } }");
        assertThat(verdict.threads())
                .anySatisfy(line -> assertThat(line)
                        .contains("for ever")
                        .contains("\"ada\"")
                        .contains("\"check\""))
                .anySatisfy(line -> assertThat(line)
                        .contains("thread \"ada\" waits at a synchronized for a lock that thread \"check\" holds"));
    }

    @Test
    void exceptionIsRejectedWithItsPlace() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> Student.fail());",
                "static void fail() {\n throw new IllegalStateException(\"oh\");\n}");
        assertThat(verdict.key()).isEqualTo("exception");
        assertThat(verdict.seen()).contains("IllegalStateException: oh").contains("Student.java:6");
    }

    @Test
    void exceptionOutsideOfAStepIsRejected() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> {}); Student.fail();",
                "static void fail() {\n throw new IllegalStateException(\"oh\");\n}");
        assertThat(verdict.key()).isEqualTo("exception");
        assertThat(verdict.passed()).containsExactly("one");
        assertThat(verdict.seen()).contains("IllegalStateException: oh").contains("Student.java:6");
    }

    @Test
    void loneSurrogateIsShownAsAnEscape() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> Checks.equal(\"why\", \"\\ufeffa\\\\\", Student.half())); ",
                "static String half() { return \"\\ud83d\\ude00\".substring(1) + \"\\ud83d\\ude00\"; }");
        assertThat(verdict.key()).isEqualTo("why");
        assertThat(verdict.expected()).isEqualTo("\"\\ufeffa\\\\\"");
        assertThat(verdict.seen()).isEqualTo("\"\\ude00\ud83d\ude00\"");
    }

    @Test
    void anExceptionMayHaveHalfACharacterInItsMessage() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> Student.fail());",
                "static void fail() { throw new IllegalStateException(\"\\ud83d\"); }");
        assertThat(verdict.key()).isEqualTo("exception");
    }

    @Test
    void onlyTheEndOfALongOutputIsKept() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> Student.talk());",
                "static void talk() { System.out.println(\"x\".repeat(5_000_000)); System.out.println(\"gr\u00fc\u00df dich\"); }");
        assertThat(verdict.printed()).last().isEqualTo("gr\u00fc\u00df dich");
        assertThat(String.join("", verdict.printed())).hasSizeLessThan(10_000);
    }

    @Test
    void exitOfTheProcessIsRejected() throws Exception {
        Verdict verdict = check(
                "c.step(\"zero\", () -> {}); c.step(\"one\", () -> Student.leave());",
                "static void leave() { System.exit(0); }");
        assertThat(verdict.key()).isEqualTo("exit");
        assertThat(verdict.step()).isEqualTo("one");
        assertThat(verdict.passed()).containsExactly("zero");
    }

    @Test
    void missingLineIsRejected() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> { ServerSocket s = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());"
                        + " Client client = Client.connect(s.getLocalPort());"
                        + " s.accept().getOutputStream().write(\"hal\".getBytes()); client.line(); });",
                "");
        assertThat(verdict.key()).isEqualTo("no-line");
        assertThat(verdict.seen()).contains("no line end, only \"hal\"").contains("all threads wait");
    }

    @Test
    void aCheckThatIsNotDoneWithinTheLimitIsUndecidedAndNotWrong() throws Exception {
        Verdict verdict = check(
                new Grading(folder.resolve("s"), Duration.ofSeconds(5)),
                "c.step(\"one\", () -> {}); c.step(\"two\", () -> Thread.sleep(600_000));",
                "");
        assertThat(verdict.undecided()).isTrue();
        assertThat(verdict.accepted()).isFalse();
        assertThat(verdict.step()).isIn("", "one", "two");
    }

    @Test
    void threadsOfTheStudentDoNotKeepTheProcessAlive() throws Exception {
        Verdict verdict = check(
                "c.step(\"one\", () -> Student.start());",
                "static void start() { new Thread(() -> { while (true) { Thread.onSpinWait(); } }).start(); }");
        assertThat(verdict.accepted()).isTrue();
    }

    private Verdict check(String steps, String student) throws Exception {
        return check(new Grading(folder.resolve("s"), ClassArchive.LIMIT), steps, student);
    }

    private Verdict check(Grading grading, String steps, String student) throws Exception {
        List<Path> sources = new ArrayList<>();
        sources.add(Files.writeString(
                folder.resolve("Check.java"),
                IMPORTS
                        + "public final class Check implements Exercise { public void check(Checks c) throws Exception { "
                        + steps + " } }"));
        sources.add(Files.writeString(
                folder.resolve("Student.java"), IMPORTS + "final class Student {\n" + student + "\n}"));
        Path classes = folder.resolve("classes");
        assertThat(Compiler.find().orElseThrow().compile(sources, classes, List.of()))
                .isEmpty();
        return grading.check(List.of(classes));
    }
}
