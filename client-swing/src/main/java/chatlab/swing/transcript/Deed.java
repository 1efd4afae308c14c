package chatlab.swing.transcript;

import chatlab.swing.model.Pending;

/** What happens on a click, or on Enter, at some place of a transcript. */
sealed interface Deed {
    /** Opens an address, which is what the text says. */
    record Open(String address) implements Deed {}

    /** Copies the code beneath. */
    record CopyCode() implements Deed {}

    record SendAgain(Pending lost) implements Deed {}

    record Discard(Pending lost) implements Deed {}
}
