package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Event;
import chatlab.protocol.InstructorCommand.Lock;
import chatlab.swing.model.ClassState;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The lesson on chapter 5, played from its beginning to the report by an instructor and a class of 28: twelve students at plain
 * sockets, as {@code nc} opens them, eight at small programs that speak CHAT/1, five at the window's model and connection in
 * this process, without the window, and three at the terminal client. More terminal clients, each a process with a virtual
 * machine, would take most of the time and show nothing more. The server is the packed jar, since it is killed.
 */
@Timeout(900)
class PlayedLessonTest extends PlayedLesson {
    private static final List<String> AT_NC =
            List.of("bob", "cyd", "dan", "eli", "fay", "gus", "xia", "yan", "zoe", "abe", "bea", "cal");
    private static final List<String> AT_PROGRAMS = List.of("pam", "quin", "ron", "sue", "tom", "una", "vic", "wes");
    private static final List<String> AT_WINDOWS = List.of("kim", "leo", "mia", "ned", "ola");
    private static final List<String> AT_TERMINALS = List.of("hal", "ida", "jon");

    /** One of each kind, for what is shown by one. */
    private static final List<String> ONE_OF_EACH = List.of("cyd", "quin", "kim", "jon");

    /** Students that predict with the program of the course, and what they say. */
    private static final Map<String, String> WITH_LEARN = Map.of("bob", "a", "hal", "c");

    /** What the others predict; bea and cal do not. */
    private static final Map<String, List<String>> WITH_DID = Map.of(
            "a", List.of("cyd", "dan", "eli", "fay", "gus", "xia", "yan", "zoe", "abe", "pam"),
            "b", List.of("quin", "ron", "sue", "tom", "una", "vic", "wes", "kim", "leo"),
            "c", List.of("mia", "ned", "ola", "ida", "jon"));

    private static final String SHOWN_WORDS = "\\* Course, chapter 5: 26 predictions, a 11, b 9, c 6\\.";
    private static final String SHOWN = "CLASS (at=\\S+ )?chapter=5 open=1 predicted=26 of=28 counts=11,9,6";

    /** A letter of a prediction, or how many chose a letter. */
    private static final String PREDICTION = ".*(\\bcounts=|predicted=[a-h]\\b|\\b[a-d] \\d+[,.]).*";

    private static final String WHOSE_THREAD = "ada says hello: whose thread writes to bob?";
    private static final String SILENCE_WORDS =
            "\\* The instructor asks for silence: only instructors can speak now\\.";
    private static final String SILENCE = "NOTE code=hush-on :.*";
    private static final String RESTARTED_WORDS = "\\* The server was started again\\..*";
    private static final String RESTARTED = "NOTE code=restarted :.*";

    /** On a busy machine, laptops may sleep for longer than the 15 s after which their people leave. */
    private static final String SLEEPERS_STAY = "--grace-millis=600000";

    @Test
    void classOf28LearnsChapter5AndSurvivesTheDeathOfTheServer() throws Exception {
        server = open(RunningServer.start(folder, "--name", "Room 12", SLEEPERS_STAY));
        classJoins();
        hushLetsOnlyTheInstructorSpeak();
        predictionsAreLockedUntilTheyAreShown();
        personsAreCalledInTheOrderOfTheirHands();
        pollCountsTheLastVoteOfEach();
        insultIsRemovedAndItsAuthorStaysMuted();
        privateMessagesGoToTheInstructorAlone();
        sleepingLaptopsMissNothing();
        serverIsKilledAndTheClassGoesOn();
        factsAreReportedToTheServerThatCameBack();
        lessonEnds();
        reportTellsTheLesson();
    }

    // The acts

    private void classJoins() throws Exception {
        server.type("close 5");
        server.expect(".* \\? chapter 5 of the course is closed, by server");
        ada = open(Instructor.join(server.port(), "ada"));
        server.type("op ada");
        ada.member().expect("NOTE code=op :.*");

        for (String name : AT_NC) {
            enters(SocketStudent.withNc(server.port(), name));
        }
        for (String name : AT_PROGRAMS) {
            enters(SocketStudent.withProgram(server.port(), name));
        }
        for (String name : AT_WINDOWS) {
            enters(WindowStudent.join(server.port(), name));
        }
        for (String name : AT_TERMINALS) {
            enters(TerminalStudent.join(folder, server.port(), name));
        }
        assertThat(all()).hasSize(28);
        assertThat(ada.asks("/who", "WHO")).hasSize(29);
        for (Student student : all()) {
            student.wasTold(
                    "\\* Chapters of the course that are closed for now: 5",
                    "CLASS chapter=5 open=0 predicted=0 of=.*");
        }
        for (Student student : all()) {
            say(student, "good morning from " + student);
        }
    }

