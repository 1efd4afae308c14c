package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Words;
import chatlab.swing.Main;
import chatlab.swing.classroom.ClassDialog;
import chatlab.swing.hood.HoodPanel;
import chatlab.swing.join.JoinPage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No two components that are in view at the same time have the same mnemonic. */
class MnemonicsTest {
    private static final String MENUS = "chat edit view class help";
    private static final String JOIN = "servers servers.again address name join";
    private static final String CHAT = "rooms.button send alert.show";
    private static final String TABS = "tab.wire tab.threads tab.journey tab.try";
    private static final String WIRE = "wire.raw wire.send wire.show-bytes wire.copy wire.pause wire.clear";
    private static final String THREADS = "threads.ours threads.theirs threads.ask";

    private final List<Character> mnemonics = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "banner.try," + WIRE,
        "banner.try," + THREADS,
        "banner.try, freeze.button pause.button half.button",
        "banner.again, freeze.button pause.resume half.other",
        "banner.again," + WIRE
    })
    void onThePageOfTheChatAllAreDistinct(String banner, String tab) {
        add(Main.class, MENUS);
        add(ChatPage.class, CHAT + " " + banner);
        add(HoodPanel.class, TABS + " " + tab);
        assertThat(mnemonics).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {WIRE, THREADS, "freeze.button pause.button half.button", "freeze.button pause.resume half.other"
            })
    void onThePageToJoinAllAreDistinct(String tab) {
        add(Main.class, MENUS);
        add(JoinPage.class, JOIN);
        add(HoodPanel.class, TABS + " " + tab);
        assertThat(mnemonics).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hands.next hands.lower hands.undo",
                "hands.call hands.lower hands.undo.next",
                "hands.call hands.lower hands.undo.lower",
                "poll.question poll.answers poll.ask poll.close poll.show poll.again",
                "timer.minutes timer.text timer.start timer.stop lock.private lock.rooms lock.names",
                "progress.chapter progress.open progress.close progress.show",
                "announce.edit",
                "announce.keep"
            })
    void onThePageOfTheClassAllAreDistinct(String tab) {
        add(ClassDialog.class, "hands.tab poll.tab timer.tab progress.tab attendance.tab announce.tab " + tab);
        assertThat(mnemonics).doesNotHaveDuplicates();
    }

    private void add(Class<?> user, String keys) {
        for (String key : keys.split(" ")) {
            String words = new Words(user).get(key, 0, 0);
            assertThat(words).as(key).contains("&");
            mnemonics.add(Character.toUpperCase(words.charAt(words.indexOf('&') + 1)));
        }
    }
}
