package chatlab.cli;

import chatlab.client.ChatConnection;
import chatlab.client.Partners;
import chatlab.client.Sent;
import chatlab.client.Shown;
import chatlab.protocol.Chat1;
import chatlab.protocol.Command;
import chatlab.protocol.Utf8;
import chatlab.protocol.Words;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Sends what was typed, if it can be sent. For the keyboard's thread only. */
final class Dispatch {
    private static final Words WORDS = new Words(Dispatch.class);

    /** How long a person that types early waits to be let in by a server that has greeted. */
    private static final long PATIENCE_MILLIS = 2_000;

    /** How long that person waits for the greeting itself: a server may send a line without an end instead. */
    private static final long GREETING_MILLIS = 10_000;

    private static final long LONG_MILLIS = 60_000;

    private final UserConsole console;
    private final Clock clock;
    private final Uplink link;
    private final SentItems sentItems;
    private final Partners partners;
    private final Ending ending;

    Dispatch(UserConsole console, Clock clock, Uplink link, SentItems sentItems, Partners partners, Ending ending) {
        this.console = console;
        this.clock = clock;
        this.link = link;
        this.sentItems = sentItems;
        this.partners = partners;
        this.ending = ending;
    }

    void tell(String sentence) {
        console.show(List.of(ScreenEntry.event("", sentence)));
    }

    /** Says why the typed line cannot be obeyed. */
    void refuse(String sentence) {
        sentItems.failed();
        console.show(List.of(ScreenEntry.error(EventText.time(clock.instant(), clock), sentence)));
    }

    /** Whether the server wants lines as they are. Waits until that is known. */
    boolean isRaw() throws InterruptedException {
        if (!link.isKnown()) {
            awaitWay();
        }
        return link.way().manner() == Uplink.Manner.RAW;
    }

    /** Sends it with a tag, or says why not. {@code typed} goes out instead to a server that wants raw lines. */
    void send(Sent sent, String typed) throws InterruptedException {
        Optional<String> tooLong = tooLong(sent);
        if (tooLong.isPresent()) {
            refuse(tooLong.get());
            return;
        }
        Optional<String> another = another(sent);
        if (another.isPresent()) {
            refuse(another.get());
            return;
        }
        Uplink.Way way = awaitWay();
        if (way.manner() == Uplink.Manner.RAW) {
            (sent.command() instanceof Command.Paste ? sent.paste() : List.of(typed)).forEach(this::sendRaw);
        } else if (!way.isOpen()) {
            keep(sent);
        } else {
            send(sent, way.connection());
        }
    }

    private void send(Sent sent, ChatConnection connection) throws InterruptedException {
        if (!console.isInteractive()) {
            sentItems.awaitRoom();
        }
        if (ending.isOver()) {
            return;
        }
        Optional<String> tag = sentItems.add(sent, connection);
        if (tag.isEmpty()) {
            refuse(WORDS.get("too-many", sent.summary()));
            return;
        }
        try {
            connection.send(sent.lines(tag.get()));
        } catch (IOException e) {
            connection.close(); // so that the socket's thread notices; it then asks the history for this message
            if (link.way().connection() != connection
                    && sentItems.answered(tag.get()).isPresent()) {
                keep(sent); // the socket's thread has noticed the loss already
            }
        }
    }

    /** Says that the name may be another person's by now: once; the same text typed again is sent. */
    private Optional<String> another(Sent sent) {
        String to = sent.to();
        if (to.isEmpty()) {
            return Optional.empty();
        }
        partners.add(to);
        Optional<Partners.Change> change = partners.change(to);
        partners.agree(to);
        return change.map(seen -> another(Shown.name(to), seen));
    }

    private String another(String name, Partners.Change change) {
        String left = EventText.time(change.left(), clock);
        return change.came()
                .map(came -> WORDS.get("partner.another", name, left, EventText.time(came, clock)))
                .orElseGet(() -> WORDS.get("partner.left", name, left));
    }

    private void keep(Sent sent) {
        if (sent.isMessage()) {
            sentItems.undelivered(sent);
            refuse(WORDS.get("not-delivered", sent.summary()));
        } else {
            refuse(WORDS.get("not-connected"));
        }
    }

    void sendRaw(String line) {
        Uplink.Way way = link.way();
        if (!way.isOpen()) {
            return; // the server has just closed, and the program ends
        }
        try {
            if (console.isInteractive() && !console.showsTyping()) {
                console.show(
                        List.of(ScreenEntry.raw("> " + EventText.raw(line).text()))); // this server does not repeat it
            }
            way.connection().send(line);
        } catch (IOException e) {
            way.connection().close();
        }
    }

    /** Sends the undelivered messages again: as many as may wait for their answers, the oldest first. */
    void again() throws InterruptedException {
        int dropped = sentItems.takeDropped();
        if (dropped > 0) {
            refuse(WORDS.get("again.dropped", dropped, SentItems.MAX_UNDELIVERED));
        }
        List<Sent> undelivered = sentItems.takeUndelivered();
        int left = 0;
        if (undelivered.isEmpty()) {
            tell(WORDS.get("again.nothing"));
        }
        for (Sent sent : undelivered) {
            if (console.isInteractive() && sentItems.isFull()) {
                sentItems.undelivered(sent);
                left++;
                continue;
            }
            Optional<String> another = another(sent);
            if (another.isPresent()) {
                sentItems.undelivered(sent);
                refuse(another.get());
            } else {
                send(sent, sent.summary());
            }
        }
        if (left > 0) {
            tell(WORDS.get("again.left", left));
        }
    }

    /** Says goodbye. False where there is no connection for that. */
    boolean quit(String reason) {
        Uplink.Way way = link.way();
        try {
            if (way.manner() == Uplink.Manner.RICH) {
                way.connection().send(new Sent(new Command.Quit(reason)).lines("quit"));
            }
            return way.manner() == Uplink.Manner.RICH;
        } catch (IOException e) {
            return false;
        }
    }

    /** The input has ended: waits until the typed lines have arrived and their answers are shown. */
    void finish() throws InterruptedException {
        Uplink.Way way = awaitWay();
        if (way.manner() == Uplink.Manner.RAW) {
            ending.leave();
            try {
                way.connection().endOutput();
            } catch (IOException e) {
                way.connection().close();
            }
        } else {
            sentItems.awaitAll();
            ending.leave();
            quit("");
        }
    }

    /** A person is told at once that the connection is lost; a pipe waits for the next one. */
    private Uplink.Way awaitWay() throws InterruptedException {
        link.awaitGreeting(GREETING_MILLIS);
        Uplink.Way way = link.await(link.isKnown() ? 0 : PATIENCE_MILLIS);
        while (!console.isInteractive() && !way.isOpen() && !ending.isOver()) {
            way = link.await(LONG_MILLIS);
        }
        return way;
    }

    private static Optional<String> tooLong(Sent sent) {
        List<String> lines = sent.lines("k".repeat(16));
        int bytes = lines.stream().mapToInt(line -> Utf8.length(line) + 1).sum();
        if (lines.stream().anyMatch(line -> Utf8.length(line) > Chat1.CLIENT_LINE)) {
            return Optional.of(WORDS.get("too-long", String.valueOf(Chat1.CLIENT_LINE)));
        } else if (sent.paste().size() > Chat1.PASTE_LINES || bytes > Chat1.PASTE_BYTES) {
            return Optional.of(WORDS.get("paste.too-long", Chat1.PASTE_LINES, Chat1.PASTE_BYTES / 1024));
        }
        return Optional.empty();
    }
}