    private void hushLetsOnlyTheInstructorSpeak() throws Exception {
        ada.commands("/hush on");
        allHear(SILENCE_WORDS, SILENCE);
        windowsRead(SILENCE_WORDS);
        for (String name : ONE_OF_EACH) {
            student(name).isRefused("me too", "muted");
        }
        instructorSays("loop over the list of clients");

        ada.commands("/open 5");
        allHear(
                "\\* Course, chapter 5 is open: 0 of 28 people have predicted\\.",
                "CLASS chapter=5 open=1 predicted=0 of=28");
    }

    private void predictionsAreLockedUntilTheyAreShown() throws Exception {
        List<RunningClient> learning = new ArrayList<>();
        List<Cable> cables = new ArrayList<>();
        for (String name : WITH_LEARN.keySet()) {
            Cable cable = open(new Cable(server.port(), "learn of " + name));
            cables.add(cable);
            RunningClient enrol = learn(name, "--class", "127.0.0.1:" + cable.port(), "--name", name);
            assertThat(enrol.expectExit()).isZero();
            RunningClient predict = learn(name, "predict", "5");
            learning.add(predict);
            predict.type(WITH_LEARN.get(name));
            predict.expect("Your prediction is locked\\. Waiting for the class; Enter goes on\\.");
        }
        for (Map.Entry<String, List<String>> letter : WITH_DID.entrySet()) {
            for (String name : letter.getValue()) {
                assertThat(visit(did(name, letter.getKey()))).isEqualTo("* Noted: " + name + ", chapter 5, predicted.");
            }
        }
        assertThat(visit(did("cyd", "b"))).matches("! not-allowed: The prediction for chapter 5 .*");
        assertThat(visit("/did cyd another-secret 5 passed"))
                .matches("! not-allowed: cyd belongs to another secret\\. .*");
        for (RunningClient predict : learning) {
            predict.expect("Waiting for the class: 26 of 28");
        }
        for (Student student : all()) {
            student.type("/class 5");
        }
        allHear(
                "\\* Course, chapter 5 is open: 26 of 28 people have predicted\\.",
                "CLASS chapter=5 open=1 predicted=26 of=28");
        assertThat(ada.asks("/progress", "DID"))
                .hasSize(26)
                .allMatch(line -> line.matches("DID name=\\S+ chapter=5 fact=predicted at=\\S+"));

        ada.commands("/show 5");
        allHear(SHOWN_WORDS, SHOWN);
        windowsRead(SHOWN_WORDS);
        for (Student student : all()) {
            assertThat(student.receivedBefore(SHOWN_WORDS, SHOWN))
                    .as("%s", student)
                    .noneMatch(PlayedLessonTest::isLetter);
        }
        server.expect(".* \\? the predictions for chapter 5 are shown, a 11, b 9, c 6, by ada");
        assertThat(linesBefore(server.out().all(), ".* the predictions for chapter 5 are shown, .*"))
                .noneMatch(PlayedLessonTest::isLetter);
        assertThat(linesBefore(Files.readAllLines(folder.resolve(RunningServer.TRANSCRIPT)), SHOWN))
                .noneMatch(PlayedLessonTest::isLetter);
        for (RunningClient predict : learning) {
            predict.expect("  a\\)  11  #{11}");
            predict.expect("  b\\)   9  #{9}");
            predict.expect("  c\\)   6  #{6}");
            predict.expect("  d\\)   0");
            predict.expect("  failed in .* of 20 trials");
            predict.close(); // the second question of the chapter is for the next lesson
        }
        for (Cable cable : cables) {
            assertThat(linesBefore(cable.wire().all(), SHOWN)).noneMatch(PlayedLessonTest::isLetter);
        }
        visit(did("bea", "d"));
        student("cal").type("/class 5");
        student("cal").hears(SHOWN_WORDS, SHOWN); // what was shown does not change
    }

    private static boolean isLetter(String line) {
        return line.matches(PREDICTION);
    }

