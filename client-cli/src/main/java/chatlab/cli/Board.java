package chatlab.cli;

import chatlab.protocol.Words;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what the socket's thread has to show, and shows it when nothing more waits to be read: on a terminal, showing
 * a hundred lines at once takes hardly longer than showing one. For that thread only.
 */
final class Board {
    private static final Words WORDS = new Words(Board.class);
    private static final int MAX_ENTRIES = 200;

    private final UserConsole console;
    private final Clock clock;
    private final List<ScreenEntry> entries = new ArrayList<>();

    Board(UserConsole console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    void add(ScreenEntry entry) {
        entries.add(entry);
        if (entries.size() >= MAX_ENTRIES) {
            show();
        }
    }

    void addAll(List<ScreenEntry> more) {
        more.forEach(this::add);
    }

    /** Words of this program about what has happened now. */
    void tell(String key, Object... arguments) {
        add(ScreenEntry.event(EventText.time(clock.instant(), clock), WORDS.get(key, arguments)));
    }

    /** Words of this program about what went wrong now. */
    void complain(String sentence) {
        add(ScreenEntry.error(EventText.time(clock.instant(), clock), sentence));
    }

    void show() {
        if (!entries.isEmpty()) {
            console.show(List.copyOf(entries));
            entries.clear();
        }
    }
}
