package chatlab.cli;

import chatlab.client.Participant;
import chatlab.client.Shown;
import chatlab.protocol.Chat1;
import chatlab.protocol.Event;
import chatlab.protocol.Event.Msg;
import chatlab.protocol.PlainRenderer;
import chatlab.protocol.Text;
import chatlab.protocol.Times;
import chatlab.protocol.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Puts events into words. Nothing leaves this class that was not cleaned. For the socket's thread only. */
final class EventText {
    private static final Words WORDS = new Words(EventText.class);

    private final Clock clock;
    private final PlainRenderer renderer;

    /** The paste whose lines were shown last, so that its next line needs no heading. */
    private long pasteId = -1;

    private String pasteFrom = "";

    EventText(Clock clock) {
        this.clock = clock;
        this.renderer = new PlainRenderer(clock);
    }

    /** As the clock on the wall shows it; with the date if that was another day. */
    static String time(Instant at, Clock clock) {
        return Times.shown(at, clock);
    }

    /** The people of the room, in one sentence. */
    static String people(List<Participant> people) {
        List<String> names = people.stream().map(EventText::withStates).toList();
        return WORDS.get("who", names.size(), String.join(", ", names));
    }

    private static String withStates(Participant person) {
        StringJoiner states = new StringJoiner(", ", " (", ")");
        states.setEmptyValue("");
        if (person.instructor()) {
            states.add(WORDS.get("state.op"));
        }
        if (person.muted()) {
            states.add(WORDS.get("state.muted"));
        }
        if (person.lost()) {
            states.add(WORDS.get("state.lost"));
        }
        return person.name() + states;
    }

    static ScreenEntry raw(String line) {
        return ScreenEntry.raw(Text.clean(line));
    }

    /** A message as the person called {@code you} sees it. */
    List<ScreenEntry> message(Msg e, String you) {
        String time = time(e.at(), clock);
        boolean goesOn = !e.part().isWhole() && e.id() == pasteId && e.from().equals(pasteFrom);
        pasteId = e.part().isWhole() ? -1 : e.id();
        pasteFrom = e.from();
        if (e.part().isWhole()) {
            return List.of(said(e, you, time, Text.clean(e.text())));
        }
        List<ScreenEntry> entries = new ArrayList<>();
        if (!goesOn) {
            entries.add(said(e, you, time, WORDS.get("paste", e.part().of())));
        }
        entries.add(new ScreenEntry(ScreenEntry.Kind.PASTED, "", Shown.name(e.from()), "", Text.clean(e.text())));
        return entries;
    }

    private ScreenEntry said(Msg e, String you, String time, String text) {
        String from = Shown.name(e.from());
        if (e.room().equals(Chat1.ALL_ROOMS)) {
            return new ScreenEntry(ScreenEntry.Kind.SAID, time, from, WORDS.get("announcement", from), text);
        }
        if (e.isPrivate()) {
            boolean mine = e.from().equals(you);
            String speaker = mine ? WORDS.get("from-you", Shown.name(e.to())) : WORDS.get("to-you", from);
            return new ScreenEntry(ScreenEntry.Kind.SAID, time, mine ? Shown.name(e.to()) : from, speaker, text);
        }
        return new ScreenEntry(ScreenEntry.Kind.SAID, time, from, from, text);
    }

    /** Any event but a message, in the words that plain clients see; empty for events that only programs need. */
    List<ScreenEntry> event(Event event, String you) {
        String line = renderer.render(event, you).orElse("");
        if (line.length() <= 2) {
            return List.of();
        }
        String text = Text.clean(line.substring(2));
        String time = time(at(event), clock);
        return List.of(line.startsWith("!") ? ScreenEntry.error(time, text) : ScreenEntry.event(time, text));
    }

    private Instant at(Event event) {
        if (event instanceof Event.Join e) {
            return e.at();
        } else if (event instanceof Event.Leave e) {
            return e.at();
        } else if (event instanceof Event.Nick e) {
            return e.at();
        }
        return clock.instant();
    }
}
