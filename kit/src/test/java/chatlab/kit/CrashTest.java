package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Event;
import chatlab.protocol.testing.Peer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while all clients talk, and is started again: no client loses or doubles a message. */
class CrashTest {
    private static final int TALKERS = 12;

    /** Messages that each talker has seen before the server is killed. */
    private static final int ENOUGH = 300;

    /** Lines that a talker sends at once. */
    private static final int BURST = 5;

    private static final String[] OPTIONS = {"--flood", "off", "--history", "50000"};

    @TempDir
    Path folder;

    private final List<Member> members = new ArrayList<>();
    private final ExecutorService talking = Executors.newCachedThreadPool();

    @AfterEach
    void end() throws IOException {
        talking.shutdownNow();
        Member.closeAll(members);
    }

    @Test
    void crashLosesNoMessageThatAClientHasSeen() throws Exception {
        try (RunningServer server = RunningServer.start(folder, OPTIONS);
                RunningClient terminal = RunningClient.join(folder, server.port(), "terminal")) {
            Member plain = add(Member.plain(server.port(), "plain"));
            List<Member> talkers = new ArrayList<>();
            for (int i = 0; i < TALKERS; i++) {
                talkers.add(add(Member.rich(server.port(), "talker" + i)));
            }
            talkers.forEach(this::talk);
            for (Member talker : talkers) {
                talker.seen().await(ENOUGH, "MSG .*");
            }
            server.kill();
            terminal.err().expect(".*Connection lost .*");

            try (RunningServer again =
                    new RunningServer.Starter(folder).port(server.port()).start(OPTIONS)) {
                Member reader = add(Member.rich(again.port(), "reader"));
                List<Event.Msg> history = reader.history(0);
                Map<Long, String> byId =
                        history.stream().collect(Collectors.toMap(Event.Msg::id, CrashTest::said)); // no id twice
                assertThat(history).extracting(Event.Msg::id).isSorted();

                String run = talkers.get(0).hello().run();
                assertThat(reader.hello().run()).as("the same run").isEqualTo(run);
                for (Member talker : talkers) {
                    talker.seen().expectEnd();
                    assertThat(talker.messages()).hasSizeGreaterThanOrEqualTo(ENOUGH);
                    for (Event.Msg message : talker.messages()) {
                        assertThat(byId.get(message.id())).as("%s", message).isEqualTo(said(message));
                    }
                }
                plain.seen().expectEnd();
                assertThat(byId.values()).containsAll(plain.said());

                comeBack(talkers, again, history);

                // the terminal client has come back by itself, with every message
                terminal.expect(".* Back again\\. .*");
                terminal.type("and me");
                terminal.expect(".* <terminal> and me");
                reader.expect("MSG .* from=terminal .* :and me");
                assertThat(terminal.said())
                        .isEqualTo(
                                reader.history(0).stream().map(CrashTest::said).collect(Collectors.toList()));
            }
        }
    }

    /** Each talker comes back and gets exactly the messages after the last message that it has seen. */
    private void comeBack(List<Member> talkers, RunningServer server, List<Event.Msg> history) throws Exception {
        long lastId = history.get(history.size() - 1).id();
        for (Member talker : talkers) {
            List<Event.Msg> seen = talker.messages();
            Member back = add(Member.rich(server.port(), talker.name()));
            List<Event.Msg> missed = back.history(seen.get(seen.size() - 1).id());
            List<String> all = new ArrayList<>();
            seen.forEach(message -> all.add(said(message)));
            missed.stream().filter(message -> message.id() <= lastId).forEach(message -> all.add(said(message)));
            assertThat(all)
                    .as("seen and missed")
                    .isEqualTo(history.stream()
                            .filter(message -> message.id() >= seen.get(0).id())
                            .map(CrashTest::said)
                            .collect(Collectors.toList()));

            back.send("/say@back here I am again");
            Event.Msg own =
                    (Event.Msg) Event.parse(back.expect("MSG .* re=back .*")).orElseThrow();
            assertThat(own.id()).as("numbers go on").isGreaterThan(lastId);
        }
    }

    /** Otherwise a server that is killed in that moment would lose a message that a client has seen. */
    @Test
    void messageIsInTheTranscriptBeforeAClientSeesIt() throws Exception {
        try (RunningServer server = RunningServer.start(folder, OPTIONS);
                Peer ada = Peer.rich(server.port(), "ada");
                FileChannel transcript = FileChannel.open(folder.resolve(RunningServer.TRANSCRIPT))) {
            for (int i = 1; i <= 2000; i++) {
                ada.send("/say@" + i + " line " + i);
                ada.skipTo("MSG .* re=" + i + " :.*");
                assertThat(end(transcript)).contains(" :line " + i + "\n");
            }
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows can only kill a program, and not ask it to end")
    void serverThatWasEndedProperlyStartsWithAnEmptyHistory() throws Exception {
        try (RunningServer server = RunningServer.start(folder, OPTIONS);
                RunningClient terminal = RunningClient.join(folder, server.port(), "terminal")) {
            Member plain = add(Member.plain(server.port(), "plain"));
            Member rich = add(Member.rich(server.port(), "rich"));
            rich.send("/say@1 nothing for the next class");
            plain.expect("<rich> nothing for the next class");
            terminal.expect(".* <rich> nothing for the next class");

            server.terminate();

            rich.expect("BYE code=shutdown :.*");
            plain.expect("\\* The server is closing\\. Goodbye\\.");
            terminal.expect(".* The server is closing\\. Goodbye\\.");
            rich.seen().expectEnd();
            plain.seen().expectEnd();
            assertThat(server.expectExit()).as("128 + SIGTERM").isEqualTo(143);

            try (RunningServer next =
                    new RunningServer.Starter(folder).port(server.port()).start(OPTIONS)) {
                Member newcomer = add(Member.rich(next.port(), "newcomer"));
                assertThat(newcomer.history(0)).isEmpty();
                assertThat(newcomer.hello().run()).isNotEqualTo(rich.hello().run());
                terminal.expect(".* Back again, but the server began anew\\. Nothing was said yet\\.");
            }
        }
    }

    private Member add(Member member) {
        members.add(member);
        return member;
    }

    /** Sends a burst of lines, and the next one when the last line has come back, until the server is gone. */
    private void talk(Member talker) {
        talking.submit(() -> {
            for (int burst = 0; !talker.seen().isEnded(); burst++) {
                String[] lines = new String[BURST];
                for (int i = 0; i < BURST; i++) {
                    lines[i] = "/say@b" + burst + "-" + i + " burst " + burst + ", line " + i;
                }
                talker.send(lines);
                talker.expect("MSG .* re=b" + burst + "-" + (BURST - 1) + " :.*");
            }
            return null;
        });
    }

    private static String end(FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(500);
        file.read(bytes, Math.max(0, file.size() - bytes.capacity()));
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    private static String said(Event.Msg message) {
        return message.from() + ": " + message.text();
    }
}