    /** Eight hands; four are called here. */
    private void personsAreCalledInTheOrderOfTheirHands() throws Exception {
        List<String> order = List.of("mia", "bob", "hal", "pam", "ola", "ida", "sue", "fay");
        for (String name : order) {
            student(name).type("/hand whisper of " + name);
            ada.member().expect("HAND name=" + name + " place=\\d+ :whisper of " + name);
        }
        assertThat(handsThatAreUp())
                .containsExactly("mia 1", "bob 2", "hal 3", "pam 4", "ola 5", "ida 6", "sue 7", "fay 8");
        server.type("hands");
        for (String name : order) {
            server.expect(" *\\d+\\. " + name + " +whisper of " + name);
        }
        student("cal").type("/hands");
        for (String name : order) {
            student("cal").hears("\\* The hand of " + name + " is up\\.", "");
        }
        for (WindowStudent window : windows()) {
            window.awaits(chat -> namesOf(chat.classState()).equals(order));
        }

        ada.commands("/next fay");
        ada.commands("/hands undo");
        allHear("\\* ada takes back the call of fay\\.", "NOTE code=undone :ada takes back the call of fay\\.");
        assertThat(handsThatAreUp()).hasSize(8).endsWith("sue 7", "fay 8");

        String before = "";
        for (String name : order.subList(0, 4)) {
            ada.commands("/next");
            allHear("\\* ada calls " + name + "\\.", "NOTE code=next :ada calls " + name + "\\.");
            student(name).hears("\\* It is your turn: .*", "NOTE code=called :.*");
            if (!before.isEmpty()) {
                student(before).hears(SILENCE_WORDS, SILENCE);
                student(before).isRefused("and another thing", "muted");
            }
            say(student(name), "one thread blocks, says " + name);
            student("eli").isRefused("no", "muted");
            before = name;
        }
        for (Student student : all()) {
            assertThat(student.received())
                    .as("what %s reads of other hands", student)
                    .noneMatch(line -> line.contains("whisper of ") && !line.endsWith("whisper of " + student));
        }
    }

    private void pollCountsTheLastVoteOfEach() throws Exception {
        String question = Pattern.quote(WHOSE_THREAD);
        ada.commands("/poll ada,bob,new " + WHOSE_THREAD);
        allHear("\\* Poll: .* Answer with /vote ada,.*", "POLL state=open .*");
        for (Student student : all()) {
            if (!student.name().equals("cal")) {
                student.type("/vote bob");
            }
        }
        for (String name : List.of("dan", "eli", "quin", "tom", "leo", "mia", "ida", "jon")) {
            student(name).type("/vote ada"); // neighbours have talked with each other
        }
        student("dan").type("/vote new");
        student("eli").isRefused("/vote perhaps", "bad-args");
        await().until(() -> ada.asks("/poll", "POLL").get(0).contains(" voted=27 "));
        ((WindowStudent) student("leo")).awaits(chat -> chat.classState().vote().equals("ada"));

        for (Student student : all()) { // so all votes are obeyed before the end
            student.type("/ping voted");
            student.hears("\\* pong voted", "PONG .*:voted");
        }
        ada.commands("/poll close");
        allHear("\\* The poll is closed, 27 votes: .*", "POLL state=closed options=ada,bob,new voted=27 :" + question);
        for (String name : ONE_OF_EACH) {
            student(name).isRefused("/vote new", "not-allowed");
        }
        student("cal").isRefused("/vote new", "not-allowed");

        ada.commands("/poll show");
        String words = "\\* The poll has ended, ada 7, bob 19, new 1: .*";
        String shown = "POLL state=shown options=ada,bob,new voted=27 counts=7,19,1 :" + question;
        allHear(words, shown);
        windowsRead(words);
        for (Student student : all()) {
            List<String> before = student.receivedBefore(words, shown);
            assertThat(before)
                    .as("%s", student)
                    .noneMatch(line -> line.matches("POLL .*counts=.*|.*\\bbob \\d+[,.].*"));
        }
        for (WindowStudent window : windows()) {
            ClassState state = window.classState();
            assertThat(state.poll().orElseThrow().counts()).containsExactly(7, 19, 1);
        }
        ada.commands("/hush off");
        allHear("\\* All people can speak again\\.", "NOTE code=hush-off :.*");
    }

