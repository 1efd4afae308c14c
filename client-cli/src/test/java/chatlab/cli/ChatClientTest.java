package chatlab.cli;

import static chatlab.cli.Chatting.AT;
import static chatlab.cli.Chatting.GREETING;
import static chatlab.cli.Chatting.echo;
import static chatlab.cli.Chatting.hello;
import static chatlab.cli.Chatting.history;
import static chatlab.cli.Chatting.historyOf;
import static chatlab.cli.Chatting.msg;
import static chatlab.cli.Chatting.old;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.client.CatchUp;
import chatlab.protocol.testing.Peer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatClientTest {

    @Test
    void comesInUnderItsNameAndSeesWhatOthersSay() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            client.send(msg(1, "bob", "hi ada"));

            chat.console.awaitLine("14:02 * Room 12: you are ada, in the room lobby.");
            chat.console.awaitLine("14:02 * 1 person is here: ada");
            chat.console.awaitLine("14:02 <bob> hi ada"); // with nothing typed
        }
    }

    @Test
    void personAloneInTheRoomIsToldOnceHowOthersJoin() throws Exception {
        try (Chatting chat = Chatting.asOthersReachIt()) {
            Peer client = chat.greet("/proto 1 ada", hello("r1", "ada").replace(" :", " web=8080 :"));
            history(client, "/history");
            String page = "http://[::ffff:127.0.0.1]:8080";
            String command = "java -jar chat-cli.jar [::ffff:127.0.0.1]:" + chat.server.port();
            chat.console.awaitLine("14:02 * Others join at " + page + " or with: " + command);

            client.send("JOIN room=kitchen name=ada " + AT);
            historyOf("kitchen", client, "/history");
            client.send(msg(1, "bob", "hi ada"));
            chat.console.awaitLine("14:02 <bob> hi ada");
            assertThat(chat.console.shown())
                    .filteredOn(line -> line.contains("Others"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " web=99999", " web=0", " web=x"})
    void personAloneIsToldOfNoPageWhereTheServerHasNone(String web) throws Exception {
        try (Chatting chat = Chatting.asOthersReachIt()) {
            Peer client = chat.greet("/proto 1 ada", hello("r1", "ada").replace(" :", web + " :"));
            history(client, "/history");
            chat.console.awaitLine(
                    "14:02 * Others join with: java -jar chat-cli.jar [::ffff:127.0.0.1]:" + chat.server.port());
        }
    }

    @Test
    void personIsNotToldHowOthersJoinWhereOthersAreInTheRoomOrCannotReachTheServer() throws Exception {
        try (Chatting chat = Chatting.asOthersReachIt()) {
            Peer client = chat.greet("/proto 1 ada", hello("r1", "ada").replace(" :", " web=8080 :"));
            client.send("WHO name=bob room=lobby state=-");
            history(client, "/history");
            client.send(msg(1, "bob", "hi ada"));
            chat.console.awaitLine("14:02 <bob> hi ada");
            assertThat(chat.console.shown()).noneMatch(line -> line.contains("Others"));
        }
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.greet("/proto 1 ada", hello("r1", "ada").replace(" :", " web=8080 :"));
            history(client, "/history");
            client.send(msg(1, "bob", "hi ada"));
            chat.console.awaitLine("14:02 <bob> hi ada");
            assertThat(chat.console.shown()).noneMatch(line -> line.contains("Others"));
        }
    }

    @Test
    void instructorSeesTheNumbersOfMessagesAndActsOnThem() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            client.send(msg(16, "bob", "hi"), "NOTE code=op :You are an instructor now.", msg(17, "bob", "insult"));
            chat.console.awaitLine("14:02 <bob> hi");
            chat.console.awaitLine("14:02 <bob #17> insult");
            chat.console.type("/kick #17 enough");
            client.expectTagged("/kick #17 enough");
        }
    }

    @Test
    void comesInAsAGuestWhereTheNameIsTaken() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.greet(
                    "/proto 1 ada", hello("r1", "guest1"), "ERR code=name-taken :Another person here is called ada.");
            history(client, "/history");

            chat.console.awaitLine("14:02 * Room 12: you are guest1, in the room lobby.");
            chat.console.awaitLine("14:02 ! Another person here is called ada.");

            chat.console.type("/nick bob");
            client.send("OK re=" + client.expectTagged("/nick bob"));

            chat.console.awaitLine("14:02 * You are bob now.");
        }
    }

    @Test
    void showsEarlierMessagesOnTheFirstJoin() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.greet("/proto 1 ada", hello("r1", "ada"));
            client.send(msg(3, "bob", "three")); // arrives live, and is in the history as well
            history(client, "/history", old(1, "bob", "one"), old(2, "bob", "two"), old(3, "bob", "three"));
            client.send(msg(4, "bob", "four"));

            chat.console.awaitLine("14:02 <bob> four");
            assertThat(chat.console.shown())
                    .containsSubsequence(
                            "14:02 * What was said here before:",
                            "14:02 <bob> one",
                            "14:02 <bob> two",
                            "14:02 <bob> three",
                            "14:02 * That was before; this is now.",
                            "14:02 <bob> four")
                    .containsOnlyOnce("14:02 <bob> three");
        }
    }

    @Test
    void showsItsOwnWordsOnceWhenTheServerHasThem() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            chat.console.type("/etc is a folder");
            chat.console.awaitLineMatching("14:02 ! There is no command /etc\\. .*/say before it\\.");

            chat.console.type("// hello");
            client.send(echo(client.expectTagged("/say // hello"), 1, "ada", "// hello"));
            chat.console.awaitLine("14:02 <ada> // hello");

            chat.console.type("/quit");
            client.expect("/quit@quit");
            client.send("BYE re=quit code=quit :Goodbye.");
            client.close();
            assertThat(chat.outcome()).isEqualTo(Outcome.GOOD);
            assertThat(chat.console.shown()).containsOnlyOnce("14:02 <ada> // hello");
        }
    }

    @Test
    void privateMessageToAnotherPersonOfTheNameIsSentOnlyWhenTypedAgain() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            chat.console.type("/msg bertha hi");
            String tag = client.expectTagged("/msg bertha hi");
            client.send(
                    "MSG to=bertha from=ada id=1 " + AT + " re=" + tag + " :hi",
                    "LEAVE room=lobby name=bertha at=2026-11-20T10:44:00Z code=quit",
                    "JOIN room=lobby name=bertha at=2026-11-20T10:45:00Z",
                    msg(2, "bob", "did you see?"));
            chat.console.awaitLine("14:02 <bob> did you see?");

            chat.console.type("/msg bertha a secret");
            chat.console.awaitLineMatching("14:02 ! bertha left at 10:44; another bertha came at 10:45\\. .*");
            chat.console.type("/msg bertha a secret");
            client.expectTagged("/msg bertha a secret");
            chat.console.type("/say hello");
            client.expectTagged("/say hello"); // and nothing before it: it was sent once
        }
    }

    @Test
    void lineThatIsTypedBeforeTheGreetingWaitsForIt() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.server.accept();
            chat.console.type("hi");
            await().until(ChatClientTest::isTheKeyboardsThreadWaitingForTheGreeting);
            client.send(GREETING);
            client.expect("/proto 1 ada");
            client.send(hello("r1", "ada"));
            client.skipTo("/say@\\S+ hi");
        }
    }

    private static boolean isTheKeyboardsThreadWaitingForTheGreeting() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("keyboard"))
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .anyMatch(call -> call.getMethodName().equals("awaitGreeting"));
    }

    @Test
    void speaksRawToAServerThatSaysNothing() throws Exception {
        try (Chatting chat = Chatting.onATerminalWithoutPatience("")) {
            Peer client = chat.server.accept();
            chat.console.type("/hello you");
            client.expect("/hello you");
            client.send("\u001b[31mHELLO YOU\u0007");

            chat.console.awaitLine(" [31mHELLO YOU ");
        }
    }

    @Test
    void speaksRawToAServerWithAnotherGreeting() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.server.accept();
            client.send("Welcome to the echo server");
            chat.console.awaitLine("Welcome to the echo server");
            chat.console.type("hi");
            client.expect("hi");
            client.close();

            assertThat(chat.outcome()).isEqualTo(Outcome.GOOD);
            assertThat(chat.console.shown()).contains("14:02 * The server has closed the connection.");
        }
    }

    @Test
    void speaksChatToAServerWhoseGreetingComesLate() throws Exception {
        try (Chatting chat = Chatting.onATerminalWithoutPatience("ada")) {
            Peer client = chat.server.accept();
            chat.console.awaitLineMatching(".*This server does not say that it speaks CHAT/1.*");
            client.send(GREETING);
            client.expect("/proto 1 ada");
            client.send(hello("r1", "ada"));
            history(client, "/history");

            chat.console.awaitLine("14:02 * Room 12: you are ada, in the room lobby.");
        }
    }

    @Test
    void sendsSeveralLinesAtOnceAsOneMessage() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            chat.console.type("/quit\n\tindented\n.\n");
            String tag = client.expectTagged("/paste");
            client.expect("/quit", "\tindented", "..", ".");
            String head = "MSG room=lobby from=ada id=1 " + AT + " re=" + tag;
            client.send(head + " part=1/3 :/quit", head + " part=2/3 :\tindented", head + " part=3/3 :.");

            chat.console.awaitLine("      | .");
            assertThat(chat.console.shown())
                    .containsSubsequence("14:02 <ada> 3 lines:", "      | /quit", "      | \tindented", "      | .");
        }
    }

    @Test
    void aPasteThatBeginsAsAPrivateMessageStaysPrivate() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            chat.console.type("/msg bob one\ntwo");
            client.expectTagged("/paste bob");
            client.expect("one", "two", ".");
        }
    }

    @Test
    void studentIsToldOfTheOwnHandThePollAndTheTimer() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            client.send("HAND name=bob place=1", "HAND name=ada place=2 :why?");
            chat.console.awaitLine("14:02 * Your hand is up. 1 hand is up before yours. About: why?");
            client.send(
                    "POLL state=open options=yes,no voted=0 :Clear?",
                    "POLL state=open options=yes,no voted=1 :Clear?",
                    "TIMER ends=2026-11-20T14:07:30.000Z left=300 :exercise\u001b[2J 3");
            chat.console.awaitLine("14:02 * Poll: Clear? Answer with /vote yes or /vote no.");
            chat.console.awaitLine("14:02 * Timer, 5:00 left. exercise [2J 3");
            chat.console.type("/hands");
            String tag = client.expectTagged("/hands");
            client.send("HAND name=bob place=1", "HAND name=ada place=2 :why?", "END re=" + tag);
            chat.console.awaitLine("14:02 * The hand of bob is up.");
            client.send("HAND name=bob place=0", "HAND name=ada place=0 by=teach", "NOTE code=lowered :Down.");
            chat.console.awaitLine("14:02 * Down.");
            chat.console.type("/hands");
            client.send("END re=" + client.expectTagged("/hands"));
            chat.console.awaitLine("14:02 * No hand is up.");
            assertThat(chat.console.shown()).noneMatch(line -> line.contains("1 vote"));
            assertThat(chat.console.shown())
                    .filteredOn(line -> line.contains("bob"))
                    .hasSize(1);
        }
    }

    @Test
    void pastedKeyIsNotPublishedAndTheLinesBelowAreNotDroppedUnsaid() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            chat.console.type("/op opensesame\nhello\n");
            chat.console.awaitLineMatching("14:02 ! Write it like this: /op KEY");
            chat.console.type("/op opensesame\n");
            client.send("OK re=" + client.expectTagged("/op opensesame"));
            chat.console.type("hi");
            client.expectTagged("/say hi");
        }
    }

    @Test
    void asksBeforeALineWithASecretIsPublished() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            chat.console.type("/nick ada\n/op opensesame\n");
            chat.console.awaitLineMatching(
                    "14:02 ! Nothing was sent. One of these lines looks like a command with a key .*");
            chat.console.type(" /msg bob I hate it");
            chat.console.type("/paste");
            chat.console.type("/op opensesame");
            chat.console.type(".");
            chat.console.type("hi");
            client.expectTagged("/say hi");

            chat.console.type(" /op is a command");
            chat.console.type(" /op is a command");
            client.expectTagged("/say  /op is a command");
        }
    }

    @Test
    void tellsOnceThatTypedBytesWereUnreadable() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            chat.console.type("gr\ufffd");
            chat.console.type("\ufffd");
            client.expectTagged("/say gr\ufffd");
            client.expectTagged("/say \ufffd");
            assertThat(chat.console.shown())
                    .filteredOn(line -> line.contains("are neither UTF-8 nor"))
                    .hasSize(1);
        }
    }

    @Test
    void saysThatItWaitsToBeLetInAndCanBeLeftMeanwhile() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.greet("/proto 1 ada");
            chat.console.awaitLineMatching("      \\* The server has greeted, but it has not let you in yet\\. .*");
            chat.console.type("/quit");
            assertThat(chat.outcome()).isEqualTo(Outcome.GOOD);
            client.close();
        }
    }

    @Test
    void isLetInAfterALongWait() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.greet("/proto 1 ada");
            chat.console.awaitLineMatching("      \\* The server has greeted, but .*");
            client.send(hello("r1", "ada"));
            history(client, "/history");
            chat.console.awaitLine("14:02 * Room 12: you are ada, in the room lobby.");
        }
    }

    @Test
    void answersPingsAlsoInTheMiddleOfATypedPaste() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            chat.console.type("/paste");
            chat.console.type("one");
            client.send("PING :x");
            client.expect("/pong x");
            chat.console.type(".");
            client.expectTagged("/paste");
            client.expect("one", ".");
        }
    }

    @Test
    void putsEventsIntoWords() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            client.send(
                    "JOIN room=lobby name=bob " + AT,
                    "WHO name=bob room=lobby state=muted",
                    "NICK old=bob new=bill " + AT,
                    "MSG to=ada from=bill id=7 " + AT + " :psst",
                    "MSG room=* from=eve id=8 " + AT + " :to   all",
                    "NOTE code=hush-on :Only the instructor may speak now.",
                    "LEAVE room=lobby name=bill " + AT + " code=lost",
                    "XYZZY key=value :unknown",
                    "MSG room=lobby from=bob id=9 part=9/2 " + AT + " :impossible",
                    msg(10, "bob", "done"));

            chat.console.awaitLine("14:02 <bob> done");
            assertThat(chat.console.shown())
                    .containsSubsequence(
                            "14:02 * bob joined.",
                            "14:02 * bob may not speak for now.",
                            "14:02 * bob is now bill.",
                            "14:02 <bill to you> psst",
                            "14:02 <eve to all rooms> to   all",
                            "14:02 * Only the instructor may speak now.",
                            "14:02 * bill left (connection lost).")
                    .noneMatch(line -> line.contains("impossible") || line.contains("unknown"));
        }
    }

    @Test
    void goesToAnotherRoomAndAsksWhatWasSaidThere() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            chat.console.type("/join lab");
            String tag = client.expectTagged("/join lab");
            client.send("JOIN room=lab name=ada " + AT, "OK re=" + tag + " :You are in lab.");
            historyOf("lab", client, "/history", "MSG room=lab from=bob id=1 " + AT + " old=1 :before");

            chat.console.awaitLine("14:02 <bob> before");
            assertThat(chat.console.shown()).containsOnlyOnce("14:02 * You are in the room lab now.");
        }
    }

    @Test
    void messagesThatCannotBeSentAgainAtOnceWaitForTheNextTry() throws Exception {
        int left = SentItems.MAX_UNDELIVERED - SentItems.MAX_WAITING;
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            for (int i = -1; i <= SentItems.MAX_UNDELIVERED; i++) {
                chat.console.type("n" + i);
                client.send("ERR re=" + client.expectTagged("/say n" + i) + " code=muted :You may not speak.");
                chat.console.awaitLine("14:02 ! Not said: n" + i + "   (/again sends it once more)");
            }
            chat.console.type("/again");
            chat.console.awaitLine("14:02 ! The 2 oldest undelivered messages are lost: only the last 100 are kept.");
            chat.console.awaitLine(
                    "      * " + left + " messages wait until the server has answered; /again sends them then.");
            for (int i = 1; i <= SentItems.MAX_WAITING; i++) {
                client.send(echo(client.expectTagged("/say n" + i), i, "ada", "n" + i));
            }
            chat.console.awaitLine("14:02 <ada> n" + SentItems.MAX_WAITING);
            chat.console.type("/again");
            for (int i = SentItems.MAX_WAITING + 1; i <= SentItems.MAX_UNDELIVERED; i++) {
                client.expectTagged("/say n" + i);
            }
        }
    }

    @Test
    void tellsWhenSomethingWasNotSaidAndCanSendItAgain() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            chat.console.type("hello");
            client.send("ERR re=" + client.expectTagged("/say hello") + " code=muted :You may not speak.");
            chat.console.awaitLine("14:02 ! You may not speak.");
            chat.console.awaitLine("14:02 ! Not said: hello   (/again sends it once more)");

            chat.console.type("/again");
            client.expectTagged("/say hello");
            chat.console.type("/again");
            chat.console.awaitLine("      * Nothing waits to be sent again.");
        }
    }

    @Test
    void impossibleCommandIsNotOfferedAgain() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            chat.console.type("/paste");
            chat.console.type(".");
            client.send("ERR re=" + client.expectTagged("/paste") + " code=bad-args :There was nothing.");
            chat.console.awaitLine("14:02 ! There was nothing.");
            chat.console.type("/again");
            chat.console.awaitLine("      * Nothing waits to be sent again.");
            assertThat(chat.console.shown()).noneMatch(line -> line.contains("Not said"));
        }
    }

    @Test
    void isToldWhatCannotBeSent() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            chat.console.type("x".repeat(5000));
            chat.console.awaitLineMatching("14:02 ! This is too long: .*4096 bytes\\.");
            chat.console.type("line\n".repeat(501));
            chat.console.awaitLineMatching("14:02 ! This is too much at once: .*");
            chat.console.type("/nick server");
            chat.console.awaitLineMatching("14:02 ! This name is kept for the server.*");
            chat.console.type("/help");
            chat.console.awaitLine("      * /nick NAME: choose your name");
            chat.console.type("/ping");
            client.send("PONG re=" + client.expectTagged("/ping"));
            chat.console.awaitLineMatching("14:02 \\* pong ?");
        }
    }

    @Test
    void leavesAtOnceWhenTheServerDoesNotAnswer() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            chat.letIn();
            chat.console.endInput();
            assertThat(chat.outcome()).isEqualTo(Outcome.GOOD);
        }
    }

    @Test
    void survivesAHostileServer() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.greet("/proto 1 ada", hello("r1", "ada") + "\u001b[2J");
            history(client, "/history");
            client.sendBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, '\n'});
            client.send("ERR code=\u001b[2J", "ERR code=x :b\u001b[2Jad", "NOTE code=x :b\u001b[2Jad");
            client.send(
                    "MSG", "MSG room=lobby", "HELLO", "MSG room=lobby from=x id=99999999999999999999 " + AT + " :x");
            client.send("WHO name=\u001b[2J room=lobby state=,,,", ":::", "   ", "x".repeat(9000));
            for (int i = 0; i < 2000; i++) {
                client.send("JOIN room=lobby name=n" + i + " " + AT);
            }
            client.send(msg(1, "b\u001b[2Job" + "b".repeat(300), "still\u001b[2J\u202e here\rfake"));

            chat.console.awaitLine("14:02 <b [2Job" + "b".repeat(33) + "\u2026> still [2J  here fake");
            assertThat(chat.console.shown()).noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
        }
    }

    @Test
    void aPingThatCannotBeIsNotBelieved() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            String hello = hello("r1", "ada").replace("ping=60", "ping=" + Integer.MAX_VALUE);
            Peer client = chat.greet("/proto 1 ada", hello);
            history(client, "/history");
            client.send(msg(1, "bob", "hi ada"));
            chat.console.awaitLine("14:02 <bob> hi ada");
        }
    }

    @Test
    void aHistoryThatNeverEndsIsNotWaitedFor() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.greet("/proto 1 ada", hello("r1", "ada"));
            client.expectTagged("/who");
            client.expectTagged("/history");
            for (int i = 1; i <= CatchUp.MAX_LINES; i++) {
                client.send(msg(i, "bob", "number " + i));
            }
            chat.console.awaitLine("14:02 <bob> number " + CatchUp.MAX_LINES);
        }
    }

    @Test
    void anEndlessLineIsTheEndOfAConnection() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.letIn();
            client.sendBytes("x".repeat(100_000).getBytes());
            chat.console.awaitLineMatching("14:02 ! Connection lost \\(the server sent an endless line\\).*");
        }
    }

    @Test
    void tellsAWebServerFromAChatServer() throws Exception {
        try (Chatting chat = Chatting.onATerminalWithoutPatience("ada")) {
            Peer client = chat.server.accept();
            chat.console.type("hi");
            client.expect("hi");
            client.send("HTTP/1.1 400 Bad Request", "");
            assertThat(chat.outcome())
                    .isEqualTo(Outcome.bad("A web server listens there, and not a chat server. Check the port."));
        }
    }

    @Test
    void tellsAServerThatClosesAtOnce() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            chat.server.accept().close();
            assertThat(chat.outcome().sentence()).startsWith("The server has closed the connection without a word.");
        }
    }

    @Test
    void tellsAServerThatDoesNotLetItIn() throws Exception {
        try (Chatting chat = Chatting.onATerminal("ada")) {
            Peer client = chat.server.accept();
            client.send(GREETING, "* The server is full.");
            client.close();
            assertThat(chat.outcome())
                    .isEqualTo(Outcome.bad("The server has closed the connection before it let you in."));
            assertThat(chat.console.shown()).contains("* The server is full.");
        }
    }
}
