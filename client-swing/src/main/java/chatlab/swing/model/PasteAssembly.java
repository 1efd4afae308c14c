package chatlab.swing.model;

import chatlab.protocol.Chat1;
import chatlab.protocol.Event.Msg;
import chatlab.protocol.Part;
import chatlab.protocol.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Puts the parts of a paste together, which follow each other. What a server leaves out, repeats or never finishes is
 * handed on as far as it goes.
 */
final class PasteAssembly {
    /** A message as a whole; {@code head} is its first part. */
    record Whole(Msg head, List<String> lines) {}

    private final Consumer<Whole> finished;
    private final List<String> lines = new ArrayList<>();

    /** The first part of the paste that is being told; null where none is. */
    private Msg head;

    private Part last;
    private int bytes;

    PasteAssembly(Consumer<Whole> finished) {
        this.finished = finished;
    }

    void add(Msg message) {
        if (!goesOn(message)) {
            finish();
            head = message;
        }
        last = message.part();
        lines.add(message.text());
        bytes += Utf8.length(message.text());
        if (last.number() == last.of() || bytes >= Chat1.PASTE_BYTES) {
            finish();
        }
    }

    /** Something else has come: no other part will. */
    void finish() {
        if (head != null) {
            Whole whole = new Whole(head, List.copyOf(lines));
            head = null;
            lines.clear();
            bytes = 0;
            finished.accept(whole);
        }
    }

    private boolean goesOn(Msg message) {
        return Optional.ofNullable(head)
                .filter(h -> h.id() == message.id() && h.from().equals(message.from()))
                .filter(h -> h.room().equals(message.room()) && h.to().equals(message.to()))
                .filter(h -> h.old() == message.old())
                .filter(h -> message.part().of() == last.of() && message.part().number() == last.number() + 1)
                .isPresent();
    }
}