    private void insultIsRemovedAndItsAuthorStaysMuted() throws Exception {
        SocketStudent ron = (SocketStudent) student("ron");
        long insult = say(ron, "cal is stupid");
        ron.type("/nick angel");
        ron.isCalled("angel");
        allHear("\\* (ron is|You are) now angel\\.", "NICK old=ron new=angel at=.*");

        remove(insult);
        for (Student student : all()) {
            student.sawRemoved("ron", insult, "cal is stupid");
        }
        try (Member dot = Member.rich(server.port(), "dot");
                Member eve = Member.plain(server.port(), "eve")) {
            assertThat(dot.history(0)).isNotEmpty().noneMatch(message -> message.id() == insult);
            assertThat(dot.seen().all())
                    .anyMatch(line -> line.startsWith("GONE ") && line.contains(" of=" + insult + " "))
                    .noneMatch(line -> line.contains("stupid"));
            assertThat(eve.seen().all()).noneMatch(line -> line.contains("stupid"));
            dot.send("/quit");
            eve.send("/quit");
            dot.seen().expectEnd();
            eve.seen().expectEnd();
        }

        ada.commands("/mute #" + insult);
        ron.hears("", "NOTE code=muted :.*");
        ron.isRefused("so are you", "muted");
        ron.isRefused("/nick ron", "muted");
        ron.isRefused("/nick so-are-you", "muted");
        ada.commands("/rename #" + insult + " zed");
        ron.isCalled("zed");
        allHear("\\* (angel is|You are) now zed\\.", "NICK old=angel new=zed at=.*");
        ron.isRefused("/nick ron", "(muted|not-allowed)");
        ron.isRefused("so are you", "muted");
        for (String name : List.of("ron", "angel", "zed")) {
            ron.type("/quit so are you");
            ron.losesTheServer();
            assertThat(ron.comesBackAs(server.port(), name)).isEqualTo("zed");
            ron.wasTold("", "NOTE code=muted :.*");
            ron.isRefused("so are you", "muted");
            ron.isRefused("/nick so-are-you", "(muted|not-allowed)");
        }
        ron.type("/msg ada I am sorry");
        ada.member().expect("MSG to=ada from=zed .*:I am sorry");
        for (Student student : all()) {
            assertThat(student.received()).as("%s", student).noneMatch(line -> line.contains("so are you"));
        }
    }

    private void privateMessagesGoToTheInstructorAlone() throws Exception {
        ada.commands("/lock private on");
        allHear("\\* The instructor has locked private messages: .*", "NOTE code=lock-private-on :.*");
        for (String name : ONE_OF_EACH) {
            student(name).isRefused("/msg cal send me yours", "not-allowed");
            student(name).type("/msg ada may I?");
            ada.member().expect("MSG to=ada from=" + name + " .*:may I\\?");
        }
        assertThat(student("cal").received()).noneMatch(line -> line.contains("send me yours"));
    }

    /** A window, a terminal and a program with raised hands. */
    private void sleepingLaptopsMissNothing() throws Exception {
        WindowStudent ola = (WindowStudent) student("ola");
        TerminalStudent ida = (TerminalStudent) student("ida");
        SocketStudent sue = (SocketStudent) student("sue");
        ada.commands("/poll yes,no Clear?");
        allHear("\\* Poll: .*", "POLL state=open .*");
        for (Student sleeper : List.of(ola, ida, sue)) {
            sleeper.type("/vote yes");
        }
        student("cal").type("/vote no");
        await().until(() -> ada.asks("/poll", "POLL").get(0).contains(" voted=4 "));
        long slip = say(student("gus"), "a slip");

        ola.sleeps();
        ida.sleeps();
        sue.sleeps();
        for (Student sleeper : List.of(ola, ida, sue)) {
            ada.member().seen().await(1, "WHO name=" + sleeper + " room=lobby state=lost");
        }
        List<Student> awake = all().stream()
                .filter(student -> !List.of(ola, ida, sue).contains(student))
                .toList();
        remove(slip);
        ada.commands("/lock rooms on");
        ada.commands("/next"); // and not one of those three, which were first
        for (Student student : awake) {
            student.sawRemoved("gus", slip, "a slip");
            student.hears("\\* The instructor has locked the rooms: .*", "NOTE code=lock-rooms-on :.*");
            student.hears("\\* ada calls fay\\.", "NOTE code=next :ada calls fay\\.");
        }

        ola.wakes();
        ida.wakes();
        assertThat(sue.comesBackAs(server.port(), "sue")).isEqualTo("sue");
        sue.type("/history after=" + slip);
        sue.hears("", "NOTE code=lock-private-on :.*");
        sue.hears("", "NOTE code=lock-rooms-on :.*");
        sue.hears("", "HAND name=sue place=7 :whisper of sue");
        sue.hears("", "POLL state=open .*");
        ola.sawRemoved("gus", slip, "a slip");
        sue.sawRemoved("gus", slip, "a slip");
        ida.sawRemoved("gus", slip, "a slip");
        ola.awaits(chat -> chat.classState().placeOf("ola") == 1
                && chat.classState().isLocked(Lock.Kind.PRIVATE)
                && chat.classState().isLocked(Lock.Kind.ROOMS));
        for (Student sleeper : List.of(ola, ida, sue)) {
            sleeper.isRefused("/join kitchen", "not-allowed");
        }
        assertThat(handsThatAreUp()).containsExactly("ola 5", "ida 6", "sue 7");

        ada.commands("/poll show");
        allHear(
                "\\* The poll has ended, yes 3, no 1: .*",
                "POLL state=shown options=yes,no voted=4 counts=3,1 :Clear\\?");
        ada.commands("/next");
        allHear("\\* ada calls ola\\.", "NOTE code=next :ada calls ola\\.");
    }

