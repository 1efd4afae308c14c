package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.client.People;
import chatlab.protocol.Event;
import chatlab.protocol.Part;
import chatlab.protocol.Text;
import chatlab.swing.model.Entry.Notice;
import chatlab.swing.model.Entry.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that says anything. The same seed says the same. */
class HostileFeedTest {
    private static final List<String> VERBS = List.of(
            "HELLO", "MSG", "MSG", "MSG", "MSG", "JOIN", "LEAVE", "NICK", "WHO", "ROOM", "THREAD", "END", "END", "OK",
            "ERR", "PING", "PONG", "NOTE", "BYE");
    private static final List<String> NAMES = List.of(
            "ada",
            "ADA",
            "bob",
            "eve",
            "\u0430da",
            "guest1",
            "server",
            "*",
            "a\u001b[2J",
            "x".repeat(500),
            "\u00a0",
            "\u202e",
            "{0}",
            "'",
            "<html><img>",
            "\ud83d\ude00",
            "lobby",
            "kitchen",
            "\u0301",
            ".");
    private static final List<String> KEYS = List.of("room", "to", "from", "name", "old", "new", "you");
    private static final List<String> CODES = List.of(
            "quit",
            "moved",
            "lost",
            "kicked",
            "replaced",
            "op",
            "deop",
            "muted",
            "unmuted",
            "hush-on",
            "hush-off",
            "name-taken",
            "x");
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "hi ada",
            "\u001b]0;x\u0007",
            "{0}",
            "<html><img src=x>",
            "\t\tx",
            "y".repeat(8000),
            "\u0301".repeat(50));
    private static final List<String> TYPED = List.of(
            "hi",
            "a\nb",
            "/who",
            "/rooms",
            "/threads",
            "/history",
            "/join kitchen",
            "/leave",
            "/nick eve",
            "/msg bob x",
            "/help",
            "/ping",
            "/op x",
            "/announce y",
            "/msg a\nb",
            "/quit");

    @Test
    void nothingThatAServerSaysBreaksTheChatOrFillsIt() {
        assertBearsAnything(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4})
    @Tag("ci")
    void otherSeedsBreakNothingEither(long seed) {
        assertBearsAnything(seed);
    }

    private static void assertBearsAnything(long seed) {
        Random random = new Random(seed);
        List<String> sent = new ArrayList<>();
        Story story = new Story();
        Feed feed = story.feed;
        story.connects("ada");
        for (int i = 0; i < 50_000; i++) {
            Event.parse(line(random, story)).ifPresent(feed::received);
            if (random.nextInt(200) == 0) {
                connection(random, story);
            }
            if (random.nextInt(20) == 0) {
                user(random, story);
            }
            if (i % 500 == 0) {
                bounded(story.chat);
                sent.addAll(story.sent());
            }
        }
        clean(story.chat);
        assertThat(sent).hasSizeLessThan(200_000).noneMatch(line -> line.contains("\n"));
    }

    private static String line(Random random, Story story) {
        StringBuilder line = new StringBuilder(one(random, VERBS));
        for (String key : KEYS) {
            if (random.nextInt(4) > 0) {
                boolean isRoom = key.equals("room") && random.nextBoolean();
                line.append(' ')
                        .append(key)
                        .append('=')
                        .append(isRoom ? story.room() : one(random, NAMES).replace(' ', '_'));
            }
        }
        if (random.nextBoolean()) {
            return line + " junk " + one(random, TEXTS);
        }
        String at = random.nextInt(50) == 0
                ? "9999-12-31T23:59:59.999Z"
                : random.nextInt(50) == 0 ? "0001-01-01T00:00:00Z" : Story.NOW;
        line.append(" at=")
                .append(at)
                .append(" code=")
                .append(one(random, CODES))
                .append(" state=op,lost people=7 role=r of=o");
        line.append(" proto=1 token=t ping=")
                .append(random.nextInt(90))
                .append(" run=r")
                .append(random.nextInt(2));
        line.append(" id=").append(random.nextInt(40) == 0 ? Long.MAX_VALUE : random.nextInt(1000));
        if (random.nextInt(3) == 0) {
            line.append(" part=").append(random.nextInt(5)).append('/').append(random.nextInt(5));
        }
        if (random.nextInt(3) == 0) {
            line.append(" old=1");
        }
        if (random.nextInt(3) > 0) {
            line.append(" re=").append(story.tag(random.nextInt(20)));
        }
        return line + " :" + one(random, TEXTS);
    }

    private static void connection(Random random, Story story) {
        switch (random.nextInt(6)) {
            case 0 -> story.feed.overflowed(random.nextInt(9));
            case 1 -> story.feed.unreadable();
            case 2 -> {
                story.feed.ended(one(random, TEXTS));
                story.connects(one(random, NAMES));
            }
            default -> story.losesAndReconnects();
        }
    }

    private static void user(Random random, Story story) {
        Actions actions = story.actions;
        Conversation any = one(random, story.chat.conversations());
        switch (random.nextInt(9)) {
            case 0 -> actions.show(any);
            case 1 -> actions.close(any);
            case 2 -> actions.looking(random.nextBoolean());
            case 3 ->
                any.pending().stream().filter(Pending::isLost).findFirst().ifPresent(p -> actions.sendAgain(any, p));
            case 4 -> any.pending().stream().findFirst().ifPresent(p -> actions.discard(p));
            case 5 -> actions.rename(one(random, NAMES));
            case 6 -> actions.talkTo(one(random, NAMES));
            case 7 -> actions.stayGuest();
            default -> actions.typed(any, one(random, TYPED));
        }
        story.chat.completions("a", 1);
        story.chat.whyNot(any);
    }

    private static <T> T one(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static void bounded(Chat chat) {
        assertThat(chat.people()).hasSizeLessThanOrEqualTo(People.MAX);
        assertThat(chat.rooms()).hasSizeLessThanOrEqualTo(Answers.MAX_ROOMS);
        assertThat(chat.serverThreads()).hasSizeLessThanOrEqualTo(Answers.MAX_THREADS);
        assertThat(chat.conversations())
                .hasSizeBetween(1, 1 + Conversations.MAX_PRIVATE)
                .contains(chat.open());
        assertThat(chat.conversations().stream()
                        .mapToInt(c -> c.pending().size())
                        .sum())
                .isLessThanOrEqualTo(OwnMessages.MAX);
    }

    private static void clean(Chat chat) {
        chat.people().forEach(person -> isClean(person.name()));
        isClean(chat.title());
        isClean(chat.me());
        for (Conversation conversation : chat.conversations()) {
            isClean(conversation.name());
            ConversationTranscript transcript = conversation.transcript();
            for (long i = transcript.first(); i < transcript.end(); i++) {
                Entry entry = transcript.get(i);
                if (entry instanceof Said said) {
                    Stream.concat(Stream.of(said.from()), said.lines().stream()).forEach(HostileFeedTest::isClean);
                } else if (entry instanceof Notice notice) {
                    isClean(notice.text());
                }
            }
        }
    }

    private static void isClean(String text) {
        assertThat(Text.clean(text)).isEqualTo(text);
    }

    @Test
    void tensOfThousandsOfNamesAreTooMany() {
        Story ada = Story.of("ada");
        Instant now = Instant.parse(Story.NOW);
        for (int i = 0; i < 25_000; i++) {
            ada.feed.received(new Event.Join("lobby", "j" + i, now));
            ada.feed.received(new Event.Who("w" + i, "lobby", "-"));
            ada.feed.received(new Event.Msg("", "ada", "m" + i, i, now, Part.WHOLE, false, "", "x"));
            ada.feed.received(new Event.Nick("j" + i, "n" + i, now));
        }
        bounded(ada.chat);
        assertThat(ada.chat.people()).hasSize(People.MAX);
        assertThat(ada.sent()).isEmpty();
    }

    @Test
    void endlessListsAreBounded() {
        Story ada = Story.of("ada");
        ada.actions.askRooms();
        ada.actions.askThreads();
        for (int i = 0; i < 10_000; i++) {
            feed(ada, "ROOM people=1 name=r" + i);
            feed(ada, "THREAD role=r of=o state=s name=t" + i + " :" + "x".repeat(1000));
        }
        feed(ada, "END re=" + ada.tag("rooms"));
        feed(ada, "END re=" + ada.tag("threads"));
        assertThat(ada.chat.rooms()).hasSize(Answers.MAX_ROOMS);
        assertThat(ada.chat.serverThreads()).hasSize(Answers.MAX_THREADS);
    }

    @Test
    void aHistoryThatNeverEndsIsNotWaitedForForEver() {
        Story ada = new Story();
        ada.connects("ada");
        ada.hello("you=ada");
        for (int i = 0; i < 20_000; i++) {
            feed(ada, "MSG room=lobby at=" + Story.NOW + " from=bob id=" + i + " :live");
        }
        assertThat(ada.chat.open().transcript().end()).isEqualTo(20_000);

        ada.losesAndReconnects();
        ada.hello("you=ada");
        for (int i = 0; i < 20_000; i++) {
            feed(ada, "NOTE :" + i);
        }
        assertThat(ada.shown()).contains("* 19999");
    }

    @Test
    void aHistoryWithoutEndIsBounded() {
        Story ada = new Story();
        ada.connects("ada");
        ada.hello("you=ada");
        for (int i = 1; i <= 20_000; i++) {
            feed(ada, "MSG room=lobby old=1 at=" + Story.NOW + " from=bob id=" + i + " :old");
        }
        ada.historyAnswers();
        assertThat(ada.shown()).hasSizeLessThan(2100).contains("-- From now on");
    }

    private static void feed(Story story, String line) {
        story.feed.received(Event.parse(line).orElseThrow());
    }
}
