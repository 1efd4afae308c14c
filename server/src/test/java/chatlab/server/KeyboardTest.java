package chatlab.server;

import static chatlab.server.support.ServerWords.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Chat1;
import chatlab.protocol.Name;
import chatlab.protocol.Verb;
import chatlab.protocol.testing.Peer;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Past;
import chatlab.server.chat.Person;
import chatlab.server.log.Console;
import chatlab.server.log.PipeScreen;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the instructor types at the server itself. */
class KeyboardTest {
    @TempDir
    Path folder;

    @Test
    void whoShowsThePeopleAndTheirAddresses() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.type("who");
            server.screen.awaitLine("There are no people here\\.");
            Peer ada = server.instructor("ada");
            server.type("who");
            String port = String.valueOf(ada.socket().getLocalPort());
            server.screen.awaitLine("  ada   127\\.0\\.0\\.1:" + port + "   in lobby   since \\d\\d:\\d\\d   op");
            server.type("rooms");
            server.screen.awaitLine("  lobby: 1");
            await().until(
                            () -> { // until ada's reader, which has just obeyed, reads again
                                server.type("threads");
                                return server.screen
                                        .shown()
                                        .contains("  client 1 ada reader: waits in read() for the next line");
                            });
        }
    }

    @Test
    void whoListsLostPeopleSeparately() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            Peer bob = server.rich("bob");
            bob.reset();
            ada.skipTo("WHO name=bob .* state=lost");
            server.type("who");
            server.screen.awaitLine("One person:");
            server.screen.awaitLine("  ada   .*");
            server.screen.awaitLine("The connection of one person is lost:");
            server.screen.awaitLine("  bob   -   in lobby   since \\d\\d:\\d\\d   lost");
        }
    }

    @Test
    void saysAndAnnounces() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            server.type("say good morning");
            ada.expectMatch("MSG room=lobby from=server id=1 at=\\S+ :good morning");
            server.type("/announce fire drill");
            ada.expectMatch("MSG room=\\* from=server id=2 at=\\S+ :fire drill");
            server.type("say pasted\u001b[2J from somewhere");
            server.screen.awaitLine(".* <server> pasted \\[2J from somewhere");
        }
    }

    @Test
    void mutesKicksAndHushes() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer ada = server.plain("ada");
            bob.skipTo("JOIN .* name=ada .*");
            server.type("mute ADA");
            ada.expectMatch("\\* The instructor has muted you\\.");
            bob.expect("WHO name=ada room=lobby state=muted");
            server.type("unmute ada");
            bob.expect("WHO name=ada room=lobby state=-");
            server.type("op bob");
            bob.expectMatch("NOTE code=op :.*");
            bob.expect("WHO name=bob room=lobby state=op");
            server.type("deop bob");
            bob.expectMatch("NOTE code=deop :.*");
            bob.expect("WHO name=bob room=lobby state=-");
            server.type("hush on");
            bob.expectMatch("NOTE code=hush-on :.*");
            server.type("hush off");
            bob.expectMatch("NOTE code=hush-off :.*");
            server.type("kick ada see me later");
            bob.expectMatch("LEAVE room=lobby name=ada at=\\S+ code=kicked :see me later");
        }
    }

    @Test
    void wrongCommandShowsItsForm() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.type("dance");
            server.screen.awaitLine("! There is no command \"dance\"\\. .*");
            server.type("kick");
            server.screen.awaitLine("! Write it like this: /kick NAME \\[REASON\\]");
            server.type("kick nobody");
            server.screen.awaitLine("! No person here is called nobody\\.");
            server.type("op mary ann");
            server.screen.awaitLine("! This takes one name\\. Write it like this: op NAME");
            server.type("say");
            server.screen.awaitLine("! Write it like this: /say TEXT");
            server.type("hush maybe");
            server.screen.awaitLine("! Write it like this: /hush on\\|off");
            server.type("123 / /");
            server.screen.awaitLine("! There is no command \"123\"\\. .*");
            server.type("// so what");
            server.screen.awaitLine("! There is no command \"/\"\\. .*");
            for (String command : List.of("join kitchen", "leave", "nick bob", "paste", "history", "ping", "proto 1")) {
                String verb = command.split(" ")[0];
                server.type(command);
                server.screen.awaitLine("! " + verb + " is a command for clients\\. .*");
            }
            server.type("help");
            server.screen.awaitLine("quit .*");
        }
    }

    /** The answers fill the queue of the console, and the thread of the keyboard waits until there is room. */
    @ParameterizedTest
    @ValueSource(strings = {"who", "rooms", "hands", "poll", "progress", "class 1", "threads", "help"})
    void chatGoesOnWhileTheScreenIsHaltedAndManyAnswersWait(String query) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            server.type("poll yes,no Is it clear?");
            ada.skipTo("POLL .*");
            Set<Thread> others = threadsThatWaitToAnswer();
            Runnable goOn = server.screen.halt();
            for (int i = 0; i < 10_000; i++) {
                server.type(query);
            }
            await().until(() -> !others.containsAll(threadsThatWaitToAnswer()));
            ada.send("/say is anybody there?");
            ada.skipTo("MSG .* :is anybody there\\?");
            goOn.run();
        }
    }

    private static Set<Thread> threadsThatWaitToAnswer() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getState() == Thread.State.WAITING)
                .filter(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().equals(Console.class.getName())
                                && frame.getMethodName().equals("answer")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Test
    void takesNoLineThatNoClientCouldRead() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            server.type("announce " + "x".repeat(100_000));
            server.screen.awaitLine("! A line has at most .*");
            server.type("announce short");
            ada.expectMatch("MSG room=\\* .* :short");
        }
    }

    @Test
    void warnsThatTypedBytesWereUnreadable() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.type("say gr\ufffd");
            server.screen.awaitLine("! Some typed characters are neither UTF-8 nor .*");
        }
    }

    @Test
    void faultDoesNotEndTheKeyboard() throws Exception {
        try (TestServer server = TestServer.start()) {
            Hall hall = server.services().hall();
            Person sinceNever = new Person(Name.guest(1), "", null, null);
            hall.inOrder(() -> Past.appear(hall, sinceNever));
            server.type("who");
            server.screen.awaitLine("! .*NullPointerException.*");
            server.type("rooms");
            server.screen.awaitLine("  lobby: 0");
        }
    }

    @Test
    void missingKeyboardEndsTheInput() {
        InputStream gone = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }
        };
        assertThat(new PipeScreen(gone, System.out).readLine(line -> List.of())).isNull();
    }

    @Test
    void writesToOnePersonAndIsWrittenTo() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            Peer bob = server.plain("bob");
            ada.skipTo("JOIN .* name=bob .*");

            server.type("msg ada come to my desk");
            ada.expectMatch("MSG to=ada from=server id=\\d+ at=\\S+ :come to my desk");
            server.screen.awaitLine("<server to ada> come to my desk");
            ada.send("/msg@m Server in a minute");
            ada.expectMatch("MSG to=server from=ada id=\\d+ at=\\S+ re=m :in a minute");
            server.screen.awaitLine(".* 127\\.0\\.0\\.1:\\d+ \\(to the server\\) #\\d+ <ada> in a minute");

            server.type("msg nobody hello");
            server.screen.awaitLine("! No person here is called nobody\\.");
            server.type("msg");
            server.screen.awaitLine("! Write it like this: /msg NAME TEXT");
            bob.send("/ping x");
            bob.expect("* pong x"); // and heard nothing of it
        }
    }

    @Test
    void mutedPersonMayWriteToTheServer() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            server.type("mute ada");
            ada.skipTo("NOTE code=muted .*");

            ada.send("/msg@m server sorry");

            ada.skipTo("MSG to=server from=ada .* re=m :sorry");
            server.screen.awaitLine(".* <ada> sorry");
        }
    }

    @Test
    void clearsTheHistoryOfARoomAlsoForTheTimeAfterACrash() throws Exception {
        Path file = folder.resolve("transcript.txt");
        Path crashed = folder.resolve("crashed.txt");
        String[] options = {"--transcript", file.toString()};
        String lastId;
        try (TestServer server = TestServer.start(options)) {
            Peer ada = server.rich("ada");
            server.type("announce test, test");
            ada.send("/say rehearsal", "/say@s also");
            lastId = ada.skipTo("MSG .* re=s .*").replaceFirst(".* id=(\\d+) .*", "$1");
            server.type("clear");
            server.screen.awaitLine("! Name the room, like: clear lobby\\..*");
            server.type("clear lobby");
            ada.skipTo("NOTE code=cleared :The instructor has cleared the history of lobby.*");
            ada.send("/history@h");
            ada.expectMatch("END re=h.*");
            server.type("clear nowhere");
            server.screen.awaitLine("! No room is called nowhere\\.");
            Files.copy(file, crashed);
        }
        try (TestServer server = TestServer.start("--transcript", crashed.toString())) {
            Peer bob = server.rich("bob");
            bob.skipTo("NOTE code=restarted .*");
            bob.send("/history@h", "/say@s next");
            bob.expectMatch("END re=h.*");
            String id = bob.skipTo("MSG .* re=s .*").replaceFirst(".* id=(\\d+) .*", "$1");
            assertThat(Long.parseLong(id)).as("no id comes twice").isGreaterThan(Long.parseLong(lastId));
        }
    }

    @Test
    void instructorClearsTheHistoryFromAClientAndAStudentMayNot() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            bob.send("/say hello", "/clear@c");
            bob.skipTo("ERR re=c code=not-allowed .*");

            ada.send("/clear@c");
            ada.skipTo("NOTE code=cleared :ada has cleared the history of lobby.*");
            ada.expectMatch("OK re=c.*");
            ada.send("/history@h");
            ada.expectMatch("END re=h.*");
        }
    }

    @Test
    void quitTypedByAPersonAsksOnceWhilePeopleAreHere() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.screen.becomeTerminal();
            Peer ada = server.rich("ada");
            server.type("quit");
            server.screen.awaitLine("! One person is here\\. Type quit or press Ctrl-C again .*");
            server.type("say good, I asked");
            server.type("quit");
            server.type("quit");
            ada.expectMatch("MSG .* :good, I asked");
            ada.expectMatch("BYE code=shutdown :.*");
            ada.close();
            server.server.awaitClosed();
        }
    }

    @Test
    void quitEndsAnEmptyRoomAtOnce() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.screen.becomeTerminal();
            server.type("quit");
            server.server.awaitClosed();
        }
    }

    @Test
    void completesCommandsAndNamesButNothingWhereNothingIsBegun() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.rich("Anna");
            server.rich("bob");
            Keyboard keyboard = new Keyboard(server.server, server.screen);

            assertThat(keyboard.completions("an")).containsExactly("announce");
            assertThat(keyboard.completions("/an")).containsExactly("/announce");
            assertThat(keyboard.completions("de")).containsExactly("deop");
            assertThat(keyboard.completions("kick an")).containsExactly("Anna");
            assertThat(keyboard.completions("kick Anna b")).containsExactly("bob");
            assertThat(keyboard.completions("")).isEmpty();
            assertThat(keyboard.completions("kick ")).isEmpty();
            assertThat(keyboard.completions("kick x")).isEmpty();
        }
    }

    @Test
    void completesEachCommandThatHelpLists() throws Exception {
        try (TestServer server = TestServer.start()) {
            Keyboard keyboard = new Keyboard(server.server, server.screen);
            for (String line : WORDS.get("keyboard.help").split("\n(?! )")) {
                String command = line.split(" ", 2)[0];
                assertThat(keyboard.completions(command)).contains(command);
            }
        }
    }

    @Test
    void rowsOfHelpFitATerminal() {
        assertThat(WORDS.get("keyboard.help").lines()).allMatch(row -> row.length() < 80);
        assertThat(Arrays.stream(Verb.values()).filter(Verb::isForPeople))
                .allMatch(verb ->
                        String.format("*   %-24s %s", verb.usage(), verb.help()).length() <= Chat1.PLAIN_ROW);
    }

    @Test
    void endsTheServer() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            server.type("quit");
            ada.skipTo("BYE code=shutdown :.*");
            ada.expectEnd();
            ada.close();
            server.server.awaitClosed();
            assertThat(server.screen.shown()).isNotEmpty();
        }
    }
}