    private void serverIsKilledAndTheClassGoesOn() throws Exception {
        ada.commands("/hush on");
        ada.commands("/timer 20m exercise");
        ada.commands("/poll yes,no Done?");
        ada.commands("/close 6");
        allHear(SILENCE_WORDS, SILENCE);
        allHear("\\* Timer, .* left\\. exercise", "TIMER .*:exercise");
        allHear("\\* Poll: .*", "POLL state=open .*");
        List<Event.Msg> historyBefore = ada.member().history(0);
        String run = ada.member().hello().run();
        long lastId = historyBefore.get(historyBefore.size() - 1).id();
        Instructor adaBefore = ada;

        server.kill();
        for (Student student : all()) {
            student.losesTheServer();
        }
        server = open(new RunningServer.Starter(folder).port(server.port()).start("--name", "Room 12", SLEEPERS_STAY));
        ada = open(Instructor.join(server.port(), "ada"));
        for (Student student : all()) {
            student.comesBack(server.port());
        }

        assertThat(ada.member().hello().run()).isEqualTo(run);
        assertThat(ada.member().history(0)).isEqualTo(historyBefore);
        assertThat(ada.asks("/who", "WHO")).hasSize(29).noneMatch(line -> line.matches(".* state=.*(op|muted).*"));
        for (Student student : all()) {
            student.wasTold(RESTARTED_WORDS, RESTARTED);
            assertThat(student.timesTold(RESTARTED_WORDS, RESTARTED))
                    .as("%s", student)
                    .isEqualTo(1);
        }
        ada.isRefused("/hush on", "not-allowed");
        ada.isRefused("/poll", "not-allowed");
        assertThat(handsThatAreUp()).isEmpty();
        for (WindowStudent window : windows()) {
            window.awaits(
                    chat -> !chat.isHushed() && !chat.isMuted() && chat.people().size() == 29);
            ClassState state = window.classState();
            assertThat(state.hands()).isEmpty();
            assertThat(state.poll()).isEmpty();
            assertThat(state.countdown()).isEmpty();
            assertThat(state.isLocked(Lock.Kind.PRIVATE)).isFalse();
            assertThat(state.isLocked(Lock.Kind.ROOMS)).isFalse();
        }
        for (String name : Stream.concat(ONE_OF_EACH.stream(), Stream.of("ron")).toList()) {
            assertThat(say(student(name), "here again, says " + name))
                    .as("numbers go on")
                    .isGreaterThan(lastId);
        }
        student("kim").type("/msg leo psst");
        student("leo").hears("", "MSG to=leo from=kim .*:psst");
        server.type("op ada");
        ada.member().expect("NOTE code=op :.*");
        assertThat(ada.asks("/class 6", "CLASS")).containsExactly("CLASS chapter=6 open=1 predicted=0 of=28");
        adaBefore.close();
    }

    private void factsAreReportedToTheServerThatCameBack() throws Exception {
        for (String name : WITH_LEARN.keySet()) {
            do { // a command stays for a second only: what it could not report, the next one reports
                assertThat(learn(name, "hint", "5").expectExit()).isZero();
            } while (!factsOf(name).containsAll(List.of("predicted", "hint")));
        }
        assertThat(ada.asks("/class 5", "CLASS")).containsExactly("CLASS chapter=5 open=1 predicted=2 of=28");
    }

    private List<String> factsOf(String name) throws Exception {
        return ada.asks("/progress", "DID name=" + name).stream()
                .map(line -> line.replaceFirst(".* chapter=5 fact=(\\S+) .*", "$1"))
                .toList();
    }

    private void lessonEnds() throws Exception {
        server.type("progress");
        server.expect("bob: 5 predicted hint"); // the letters were not shown again
        server.expect("hal: 5 predicted hint");
        server.type("quit");
        allHear("\\* The server is closing\\. Goodbye\\.", "BYE code=shutdown :.*");
        assertThat(server.expectExit()).isZero();
    }

    private void reportTellsTheLesson() throws Exception {
        ReportTables report = ReportTables.of(folder);
        List<List<String>> attendance = report.rows("attendance");
        Map<String, Long> messages = chat.stream()
                .collect(Collectors.groupingBy(message -> lastName(message.from()), Collectors.counting()));
        assertThat(attendance)
                .extracting(row -> row.get(1))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(all().stream().map(Student::name), Stream.of("ada", "dot", "eve"))
                                .toList());
        for (List<String> person : attendance) {
            assertThat(person.get(2)).isEqualTo(person.get(1).equals("zed") ? "ron, angel" : "");
            assertThat(person.get(3)).isLessThanOrEqualTo(person.get(4));
            assertThat(person.get(6)).as("%s", person).isEqualTo("" + messages.getOrDefault(person.get(1), 0L));
        }
        assertThat(report.rows("chat"))
                .extracting(row -> "#" + row.get(4) + " " + row.get(3) + ": " + row.get(5))
                .containsExactlyElementsOf(chat.stream()
                        .map(message -> "#" + message.id() + " " + message.from() + ": "
                                + (removed.contains(message.id()) ? "(message removed by ada)" : message.text()))
                        .toList());

        assertThat(report.rows("hands"))
                .extracting(row -> row.get(1) + " " + row.get(4) + " " + row.get(5))
                .containsExactly(
                        "mia called ada",
                        "bob called ada",
                        "hal called ada",
                        "pam called ada",
                        "ola called ada",
                        "ida up at the end ",
                        "sue up at the end ",
                        "fay called ada");
        assertThat(report.cells("polls", 1, 6))
                .containsExactly(
                        WHOSE_THREAD + " ada 7 27 shown",
                        WHOSE_THREAD + " bob 19 27 shown",
                        WHOSE_THREAD + " new 1 27 shown",
                        "Clear? yes 3 4 shown",
                        "Clear? no 1 4 shown",
                        "Done? yes   open",
                        "Done? no   open");
        assertThat(report.cells("predictions", 1, 6)).containsExactly("5 a 11 26 28", "5 b 9 26 28", "5 c 6 26 28");

        List<List<String>> progress = report.rows("progress");
        assertThat(progress)
                .hasSize(27)
                .allMatch(row -> row.get(2).equals("yes") && row.get(3).equals("5"));
        Map<String, String> letters = new HashMap<>(WITH_LEARN);
        WITH_DID.forEach((letter, names) -> names.forEach(name -> letters.put(lastName(name), letter)));
        letters.put("bea", ""); // too late to be shown
        assertThat(progress).allMatch(row -> !row.get(5).isEmpty() && row.get(6).equals(letters.get(row.get(1))));
        assertThat(progress)
                .filteredOn(row -> !row.get(8).isEmpty())
                .extracting(row -> row.get(1))
                .containsExactlyInAnyOrder("bob", "hal");
    }

    private String lastName(String name) {
        return name.equals("ron") ? student(name).name() : name;
    }

    /** The names and numbers of the hands, as the instructor gets them. */
    private List<String> handsThatAreUp() throws Exception {
        return ada.asks("/hands", "HAND").stream()
                .map(line -> line.replaceFirst("HAND name=(\\S+) place=(\\d+).*", "$1 $2"))
                .toList();
    }

    private static List<String> namesOf(ClassState state) {
        return state.hands().stream().map(ClassState.RaisedHand::name).toList();
    }

    private static List<String> linesBefore(List<String> lines, String regex) {
        List<String> before =
                lines.stream().takeWhile(line -> !line.matches(regex)).toList();
        assertThat(before).as("lines before " + regex).hasSizeLessThan(lines.size());
        return before;
    }

    private static String did(String name, String letter) {
        return "/did " + name + " secret-of-" + name + " 5 predicted=" + letter;
    }
}
